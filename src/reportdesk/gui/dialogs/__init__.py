"""Dialogs that ask something or tell about the program, over whatever is on screen."""
