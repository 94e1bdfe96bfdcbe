"""Small readable makers of editions and documents, for tests of every layer."""

from collections.abc import Mapping, Sequence

from reportdesk.form.edition import (
    Block,
    Check,
    Column,
    Edition,
    Group,
    Holds,
    Line,
    Part,
    Row,
    Section,
    Severity,
    Sum,
    Table,
    Text,
    TextRule,
)
from reportdesk.paths import shipped_catalog
from reportdesk.report.document import Document

CATALOG = shipped_catalog()
OLD, NEW = CATALOG["cn-2019"], CATALOG["cn-2021"]

TEXTS = {
    "organ": "云溪县水务局",
    "overview": "一年来，我局按时更新水价、供水和河道治理信息，答复群众来信。主动公开和公开申请"
    "各有专人，信息管理有章可循，公开平台运行平稳，全年没有责任追究。",
    "problems": "河道治理的信息更新不足，已经指定专人每周核对，力求改进。",
    "others": "本年度未收取信息处理费。",
}
"""Narratives that no rule has anything against, and that speak of all they have to."""
LAST_PROBLEMS = "供水公告的解读还有不足，群众看不懂，打算改用短视频。"
"""Those of every second year: it is a fault to have the same problems two years running."""


Figures = dict[str, int | str | None]
"""What stands in cells; None for a blank."""


def requests(**figures: int | None) -> Figures:
    """Cells of the table of requests in the official forms, written ``row__column``."""
    return {f"requests.{name.replace('__', '.')}": value for name, value in figures.items()}


def cells(
    edition: Edition, *, entries: bool = True, totals: bool = False, block: str = ""
) -> list[str]:
    """The keys of an edition's cells: those typed in, those that sums make, or both."""
    return [
        key
        for key, field in edition.fields.items()
        if field.row is not None
        and (totals if field.total else entries)
        and (not block or field.block.id == block)
    ]


def report(
    edition: Edition,
    year: int | None = None,
    figures: Mapping[str, int | str | None] | None = None,
    *,
    previous: Document | None = None,
    as_printed: bool = False,
    group_values: Mapping[str, int] | None = None,
    texts: Mapping[str, str] | None = None,
) -> Document:
    """A report that nothing is wrong with: every cell typed in is 0, no total is, and the
    narratives are harmless; but for the ``figures`` (None leaves a blank) and ``texts`` given."""
    values = dict.fromkeys(cells(edition), "0")
    for key, figure in (figures or {}).items():
        assert key in edition.fields, key
        if figure is None:
            values.pop(key, None)
        else:
            values[key] = str(figure)
    year = year if year is not None else edition.last_year or edition.first_year
    problems = {} if year % 2 else {"problems": LAST_PROBLEMS}
    return Document(
        edition,
        year,
        {**TEXTS, **problems, **values, **(texts or {})},
        previous=previous,
        group_values={key: str(figure) for key, figure in (group_values or {}).items()},
        as_printed=as_printed,
    )


def edition(
    *blocks: Block,
    id: str = "small",
    family: str = "tests",
    checks: Sequence[Check] = (),
    text_rules: Sequence[TextRule] = (),
    levels: Mapping[str, Severity] | None = None,
) -> Edition:
    """A form with one section, 「一、测试」, after a cover with the organ."""
    return Edition(
        id=id,
        family=family,
        title="测试表",
        basis="测试办法",
        first_year=2000,
        sections=(
            Section("cover", "封面", (Line("organ", "机关名称"),)),
            Section("s1", "测试", blocks, heading="一、测试"),
        ),
        checks=tuple(checks),
        text_rules=tuple(text_rules),
        levels=dict(levels or {}),
    )


def table(
    rows: str,
    columns: str,
    *,
    id: str = "t",
    holds: Holds = "count",
    sums: Sequence[Sum] = (),
    checks: Sequence[Check] = (),
    groups: str = "",
    required: bool = True,
) -> Table:
    """A table of rows and columns by their ids ("a b group/c"), labelled by them in capitals;
    ``groups`` of rows have subtotals."""
    return Table(
        id,
        "小表",
        (
            Part(
                tuple(Row(i, i.upper(), under) for i, under in map(_placed, rows.split())),
                tuple(Column(i, i.upper()) for i in columns.split()),
                groups=tuple(Group(i, i.upper(), subtotal=True) for i in groups.split()),
            ),
        ),
        holds=holds,
        sums=tuple(sums),
        checks=tuple(checks),
        required=required,
    )


def _placed(name: str) -> tuple[str, str]:
    under, _, id = name.rpartition("/")
    return id, under


def text(id: str, *rules: TextRule) -> Text:
    """A narrative with its rules."""
    return Text(id, id.upper(), rules=rules)
