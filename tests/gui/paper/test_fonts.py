"""Fonts that a computer lacks: which, and what is seen in their place."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from reportdesk.formats.writers.word_fonts import BODY, HEI, KAI, SONG, TITLE, fonts_named
from reportdesk.gui.paper.fonts import fonts_words, missing_fonts
from tests.builders import CATALOG, NEW

OFFICE_PC = ("宋体", "SimHei", "仿宋", "楷体", "华文中宋", "Arial")


def test_what_is_not_here_is_named_with_what_is_seen_instead(qtbot: QtBot) -> None:
    missing = missing_fonts((TITLE, BODY, KAI, HEI, SONG), OFFICE_PC)
    assert missing == [(TITLE, "华文中宋"), (BODY, "仿宋"), (KAI, "楷体")]
    assert fonts_words(missing) == (
        "本机没有“方正小标宋简体”“仿宋_GB2312”“楷体_GB2312”，"
        "打开时显示为“华文中宋”“仿宋”“楷体”；有这些字体的电脑上照样显示。"
    )


def test_where_all_are_here_nothing_is_said(qtbot: QtBot) -> None:
    everything = (TITLE, BODY, KAI, HEI, "SimSun")
    assert missing_fonts((TITLE, BODY, KAI, HEI, SONG), everything) == []
    assert fonts_words([]) == ""


def test_a_font_that_nobody_knows_has_something_in_its_place(qtbot: QtBot) -> None:
    ((font, instead),) = missing_fonts(("某某手写体",), OFFICE_PC)
    assert font == "某某手写体"
    assert instead


def test_the_fonts_of_a_word_file_are_those_of_its_chinese_text() -> None:
    template = CATALOG.template(NEW.id)
    assert template is not None
    assert set(fonts_named(template.read_bytes())) == {TITLE, BODY, KAI, HEI, SONG}
    assert fonts_named(b"no word file") == ()
    assert fonts_named(Path(__file__).read_bytes()) == ()
