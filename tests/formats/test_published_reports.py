"""Reports as offices published them: every figure read is the one that a person read off."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportdesk.errors import ReadError
from reportdesk.form.values import number
from reportdesk.formats import read_file
from reportdesk.formats.reading import Reading
from tests.builders import CATALOG

CASES = Path(__file__).resolve().parents[2].parent / "shared" / "cases"
FILES = [
    (case, CASES / name)
    for case in sorted(CASES.glob("*.expected.json"))
    for key in ("files", "derived_files")
    for name in json.loads(case.read_text(encoding="utf-8"))[key]
]
RUN_TOGETHER = [(case, file) for case, file in FILES if file.name.endswith("-page.txt")]
READABLE = [pair for pair in FILES if pair not in RUN_TOGETHER]

pytestmark = pytest.mark.skipif(not FILES, reason="the published reports are not at hand")


def plain(label: str) -> str:
    """A label without its official notes and its marks, as both editions write it."""
    label = re.sub(r"（(?:区分处理|本列).*?）", "", label)
    label = unicodedata.normalize("NFKC", label).replace("行政规范性文件", "规范性文件")
    return re.sub(r"[\s“”\"'‘’、,.。:;()]", "", label)


def keys_of(reading: Reading) -> dict[tuple[str, str, str], str]:
    """The key for each table, label of a row (below its caption) and label of a column."""
    return {
        (
            field.block.id,
            plain((field.part.caption if field.block.id == "disclosure" else "") + field.row.label),
            plain(field.column.label),
        ): key
        for key, field in reading.edition.fields.items()
        if field.part is not None and field.row is not None and field.column is not None
    }


def expected(case: dict[str, Any]) -> Iterator[tuple[str, str, str, object]]:
    for caption, rows in case["table2"].items():
        for row, figures in rows.items():
            for column, figure in figures.items():
                yield "disclosure", caption + row, column, figure
    for path, figures in case["table3"].items():
        for column, figure in zip(case["columns"], figures, strict=True):
            yield "requests", path.split("/")[-1], column, figure
    for path, figures in case["table4"].items():
        for column, figure in figures.items():
            yield "disputes", path.split("/")[-1], column, figure


def loaded(case: Path) -> dict[str, Any]:
    return json.loads(case.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("path", "file"), READABLE, ids=lambda path: path.name)
def test_every_figure_is_read_as_it_stands_and_none_is_added(path: Path, file: Path):
    case, reading = loaded(path), read_file(file, CATALOG)
    keys, got = keys_of(reading), dict(reading.values)
    flat = dict[str, object]()
    for table, row, column, figure in expected(case):
        key = keys.get((table, plain(row), plain(column)))
        if key is None:
            assert "其他处理" in row, (row, column)  # the old row in the new form has no blank
            flat[column] = figure
            continue
        value = number(got.pop(key, None))
        assert value == (None if figure is None else number(str(figure))), (key, figure)
    assert [key for key in got if reading.edition.fields[key].row is not None] == []
    assert len(reading.group_values) == len([f for f in flat.values() if f is not None])
    assert (case["year"], bool(flat)) == (reading.year, "old way" in case["edition"])


@pytest.mark.parametrize(("path", "file"), READABLE, ids=lambda path: path.name)
def test_narratives_are_read_from_their_beginning_to_their_end(path: Path, file: Path):
    case, reading = loaded(path), read_file(file, CATALOG)
    words = plain("".join(passage.text for passage in reading.passages))
    beginnings: dict[str, dict[str, str]] = case["narrative_begins_and_ends"] or {}
    for section, ends in beginnings.items():
        for which in ("begins", "ends"):
            if section + which in case["narrative_in"].get(file.name, []):
                assert plain(ends[which]) in words, (section, which)


@pytest.mark.parametrize(("path", "file"), RUN_TOGETHER, ids=lambda path: path.name)
def test_figures_that_have_run_together_are_refused_and_told(path: Path, file: Path):
    """The whole page is one line: its words may be taken, none of its figures may."""
    assert loaded(path)["table3"]
    try:
        reading = read_file(file, CATALOG)
    except ReadError as error:
        reading, told = None, error.message
    else:
        told = "".join(reading.refused.values())
    values = reading.values if reading is not None else {}
    assert not {key for key in values if key.startswith(("disclosure.", "requests.", "disputes."))}
    assert told
