"""The report on paper: pages laid out by Qt alone, for the printer, for PDF and for the eye."""
