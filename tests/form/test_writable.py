"""Texts are taken in as every file can hold them."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportdesk.form.values import writable


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("一段\r\n又一段\r\x0b完", "一段\n又一段\n\n完"),
        ("一\u2029二\u2028三\x85四", "一\n二\n三\n四"),
        ("半\ud83d个", "半个"),
        ("\x00\x07表\t格\ufffe", "表\t格"),
        ("𠮷野家 😀", "𠮷野家 😀"),
    ],
)
def test_line_breaks_are_of_one_sort_and_what_no_file_holds_is_left_out(
    text: str, kept: str
) -> None:
    assert writable(text) == kept


@given(st.text(st.characters()))
def test_what_is_kept_goes_into_xml_and_into_a_database(text: str) -> None:
    kept = writable(text)
    element = etree.Element("t")
    element.text = kept
    assert (etree.fromstring(etree.tostring(element)).text or "") == kept
    (back,) = sqlite3.connect(":memory:").execute("SELECT ?", (kept,)).fetchone()
    assert back == kept
    assert writable(kept) == kept
