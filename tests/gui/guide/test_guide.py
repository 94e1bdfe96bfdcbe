import re
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reportdesk.gui.guide.pages import GuidePage, guide_pages, look_up
from reportdesk.gui.guide.window import GuideWindow
from reportdesk.paths import resource

PAGES = guide_pages(resource("help"))


def titles(words: str) -> list[str]:
    return [hit.page.title for hit in look_up(PAGES, words)]


def test_the_guide_has_its_pages_in_order_each_with_a_title() -> None:
    assert [page.id for page in PAGES] == sorted(page.id for page in PAGES)
    assert PAGES[0].title == "五步写完年报"
    assert all(page.title != page.id for page in PAGES)


@pytest.mark.parametrize("page", PAGES, ids=[page.id for page in PAGES])
def test_every_picture_and_every_link_of_a_page_is_there(page: GuidePage) -> None:
    folder = resource("help")
    for target in re.findall(r"\]\(([^)]+)\)", page.text):
        assert (folder / target).is_file() or (folder / f"{target}.md").is_file(), target


def test_words_are_found_wherever_they_stand_whatever_their_width_and_case() -> None:
    assert "填统计表" in titles("空白处填 0")
    assert titles("ＡＬＴ+0")[0] in ("快捷键", "填统计表")
    assert titles("快捷键")[0] == "快捷键"
    assert titles("没有这样的词") == []
    assert len(titles("  ")) == len(PAGES)


def test_all_the_words_have_to_be_there() -> None:
    assert "保存、版本、副本" in titles("版本 比较")
    assert titles("版本 没有这样的词") == []


def test_a_hit_shows_what_is_around_it_and_no_markup(tmp_path: Path) -> None:
    (tmp_path / "1.md").write_text("# 一页\n\n按 **回车** 到下一格。", encoding="utf-8")
    (hit,) = look_up(guide_pages(tmp_path), "回车")
    assert "按 回车 到下一格" in hit.excerpt


def test_what_is_around_a_hit_is_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "1.md").write_text("# 一页\n\n从 Excel，按 Ctrl+Ｖ 粘贴。", encoding="utf-8")
    (hit,) = look_up(guide_pages(tmp_path), "ctrl+v")
    assert "从 Excel，按 Ctrl+Ｖ 粘贴。" in hit.excerpt


def test_searching_narrows_the_list_and_clearing_brings_everything_back(qtbot: QtBot) -> None:
    window = GuideWindow()
    qtbot.addWidget(window)
    assert window.list.count() == len(PAGES)
    window.search.setText("勾稽不平")
    assert 0 < window.list.count() < len(PAGES)
    assert "勾稽" in window.text.toPlainText()
    assert window.text.textCursor().hasSelection()
    window.search.setText("没有这样的词")
    assert window.list.count() == 0
    assert not window.nothing.isHidden()
    assert "没有这样的词" in window.nothing.text()
    window.search.clear()
    assert window.list.count() == len(PAGES)


@pytest.mark.parametrize("page", PAGES, ids=[page.id for page in PAGES])
def test_no_markup_is_left_to_be_seen(qtbot: QtBot, page: GuidePage) -> None:
    window = GuideWindow()
    qtbot.addWidget(window)
    window.show_page(page.id)
    shown = window.text.toPlainText()
    assert page.title in shown
    assert not re.search(r"\*\*|\]\(|^#|\|", shown, re.MULTILINE)


def test_a_link_leads_to_its_page_and_never_out_of_the_program(qtbot: QtBot) -> None:
    window = GuideWindow()
    qtbot.addWidget(window)
    window.text.anchorClicked.emit(QUrl("08-keys"))
    assert window.list.currentItem().text() == "快捷键"
    window.text.anchorClicked.emit(QUrl("elsewhere/page.html"))
    assert window.list.currentItem().text() == "快捷键"


@pytest.mark.qt_log_ignore("raise", extend=True)
def test_the_guide_is_one_window_however_often_it_is_asked_for(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    first = GuideWindow.open_over(parent, "keys")
    second = GuideWindow.open_over(parent, "tables")
    assert first is second
    assert second.list.currentItem().text() == "填统计表"
