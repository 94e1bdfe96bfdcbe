"""How far a report is, section by section, in the few words of the list of sections.

A blank that waits to be filled is no error here: a half-filled table is half filled, and its
blanks count as what is left to do. What was written and does not hold is an error. A text is
done once no paragraph of it is last year's without the clerk having said that it holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.checks.aspects import aspects_of
from reportdesk.checks.blanks import BLANK
from reportdesk.checks.narrative import LIVE, length
from reportdesk.checks.standing import reason_name
from reportdesk.checks.steps import Progress, State, Step
from reportdesk.form.edition import Table, Text
from reportdesk.report.kept_words import kept_words
from reportdesk.report.totals import kept

if TYPE_CHECKING:
    from collections.abc import Iterable

    from reportdesk.checks.findings import Finding
    from reportdesk.form.edition import Edition
    from reportdesk.report.document import Document
    from reportdesk.report.totals import Amounts


class _Wanted(NamedTuple):
    """A section's blanks: those that must be filled, all of them, and its texts."""

    id: str
    title: str
    wanted: tuple[str, ...]
    every: tuple[str, ...]
    texts: tuple[Text, ...]
    """Those that must be filled."""
    tabular: bool


def progress(
    document: Document, findings: Iterable[Finding], amounts: Amounts | None = None
) -> Progress:
    """How far ``document`` is, given all that stands against it."""
    edition = document.edition
    sections, places = kept(edition, _sections), kept(edition, _places)
    counted = [[0, 0, 0] for _ in sections]
    whole = [0, 0, 0]
    for finding in findings:
        severity = finding.severity
        rank = 0 if severity == "error" else 1 if severity == "review" else 2
        if rank == 0 and waits(document, finding):
            continue
        if rank == 1 and reason_name(finding.rule, finding.keys) in document.reasons:
            continue
        whole[rank] += 1
        if finding.keys and (at := places.get(finding.keys[0], -1)) >= 0:
            counted[at][rank] += 1
    steps = tuple(
        _step(document, section, counts, amounts)
        for section, counts in zip(sections, counted, strict=True)
    )
    filled = sum(step.filled for step in steps)
    return Progress(steps, filled, sum(step.of for step in steps), *whole)


def waits(document: Document, finding: Finding) -> bool:
    """Whether a finding only tells of blanks that are still to be filled."""
    if finding.rule == BLANK:
        return True
    if finding.rule == LIVE:
        return all(_is_awaited(document.edition, key) for key in finding.keys[1:])
    if len(finding.keys) != 1 or not _empty(document.values.get(finding.keys[0])):
        return False
    return (finding.rule, finding.keys[0]) in kept(document.edition, _fillings)


def _is_awaited(edition: Edition, key: str) -> bool:
    """Whether a figure is of a table that has to be filled, so that its blanks are told anyway."""
    block = edition.block(key.partition(".")[0])
    return isinstance(block, Table) and block.required


def section_of(edition: Edition, finding: Finding) -> str:
    """The id of the section that a finding belongs to, "" if it is about none."""
    at = kept(edition, _places).get(finding.keys[0], -1) if finding.keys else -1
    return edition.sections[at].id if at >= 0 else ""


def _step(document: Document, section: _Wanted, counts: list[int], amounts: Amounts | None) -> Step:
    values = document.values
    filled = sum(1 for key in section.wanted if not _empty(values.get(key)))
    of, (errors, reviews, hints) = len(section.wanted), counts
    if errors:
        state, words = "error", f"错误 {errors} 处"
    elif reviews:
        state, words = "review", f"核实 {reviews} 处"
    else:
        state, words = _filling(document, section, filled, amounts)
    return Step(section.id, section.title, state, words, filled, of, errors, reviews, hints)


def _filling(
    document: Document, section: _Wanted, filled: int, amounts: Amounts | None
) -> tuple[State, str]:
    values, of = document.values, len(section.wanted)
    any_filled = filled > 0 or any(values.get(key) for key in section.every)
    if not any_filled:
        return ("none", "未填") if of else ("done", "可不填")
    if section.tabular and filled < of:
        return "part", f"填了 {filled} / {of} 格"
    written = [text for text in section.texts if not _empty(values.get(text.id))]
    if same := sum(len(kept_words(document, text.id, amounts).same) for text in written):
        return "part", f"{same} 段还同上年"
    finished = section.tabular or not any(unspoken(document, text) for text in written)
    if written and not (finished and filled == of):
        return "part", f"已写 {sum(length(values[text.id]) for text in written)} 字"
    if filled < of:
        return "part", f"填了 {filled} / {of} 格"
    return "done", "已填完"


def _empty(value: str | None) -> bool:
    return not value or value.isspace()


def unspoken(document: Document, text: Text) -> tuple[str, ...]:
    """What a written text has to speak of and does not, unless it is explained why."""
    if _empty(document.values.get(text.id)) or _excused(document, text):
        return ()
    aspects = aspects_of(text, document.values[text.id])
    return tuple(aspect.name for aspect in aspects if not aspect.spoken)


def _excused(document: Document, text: Text) -> bool:
    """Whether it is explained that a text says so little (「无」)."""
    return any(
        rule.kind in ("not_just", "mentions")
        and reason_name(rule.id, (text.id,)) in document.reasons
        for rule in text.rules
    )


def _sections(edition: Edition) -> tuple[_Wanted, ...]:
    found: list[_Wanted] = []
    fields = edition.fields.values()
    for section in edition.sections:
        wanted: list[str] = []
        every: list[str] = []
        for field in fields:
            if field.section is section:
                every.append(field.key)
                if field.block.required and not field.total:
                    wanted.append(field.key)
        texts = tuple(b for b in section.blocks if isinstance(b, Text) and b.required)
        tabular = any(isinstance(block, Table) for block in section.blocks)
        name = section.short or section.title
        found.append(_Wanted(section.id, name, tuple(wanted), tuple(every), texts, tabular))
    return tuple(found)


def _places(edition: Edition) -> dict[str, int]:
    """The number of the section in which each blank, block and section stands."""
    found: dict[str, int] = {}
    for number, section in enumerate(edition.sections):
        found[section.id] = number
        found.update((block.id, number) for block in section.blocks)
    found.update((key, found[field.section.id]) for key, field in edition.fields.items())
    return found


def _fillings(edition: Edition) -> frozenset[tuple[str, str]]:
    """The rules that want a text filled, with the text."""
    return frozenset(
        (rule.id, text.id) for text in edition.texts for rule in text.rules if rule.kind == "filled"
    )
