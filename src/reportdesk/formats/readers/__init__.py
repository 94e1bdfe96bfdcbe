"""One module a file type: bytes in, a ``Story`` out; ``open_story`` finds the right one."""

from reportdesk.formats.readers.opening import load, open_story, story_of
from reportdesk.formats.readers.sniffing import kind_of

__all__ = ["kind_of", "load", "open_story", "story_of"]
