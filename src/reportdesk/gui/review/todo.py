"""What is left to do before the report can go out, as a list: what holds it up comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportdesk.checks.progress import unspoken
from reportdesk.checks.telling import Entry, place_of, sentence_of, told
from reportdesk.form.edition import Line, Table
from reportdesk.form.names import brief_row
from reportdesk.gui.findings.items import WORDS, Item, items_of
from reportdesk.report.kept_words import kept_words

if TYPE_CHECKING:
    from collections.abc import Collection

    from reportdesk.checks.steps import Step
    from reportdesk.form.edition import Field
    from reportdesk.gui.session import Session

GO, CHANGE_REASON = "前往", "修改原因"
_NAMED = 3
"""So many blanks of a section are named; of more only their number is told."""
_ORDER = ("error", "review", "blank", "hint", "unspoken", "kept", "undated", "done")
"""Hints hold nothing up, nor does what a text leaves out, what is as last year, or a date that is
written by hand; where a reason is written nothing is left to do."""
_OWN_WORDS = {"blank": "还没填", "unspoken": "没写到", "kept": "同上年", "undated": "还没填"}


class Todo(NamedTuple):
    """One line: what kind it is, where, what to do there, and the way to it."""

    kind: str
    place: str
    words: str
    action: str
    key: str
    at: tuple[int, int] = (-1, 0)


def todo_of(session: Session) -> list[Todo]:
    """The gravest first; blanks in a line for each section."""
    found = [_finding(session, item) for item in items_of(session) if item.kind != "wait"]
    found += [_blanks(session, step) for step in session.progress.steps if step.filled < step.of]
    found += [*_unspoken(session), *_kept(session), *_undated(session)]
    return sorted(found, key=lambda todo: _ORDER.index(todo.kind))


def summary(session: Session) -> str:
    """How much of each kind, in one line; "" where nothing is left."""
    progress = session.progress
    done = sum(1 for item in items_of(session) if item.kind == "done")
    reviews = f"核实 {progress.reviews + done}"
    if done:
        reviews += f"（{done} 处已写原因）"
    blank = progress.of - progress.filled
    kept = sum(len(same) for _, same in _same(session))
    lacking = sum(len(names) for _, names in _lacking(session))
    parts = [
        f"错误 {progress.errors}" if progress.errors else "",
        reviews if progress.reviews or done else "",
        f"提示 {progress.hints}" if progress.hints else "",
        f"未填 {blank}" if blank else "",
        f"没写到 {lacking} 项" if lacking else "",
        f"同上年 {kept} 段" if kept else "",
        *(f"{todo.words}" for todo in _undated(session)),
    ]
    return "，".join(part for part in parts if part)


def as_text(session: Session) -> str:
    """The list as text, to be pasted into a message or a file."""
    document = session.document
    year = f"{document.year}年度" if document.year is not None else ""
    head = f"{document.organ or '本机关'}{year}{document.edition.title}，还要处理："
    lines = [head + (summary(session) or "没有")]
    for number, todo in enumerate(todo_of(session), 1):
        lines.append(f"{number}. 【{kind_word(todo.kind)}】{todo.place}：{todo.words}")
    return "\n".join(lines)


def kind_word(kind: str) -> str:
    """A kind of line in a word."""
    words: dict[str, str] = {**WORDS, **_OWN_WORDS}
    return words[kind]


def _finding(session: Session, item: Item) -> Todo:
    finding, checker = item.finding, session.checker
    key = finding.keys[0] if finding.keys else item.section
    place = place_of(checker, finding)
    if item.kind == "done":
        words = f"已写原因：{' '.join(session.reason(finding).split())}"
        return Todo("done", place, words, CHANGE_REASON, key, finding.at)
    words = sentence_of(checker, finding)
    unfolded = told(checker, finding)
    if item.kind == "error" and unfolded.gap is not None:
        sides = "，".join(_joined(side) for side in (*unfolded.sides, unfolded.gap))
        words = f"{words}：{sides}"
    return Todo(item.kind, place, words, GO, key, finding.at)


def _joined(entry: Entry) -> str:
    return f"{entry.words} {entry.amount}"


def _blanks(session: Session, step: Step) -> Todo:
    values = session.document.values
    blank = [
        field
        for field in session.edition.fields.values()
        if field.section.id == step.id
        and field.block.required
        and not field.total
        and not values.get(field.key, "").strip()
    ]
    tables = [field for field in blank if isinstance(field.block, Table)]
    names = [_name(field) for field in blank]
    listed = "、".join(dict.fromkeys(name for name in names if name))
    if not tables:
        words = f"还没有写：{listed}" if listed and listed != step.title else "还没有写"
    elif len(blank) <= _NAMED and listed:
        words = f"还有 {len(blank)} 格没有填：{listed}"
    else:
        words = f"还有 {len(blank)} 格没有填"
    key = blank[0].key if blank else step.id
    return Todo("blank", step.title, words, GO, key)


def _unspoken(session: Session) -> list[Todo]:
    """The texts that leave out what they have to speak of."""
    found = list[Todo]()
    for key, names in _lacking(session):
        section = session.edition.fields[key].section
        words = f"还没有写到：{'、'.join(names)}"
        found.append(Todo("unspoken", section.short or section.title, words, GO, key))
    return found


def _lacking(session: Session) -> list[tuple[str, tuple[str, ...]]]:
    """What which text leaves out; of one with a graver finding that finding is told alone."""
    graver = {each.keys for each in session.findings if each.severity != "hint"}
    texts = [t for t in session.edition.texts if t.required and (t.id,) not in graver]
    found = [(text.id, unspoken(session.document, text)) for text in texts]
    return [(key, names) for key, names in found if names]


def _kept(session: Session) -> list[Todo]:
    """The texts with paragraphs that stand as last year, and that nobody said hold."""
    found = list[Todo]()
    for key, same in _same(session):
        section = session.edition.fields[key].section
        before = session.document.values[key].split("\n")[: min(same)]
        words = f"{len(same)} 段还同上年，要不要更新，请看一看"
        at = (sum(len(line) + 1 for line in before), 0)
        found.append(Todo("kept", section.short or section.title, words, GO, key, at))
    return found


def _same(session: Session) -> list[tuple[str, Collection[int]]]:
    """Which paragraphs of which text stand as last year."""
    document, amounts = session.document, session.checker.amounts
    texts = [text for text in session.edition.texts if text.required]
    found = [(text.id, kept_words(document, text.id, amounts).same) for text in texts]
    return [(key, same) for key, same in found if same]


def _undated(session: Session) -> list[Todo]:
    """Dates that may stay blank while the report is written, but are missed where it is printed."""
    document, found = session.document, list[Todo]()
    for key, field in session.edition.fields.items():
        block = field.block
        if not isinstance(block, Line) or block.holds != "date" or block.required:
            continue
        if not document.values.get(key, "").strip():
            place = field.section.short or field.section.title
            found.append(Todo("undated", place, f"{block.label}还没有填", GO, key))
    return found


def _name(field: Field) -> str:
    if isinstance(field.block, Table):
        if field.part is None or field.row is None or field.column is None:
            return ""
        row = brief_row(field.block, field.row.id)
        return row if len(field.part.columns) == 1 else f"{row} × {field.column.label}"
    return field.block.label
