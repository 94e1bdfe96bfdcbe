"""Filling any office's own Word form: places are found by the labels that stand in it."""
