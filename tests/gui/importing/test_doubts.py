"""Each doubt stands in the list with its choices, and each choice does what it says."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from reportdesk.form.table import Row
from reportdesk.report.document import Document
from reportdesk.report.totals import effective
from tests.builders import NEW, report, requests
from tests.gui.importing.conftest import OpenFile
from tests.gui.importing.keys import press
from tests.gui.importing.pages import page

DOC = report(NEW, 2024, requests(new__person=2, granted__person=2))
LABEL = "2.其他法律行政法规禁止公开"
SIGN = "requests.granted.company"


def marks_of(text: str, *keys: str) -> dict[str, str]:
    return dict.fromkeys(keys, text)


def test_a_sign_that_is_no_figure_stays_blank_until_it_is_said_to_be_0(
    open_file: OpenFile, tmp_path: Path
) -> None:
    dialog = open_file(page(tmp_path, DOC, cells=marks_of("/", SIGN)))
    assert "文件里是“/”，没有当作 0" in dialog.row("blank").words.text()
    assert SIGN not in dialog.values()
    dialog.say("blank", "zero")
    assert dialog.values()[SIGN] == "0"
    assert dialog.proposal is not None
    assert dialog.proposal.taken.document.origins[SIGN].text == "/"
    assert dialog.row("blank").buttons["zero"].isChecked()
    assert "没有当作 0" not in dialog.row("blank").words.text()
    dialog.say("blank", "zero")
    assert SIGN not in dialog.values()
    dialog.say("blank", "blank")
    assert SIGN not in dialog.values()
    assert not dialog.proposal.open_doubts()


def test_many_signs_of_a_table_are_told_together(open_file: OpenFile, tmp_path: Path) -> None:
    keys = [f"requests.granted.{column}" for column in ("company", "research", "charity", "legal")]
    dialog = open_file(page(tmp_path, DOC, cells=marks_of("—", *keys)))
    assert dialog.kinds().count("blank") == 1
    dialog.say("blank", "zero")
    assert [dialog.values()[key] for key in keys] == ["0"] * 4


def test_blanks_without_a_sign_are_only_told(open_file: OpenFile, tmp_path: Path) -> None:
    dialog = open_file(page(tmp_path, DOC, cells=marks_of("", SIGN)))
    assert dialog.proposal is not None
    assert not dialog.proposal.open_doubts()
    dialog.say("empty", "zero")
    assert dialog.values()[SIGN] == "0"


def test_a_stated_total_that_differs_is_kept_or_reckoned(
    open_file: OpenFile, tmp_path: Path
) -> None:
    total = "requests.granted.total"
    dialog = open_file(page(tmp_path, DOC, cells={total: "7"}))
    assert "文件里是 7，各项相加是 2" in dialog.row("stated").words.text()
    assert dialog.values()[total] == "7"
    dialog.say("stated", "sum")
    assert total not in dialog.values()
    assert dialog.proposal is not None
    assert effective(dialog.proposal.taken.document)[total] == "2"
    dialog.say("stated", "keep")
    assert dialog.values()[total] == "7"


def test_filling_a_sign_can_bring_a_total_into_doubt(open_file: OpenFile, tmp_path: Path) -> None:
    cells = {SIGN: "-", "requests.granted.total": "9"}
    dialog = open_file(page(tmp_path, DOC, cells=cells))
    doubted = ("stated", "requests.granted.total")
    assert doubted not in [(d.kind, *d.keys) for d in dialog.doubts()]
    dialog.say("blank", "zero")
    assert doubted in [(d.kind, *d.keys) for d in dialog.doubts()]


def test_many_totals_of_a_table_are_told_together(open_file: OpenFile, tmp_path: Path) -> None:
    totals = [key for key in NEW.fields if key.startswith("requests.denied") and ".total" in key]
    assert len(totals) > 5
    dialog = open_file(page(tmp_path, DOC, cells=dict.fromkeys(totals, "9")))
    assert dialog.kinds().count("stated") == 1
    dialog.say("stated", "sum")
    assert not dialog.values().keys() & set(totals)


def test_a_row_with_a_label_only_like_the_form_s_can_be_left_out(
    open_file: OpenFile, tmp_path: Path
) -> None:
    dialog = open_file(page(tmp_path, DOC, labels={LABEL: "2.其他法律行政法规止公开"}))
    assert "2.其他法律行政法规止公开" in dialog.row("label").words.text()
    key = "requests.denied_law.person"
    assert dialog.proposal is not None
    assert dialog.proposal.state(key) == "near"
    dialog.say("label", "right")
    assert dialog.proposal.state(key) == ""
    assert dialog.values()[key] == "0"
    dialog.say("label", "leave")
    assert not [key for key in dialog.values() if key.startswith("requests.denied_law.")]


def test_a_figure_with_more_words_is_taken_and_told(open_file: OpenFile, tmp_path: Path) -> None:
    key = "requests.granted.person"
    dialog = open_file(page(tmp_path, DOC, cells={key: "2（其中线上1件）"}))
    assert dialog.values()[key] == "2"
    dialog.say("note", "leave")
    assert key not in dialog.values()
    dialog.say("note", "seen")
    assert dialog.values()[key] == "2"


def test_what_cannot_be_understood_is_not_filled_in(open_file: OpenFile, tmp_path: Path) -> None:
    dialog = open_file(page(tmp_path, DOC, cells={SIGN: "约3"}))
    assert "文件里是“约3”" in dialog.row("stray").words.text()
    assert SIGN not in dialog.values()
    dialog.say("stray", "copy")
    assert QGuiApplication.clipboard().text().endswith("约3")
    assert dialog.proposal is not None
    assert [one.text for one in dialog.proposal.taken.document.unplaced] == ["约3"]
    dialog.say("stray", "drop")
    assert dialog.proposal.taken.document.unplaced == []


def test_every_figure_without_a_blank_is_listed_row_by_row(
    open_file: OpenFile, tmp_path: Path
) -> None:
    dialog = open_file(page(tmp_path, DOC, extra="十、另加的一行 11 12 13 14 15 16 81"))
    row = dialog.row("stray")
    assert "11、12、13、14、15、16、81" in row.words.text()
    assert "十、另加的一行" in row.words.text()
    row.buttons["copy"].click()
    assert QGuiApplication.clipboard().text() == "十、另加的一行\t11\t12\t13\t14\t15\t16\t81"


def test_two_figures_for_one_blank_are_chosen_from(open_file: OpenFile, tmp_path: Path) -> None:
    first = "一、本年新收政府信息公开申请数量"
    dialog = open_file(page(tmp_path, DOC, extra=f"{first} 5 0 0 0 0 0 5"))
    key = "requests.new.person"
    row = dialog.row("twice")
    assert row.doubt.keys == (key,)
    assert list(row.buttons) == ["take 2", "take 5", "blank"]
    assert key not in dialog.values()
    row.buttons["take 5"].click()
    assert dialog.values()[key] == "5"


def test_figures_taken_by_their_order_can_be_left_out(open_file: OpenFile, tmp_path: Path) -> None:
    from tests.text_reports import text_of

    file = tmp_path / "去年.txt"
    file.write_text(text_of(DOC).replace("\t", "    "), encoding="utf-8")
    dialog = open_file(file)
    row = next(
        row
        for row in dialog.page.doubts.rows.values()
        if row.doubt.kind == "order" and row.doubt.grave
    )
    assert "没有格线" in row.words.text()
    assert dialog.proposal is not None
    key = next(key for key in row.doubt.keys if dialog.proposal.state(key) == "near")
    row.buttons["seen"].click()
    assert dialog.proposal.state(key) == ""
    row.buttons["leave"].click()
    assert not set(row.doubt.keys) & dialog.values().keys()


def test_order_that_the_totals_prove_asks_for_no_look(open_file: OpenFile, tmp_path: Path) -> None:
    from tests.text_reports import text_of

    file = tmp_path / "去年.txt"
    file.write_text(text_of(DOC).replace("\t", "    "), encoding="utf-8")
    dialog = open_file(file)
    cases = [row for row in dialog.page.doubts.rows.values() if SIGN in row.doubt.keys]
    assert [row.doubt.grave for row in cases] == [False]
    assert "和总计一致" in cases[0].words.text()


def test_a_table_that_is_not_in_the_file_is_told(open_file: OpenFile, tmp_path: Path) -> None:
    dialog = open_file(page(tmp_path, DOC, without=("disputes",)))
    row = dialog.row("refused")
    assert "没有找到这张表" in row.words.text()
    assert not row.buttons
    section = row.doubt.section
    assert dialog.page.bar.tabs[section].entry.amount == "没有读入"
    assert not dialog.page.bar.tabs[section].check.isEnabled()


def test_tables_without_their_lines_are_refused_and_their_figures_kept(
    open_file: OpenFile, tmp_path: Path
) -> None:
    file = tmp_path / "网页.txt"
    heads = [section.heading for section in NEW.sections if section.heading]
    rows = "".join(f"{row.label} 6400{n}047{n}\n" for n, row in enumerate(_rows()[:9]))
    text = (
        f"云溪县水务局2024年{NEW.title}\n{heads[0]}\n全年平稳。\n{heads[2]}\n{rows}"
        f"{heads[4]}\n解读不多。\n"
    )
    file.write_text(text, encoding="utf-8")
    dialog = open_file(file)
    refused = [r for r in dialog.page.doubts.rows.values() if r.doubt.kind == "refused"]
    said = [row.words.text() for row in refused]
    assert any("表格的格线已丢失，数字分不开，只导入了文字" in words for words in said)
    assert dialog.values()["problems"] == "解读不多。"
    lost = next(row for row in refused if row.doubt.strays)
    lost.buttons["copy"].click()
    assert "64000" in QGuiApplication.clipboard().text()


def _rows() -> list[Row]:
    return list(NEW.table("requests").parts[0].rows)


def test_a_row_of_the_old_form_in_the_new_one_is_told_and_kept(
    open_file: OpenFile, tmp_path: Path
) -> None:
    document = Document(NEW, 2024, dict(DOC.values))
    file = page(tmp_path, document)
    text = file.read_text(encoding="utf-8")
    start = text.index("（六）其他处理")
    cell = text.rindex("<td", 0, start)
    end = text.index("（七）总计")
    flat = "".join(f"<td>{figure}</td>" for figure in "4000004")
    row = f'<td colspan="2">（六）其他处理</td>{flat}</tr><tr>'
    text = text[:cell] + row + text[text.rindex("<td", 0, end) :]
    file.write_text(text, encoding="utf-8")
    dialog = open_file(file)
    assert dialog.kinds().count("group") == 1
    assert dialog.proposal is not None
    assert dialog.proposal.taken.document.group_values["requests.other.person"] == "4"


# The list


def test_what_is_decided_is_marked_and_counted(open_file: OpenFile, tmp_path: Path) -> None:
    sum = next(key for key, f in NEW.fields.items() if f.total and f.block.id == "disputes")
    cells = {SIGN: "/", sum: "7"}
    dialog = open_file(page(tmp_path, DOC, cells=cells))
    assert dialog.ui.doubtCount.text().startswith("2 处，其余 ")
    dialog.say("blank", "zero")
    assert dialog.ui.doubtCount.text().startswith("1 处，其余 ")
    dialog.say("stated", "keep")
    assert dialog.ui.doubtCount.text().startswith("没有要核实的")
    section = dialog.row("stated").doubt.section
    assert dialog.page.bar.tabs[section].entry.mark == "ok"


def test_a_click_on_a_doubt_goes_there_on_both_sides(open_file: OpenFile, tmp_path: Path) -> None:
    dialog = open_file(page(tmp_path, DOC, cells=marks_of("/", "requests.left.other")))
    dialog.page.show_section(NEW.sections[1].id)
    row = dialog.row("blank")
    dialog.page.doubts.looked.emit(row.doubt)
    assert dialog.page.section == row.doubt.section
    for side in (dialog.page.source, dialog.page.result):
        assert side.current_links == ("requests.left.other",)
        assert 0 <= side.current_top < side.viewport().height()


def test_the_choices_are_reached_and_pressed_by_keyboard(
    open_file: OpenFile, tmp_path: Path
) -> None:
    dialog = open_file(page(tmp_path, DOC, cells=marks_of("/", SIGN)))
    button = dialog.row("blank").buttons["zero"]
    dialog.ui.onlyButton.setFocus()
    press(dialog.ui.onlyButton, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is button
    # Without a screen no window is active, and Qt tells nobody of the focus.
    QApplication.sendEvent(button, QFocusEvent(QEvent.Type.FocusIn))
    assert dialog.page.result.current_links == (SIGN,)
    press(button, Qt.Key.Key_Space)
    assert dialog.values()[SIGN] == "0"
    again = dialog.row("blank").buttons["zero"]
    assert dialog.focusWidget() is again
    press(again, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert SIGN not in dialog.values()


def test_notes_on_a_new_year_are_folded_and_unfold(open_file: OpenFile, tmp_path: Path) -> None:
    from tests.builders import OLD

    dialog = open_file(page(tmp_path, report(OLD, 2020)))
    notes = [row for id, row in dialog.page.doubts.rows.items() if id.startswith("roll ")]
    assert len(notes) > 2
    assert all(row.isHidden() for row in notes)
    fold = dialog.page.doubts.stops()[-1]
    fold.setFocus()
    press(fold, Qt.Key.Key_Space)
    assert not any(row.isHidden() for row in notes)
    QApplication.processEvents()
    first = notes[0]
    seen = first.mapTo(dialog.page.doubts.viewport(), first.rect().bottomLeft()).y()
    assert 0 < seen < dialog.page.doubts.viewport().height(), "what was asked for is in view"


def test_a_section_that_is_not_taken_has_no_doubts(open_file: OpenFile, tmp_path: Path) -> None:
    dialog = open_file(page(tmp_path, DOC, cells=marks_of("/", SIGN)))
    dialog.page.bar.tabs[dialog.row("blank").doubt.section].check.click()
    assert "blank" not in dialog.kinds()


@pytest.mark.parametrize("dark", [False, True])
def test_only_what_is_in_doubt_can_be_shown(
    open_file: OpenFile, tmp_path: Path, dark: bool
) -> None:
    from reportdesk.gui import style

    style.set_theme(dark=dark)
    dialog = open_file(page(tmp_path, DOC, cells=marks_of("/", SIGN)))
    whole = {side: len(side.laid().placed) for side in (dialog.page.source, dialog.page.result)}
    dialog.ui.onlyButton.click()
    for side, boxes in whole.items():
        shown = side.laid().placed
        assert len(shown) < boxes
        assert SIGN in side.laid().links
        assert "requests.left.person" not in side.laid().links
    dialog.grab()
    dialog.ui.onlyButton.click()
    assert {side: len(side.laid().placed) for side in whole} == whole
