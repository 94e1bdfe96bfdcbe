"""The examples in docs/editions.md, taken out of the page and read as files of an office."""

import re
from pathlib import Path

import pytest

from reportdesk.form import overlay
from reportdesk.form.catalog import Catalog
from reportdesk.form.edition import (
    Carry,
    Check,
    Column,
    Deadline,
    Edition,
    Group,
    Line,
    Part,
    Row,
    Section,
    Sum,
    Table,
    Text,
    TextRule,
)
from reportdesk.form.load import NAMES
from reportdesk.form.record import Record, fields_of
from reportdesk.paths import resource, template

GUIDE = Path(__file__).resolve().parents[2] / "docs/editions.md"


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    for text in re.findall(r"```toml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL):
        name = re.match(r"# (\S+\.toml)\n", text)
        assert name is not None
        (tmp_path / name[1]).write_text(text, encoding="utf-8")
    return Catalog(resource("editions"), template(), tmp_path)


def test_the_examples_load_just_as_they_stand(catalog: Catalog):
    assert list(catalog)[:2] == ["northland-2024", "yunxi-2021"]


def test_the_example_of_another_country_is_a_whole_form(catalog: Catalog):
    edition = catalog["northland-2024"]
    assert catalog.for_year(2025, "northland-return") is edition
    assert len(edition.table("cases").parts[0].rows) == 6
    assert [key for key, f in edition.fields.items() if f.total and key.startswith("cases.a")] == [
        "cases.answered.citizens",
        "cases.answered.press",
        "cases.answered.all",
    ]
    assert edition.fields["costs.copying.amount"].holds == "money"


def test_the_example_of_an_overlay_adds_and_takes_nothing_away(catalog: Catalog):
    base, edition = catalog["cn-2021"], catalog["yunxi-2021"]
    assert set(base.fields) < set(edition.fields)
    assert set(edition.fields) - set(base.fields) == {
        "attachments",
        "water.quality.posted",
        "water.outage.posted",
    }
    assert [section.id for section in edition.sections][-2:] == ["s6", "s7"]
    assert edition.level("Y-2", "review") == "hint"
    assert (preferred := catalog.for_year(2024)) is not None
    assert preferred is edition


@pytest.mark.parametrize(
    "shape",
    [
        Edition,
        Section,
        Line,
        Text,
        TextRule,
        Table,
        Part,
        Group,
        Row,
        Column,
        Sum,
        Check,
        Carry,
        Deadline,
        overlay.Overlay,
    ],
)
def test_the_guide_names_every_key(shape: type[Record]):
    guide = GUIDE.read_text(encoding="utf-8")
    names = {**NAMES, **overlay.NAMES}.get(shape, {})
    implied = {"sections", "blocks", "parts", "sums", "checks", "text_rules", "rules", "carries"}
    implied |= {"deadlines"}
    for field in fields_of(shape):
        if field not in implied and not (shape is Edition and field == "extends"):
            assert f"`{names.get(field, field)}`" in guide, field
