"""Encodings: what a clerk's text file may be in, and words that did not survive."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportdesk.errors import ReadError
from reportdesk.formats.readers.decoding import decode

SIMPLIFIED = (
    "云溪县水务局2023年政府信息公开工作年度报告\r\n一、总体情况\r\n我局主动公开信息12条。\r\n"
)
TRADITIONAL = "雲溪縣水務局2023年政府資訊公開工作年度報告，本年處理申請十二件，已經結轉。" * 3


@pytest.mark.parametrize(
    "data",
    [
        SIMPLIFIED.encode(),
        codecs.BOM_UTF8 + SIMPLIFIED.encode(),
        SIMPLIFIED.encode("gb18030"),
        codecs.BOM_UTF16_LE + SIMPLIFIED.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be"),
        SIMPLIFIED.encode("utf-16-le"),
        SIMPLIFIED.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + SIMPLIFIED.encode("utf-32-le"),
    ],
    ids=[
        "utf-8",
        "utf-8-bom",
        "gb18030",
        "utf-16-le",
        "utf-16-be",
        "le-no-mark",
        "be-no-mark",
        "utf-32",
    ],
)
def test_each_usual_encoding_gives_the_same_text(data: bytes) -> None:
    assert decode(data) == (SIMPLIFIED, [])


def test_traditional_text_in_big5_is_told_from_gbk() -> None:
    assert decode(TRADITIONAL.encode("cp950"))[0] == TRADITIONAL


def test_a_declared_encoding_is_believed_only_if_the_bytes_bear_it_out() -> None:
    assert decode(SIMPLIFIED.encode("gb18030"), declared="gb2312")[0] == SIMPLIFIED
    assert decode(SIMPLIFIED.encode("gb18030"), declared="utf-8")[0] == SIMPLIFIED
    assert decode(SIMPLIFIED.encode(), declared="no-such-thing")[0] == SIMPLIFIED


def test_a_character_cut_off_at_the_end_does_no_harm() -> None:
    assert decode(SIMPLIFIED.encode()[:-4])[0].startswith("云溪县水务局")


@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
def test_text_once_read_in_the_wrong_encoding_is_restored_and_told(wrong: str) -> None:
    text = "政府信息公开工作年度报告，本年收到申请十二件。" * 3
    try:
        spoilt = text.encode().decode(wrong)
    except UnicodeDecodeError:
        pytest.skip("this text has bytes that the code page does not know")
    found, notes = decode(spoilt.encode())
    assert found == text
    assert "错误的编码" in notes[0]


def test_garbled_text_that_cannot_be_restored_is_refused() -> None:
    spoilt = (SIMPLIFIED * 5).encode().decode("gb18030", "replace")
    with pytest.raises(ReadError, match="乱码"):
        decode(spoilt.encode())


def test_text_of_question_marks_is_refused_and_single_losses_are_told() -> None:
    with pytest.raises(ReadError, match="问号"):
        decode(b"2023?? ??????? ???????? 12 ??????????????\n" * 3)
    text, notes = decode((SIMPLIFIED * 5 + "联系人：??").encode())
    assert text.endswith("??")
    assert "1 处文字已经损坏" in notes[0]


def test_binary_rubbish_is_no_text() -> None:
    with pytest.raises(ReadError):
        decode(bytes(range(256)) * 50)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_clear_refusal(data: bytes) -> None:
    try:
        answer = decode(data)[0]
    except ReadError as error:
        answer = error.message
    assert answer.encode().decode() == answer
