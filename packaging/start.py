"""The first module of the packaged program."""

from reportdesk.__main__ import main

main()
