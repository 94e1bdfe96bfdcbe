"""The panel of findings: what stands against the report, how to mend it, and written reasons."""
