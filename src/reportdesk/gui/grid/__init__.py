"""The grid of a statistical table, built from the edition."""
