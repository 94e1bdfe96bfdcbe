"""Live numbers: ``{{key}}`` in a narrative is the figure of that cell or subtotal as it is now.

In the stored text ``{{block.row.column}}`` is live where the edition has that figure, and plain
text where it has not. A literal one has a backslash before it: of the backslashes that stand right
before the braces every two are one backslash of the text, and one more makes the braces text.
Anywhere else a backslash is just a backslash.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from reportdesk.form.names import brief_column, brief_row
from reportdesk.form.table import Table, path_of
from reportdesk.report.figures import written
from reportdesk.report.totals import Amounts, effective, group_members, kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from reportdesk.form.edition import Edition
    from reportdesk.report.document import Document
    from reportdesk.report.figures import Number

BLANK = "＿＿"
"""What is printed for a live number that has no value yet."""
_PLACE = re.compile(r"(\\*)\{\{([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*){2})\}\}")


class Part(NamedTuple):
    """A piece of a stored text: words as they are read, or with ``key`` a live number.
    ``start`` and ``end`` are its place in the stored text."""

    text: str
    key: str = ""
    start: int = 0
    end: int = 0


class Name(NamedTuple):
    """What a figure is called: row and column (「本年新收 × 总计」), and its section."""

    figure: str
    section: str


def live_keys(edition: Edition) -> Mapping[str, Name]:
    """Every figure that may stand in a text, by key. Totals of rows and of groups come first,
    then tables without any, the sums of groups in single columns last."""
    return kept(edition, _find_keys)


def parts(text: str, edition: Edition) -> list[Part]:
    """A stored text as words and live numbers, in order."""
    if "{{" not in text:
        return [Part(text, "", 0, len(text))] if text else []
    known = live_keys(edition)
    found: list[Part] = []
    at = 0
    for match in _PLACE.finditer(text):
        slashes, literal = divmod(len(match[1]), 2)
        start, braces, end = match.start(), match.end(1), match.end()
        live = not literal and match[2] in known
        if start > at:
            found.append(Part(text[at:start], "", at, start))
        if words := "\\" * slashes + ("" if live else text[braces:end]):
            found.append(Part(words, "", start, braces if live else end))
        if live:
            found.append(Part("", match[2], braces, end))
        at = end
    if at < len(text):
        found.append(Part(text[at:], "", at, len(text)))
    return found


def joined(pieces: Iterable[Part]) -> str:
    """The stored text of words and live numbers; the reverse of ``parts``."""
    text, words = "", ""
    for piece in pieces:
        if not piece.key:
            words += piece.text
            continue
        text += escaped(words)
        if slashes := len(words) - len(words.rstrip("\\")):
            text += "\\" * slashes
        text += f"{{{{{piece.key}}}}}"
        words = ""
    return text + escaped(words)


def escaped(words: str) -> str:
    """Words that came from outside as a stored text: none of their braces is a live number."""
    if "{{" not in words:
        return words
    return _PLACE.sub(lambda m: f"{m[1]}{m[1]}\\{m[0][len(m[1]) :]}", words)


def resolved(text: str, figures: Amounts | Document, blank: str = BLANK) -> str:
    """A stored text as it is read and printed, with the value of each live number in its place;
    ``blank`` stands for those that are blank or waiting."""
    if "{{" not in text:
        return text
    amounts = figures if isinstance(figures, Amounts) else Amounts(figures)
    edition = amounts.document.edition
    return "".join(
        (value_of(part.key, amounts) or blank) if part.key else part.text
        for part in parts(text, edition)
    )


def value_of(key: str, amounts: Amounts) -> str:
    """What a live number shows: the stored value, or what is reckoned; "" while that waits."""
    stored = amounts.document.values.get(key)
    if stored is not None:
        return stored
    number = number_of(key, amounts)
    return "" if number is None else written(number)


def number_of(key: str, amounts: Amounts) -> Number | None:
    """What a cell or a group's subtotal counts as; None while it is blank or waiting."""
    members = group_members(amounts.document.edition).get(key)
    return amounts[key] if members is None else amounts.add(members)


def keys_in(text: str, edition: Edition) -> list[str]:
    """The live numbers of a text, each once, in order."""
    if "{{" not in text:
        return []
    return list(dict.fromkeys(part.key for part in parts(text, edition) if part.key))


def printed_values(document: Document) -> dict[str, str]:
    """The values as a file prints them: with every total that can be reckoned, and with the live
    numbers of narratives resolved."""
    values = effective(document)
    texts = [t.id for t in document.edition.texts if "{{" in values.get(t.id, "")]
    if texts:
        amounts = Amounts(document)
        for id in texts:
            values[id] = resolved(values[id], amounts)
    return values


def carried(text: str, last: Document, edition: Edition) -> str:
    """Last year's text as this year's: numbers that ``edition`` has too stay live and follow the
    new figures, those that it has not become the words that they were."""
    if "{{" not in text:
        return text
    known, amounts = live_keys(edition), Amounts(last)
    return joined(
        part if not part.key or part.key in known else Part(value_of(part.key, amounts) or BLANK)
        for part in parts(text, last.edition)
    )


def _find_keys(edition: Edition) -> dict[str, Name]:
    ranked: list[tuple[int, str, Name]] = []
    for section in edition.sections:
        for table in section.blocks:
            if isinstance(table, Table):
                place = section.short or section.title
                ranked += [(rank, key, Name(name, place)) for rank, key, name in _figures(table)]
    return {key: name for _, key, name in sorted(ranked, key=lambda each: each[0])}


def _figures(table: Table) -> Iterator[tuple[int, str, str]]:
    """The figures of a table with their names, and how far each is from a total (0)."""
    totals = {sum.column for sum in table.sums if sum.column}
    for part in table.parts:
        lines = [(row.id, row.under, 2) for row in part.rows]
        for group in part.groups:
            if group.subtotal:
                first = table.members(part, group.id)[0]
                at = next(n for n, line in enumerate(lines) if line[0] == first)
                lines.insert(at, (group.id, "", 3))
        for id, under, apart in lines:
            around = [group.id for group in path_of(part.groups, under)][-1:]
            name = " › ".join(brief_row(table, each) for each in (*around, id))
            for column in part.columns:
                rank = 0 if column.id in totals else apart if totals else 1
                yield rank, table.key(id, column.id), f"{name} × {brief_column(part, column)}"
