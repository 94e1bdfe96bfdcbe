"""What was found and what it becomes stand side by side, are scrolled and chosen together."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reportdesk.form.edition import Section
from reportdesk.gui import style
from reportdesk.gui.importing.sheet_layout import SheetLayout, beside
from reportdesk.gui.importing.sheet_view import SheetView
from reportdesk.gui.importing.sheets import Band, Box, Sheet
from reportdesk.paths import resource
from reportdesk.report.document import Document
from tests.builders import NEW, report, requests
from tests.gui.importing.conftest import Opened, OpenFile
from tests.gui.importing.keys import press
from tests.gui.importing.pages import page
from tests.text_reports import text_of

SAMPLE = resource("samples", "yunxi-2025.docx")
DOC = report(NEW, 2024, requests(new__person=3, left__person=3))


def section_of(block: str) -> Section:
    return next(s for s in NEW.sections if any(b.id == block for b in s.blocks))


def at(dialog: Opened, block: str) -> tuple[SheetView, SheetView]:
    dialog.page.show_section(section_of(block).id)
    return dialog.page.source, dialog.page.result


def middle(view: SheetView, link: str) -> QPoint:
    laid = view.laid()
    rect = laid.placed[laid.links[link]].rect
    return rect.center() - QPoint(
        view.horizontalScrollBar().value(), view.verticalScrollBar().value()
    )


def test_every_cell_of_every_table_is_on_both_sides(open_file: OpenFile) -> None:
    dialog = open_file(SAMPLE)
    for table in NEW.tables:
        keys = {key for key, field in NEW.fields.items() if field.block is table}
        for side in at(dialog, table.id):
            assert keys <= side.laid().links.keys()


def test_figures_stand_on_the_left_as_they_were_found(open_file: OpenFile, tmp_path: Path) -> None:
    dialog = open_file(page(tmp_path, DOC, cells={"requests.new.person": "３ 件"}))
    source, result = at(dialog, "requests")
    found = source.laid().placed[source.laid().links["requests.new.person"]].box
    taken = result.laid().placed[result.laid().links["requests.new.person"]].box
    assert (found.text, taken.text) == ("３ 件", "3")


@pytest.mark.parametrize("side", [0, 1])
def test_a_click_chooses_the_same_cell_on_the_other_side(open_file: OpenFile, side: int) -> None:
    views = at(open_file(SAMPLE), "requests")
    here, there = views[side], views[1 - side]
    point = middle(here, "requests.new.company")
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(here.viewport(), left, none, point)
    assert here.current_links == there.current_links == ("requests.new.company",)
    assert 0 <= there.current_top < there.viewport().height()


def test_arrows_walk_and_the_other_side_follows(open_file: OpenFile) -> None:
    source, result = at(open_file(SAMPLE), "requests")
    result.select(["requests.new.person"])
    press(result, Qt.Key.Key_Right)
    assert source.current_links == ("requests.new.company",)
    press(result, Qt.Key.Key_Down)
    assert source.current_links == ("requests.carried.company",)
    for _ in range(30):
        press(result, Qt.Key.Key_Down)
    assert source.current_links == ("requests.left.company",)
    assert abs(source.current_top - result.current_top) < style.theme().px(60)


def test_what_is_chosen_can_be_copied_and_is_told(open_file: OpenFile) -> None:
    _, result = at(open_file(SAMPLE), "requests")
    result.select(["requests.new.person"])
    press(result, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    value = QGuiApplication.clipboard().text()
    assert value.isdigit()
    assert "自然人" in result.accessibleDescription()
    assert value in result.accessibleDescription()


def test_scrolling_one_side_brings_the_other_along(open_file: OpenFile) -> None:
    source, result = at(open_file(SAMPLE), "requests")
    for one, other in ((source, result), (result, source)):
        bar = one.verticalScrollBar()
        bar.setValue(bar.maximum())
        assert other.verticalScrollBar().value() == other.verticalScrollBar().maximum()
        bar.setValue(0)
        assert other.verticalScrollBar().value() == 0


def test_rows_that_belong_together_stay_at_one_height() -> None:
    ours, theirs = {"a": 0, "b": 100, "c": 140}, {"a": 0, "b": 20, "c": 120}
    ends = (300, 400)
    assert beside(ours, theirs, 20, ends) == 100
    assert beside(ours, theirs, 70, ends) == 120
    assert beside(ours, theirs, 300, ends) == 400
    assert beside({}, {}, 150, ends) == 200


def test_narratives_are_shown_paragraph_by_paragraph(open_file: OpenFile, tmp_path: Path) -> None:
    document = Document(NEW, 2024, {**DOC.values, "overview": "（一）公开。\n全年公开三十条。"})
    source, result = at(open_file(page(tmp_path, document)), "overview")
    for side in (source, result):
        assert [box.text for _, box in side.sheet.boxes()] == ["（一）公开。", "全年公开三十条。"]
    press(source, Qt.Key.Key_Down)
    press(source, Qt.Key.Key_Down)
    assert result.current_links == ("overview#1",)


def test_the_cover_shows_each_line_once_with_its_label(open_file: OpenFile) -> None:
    dialog = open_file(SAMPLE)
    source, result = at(dialog, "organ")
    labels = [box.text for _, box in result.sheet.boxes() if box.kind == "label"]
    assert "机关名称" in labels
    assert len(labels) == len(set(labels))
    texts = [box.text for _, box in source.sheet.boxes()]
    assert len(texts) == len(set(texts))
    result.select(["title"])
    assert source.select(["title"])


def test_lines_of_text_are_laid_out_as_rows(open_file: OpenFile, tmp_path: Path) -> None:
    file = tmp_path / "去年.txt"
    file.write_text(text_of(DOC).replace("\t", "    "), encoding="utf-8")
    source, result = at(open_file(file), "requests")
    laid = source.laid()
    rows = {laid.placed[laid.links[f"requests.new.{c}"]].box.row for c in ("person", "total")}
    assert len(rows) == 1
    assert result.select(["requests.left.person"])
    assert source.select(["requests.left.person"])


def test_a_part_that_is_not_in_the_file_says_so(open_file: OpenFile, tmp_path: Path) -> None:
    dialog = open_file(page(tmp_path, DOC, without=("disputes",)))
    source, _ = at(dialog, "disputes")
    assert source.sheet.words == "文件里没有找到这一部分。"
    assert source.laid().links == {}
    dialog.grab()


def test_what_the_new_year_takes_over_is_shown(open_file: OpenFile, tmp_path: Path) -> None:
    dialog = open_file(page(tmp_path, DOC))
    _, result = at(dialog, "requests")
    assert "→" in dialog.ui.legend.text()
    signs = {box.links[0]: box.sign for _, box in result.sheet.boxes() if box.kind == "value"}
    assert signs["requests.left.person"] == "→"
    assert signs["requests.new.person"] == ""
    assert signs["requests.new.total"] == "＝"
    dialog.ui.thisRadio.click()
    signs = {box.links[0]: box.sign for _, box in result.sheet.boxes() if box.kind == "value"}
    assert signs["requests.left.person"] == ""


# How it is laid out


def boxes_apart(layout: SheetLayout) -> bool:
    rects = [one.rect for one in layout.placed if one.rect.width() > 0]
    return not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[n + 1 :])


@pytest.mark.parametrize("zoom", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1208, 658), (1013, 519)])
def test_no_table_of_the_form_needs_to_be_scrolled_sideways(
    open_file: OpenFile, tmp_path: Path, zoom: float, size: tuple[int, int]
) -> None:
    style.set_theme(zoom=zoom)
    dialog = open_file(page(tmp_path, DOC))
    dialog.resize(*size)
    for table in NEW.tables:
        for side in at(dialog, table.id):
            laid = side.laid()
            assert boxes_apart(laid)
            if zoom == 1.0 or table.layout != "across":
                assert laid.width <= side.viewport().width(), table.id
            assert side.horizontalScrollBar().maximum() == max(
                0, laid.width - side.viewport().width()
            )


def test_a_box_has_the_height_that_its_words_need() -> None:
    words = "（二）部分公开（区分处理的，只计这一情形，不计其他情形）" * 3
    boxes = (Box(words, 0, 0, kind="label"), Box("1", 0, 1), Box("短", 1, 0, kind="label"))
    sheet = Sheet((Band((*boxes, Box("22", 1, 1)), 2, 2),))
    layout = SheetLayout(sheet, 200, style.theme())
    tall, low = layout.placed[0].rect.height(), layout.placed[2].rect.height()
    assert tall > 3 * low
    assert low >= style.theme().px(24)
    assert layout.width <= 200


def test_a_zoom_lays_out_anew_and_keeps_the_choice(open_file: OpenFile) -> None:
    _, result = at(open_file(SAMPLE), "disclosure")
    key = next(key for key in NEW.fields if key.startswith("disclosure."))
    result.select([key])
    before = result.laid().height
    style.set_theme(zoom=1.5)
    assert result.laid().height > before
    style.set_theme(zoom=1.0)
    assert result.laid().height == before


def test_the_whole_page_is_walked_with_the_tab_key(open_file: OpenFile) -> None:
    dialog = open_file(SAMPLE)
    dialog.ui.yearBox.setFocus()
    seen: list[object] = []
    for _ in range(60):
        widget = dialog.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
        press(widget, Qt.Key.Key_Tab)
    page = dialog.page
    tabs = [part for tab in page.bar.tabs.values() for part in (tab.check, tab.name)]
    wanted = [dialog.ui.changeButton, *tabs, page.source, page.result]
    wanted += [dialog.ui.cancelButton, dialog.ui.takeButton]
    assert [widget for widget in seen if widget in wanted] == wanted


def test_every_field_has_a_name_for_those_who_cannot_see_it(open_file: OpenFile) -> None:
    dialog = open_file(SAMPLE)
    page = dialog.page
    fields = [dialog.ui.yearBox, dialog.ui.startBox, page.source, page.result, page.doubts]
    fields += [part for tab in page.bar.tabs.values() for part in (tab.check, tab.name)]
    assert all(field.accessibleName() for field in fields)
