"""Taking a report that was read from a file into the program: as last year's, or into this one.

What the clerk decided on the way comes as ``Choices``. Nothing here changes a document; every
function gives a new one, or the step that would make it.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from reportdesk.errors import RequestError
from reportdesk.form.catalog import Catalog
from reportdesk.form.edition import Edition, Line, Table
from reportdesk.report.document import Document, Origin, Unplaced
from reportdesk.report.figures import figure
from reportdesk.report.rollover import Rolled, roll_over
from reportdesk.report.totals import Amounts

EARLIEST, LATEST = 1990, 2099
"""The years that reports can be of."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What is taken of a file, and what the clerk says of what was not sure in it."""

    sections: frozenset[str] = frozenset()
    """Sections that are not taken."""
    cells: frozenset[str] = frozenset()
    """Blanks that stay blank although the file has something for them."""
    given: Mapping[str, tuple[str, Origin]] = field(default_factory=dict[str, tuple[str, Origin]])
    """Values that she put in for what the file prints there (「/」 is 0)."""
    reckoned: frozenset[str] = frozenset()
    """Stated totals that differ from their parts and are to be reckoned."""
    dropped: frozenset[Unplaced] = frozenset()
    """Figures without a blank that need not be kept."""
    kept: frozenset[str] = frozenset()
    """Blanks of an open report that keep what they hold."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A file's report as the program keeps it. The totals in ``agreed``, with what the file
    states, are what their parts add up to, and are reckoned from now on."""

    document: Document
    agreed: Mapping[str, str]


def take(found: Document, choices: Choices, file: str = "") -> Taken:
    """The report ``found`` in ``file`` with the choices applied. Values keep their origin, or
    have the file as one ("": none); those in a section that is not taken are left out."""
    edition = found.edition
    out = {
        block.id
        for section in edition.sections
        if section.id in choices.sections
        for block in section.blocks
    }

    def wanted(key: str) -> bool:
        return key.partition(".")[0] not in out and key not in choices.cells

    values = {key: value for key, value in found.values.items() if wanted(key)}
    unknown = (Origin("file", file),) if file else ()
    origins = {
        key: origin
        for key in values
        for origin in ((found.origins[key],) if key in found.origins else unknown)
    }
    for key, (value, origin) in choices.given.items():
        if wanted(key):
            values[key], origins[key] = value, origin
    document = found.but(
        values=values,
        origins=origins,
        previous=found.previous,
        group_values={k: v for k, v in found.group_values.items() if wanted(k)},
        unplaced=[
            one for one in found.unplaced if one.table not in out and one not in choices.dropped
        ],
        reasons=dict(found.reasons),
        refused={table: why for table, why in found.refused.items() if table not in out},
        as_printed=False,
    )
    agreed = {key: document.values[key] for key in agreeing(document)}
    for key in agreed.keys() | choices.reckoned:
        document.values.pop(key, None)
        document.origins.pop(key, None)
    return Taken(document, agreed)


def agreeing(document: Document) -> frozenset[str]:
    """The stated totals that are what their parts add up to, in each way that they are reckoned;
    those of which no way can be reckoned are not among them."""
    amounts = Amounts(document)
    keys = amounts.ledger.keys
    return frozenset(
        keys[total]
        for total in amounts.ledger.ways
        if keys[total] in document.values and _agrees(amounts, total)
    )


def _agrees(amounts: Amounts, total: int) -> bool:
    stated = figure(amounts.document.values[amounts.ledger.keys[total]])
    known = [n for n in map(amounts.add, amounts.ledger.ways[total]) if n is not None]
    return bool(known) and all(n == stated for n in known)


# As last year's report


def edition_for(last: Edition, year: int, catalog: Catalog) -> Edition:
    """The edition of the same family that a report of ``year`` is written on: ``last`` itself
    while it is for that year. Raises RequestError."""
    if not EARLIEST <= year <= LATEST:
        raise RequestError(f"{year}不是报告的年份。")
    if last.covers(year):
        return last
    found = catalog.for_year(year, last.family)
    if found is None:
        raise RequestError(f"没有{year}年用的报告格式。")
    return found


def begin(last: Document, year: int, catalog: Catalog) -> Rolled:
    """The start of ``year`` from last year's report. Raises RequestError."""
    return roll_over(last, edition_for(last.edition, year, catalog), year)


def beside(target: Document, last: Document) -> Document:
    """``target`` with ``last`` as its last year's report, for comparison."""
    return target.but(
        values=dict(target.values),
        origins=dict(target.origins),
        reasons=dict(target.reasons),
        previous=last.but(previous=None),
    )


# Into an open report


@dataclass(frozen=True, slots=True)
class Merge:
    """What an open report becomes: the step, and the report after it."""

    document: Document
    values: Mapping[str, str | None]
    origins: Mapping[str, Origin | None]
    replaced: tuple[str, ...]
    """Blanks that held something else before (also those that ``Choices.kept`` leaves alone)."""
    lost: tuple[str, ...]
    """Values that the open report has no blank for."""
    whole: bool
    """Whether more changes than values and origins: figures of groups, or without a blank."""


def merge(taken: Taken, target: Document, kept: Collection[str] = ()) -> Merge:
    """The step that puts what was taken into ``target``. A blank of the file changes nothing, and
    a value that is there already only comes from the file from now on, where it was last year's;
    a total that the file states as its parts add up is reckoned in ``target`` too."""
    source, fields = taken.document, target.edition.fields
    values: dict[str, str | None] = {}
    origins: dict[str, Origin | None] = {}
    lost: list[str] = []
    for key, value in source.values.items():
        theirs, ours = source.edition.fields.get(key), fields.get(key)
        if ours is None or theirs is None or ours.holds != theirs.holds:
            lost.append(key)
        elif target.values.get(key) != value:
            values[key] = value
            origins[key] = source.origins.get(key)
    for key, stated in taken.agreed.items():
        if key in fields and target.values.get(key, stated) != stated:
            values[key] = None
    if source.year in (None, target.year):
        origins.update(_seen(source, target))
    replaced = tuple(k for k, v in values.items() if k in target.values and v is not None)
    for key in kept:
        values.pop(key, None)
        origins.pop(key, None)
    groups = dict(target.group_values)
    if source.edition is target.edition:
        groups |= source.group_values
    document = target.but(
        values={**target.values, **{k: v for k, v in values.items() if v is not None}},
        origins={**target.origins, **{k: o for k, o in origins.items() if o is not None}},
        reasons=dict(target.reasons),
        group_values=groups,
        unplaced=[*target.unplaced, *(u for u in source.unplaced if u not in target.unplaced)],
    )
    for key, value in values.items():
        if value is None:
            document.values.pop(key, None)
            document.origins.pop(key, None)
    document.refused = _still_refused(target, source, document)
    whole = (document.group_values, document.unplaced, document.refused) != (
        target.group_values,
        target.unplaced,
        target.refused,
    )
    return Merge(document, values, origins, replaced, tuple(lost), whole)


def _seen(source: Document, target: Document) -> Iterator[tuple[str, Origin]]:
    """The lines that were last year's as far as was known, and stand in this year's file alike."""
    for key, value in source.values.items():
        known, field = target.origins.get(key), target.edition.fields.get(key)
        if known is None or known.kind != "last_year" or target.values.get(key) != value:
            continue
        if field is not None and isinstance(field.block, Line) and key in source.origins:
            yield key, source.origins[key]


def _still_refused(target: Document, source: Document, after: Document) -> dict[str, str]:
    """The tables of which nothing is known yet, with the newest reason."""
    filled = {key.partition(".")[0] for key in after.values}
    known = {**target.refused, **source.refused}
    ours = {table.id for table in target.edition.tables}
    return {table: why for table, why in known.items() if table in ours and table not in filled}


# What it comes to


@dataclass(frozen=True, slots=True)
class Counts:
    """How much of a document: cells of its tables, narratives, and lines."""

    cells: int = 0
    texts: int = 0
    lines: int = 0

    def __bool__(self) -> bool:
        return bool(self.cells or self.texts or self.lines)


def count(edition: Edition, keys: Collection[str]) -> Counts:
    """How many of ``keys`` are cells, narratives and lines of ``edition``."""
    texts = {text.id for text in edition.texts}
    known = [field for key in keys if (field := edition.fields.get(key)) is not None]
    cells = sum(isinstance(field.block, Table) for field in known)
    narratives = sum(field.key in texts for field in known)
    return Counts(cells, narratives, len(known) - cells - narratives)
