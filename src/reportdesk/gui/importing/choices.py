"""What the clerk has decided about a file so far, and what would come of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from reportdesk.checks.checker import Checker
from reportdesk.checks.standing import Standing, marked, standing
from reportdesk.errors import RequestError
from reportdesk.form.table import Table
from reportdesk.form.values import find
from reportdesk.gui.importing.doubts import Doubts
from reportdesk.gui.importing.results import proved, replaced_words, told_of_target, total_doubts
from reportdesk.report.adopt import Choices, Counts, Merge, Taken, begin, beside, count, merge, take
from reportdesk.report.document import Document, Origin

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.form.catalog import Catalog
    from reportdesk.gui.importing.doubts import Doubt
    from reportdesk.gui.importing.loading import Loaded
    from reportdesk.report.rollover import Rolled

Use = Literal["last", "this", "into", "previous"]
"""Begin the next year with it; go on filling it in; take it into the open report as its content,
or as its last year's report."""
State = Literal["", "near", "doubt"]


@dataclass(frozen=True)
class Outcome:
    """What was decided. ``document`` is the new report (``create``), or the open one as it will be;
    ``values`` and ``origins`` are the step to it, which is not all where ``whole`` is set."""

    kind: Literal["create", "into", "previous"]
    document: Document
    values: Mapping[str, str | None] = field(default_factory=dict[str, str | None])
    origins: Mapping[str, Origin | None] = field(default_factory=dict[str, Origin | None])
    notes: tuple[str, ...] = ()
    whole: bool = False
    label: str = ""
    """The name of the step."""


class Proposal:
    """One file on its way in. After every change ``renew`` reckons what would come of it."""

    def __init__(self, loaded: Loaded, catalog: Catalog, target: Document | None = None) -> None:
        self.loaded, self.catalog, self.target = loaded, catalog, target
        self.reading = loaded.reading
        self.edition = self.reading.edition
        self.found = self.reading.to_document()
        self.year: int | None = self.reading.year
        self.start: int | None = None
        """The year to begin, where it is not simply the one after the file's."""
        self.use: Use = self._first_use()
        self.left: set[str] = set()
        """Sections that are not taken."""
        self.decisions: dict[str, str] = {}
        """What was chosen for a doubt, by the doubt's id."""
        self._lying = Doubts(self.reading).all()
        self.taken = Taken(self.found, {})
        self.rolled: Rolled | None = None
        self.merge: Merge | None = None
        self.doubts: list[Doubt] = []
        self.counts = Counts()
        self.trouble = ""
        """Why it cannot be done so, "" if it can."""
        self.renew()

    @property
    def uses(self) -> tuple[Use, ...]:
        """What can be done with the file."""
        return ("last", "this") if self.target is None else ("into", "previous")

    def _first_use(self) -> Use:
        if self.target is None:
            return "last"
        before = self.target.year is not None and self.year == self.target.year - 1
        return "previous" if before else "into"

    @property
    def new_year(self) -> int | None:
        """The year that is begun from the file, None while the file's year is not known."""
        if self.start is not None:
            return self.start
        return self.year + 1 if self.year is not None else None

    def decide(self, doubt: Doubt, option: str) -> None:
        """Take one of a doubt's options, or with the same one again take it back."""
        if self.decisions.get(doubt.id) == option:
            del self.decisions[doubt.id]
        else:
            self.decisions[doubt.id] = option
        self.renew()

    def open_doubts(self) -> list[Doubt]:
        """The doubts that wait for a look."""
        return [d for d in self.doubts if d.options and d.grave and d.id not in self.decisions]

    # What comes of it

    def renew(self) -> None:
        """Reckon everything anew."""
        found, choices = self.found.but(year=self.year), self._choices()
        file = self.reading.file
        stated = take(found, choices, file)
        totals = total_doubts(stated.document)
        sums = {k for d in totals if self.decisions.get(d.id) == "sum" for k in d.keys}
        self.taken = (
            take(found, replace(choices, reckoned=frozenset(sums)), file) if sums else stated
        )
        self._checker = Checker(self.taken.document)
        self._marks = marked(self._checker.findings(), self._checker)
        self._proved = proved(self.taken.agreed, self.edition)
        self.rolled, self.merge, self.trouble = None, None, ""
        if self.use == "last":
            self._begin()
        elif self.use == "into" and self.target is not None:
            self.merge = merge(self.taken, self.target)
            if self.decisions.get("replaced") == "ours":
                self.merge = merge(self.taken, self.target, self.merge.replaced)
        self.counts = self._count()
        self.doubts = self._all_doubts(totals)
        self._states = self._reckon_states()

    def _begin(self) -> None:
        year = self.new_year
        if year is None:
            self.trouble = "文件里没有认出年份，请填上它是哪一年的报告。"
            return
        if year == self.year:
            self.trouble = f"文件就是 {year} 年度的报告。要接着填，请选“作为这一年的报告继续填写”。"
            return
        try:
            self.rolled = begin(self.taken.document, year, self.catalog)
        except RequestError as error:
            self.trouble = error.message

    def _choices(self) -> Choices:
        cells: set[str] = set()
        given: dict[str, tuple[str, Origin]] = {}
        dropped: set[int] = set()
        for doubt in self._lying:
            choice = self.decisions.get(doubt.id)
            if choice == "leave":
                cells |= self._row_or_cells(doubt)
            elif choice == "zero":
                given.update({key: ("0", self._origin(key)) for key in doubt.keys})
            elif choice == "drop":
                dropped.update(doubt.strays)
            elif choice is not None and choice.startswith("take "):
                given.update(self._picked(doubt, choice.removeprefix("take ")))
        return Choices(
            sections=frozenset(self.left),
            cells=frozenset(cells),
            given=given,
            dropped=frozenset(self.found.unplaced[number] for number in dropped),
        )

    def _row_or_cells(self, doubt: Doubt) -> set[str]:
        if doubt.kind != "label":
            return set(doubt.keys)
        row = doubt.keys[0].rpartition(".")[0]
        return {key for key in self.edition.fields if key.rpartition(".")[0] == row}

    def _origin(self, key: str) -> Origin:
        mark = self.reading.marks.get(key)
        place = mark.trace.pieces[0].place if mark is not None and mark.trace.pieces else ""
        return Origin("file", self.reading.file, place, mark.text if mark is not None else "")

    def _picked(self, doubt: Doubt, text: str) -> dict[str, tuple[str, Origin]]:
        key = doubt.keys[0]
        field = self.edition.fields[key]
        value = find(text, field.holds, field.unit).value
        number = next(n for n in doubt.strays if self.found.unplaced[n].text == text)
        place = self.found.unplaced[number].place
        shown = text if text != value else ""
        return {key: (value, Origin("file", self.reading.file, place, shown))} if value else {}

    def _count(self) -> Counts:
        if self.rolled is not None:
            new = self.rolled.document
            moved = [k for k, o in new.origins.items() if o.kind in ("rolled", "last_year")]
            return count(new.edition, moved)
        if self.merge is not None:
            return count(self.merge.document.edition, self.merge.values)
        filled = {key for key, value in self.taken.document.values.items() if value.strip()}
        return count(self.edition, filled | self.taken.agreed.keys())

    def _all_doubts(self, totals: list[Doubt]) -> list[Doubt]:
        found: list[Doubt] = []
        for doubt in [*totals, *self._lying]:
            if doubt.section in self.left:
                continue
            if doubt.kind == "order" and set(doubt.keys) <= self._proved:
                words = doubt.words.replace("请对照", "各项相加和总计一致")
                doubt = replace(doubt, words=words, grave=False)
            found.append(doubt)
        if self.target is not None:
            found += told_of_target(self.taken.document, self.target, into=self.use == "into")
        if self.merge is not None:
            found += replaced_words(self.merge, self.target)
        found.sort(key=lambda d: not d.grave)
        if self.rolled is not None:
            found += [_note(n, words) for n, words in enumerate(self.rolled.notes)]
        return found

    # How the cells stand

    def _reckon_states(self) -> dict[str, State]:
        found: dict[str, State] = {}
        for doubt in self.open_doubts():
            near = doubt.kind in ("label", "order")
            for key in doubt.keys:
                if doubt.kind == "order" and key in self._proved:
                    continue
                if not near or key not in found:
                    found[key] = "near" if near else "doubt"
        return found

    def state(self, key: str) -> State:
        """Whether a cell is to be looked at."""
        return self._states.get(key, "")

    def standing(self, key: str) -> Standing:
        """How a cell of the report stands as it would be taken."""
        return standing(self._checker, key, self._marks)

    def sure_cells(self) -> int:
        """How many cells nothing is to be said about."""
        keys = {*self.taken.document.values, *self.taken.agreed}
        cells = [k for k in keys if isinstance(self._block(k), Table)]
        return sum(not self.state(key) for key in cells)

    def _block(self, key: str) -> object:
        field = self.edition.fields.get(key)
        return field.block if field is not None else None

    def carried_to(self, key: str) -> str:
        """The blank of the new year that a cell of the file goes to, "" if it goes nowhere."""
        if self.rolled is None:
            return ""
        origins = self.rolled.document.origins
        return next((k for k, o in origins.items() if o.kind == "rolled" and o.place == key), "")

    def outcome(self) -> Outcome | None:
        """What was decided, None while it cannot be done."""
        file = self.reading.file
        if self.trouble:
            return None
        if self.rolled is not None:
            return Outcome("create", self.rolled.document, notes=tuple(self.rolled.notes))
        if self.merge is not None:
            step, label = self.merge, f"从“{file}”填入"
            return Outcome("into", step.document, step.values, step.origins, (), step.whole, label)
        if self.use == "previous" and self.target is not None:
            document = beside(self.target, self.taken.document)
            return Outcome("previous", document, whole=True, label=f"以“{file}”为上年报告")
        return Outcome("create", self.taken.document)


def _note(number: int, words: str) -> Doubt:
    from reportdesk.gui.importing.doubts import Doubt

    return Doubt(f"roll {number}", "told", "开始新年度", words.rstrip("。"), grave=False)
