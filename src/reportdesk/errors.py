"""The few troubles a clerk can meet, each with words fit to show her.

Every message says what happened and, where it helps, what to do. Anything that is not one of
these is a bug of ours and is never shown as if it were her doing.
"""


class ReportdeskError(Exception):
    """A trouble with a message for the clerk: one or two lines of Chinese, no traceback."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class EditionError(ReportdeskError):
    """An edition file is wrong; the message lists every complaint with its place."""


class TemplateError(ReportdeskError):
    """A Word template cannot be used."""


class ReadError(ReportdeskError):
    """A file is missing, damaged, encrypted, too large, or not a report that we know."""


class WriteError(ReportdeskError):
    """The output cannot be written; the old file, if there was one, is intact."""


class RequestError(ReportdeskError):
    """What was asked for cannot be done as asked (a year that is missing, OUT that is FILE)."""


class UnfinishedError(ReportdeskError):
    """A final document was asked for while errors stand; nothing was written."""


class StoreError(ReportdeskError):
    """The drafts cannot be read or written; what was saved before is intact."""


class DamagedStoreError(StoreError):
    """The file of the drafts is damaged; a backup may be put in its place (store.backups)."""
