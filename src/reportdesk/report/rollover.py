"""Starting this year from last year: what is carried, what is kept as words, what is told."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportdesk.form.edition import Carry, Edition, Line, Reference, Table, Text
from reportdesk.form.names import name_of
from reportdesk.report.document import Document, Origin
from reportdesk.report.live import carried
from reportdesk.report.renewing import renew_words, renew_year


class Rolled(NamedTuple):
    """The new year's document, and in words what the clerk has to know about it."""

    document: Document
    notes: list[str]


def roll_over(last: Document, edition: Edition, year: int) -> Rolled:
    """The report of ``year`` on ``edition``, begun from ``last``.

    Figures start blank but those that the edition's carry moves (from the report of the year
    before only); texts and the office's data are kept with their origin; ``last`` becomes
    ``previous``.
    """
    new = Document(edition=edition, year=year, previous=last.but(previous=None))
    carry = _carry(edition, last.edition)
    notes: list[str] = []
    _keep_words(last, new, carry)
    _fill_defaults(new)
    if carry is None:
        notes.append(
            f"「{last.edition.title}」到「{edition.title}」没有结转规则，只沿用了文字，没有结转数字。"
        )
        return Rolled(new, notes)
    notes.extend(_move(last, new, carry))
    notes.extend(_told(last, edition, carry))
    return Rolled(new, notes)


def begin(edition: Edition, year: int, office: Mapping[str, str] | None = None) -> Document:
    """An empty report of ``year``: nothing in it but the office's own data, given by the ids of
    their lines, and what the edition says that a new report begins with."""
    new = Document(edition=edition, year=year, values=dict(office or {}))
    _fill_defaults(new, texts=True)
    return new


def _carry(edition: Edition, source: Edition) -> Carry | None:
    for id in (source.id, source.extends):
        for carry in edition.carries:
            if id and carry.source == id:
                return carry
    return None


def _keep_words(last: Document, new: Document, carry: Carry | None) -> None:
    words = {last.edition.basis: new.edition.basis} if carry is not None else {}
    words.update(carry.words if carry is not None else {})
    year = "" if last.year is None else str(last.year)
    for section in new.edition.sections:
        for block in section.blocks:
            if isinstance(block, Table) or not block.carry:
                continue
            text = last.values.get(block.id)
            if text is None:
                continue
            if not isinstance(block, Line):
                text = carried(text, last, new.edition)
            if (isinstance(block, Line) or section is new.edition.sections[0]) and last.year:
                text = renew_year(renew_words(text, words), last.year, new.year or last.year)
            new.values[block.id] = text
            new.origins[block.id] = Origin("last_year", place=year)


def _fill_defaults(new: Document, *, texts: bool = False) -> None:
    for section in new.edition.sections:
        for block in section.blocks:
            if isinstance(block, Table) or (isinstance(block, Text) and not texts):
                continue
            if block.default and block.id not in new.values:
                text = fill_default(block.default, new)
                if text:
                    new.values[block.id] = text


def fill_default(default: str, document: Document) -> str:
    """A default with {organ}, {year}, {next}, {title} and {headline} put in; "" where the year
    or the organ that it needs is not known."""
    if "{headline}" in default:
        default = default.replace("{headline}", document.edition.headline)
    known = {
        "organ": document.organ,
        "year": str(document.year or ""),
        "next": str(document.year + 1) if document.year is not None else "",
        "title": document.edition.title,
    }
    for name, value in known.items():
        if f"{{{name}}}" in default:
            if not value:
                return ""
            default = default.replace(f"{{{name}}}", value)
    return default


def _move(last: Document, new: Document, carry: Carry) -> Iterator[str]:
    follows = last.year is not None and new.year == last.year + 1
    for source, target in carry.move.items():
        pairs = list(_cells(last.edition, source, new.edition, target))
        known = [(old, key) for old, key in pairs if old in last.values]
        name = name_of(new.edition, pairs[0][1]).rpartition(" › ")[0] if pairs else target
        if not follows:
            of = f"{last.year}年" if last.year is not None else "没有年份"
            yield f"{name}：手头的是{of}的报告，不是上一年的，没有结转，只作参考。"
            continue
        for old, key in known:
            new.values[key] = last.values[old]
            new.origins[key] = Origin("rolled", place=old)
        if len(known) < len(pairs):
            yield f"{name}：上年报告有 {len(pairs) - len(known)} 格是空白，没有结转，请自行填写。"


def _cells(old: Edition, source: str, new: Edition, target: str) -> Iterator[tuple[str, str]]:
    """Pairs of keys, old and new, of the entry cells of two rows."""
    for key, field in new.fields.items():
        if key.startswith(f"{target}.") and not field.total and field.column is not None:
            match = f"{source}.{field.column.id}"
            if match in old.fields:
                yield match, key


def _told(last: Document, edition: Edition, carry: Carry) -> Iterator[str]:
    yield from carry.notes
    for reference in (*carry.dropped, *carry.references):
        found = [
            f"{name_of(last.edition, key)} {last.values[key]}"
            for key in _matching(last.edition, reference)
            if key in last.values
        ]
        if found and reference.note:
            shown = "；".join(found[:6]) + (f"；等 {len(found)} 格" if len(found) > 6 else "")
            yield f"{reference.note}（上年：{shown}）"
    for key, value in last.group_values.items():
        yield f"上年没有分项的数字不结转：{name_of(last.edition, key)} {value}"
    if last.unplaced:
        yield f"上年文件里有 {len(last.unplaced)} 个数字没有找到位置，不结转。"
    for key in last.values:
        if key not in edition.fields and not _mentioned(key, carry):
            yield f"「{name_of(last.edition, key)}」在新表里没有对应，没有结转：{last.values[key]}"


def _matching(edition: Edition, reference: Reference) -> Iterator[str]:
    stem = reference.source.removesuffix(".*").removesuffix("*")
    for key in edition.fields:
        if key == stem or key.startswith(f"{stem}."):
            yield key


def _mentioned(key: str, carry: Carry) -> bool:
    every = [*carry.move, *(r.source for r in (*carry.references, *carry.dropped))]
    return any(
        key == s or key.startswith(s.removesuffix("*").removesuffix(".") + ".") for s in every
    )
