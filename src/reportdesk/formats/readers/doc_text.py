"""The text of a Word 97 file as a reader of the page sees it: marks read, codes left out."""

import re
from collections.abc import Container

from reportdesk.formats.readers.doc_file import WordFile
from reportdesk.formats.readers.doc_sprms import RunProperties
from reportdesk.formats.readers.word_symbols import symbol

_MARKS = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_SHOWN = {"\x0b": "\n", "\x0c": "\n", "\x0e": "\n", "\x1e": "-", "\x1f": ""}
_BEGIN, _SEPARATE, _END = "\x13", "\x14", "\x15"
_DELETED, _HIDDEN, _SHOWN_ANYWAY, _CONTRARY = 1, 2, 3, 4


class DocText:
    """Gives the visible text between two places; to be asked in the order of the text."""

    def __init__(self, file: WordFile, hidden_styles: Container[int]) -> None:
        self._text = file.text
        self._flags: bytearray | None = None
        self._symbols: dict[int, str] = {}
        self._fields: list[bool] = []
        self.revised = self.hidden = self.footnotes = False
        self.pictures = 0
        for begin, end, run in file.marked_runs(hidden_styles):
            mark = _mark(run)
            if mark:
                if self._flags is None:
                    self._flags = bytearray(len(self._text))
                self._flags[begin:end] = bytes((mark,)) * len(self._flags[begin:end])
            if run.symbol is not None:
                for at in range(begin, min(end, len(self._text))):
                    self._symbols[at] = symbol(run.symbol, "")

    def is_deleted(self, at: int) -> bool:
        """Whether the mark at this place is deleted (a tracked change)."""
        deleted = self._flags is not None and self._flags[at] == _DELETED
        self.revised = self.revised or deleted
        return deleted

    def between(self, begin: int, end: int, *, hides: bool) -> str:
        """The visible text from ``begin`` up to ``end``, which ends a paragraph or a cell;
        ``hides``: whether the style of the paragraph does."""
        text = self._text[begin:end]
        flags = self._flags
        if hides or (flags is not None and flags.count(0, begin, end) < end - begin):
            text = self._without_flagged(begin, end, hides)
        elif self._symbols:
            text = "".join(self._symbols.get(begin + i, c) for i, c in enumerate(text))
        if _MARKS.search(text) is None and not self._fields:
            return text
        return self._shown(text)

    def _without_flagged(self, begin: int, end: int, hides: bool) -> str:
        flags = self._flags or bytearray(len(self._text))
        shown = (_CONTRARY, _SHOWN_ANYWAY) if hides else (0, _SHOWN_ANYWAY)
        kept: list[str] = []
        for at in range(begin, end):
            character = self._text[at]
            if flags[at] in shown:
                kept.append(self._symbols.get(at, character))
            elif _BEGIN <= character <= _END:
                kept.append(character)
            elif flags[at] == _DELETED:
                self.revised = True
            else:
                self.hidden = self.hidden or not character.isspace()
        return "".join(kept)

    def _shown(self, text: str) -> str:
        out: list[str] = []
        silent = any(self._fields)
        for character in text:
            if _BEGIN <= character <= _END:
                if character == _BEGIN:
                    self._fields.append(True)
                elif character == _SEPARATE and self._fields:
                    self._fields[-1] = False
                elif character == _END and self._fields:
                    self._fields.pop()
                silent = any(self._fields)
            elif silent:
                continue
            elif character >= " ":
                out.append(character)
            elif character in _SHOWN or character in "\t\n":
                out.append(_SHOWN.get(character, character))
            elif character == "\x02":
                self.footnotes = True
            elif character in "\x01\x08":
                self.pictures += 1
        if silent:
            # A code that never ends inside its paragraph is broken; it must not swallow the rest.
            self._fields = [code for code in self._fields if not code]
        return "".join(out).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _mark(run: RunProperties) -> int:
    if run.deleted:
        return _DELETED
    if run.contrary:
        return _CONTRARY
    return 0 if run.hidden is None else _HIDDEN if run.hidden else _SHOWN_ANYWAY
