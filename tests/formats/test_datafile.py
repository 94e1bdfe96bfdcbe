"""A data file that a report was written to is read again: what is printed, and never as a text."""

import json
from pathlib import Path
from typing import Any

import pytest

from reportdesk import jobs
from reportdesk.errors import ReadError
from reportdesk.form.edition import Edition
from reportdesk.formats.datafile import is_data_file, read_data_file
from reportdesk.formats.writers.archive import render as render_archive
from reportdesk.formats.writers.data import render
from reportdesk.report.adopt import Choices, take
from reportdesk.report.live import printed_values, resolved
from tests.builders import CATALOG, NEW, OLD, report, requests

BROKEN = report(NEW, 2025, requests(new__person=60, granted__person=61))


def changed(**more: Any) -> bytes:
    outline: dict[str, Any] = json.loads(render(report(NEW, 2025), draft=False))
    outline.update(more)
    return json.dumps(outline).encode()


@pytest.mark.parametrize("form", [OLD, NEW], ids=["2019", "2021"])
def test_all_that_is_printed_comes_back_in_its_place(form: Edition, tmp_path: Path) -> None:
    document = report(form, 2025)
    file = tmp_path / "年报.json"
    jobs.write(document, file, CATALOG)
    reading = jobs.read(file, CATALOG)
    assert (reading.format, reading.edition.id, reading.year) == ("json", form.id, 2025)
    assert reading.organ == document.organ
    assert reading.values == printed_values(document)
    assert {p.key for p in reading.passages} == {
        t.id for t in form.texts if document.values.get(t.id)
    }
    assert all(origin.file == file.name for origin in reading.origins.values())


def test_totals_that_add_up_are_reckoned_again_and_the_others_stay() -> None:
    document = report(NEW, 2025, {**requests(new__person=60), "requests.new.total": 61})
    reading = read_data_file(render(document, draft=True), "a.json", CATALOG)
    assert reading.values["requests.granted.total"] == "0"
    taken = take(reading.to_document(), Choices(), "a.json").document
    assert "requests.granted.total" not in taken.values
    assert taken.values["requests.new.total"] == "61"


def test_live_numbers_are_words_and_braces_from_outside_are_never_live() -> None:
    live = report(NEW, 2025, texts={"overview": "新收{{requests.new.total}}件。"})
    assert read_data_file(render(live, draft=False), "", CATALOG).values["overview"] == "新收0件。"
    foreign = json.loads(render(live, draft=False))
    for section in foreign["sections"]:
        for text in section["texts"]:
            if text["key"] == "overview":
                text["paragraphs"] = ["写作{{requests.new.total}}。"]
    values = read_data_file(json.dumps(foreign).encode(), "", CATALOG).values
    assert resolved(values["overview"], report(NEW, 2025)) == "写作{{requests.new.total}}。"


def test_it_is_told_from_a_copy_of_a_report_and_from_any_other_json() -> None:
    assert is_data_file(render(BROKEN, draft=False))
    assert is_data_file(b"\xef\xbb\xbf" + render(BROKEN, draft=False))
    assert not is_data_file(render_archive(BROKEN))
    assert not is_data_file(b'{"name": "something else"}')
    assert not is_data_file(b'["reportdesk-report"]')


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (render(BROKEN, draft=False)[:-40], "已损坏"),
        (changed(version=2), "较新的程序"),
        (changed(version=None), "已损坏"),
        (changed(version=True), "已损坏"),
        (changed(edition={"id": "nowhere"}), "这里没有"),
        (changed(edition=None), "已损坏"),
        (changed(year="2025"), "已损坏"),
        (changed(sections={}), ""),
        (changed(sections=[1]), "已损坏"),
        (changed(sections=[{"lines": [{"key": 1, "value": "x"}]}]), "已损坏"),
        (changed(sections=[{"lines": [{"key": "organ", "value": 7}]}]), "已损坏"),
        (changed(sections=[{"texts": [{"key": "overview", "paragraphs": "x"}]}]), "已损坏"),
        (changed(sections=[{"tables": [{"cells": 5}]}]), "已损坏"),
    ],
)
def test_what_is_damaged_is_refused_in_words(data: bytes, words: str) -> None:
    if not words:
        assert read_data_file(data, "", CATALOG).values == {}
        return
    with pytest.raises(ReadError) as caught:
        read_data_file(data, "", CATALOG)
    assert words in caught.value.message


def test_what_the_form_has_no_longer_is_told() -> None:
    line = {"key": "gone", "value": "x"}
    reading = read_data_file(changed(sections=[{"lines": [line]}]), "a.json", CATALOG)
    assert reading.values == {}
    assert "有 1 项在现在的表里没有" in reading.notes[0].message
