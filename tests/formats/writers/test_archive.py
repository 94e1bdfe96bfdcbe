"""The .rdesk file: nothing is lost in it, and no file of others makes it stumble."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportdesk.checks.checker import check
from reportdesk.errors import ReadError
from reportdesk.formats.readers.sniffing import is_archive
from reportdesk.formats.writers.archive import VERSION, parse, render
from reportdesk.report.document import Document, Origin, Unplaced
from reportdesk.report.rollover import roll_over
from tests.builders import CATALOG, NEW, OLD, report

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
texts = st.dictionaries(words, words, max_size=4)
flat = st.dictionaries(
    st.sampled_from(["requests.denied.person", "requests.unable.total"]), words, max_size=2
)


@st.composite
def documents(draw: st.DrawFn, depth: int = 1) -> Document:
    return Document(
        edition=draw(st.sampled_from([OLD, NEW])),
        year=draw(st.none() | st.integers(1990, 2099)),
        values=draw(texts),
        origins=draw(st.dictionaries(words, st.builds(Origin, words, words, words, words))),
        previous=draw(documents(depth=depth - 1)) if depth and draw(st.booleans()) else None,
        group_values=draw(flat),
        unplaced=draw(st.lists(st.builds(Unplaced, words, words, words, words, words), max_size=3)),
        reasons=draw(texts),
        refused=draw(texts),
        as_printed=draw(st.booleans()),
    )


@given(documents())
@settings(max_examples=60, deadline=None)
def test_whatever_a_document_holds_comes_back(document: Document):
    data = render(document)
    assert is_archive(data)
    assert parse(data, CATALOG) == document
    assert list(parse(data, CATALOG).values) == list(document.values)


def test_a_rolled_report_comes_back_with_last_year_and_the_same_findings():
    last = report(NEW, 2023, {"requests.new.person": 10**30, "requests.granted.person": 10**30})
    document = roll_over(last, NEW, 2024).document
    back = parse(render(document), CATALOG)
    assert back == document
    assert back.previous is not None
    assert back.previous.year == 2023
    assert check(back) == check(document)


def test_the_file_can_be_read_by_a_person_and_ends_in_a_line():
    data = render(report(NEW, 2024)).decode()
    assert "云溪县水务局" in data
    assert data.startswith('{\n "reportdesk": 1,')
    assert data.endswith("}\n")


def test_a_byte_order_mark_put_before_it_by_an_editor_does_no_harm():
    document = report(NEW, 2024)
    data = b"\xef\xbb\xbf" + render(document)
    assert is_archive(data)
    assert parse(data, CATALOG) == document


def test_blanks_that_this_edition_does_not_have_are_kept():
    document = report(NEW, 2024)
    document.values["requests.gone.person"] = "5"
    assert parse(render(document), CATALOG).values["requests.gone.person"] == "5"


def refused(data: bytes) -> str:
    with pytest.raises(ReadError) as caught:
        parse(data, CATALOG)
    assert len(caught.value.message.splitlines()) == 1
    assert len(caught.value.message) < 200
    return caught.value.message


def changed(**changes: object) -> bytes:
    outline = json.loads(render(report(NEW, 2024)))
    return json.dumps({**outline, **changes}).encode()


def test_a_file_of_a_newer_program_is_told_from_a_damaged_one():
    assert "升级" in refused(changed(reportdesk=VERSION + 1))


def test_an_edition_not_known_here_is_named():
    assert "「my-own」" in refused(changed(edition="my-own"))


@pytest.mark.parametrize("share", [0.001, 0.2, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_damaged(share: float):
    data = render(report(NEW, 2024))
    assert "已损坏" in refused(data[: int(len(data) * share)])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'"reportdesk"',
        b"\xff\xfe\x00",
        b'{"reportdesk": 1' + b" ",
        b"[" * 100_000,
        b'{"reportdesk": ' + b"[" * 100_000,
        b'{"reportdesk": ' + b"9" * 5000 + b"}",
    ],
    ids=lambda data: repr(data[:20]),
)
def test_what_is_no_report_at_all_is_refused(data: bytes):
    assert refused(data)


HOSTILE: list[Any] = [3, "x", True, [1], {"a": 1}, {"a": None}, [["a"]], 1.5]


@pytest.mark.parametrize("name", ["values", "reasons", "refused", "origins", "unplaced"])
@pytest.mark.parametrize("value", [*HOSTILE, None], ids=repr)
def test_what_is_of_another_type_is_refused(name: str, value: object):
    assert "已损坏" in refused(changed(**{name: value}))


@pytest.mark.parametrize("value", HOSTILE, ids=repr)
def test_last_year_is_a_report_too(value: object):
    assert refused(changed(previous=value))


def test_half_a_character_is_refused_before_it_can_spoil_another_file():
    assert "已损坏" in refused(changed(values={"organ": "\ud83d"}))
    whole = changed(values={"organ": "\U0001f600"})
    assert parse(whole, CATALOG).organ == "\U0001f600"


@pytest.mark.parametrize("value", ["2024", True, 2024.5, [2024], {}])
def test_a_year_is_a_whole_number_or_unknown(value: object):
    assert "年份" in refused(changed(year=value))


@pytest.mark.parametrize("value", ["1", True, None, 0, -1, 1.0, [1]])
def test_a_version_is_a_whole_number(value: object):
    assert "版本" in refused(changed(reportdesk=value))


@pytest.mark.parametrize("value", [None, 7, [], {}, "", "x" * 10_000])
def test_an_edition_is_a_name(value: object):
    assert refused(changed(edition=value))


@pytest.mark.parametrize(
    "key", ["", "a", "a.b", "requests.denied", "requests.denied.x", "requests.x.person", "a.b.c.d"]
)
def test_a_flat_figure_stands_in_a_group_and_a_column(key: str):
    assert "已损坏" in refused(changed(group_values={key: "3"}))


def test_years_before_years_without_end_are_refused():
    deep: dict[str, Any] = {"edition": "cn-2021"}
    for _ in range(50):
        deep = {"edition": "cn-2021", "previous": deep}
    assert "上年报告" in refused(json.dumps({"reportdesk": 1, **deep}).encode())


def test_what_is_left_out_is_empty():
    assert parse(b'{"reportdesk": 1, "edition": "cn-2021"}', CATALOG) == Document(NEW)


def test_only_our_own_files_look_like_ours():
    assert not is_archive(b"")
    assert not is_archive(b'{"name": "reportdesk-like"}')
    assert not is_archive(b'<p>{"reportdesk"</p>')
