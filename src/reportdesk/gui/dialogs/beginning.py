"""What a new report begins with: nothing but the office's own data, or last year's report."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.form.edition import Line
from reportdesk.report.deadline import kind_line, year_in_hand
from reportdesk.report.document import Origin
from reportdesk.report.rollover import begin, roll_over

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.form.edition import Edition
    from reportdesk.gui.context import Context
    from reportdesk.report.document import Document
    from reportdesk.store.drafts import Draft

_ORGAN = "organ"
_LAST_YEAR, _ROLLED = "last_year", "rolled"


class Carried(NamedTuple):
    """What comes over from last year: in a sentence, and what the clerk has to know."""

    summary: str
    notes: list[str]


class Beginning:
    """Everything that is known before the clerk answers. ``last`` is a draft to go on from.
    Raises StoreError where it cannot be opened."""

    def __init__(self, context: Context, last: int | None = None) -> None:
        self._context = context
        store, catalog = context.store, context.catalog
        self._drafts = store.drafts()
        self.last: Document | None = store.open(last, catalog) if last is not None else None
        self.year = year_in_hand(context.today())
        self.organ = next((draft.organ for draft in self._drafts if draft.organ), "")
        if self.last is not None:
            self.organ = self.last.organ
            if self.last.year is not None:
                self.year = self.last.year + 1
        self.organs = list(dict.fromkeys(d.organ for d in self._drafts if d.organ))

    def editions(self, year: int) -> list[str]:
        """The ids of the forms for ``year``, the usual one first."""
        catalog = self._context.catalog
        if self.last is not None:
            found = catalog.fitting(year, self.last.edition.family)
            if self.last.edition.id in found:  # a report stays on its form while that is in force
                found.remove(self.last.edition.id)
                found.insert(0, self.last.edition.id)
            return found
        newest = next((d.edition for d in self._drafts if d.edition in catalog), "")
        own = [catalog.family(newest)] if newest else []
        families = dict.fromkeys((*own, *catalog.families))
        return [id for family in families for id in catalog.fitting(year, family)]

    def kinds(self, edition: str) -> tuple[str, ...]:
        """The kinds of organ to choose from on a form; none where nothing depends on them."""
        form = self._context.catalog[edition]
        line = kind_line(form)
        block = form.block(line) if line else None
        return block.choices if isinstance(block, Line) else ()

    def kind_values(self, edition: str, kind: str) -> Mapping[str, str]:
        """The kind of organ as a value of its line."""
        line = kind_line(self._context.catalog[edition])
        return {line: kind} if line and kind else {}

    def kind_of(self, organ: str) -> str:
        """The kind of an organ as in its report changed last, "" where that is not known."""
        if self.last is not None and organ == self.last.organ:
            line = kind_line(self.last.edition)
            return self.last.values.get(line, "")
        return next((d.kind for d in self._drafts if d.organ == organ and d.kind), "")

    def binned(self, organ: str, year: int) -> Draft | None:
        """A report of the organ and year in the bin."""
        found = self._context.store.bin() if organ else []
        return next((d for d in found if d.organ == organ and d.year == year), None)

    def rolled(self, edition: str, year: int) -> Carried:
        """What would come over from last year's report."""
        assert self.last is not None
        rolled = roll_over(self.last, self._context.catalog[edition], year)
        kinds = [origin.kind for origin in rolled.document.origins.values()]
        words, figures = kinds.count(_LAST_YEAR), kinds.count(_ROLLED)
        summary = f"沿用文字和机关信息 {words} 项"
        summary += f"，结转数字 {figures} 格。" if figures else "，没有结转数字。"
        return Carried(summary, rolled.notes)

    def document(self, edition: str, year: int, organ: str, kind: str) -> Document:
        """The new report."""
        form = self._context.catalog[edition]
        asked = {**self.kind_values(edition, kind), **({_ORGAN: organ} if organ else {})}
        if self.last is None:
            office = self._context.store.office(form, organ) if organ else {}
            document = begin(form, year, {**office, **asked})
            of = next((d.year for d in self._drafts if d.organ == organ), None)
            origin = Origin(_LAST_YEAR, place=str(of or ""))
            document.origins.update((key, origin) for key in office)
        else:
            document = self._next(form, year, organ)
            document.values.update(asked)
        for key in asked:  # the clerk has just said so herself
            document.origins.pop(key, None)
        return document

    def _next(self, form: Edition, year: int, organ: str) -> Document:
        last = self.last
        assert last is not None
        if not organ or organ == last.organ:
            return roll_over(last, form, year).document
        # The office has another name: so have its title and its signature.
        renamed = {
            key: organ if value == last.organ else value for key, value in last.values.items()
        }
        document = roll_over(last.but(values=renamed), form, year).document
        document.previous = last.but(previous=None)
        return document
