"""The one open report: every edit goes through here to undo stack, disk, checks and screen."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack

from reportdesk.checks.checker import Checker
from reportdesk.checks.progress import progress
from reportdesk.checks.relations import Relation, relations_at
from reportdesk.checks.standing import Standing, marked, reason_name, standing
from reportdesk.errors import StoreError
from reportdesk.form.edition import Text
from reportdesk.form.values import writable
from reportdesk.gui.commands import EditStep, State, SwapStep, state_of
from reportdesk.report.figures import written
from reportdesk.report.kept_words import holding, stays
from reportdesk.report.totals import effective

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reportdesk.checks.findings import Finding
    from reportdesk.checks.steps import Progress
    from reportdesk.form.edition import Edition
    from reportdesk.report.document import Document, Origin
    from reportdesk.store.drafts import DraftStore

T = TypeVar("T")

_PLACE = 1500
"""Milliseconds that the clerk stays in a place before it is remembered."""
_SLOW = 0.3
"""Seconds after which a clerk wonders whether anything happens, as on a network's folder."""
_RETRY = 5000
"""Milliseconds after which a save that did not succeed is tried again."""


class Session(QObject):
    """One open draft. Widgets ask it and listen to it; none of them changes a document."""

    changed = Signal(object)
    """Keys (frozenset) whose value or standing may be another now."""
    findings_changed = Signal()
    saving = Signal()
    """A save begins, and the last one took so long that this one has to be told."""
    saved = Signal(object)
    """When (datetime)."""
    save_failed = Signal(str)
    reset = Signal()
    """Everything may be another now."""
    asked = Signal(str, int, int)
    """Go to this blank: key, and in a narrative where and how long (-1, 0: nowhere)."""

    def __init__(
        self, document: Document, store: DraftStore, id: int, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.store, self.id = store, id
        self.undo = QUndoStack(self)
        self.place = ""
        self._place_kept = ""
        self._keeping = QTimer(self, singleShot=True, interval=_PLACE)
        self._keeping.timeout.connect(self.keep_place)
        self._retry = QTimer(self, singleShot=True, interval=_RETRY)
        self._retry.timeout.connect(self._save)
        self._unsaved = State({}, {}, {})
        self._replaced = self._swapping = False
        self._latest = ""
        self.took = 0.0
        """How many seconds the last save took."""
        self._take(document)

    def _take(self, document: Document) -> None:
        self.document = document
        self.checker = Checker(document)
        self._last = effective(document.previous) if document.previous is not None else {}
        self.findings: tuple[Finding, ...] = tuple(self.checker.findings())
        self._marks = marked(self.findings, self.checker)
        self.progress: Progress = progress(document, self.findings, self.checker.amounts)

    @property
    def edition(self) -> Edition:
        """The report's edition."""
        return self.document.edition

    @property
    def has_last(self) -> bool:
        """Whether last year's report is at hand."""
        return self.document.previous is not None

    def value(self, key: str) -> str:
        """The stored value, "" if there is none."""
        return self.document.values.get(key, "")

    def effective(self, key: str) -> str:
        """The stored value or the reckoned total, "" while blank or waiting."""
        stored = self.document.values.get(key)
        if stored is not None:
            return stored
        number = self.checker.amounts[key]
        return "" if number is None else written(number)

    def last(self, key: str) -> str:
        """Last year's value of the same blank, "" if there is none."""
        return self._last.get(key, "")

    def standing(self, key: str) -> Standing:
        """How a cell stands now."""
        return standing(self.checker, key, self._marks)

    def relations(self, key: str) -> list[Relation]:
        """The relations that a cell takes part in, broken ones first."""
        return relations_at(self.checker, key)

    def edit(
        self,
        after: Mapping[str, str | None],
        label: str,
        *,
        origins: Mapping[str, Origin | None] | None = None,
        merge: str = "",
    ) -> None:
        """One named step that puts ``after`` in place (None or "": blank). Who edits a value
        vouches for it: its origin goes, but for those given, and for a text's, whose other
        paragraphs are not vouched for. Nothing that is as it was makes a step."""
        wanted = {key: writable(value or "") or None for key, value in after.items()}
        kept = {k: v for k, v in wanted.items() if self.document.values.get(k) != v}
        come: dict[str, Origin | None] = {
            key: None
            for key in after
            if key in self.document.origins
            and not (wanted[key] and self._is_text(key) and stays(self.document, key))
        }
        come.update(origins or {})
        self._push(State(kept, come, {}), label, merge)

    def confirm(self, keys: Iterable[str]) -> None:
        """Say of imported values that they are right."""
        origins = {key: None for key in keys if key in self.document.origins}
        self._push(State({}, origins, {}), f"确认 {len(origins)} 格")

    def hold(self, key: str, paragraphs: Sequence[str], *, holds: bool = True) -> None:
        """Say of paragraphs of a narrative that stand as last year that they hold this year too,
        or take that back."""
        if paragraphs:
            origin = holding(self.document, key, paragraphs, holds=holds)
            label = f"确认 {len(paragraphs)} 段没有变化" if holds else "收回没有变化"
            self._push(State({}, {key: origin}, {}), label)

    def _is_text(self, key: str) -> bool:
        return isinstance(self.edition.fields[key].block, Text)

    def give_back(self, keys: Iterable[str]) -> None:
        """Let the program reckon these typed totals again."""
        fields = self.edition.fields
        totals = [k for k in keys if k in self.document.values and fields[k].total]
        self.edit(dict.fromkeys(totals), "交回自动合计")

    def fill_zero(self, keys: Iterable[str]) -> int:
        """Write 0 into those of the cells that are blank and typed by hand; how many."""
        fields = self.edition.fields
        blank = [
            k
            for k in keys
            if k not in self.document.values
            and not fields[k].total
            and fields[k].holds in ("count", "signed", "money", "amount")
        ]
        self.edit(dict.fromkeys(blank, "0"), f"空白处填 0（{len(blank)} 格）")
        return len(blank)

    def reason(self, finding: Finding) -> str:
        """The written reason for a finding of severity review, "" if there is none."""
        return self.document.reasons.get(reason_name(finding.rule, finding.keys), "")

    def set_reason(self, finding: Finding, text: str) -> None:
        """Write the reason for a finding, or take it away with ""."""
        name, text = reason_name(finding.rule, finding.keys), writable(text).strip()
        if self.document.reasons.get(name, "") != text:
            label = "写明原因" if text else "删去原因"
            self._push(State({}, {}, {name: text or None}), label)

    def go(self, key: str, start: int = -1, length: int = 0) -> None:
        """Ask the screen to go to a blank."""
        self.asked.emit(key, start, length)

    def at(self, place: str) -> None:
        """Say where the clerk is; it is remembered once she stays there."""
        self.place = place
        self._keeping.start()

    def keep_place(self) -> None:
        """Remember the place now. It is no part of the report: where it cannot be written the
        report is opened at its beginning, and nothing is said."""
        self._keeping.stop()
        if self.place != self._place_kept:
            try:
                self.store.keep_place(self.id, self.place)
            except StoreError:
                return
            self._place_kept = self.place

    def replace(self, document: Document, label: str) -> None:
        """One named step that takes another content in place of this one (a version restored,
        another last year's report)."""
        self.undo.push(SwapStep(self._swap, self.document, document, label))

    def _swap(self, document: Document) -> None:
        self._swapping = True
        try:
            self._take(document)
            self._replaced = True
            self._save()
            self.reset.emit()
            self.findings_changed.emit()
        finally:
            self._swapping = False

    def flush(self) -> bool:
        """Write what is not written yet; whether all is safe."""
        if any(self._unsaved) or self._replaced:
            self._save()
        return not (any(self._unsaved) or self._replaced)

    def _push(self, wanted: State, label: str, merge: str = "") -> None:
        if self._swapping:
            # A field that goes, or loses the focus, hands over what it showed of the other content;
            # and a step that is pushed while one is undone or redone destroys Qt's stack.
            return
        before = state_of(self.document, wanted)
        if any(getattr(before, part) != getattr(wanted, part) for part in State._fields):
            self.undo.push(EditStep(self._put, before, wanted, label, merge))

    def step_back(self) -> None:
        """Undo a step and go to what it changed, for nobody sees a change elsewhere."""
        self._latest = ""
        self.undo.undo()
        self._show_latest()

    def step_forward(self) -> None:
        """Do a step again and go to what it changed."""
        self._latest = ""
        self.undo.redo()
        self._show_latest()

    def _show_latest(self) -> None:
        if self._latest and self._latest in self.edition.fields:
            self.go(self._latest)

    def _put(self, state: State) -> None:
        self._latest = next(iter((*state.values, *state.origins)), "")
        document, before = self.document, dict(self._marks)
        _lay(document.values, state.values)
        _lay(document.origins, state.origins)
        _lay(document.reasons, state.reasons)
        self._unsaved = state.over(self._unsaved)
        ledger, touched = self.checker.amounts.ledger, set(state.values) | set(state.origins)
        for key in state.values:
            if (slot := ledger.slots.get(key)) is not None:
                touched.update(ledger.keys[total] for total in ledger.feeds[slot])
        if state.values:
            for index in self.checker.update(state.values):
                touched.update(self.checker.rules[index].keys)
        self._judge()
        touched.update(k for k in before.keys() | self._marks.keys() if self._mark(before, k))
        if state.reasons:
            for finding in self.findings:
                touched.update(finding.keys)
        self._save()
        self.changed.emit(frozenset(touched))
        self.findings_changed.emit()

    def _judge(self) -> None:
        self.findings = tuple(self.checker.findings())
        self._marks = marked(self.findings, self.checker)
        self.progress = progress(self.document, self.findings, self.checker.amounts)

    def _mark(self, before: Mapping[str, object], key: str) -> bool:
        return before.get(key, "") != self._marks.get(key, "")

    def _save(self) -> None:
        self._retry.stop()
        if self.is_slow:
            self.saving.emit()
        began = monotonic()
        try:
            if self._replaced:
                when = self.store.replace(self.id, self.document)
            else:
                when = self.store.write(self.id, *self._unsaved, self.progress, self.place or None)
                self._place_kept = self.place
            self._replaced, self._unsaved = False, State({}, {}, {})
        except StoreError as error:
            self._retry.start()
            self.save_failed.emit(error.message)
            return
        finally:
            self.took = monotonic() - began
        self.saved.emit(when)

    @property
    def is_slow(self) -> bool:
        """Whether the last save took so long that it was felt."""
        return self.took > _SLOW


def _lay(held: dict[str, T], wanted: Mapping[str, T | None]) -> None:
    for key, value in wanted.items():
        if value is None:
            held.pop(key, None)
        else:
            held[key] = value
