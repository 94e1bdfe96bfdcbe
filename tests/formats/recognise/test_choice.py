"""The edition that a file was written on, and no form read that nobody needs."""

from collections import UserDict

import pytest

from reportdesk.form.edition import Edition
from reportdesk.form.load import load
from reportdesk.form.printed import printed
from reportdesk.formats.recognise.choice import choose
from reportdesk.formats.story import Cell, Grid, Paragraph, Piece, Story
from reportdesk.paths import shipped_catalog

OLD, NEW = (shipped_catalog()[id] for id in ("cn-2019", "cn-2021"))


class Watched(UserDict[str, Edition]):
    """Editions that remember which of them were asked for."""

    def __init__(self, *editions: Edition) -> None:
        super().__init__({edition.id: edition for edition in editions})
        self.asked: list[str] = []

    def __getitem__(self, key: str) -> Edition:
        self.asked.append(key)
        return super().__getitem__(key)


def story(edition: Edition, year: int | None, *without: str) -> Story:
    """A report with all headings and tables of ``edition``, but for the labels ``without``."""
    named = f"{year}年" if year is not None else ""
    pieces: list[Piece] = [Paragraph(f"云溪县水务局{named}{edition.title}", "第1段")]
    for section in edition.sections[1:]:
        pieces.append(Paragraph(section.heading, "第2段"))
        for table in edition.tables:
            if table in section.blocks:
                cells = [
                    Cell("" if c.text in without else c.text, c.row, c.column, c.rows, c.columns)
                    for c in printed(table).cells
                ]
                pieces.append(Grid(tuple(cells), "表格"))
    return Story("docx", pieces)


@pytest.mark.parametrize(("edition", "year"), [(OLD, 2019), (OLD, 2020), (NEW, 2021), (NEW, 2025)])
def test_each_form_is_known_by_its_own_labels(edition: Edition, year: int):
    assert choose(story(edition, year), shipped_catalog()).id == edition.id
    assert choose(story(edition, None), shipped_catalog()).id == edition.id


def test_the_labels_count_for_more_than_the_year():
    assert choose(story(OLD, 2023), shipped_catalog()).id == OLD.id
    assert choose(story(NEW, 2020), shipped_catalog()).id == NEW.id


def test_a_form_of_its_year_with_nothing_missing_is_taken_without_reading_another():
    editions = Watched(NEW, OLD)
    assert choose(story(NEW, 2024), editions) is NEW
    assert editions.asked == [NEW.id]


@pytest.mark.parametrize(
    "file",
    [
        story(NEW, None),
        story(NEW, 2019),
        story(NEW, 2024, NEW.tables[0].parts[0].columns[1].label),
        story(OLD, 2024),
    ],
)
def test_where_anything_is_missing_every_form_is_weighed(file: Story):
    editions = Watched(NEW, OLD)
    choose(file, editions)
    assert editions.asked == [NEW.id, OLD.id]


def test_an_overlay_is_weighed_with_its_base_and_taken_where_its_own_words_stand():
    added = """id = "more"
extends = "cn-2021"
[[section]]
id = "s7"
title = "附录"
heading = "七、云溪县补充数据"
[[section.block]]
kind = "text"
id = "supplement"
"""
    overlay = load(added, "more.toml", {NEW.id: NEW})
    editions = {overlay.id: overlay, NEW.id: NEW, OLD.id: OLD}
    assert choose(story(NEW, 2024), editions).id == NEW.id
    assert choose(story(overlay, 2024), editions).id == overlay.id


def test_the_newest_shipped_form_is_tried_first():
    years = [edition.first_year for edition in shipped_catalog().values()]
    assert years == sorted(years, reverse=True)
