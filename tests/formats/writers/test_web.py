"""The web page: valid HTML that loads nothing, and a body fit for a website's editor."""

import re

import html5lib
import pytest

from reportdesk.form.edition import Edition
from reportdesk.formats.readback import read_back
from reportdesk.formats.writers.web import fragment, render
from tests.builders import NEW, OLD, cells, edition, report, table, text


def parsed(page: str | bytes) -> None:
    """Raise where a strict reader of HTML finds anything against the page."""
    html5lib.HTMLParser(strict=True).parse(page)  # pyright: ignore[reportUnknownMemberType]


@pytest.mark.parametrize("form", [OLD, NEW], ids=["2019", "2021"])
@pytest.mark.parametrize("draft", [True, False])
def test_the_page_is_valid_html(form: Edition, draft: bool) -> None:
    parsed(render(report(form), draft=draft))


def test_what_looks_like_markup_stays_words() -> None:
    document = report(NEW, texts={"overview": "比较 <b>甲</b> & 乙，“引号”。\n</article><script>"})
    page = render(document, draft=False)
    parsed(page)
    assert b"<script" not in page
    assert read_back(document, page, "x.html").wrong == ()


def test_the_page_names_no_other_file() -> None:
    page = render(report(NEW), draft=False).decode()
    assert not re.search(r"(?:src|href|url\(|@import)", page)


def test_every_heading_that_a_figure_names_is_there_once() -> None:
    page = render(report(NEW), draft=False).decode()
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    named = {name for names in re.findall(r'headers="([^"]+)"', page) for name in names.split()}
    assert named <= set(ids)


def test_the_body_for_an_editor_is_valid_and_whole_and_has_no_title() -> None:
    document = report(NEW, figures={key: str(1000 + n) for n, key in enumerate(cells(NEW))})
    body = fragment(document)
    parsed(f"<!DOCTYPE html><html lang=zh><head><title>x</title></head><body>{body}</body></html>")
    assert read_back(document, body.encode(), "x.html").wrong == ()
    assert "<h1" not in body
    assert "<style" not in body
    assert body.count("<table ") == body.count('border="1"') == 3


def test_a_form_of_ones_own_is_valid_too() -> None:
    own = edition(table("a g/b g/c", "x y", groups="g"), text("words"))
    parsed(render(report(own, 2020, texts={"words": "一段话。"}), draft=False))
