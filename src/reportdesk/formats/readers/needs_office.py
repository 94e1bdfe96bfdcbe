"""A file that is whole, but in a kind that only an office program opens.

Raised by a reader to tell its caller to try LibreOffice, WPS or Word; where there is none, the
message is what the clerk reads.
"""

from reportdesk.errors import ReadError


class NeedsOffice(ReadError):  # noqa: N818 - it asks for something
    """The file is of a kind (Word 6/95, WPS's own) that an office program must convert first."""
