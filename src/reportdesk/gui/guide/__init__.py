"""The user guide: pages of Markdown that ship with the program, found without a network."""
