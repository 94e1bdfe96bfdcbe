"""Everything that is words: narratives with live numbers, and the single lines of the cover."""
