"""The words of an edition: every label that its form prints, found again in any wording."""

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from reportdesk.form.edition import Edition, Part, Section, Table
from reportdesk.formats.recognise.labels import likeness, normal, split, without_notes

Kind = Literal["row", "group", "column", "span", "caption", "stub"]
_ALIKE = 0.72
_ALIKE_GROUP = 0.85
"""A group's label stands before those of its rows and must not be taken for one of them."""
_ALIKE_IN_PLACE = 0.5
"""Enough where the label has the number of the one that it must be, in its group."""
_MOST = 20000
"""Answers kept; labels come again and again, in one file and in the next."""


class Term(NamedTuple):
    """One label of the form. ``id`` names the row, group or column within its table's part."""

    kind: Kind
    table: Table
    part: Part
    id: str
    ordinal: str
    under: str = ""


class Vocabulary:
    """All labels of an edition, by the normal form of their words."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.terms: dict[str, list[Term]] = {}
        self._found: dict[tuple[str, str, tuple[Kind, ...]], list[Term]] = {}
        self.long: dict[str, list[tuple[str, Term]]] = {}
        """Per table the row labels with everything printed in their cell, for prefixes."""
        self.headings: list[tuple[Section, str, str]] = []
        """(section, ordinal, normal form) for each wording of each heading."""
        for table in edition.tables:
            for part in table.parts:
                for term, label in _labels(table, part):
                    self._add(term, label)
        for section in edition.sections:
            for wording in (section.heading, *section.also):
                if wording:
                    self.headings.append((section, *split(wording)))
        # Most cells of a table are figures; they need not be looked up where no label is one.
        self._wordy = not any(label.isdigit() for label in self.terms)

    def _add(self, term: Term, label: str) -> None:
        ordinal, words = split(label)
        found = self.terms.setdefault(words, [])
        own = Term(term.kind, term.table, term.part, term.id, ordinal, term.under)
        if own not in found:
            found.append(own)
        if term.kind in ("row", "group"):
            self.long.setdefault(term.table.id, []).append((words, own))

    def find(
        self, text: str, table: Table | None = None, kinds: tuple[Kind, ...] = ()
    ) -> list[Term]:
        """The terms that ``text`` may be (of ``table`` and ``kinds`` only, where given); a
        contradicting ordinal rules one out."""
        if not text or len(text) > 120 or (self._wordy and text.isdigit()):
            return []
        asked = (text, table.id if table is not None else "", kinds)
        known = self._found.get(asked)
        if known is None:
            if len(self._found) > _MOST:
                self._found.clear()
            known = self._found[asked] = self._find(text, table, kinds)
        return known

    def _find(self, text: str, table: Table | None, kinds: tuple[Kind, ...]) -> list[Term]:
        ordinal, words = split(text)
        found = self.terms.get(words)
        if found is None:
            found = self.terms.get(split(without_notes(text))[1])
        if found is None and ordinal:
            found = self.terms.get(normal(text))
        if not found:
            return []
        if table is not None:
            found = [t for t in found if t.table is table]
        if kinds:
            found = [t for t in found if t.kind in kinds]
        same = [t for t in found if t.ordinal == ordinal]
        return same or [t for t in found if not ordinal or not t.ordinal]

    def guess_column(self, text: str, table: Table) -> list[Term]:
        """The column that a mistyped or cut-off head of ``table`` must be, in each of its parts;
        [] if not one alone."""
        _, words = split(without_notes(text))
        if len(words) < 3 or len(text) > 60:
            return []
        rates: dict[str, float] = {}
        terms: dict[str, list[Term]] = {}
        for form, found in self.terms.items():
            for term in found:
                if term.kind == "column" and term.table is table:
                    cut = form.startswith(words)
                    rate = 1.0 if cut else likeness(words, form, _ALIKE)
                    if rate >= max(_ALIKE, rates.get(form, 0.0)):
                        rates[form] = rate
                        terms.setdefault(form, []).append(term)
        ranked = sorted(rates, key=lambda form: -rates[form])
        ids = [{term.id for term in terms[form]} for form in ranked]
        others = [f for f, own in zip(ranked, ids, strict=True) if own != ids[0]]
        if not ranked or (others and rates[ranked[0]] - rates[others[0]] < 0.1):
            return []
        return terms[ranked[0]]

    def guess(self, text: str, table: Table, around: Collection[str] = ()) -> list[Term]:
        """The row that a mistyped, cut-off or shortened label of ``table`` must be, [] if not one
        alone; ``around`` are the groups that it stands in."""
        ordinal, words = split(text)
        # A figure at its end belongs to the row, not to the label.
        if len(words) < 3 or words[-1].isdigit():
            return []
        known = self.long.get(table.id, [])
        if len(words) >= 4:
            begun = {
                (t.kind, t.id): t
                for w, t in known
                if w.startswith(words) and (not ordinal or t.ordinal == ordinal)
            }
            if len(begun) == 1:
                return list(begun.values())
        best: dict[tuple[str, str], tuple[float, Term]] = {}
        for form, term in known:
            if ordinal and term.ordinal and ordinal != term.ordinal:
                continue
            placed = bool(ordinal) and ordinal == term.ordinal and term.under in around
            least = _ALIKE_IN_PLACE if placed else _ALIKE if term.kind == "row" else _ALIKE_GROUP
            rate = likeness(words, form, least)
            if rate >= least and rate > best.get((term.kind, term.id), (0.0, term))[0]:
                best[(term.kind, term.id)] = (rate, term)
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.1):
            return []
        if not ordinal and ranked[0][1].ordinal and ranked[0][0] < 0.85:
            return []
        return [ranked[0][1]]


def _labels(table: Table, part: Part) -> Iterator[tuple[Term, str]]:
    for row in part.rows:
        term = Term("row", table, part, row.id, "", row.under)
        for label in (row.label, *row.also, *([row.label + row.note] if row.note else [])):
            yield term, label
    for group in part.groups:
        term = Term("group", table, part, group.id, "", group.under)
        for label in (group.label, *group.also):
            yield term, label
    for column in part.columns:
        term = Term("column", table, part, column.id, "", column.under)
        for label in (column.label, *column.also):
            yield term, label
    for group in part.column_groups:
        term = Term("span", table, part, group.id, "", group.under)
        for label in (group.label, *group.also):
            yield term, label
    if part.caption:
        yield Term("caption", table, part, "", ""), part.caption
    if part.stub:
        yield Term("stub", table, part, "", ""), part.stub


_known: dict[int, Vocabulary] = {}


def vocabulary_of(edition: Edition) -> Vocabulary:
    """The edition's vocabulary, made once (it keeps the edition, so its id stays its own)."""
    found = _known.get(id(edition))
    if found is None:
        found = _known[id(edition)] = Vocabulary(edition)
    return found
