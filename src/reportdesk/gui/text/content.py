"""What a document on screen holds, as words and live numbers, and putting them into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCharFormat, QTextCursor

from reportdesk.gui.text.chips import CHARACTER, chip_format, key_of
from reportdesk.gui.text.places import qt_place
from reportdesk.report.live import Part, joined, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument

    from reportdesk.form.edition import Edition

_SOFT_BREAK = "\u2028"


def stored_text(document: QTextDocument) -> str:
    """The document as a stored text."""
    return joined(pieces_of(document))


def pieces_of(document: QTextDocument) -> Iterator[Part]:
    """The words and live numbers of the document."""
    block = document.begin()
    while block.isValid():
        yield from pieces_of_block(block)
        block = block.next()
        if block.isValid():
            yield Part("\n")


def pieces_of_block(block: QTextBlock) -> Iterator[Part]:
    """The words and live numbers of a paragraph."""
    if CHARACTER not in block.text():
        yield Part(_plain(block.text()))
        return
    at = block.begin()
    while not at.atEnd():
        fragment = at.fragment()
        key = key_of(fragment.charFormat())
        if key:
            yield from (Part("", key) for _ in fragment.text())
        else:
            yield Part(_plain(fragment.text()))
        at += 1


def selected_pieces(cursor: QTextCursor) -> list[Part]:
    """The words and live numbers that a cursor selects."""
    inside = QTextCursor(cursor.document())
    found: list[Part] = []
    place, end = cursor.selectionStart(), cursor.selectionEnd()
    while place < end:
        inside.setPosition(place)
        block = inside.block()
        stop = min(end, block.position() + block.length() - 1)
        inside.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
        found += _pieces_between(inside)
        if stop < end:
            found.append(Part("\n"))
            stop += 1
        place = stop
    return found


def _pieces_between(cursor: QTextCursor) -> Iterator[Part]:
    """The pieces of a selection within one paragraph."""
    text = cursor.selectedText()
    at = QTextCursor(cursor.document())
    words = ""
    for index, character in enumerate(text):
        if character != CHARACTER:
            words += character
            continue
        at.setPosition(cursor.selectionStart() + qt_place(text, index) + 1)
        key = key_of(at.charFormat())
        if key:
            yield Part(_plain(words))
            yield Part("", key)
            words = ""
    yield Part(_plain(words))


def selected_key(cursor: QTextCursor) -> str:
    """The live number that is all that a cursor selects, "" if it is anything else."""
    pieces = [piece for piece in selected_pieces(cursor) if piece.key or piece.text]
    return pieces[0].key if len(pieces) == 1 else ""


def chip_beside(cursor: QTextCursor) -> QTextCursor | None:
    """A cursor that selects the live number which the given one selects, or stands right behind
    or before; None if there is none."""
    if cursor.hasSelection():
        return cursor if selected_key(cursor) else None
    move = QTextCursor.MoveOperation
    for step in (move.PreviousCharacter, move.NextCharacter):
        beside = QTextCursor(cursor)
        if beside.movePosition(step, QTextCursor.MoveMode.KeepAnchor) and selected_key(beside):
            return beside
    return None


def insert(cursor: QTextCursor, pieces: list[Part]) -> None:
    """Put pieces where the cursor is, in place of what it selects."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for piece in pieces:
        if piece.key:
            cursor.insertText(CHARACTER, chip_format(piece.key))
        elif piece.text:
            cursor.insertText(piece.text, QTextCharFormat())
    cursor.endEditBlock()


def as_edited(stored: str, edition: Edition) -> str:
    """A stored text as it would be read from a document that shows it."""
    return joined(parts(_lines(stored), edition))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def show(document: QTextDocument, stored: str, edition: Edition) -> None:
    """Make the document hold a stored text, changing no more of it than differs, so that every
    cursor stays where its words are."""
    pieces = parts(_lines(stored), edition)
    before, after = [*_units(pieces_of(document))], [*_units(pieces)]
    first = 0
    least = min(len(before), len(after))
    while first < least and before[first] == after[first]:
        first += 1
    last = 0
    while last < least - first and before[-1 - last] == after[-1 - last]:
        last += 1
    if first == len(before) == len(after):
        return
    cursor = QTextCursor(document)
    cursor.setPosition(_length(before[:first]))
    cursor.setPosition(_length(before[: len(before) - last]), QTextCursor.MoveMode.KeepAnchor)
    insert(cursor, after[first : len(after) - last])


def _units(pieces: Iterator[Part] | list[Part]) -> Iterator[Part]:
    """The pieces in single characters and single live numbers."""
    for piece in pieces:
        if piece.key:
            yield Part("", piece.key)
        else:
            yield from map(Part, piece.text)


def _length(units: list[Part]) -> int:
    return sum(2 if unit.text > "\uffff" else 1 for unit in units)


def _plain(words: str) -> str:
    """Words without what stands for a chip that is none, and without breaks inside paragraphs."""
    return words.replace(CHARACTER, "").replace(_SOFT_BREAK, "\n").replace("\u2029", "\n")
