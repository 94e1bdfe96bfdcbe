from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

import reportdesk
from reportdesk.errors import StoreError
from reportdesk.gui.context import Context
from reportdesk.gui.dialogs.new_report import NewReportDialog
from reportdesk.report.document import Document, Origin
from tests.builders import OLD
from tests.gui.start.listed import BUREAU, STATION, listed

LEFT = Qt.MouseButton.LeftButton
OVERLAY = "id = 'yunxi-2021'\nextends = 'cn-2021'\n"


def asked(context: Context, qtbot: QtBot, last: int | None = None) -> NewReportDialog:
    dialog = NewReportDialog(context, last)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def made(dialog: NewReportDialog) -> Document:
    QTest.mouseClick(dialog.ui.create, LEFT)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.existing is None
    assert dialog.document is not None
    return dialog.document


def test_the_first_report_is_of_the_year_whose_report_is_due(
    context: Context, qtbot: QtBot
) -> None:
    dialog = asked(context, qtbot)
    assert dialog.ui.year.value() == 2025
    assert dialog.ui.year_words.text() == "统计 2025年1月1日至12月31日"
    assert dialog.edition == "cn-2021"
    assert dialog.focusWidget() is dialog.ui.year
    dialog.ui.organ.setText("云溪县水务局")
    dialog.ui.kind.setCurrentText("政府")
    assert dialog.ui.due.text() == "距3月31日还有 70 天"
    document = made(dialog)
    assert (document.edition.id, document.year) == ("cn-2021", 2025)
    assert document.organ == "云溪县水务局"
    assert document.values["organ_kind"] == "政府"
    assert document.values["title"] == "云溪县水务局2025年政府信息公开工作年度报告"
    assert document.previous is None
    assert document.origins == {}


def test_the_form_follows_the_year(context: Context, qtbot: QtBot) -> None:
    dialog = asked(context, qtbot)
    dialog.ui.year.setValue(2020)
    assert dialog.edition == "cn-2019"
    assert "〔2019〕60号" in dialog.ui.edition_words.text()
    assert not dialog.ui.edition.isEnabled()  # there is nothing to choose


def test_a_year_without_a_form_says_so_and_nothing_can_be_made(
    context: Context, qtbot: QtBot
) -> None:
    dialog = asked(context, qtbot)
    dialog.ui.year.setValue(2016)
    assert dialog.ui.edition_words.text() == "没有这一年用的格式，最早从2019年度开始。"
    assert not dialog.ui.create.isEnabled()
    dialog.ui.year.setValue(2021)
    assert dialog.ui.create.isEnabled()


def test_an_offices_own_form_comes_first_and_the_official_one_can_be_chosen(
    context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "own.toml").write_text(OVERLAY, encoding="utf-8")
    context.catalog = reportdesk.editions(tmp_path / "own")
    dialog = asked(context, qtbot)
    offered = [dialog.ui.edition.itemText(n) for n in range(dialog.ui.edition.count())]
    assert offered == ["2021版·自有（yunxi-2021）", "2021版"]
    assert dialog.ui.edition.isEnabled()
    dialog.ui.edition.setCurrentIndex(1)
    dialog.ui.year.setValue(2024)
    assert dialog.edition == "cn-2021"  # the choice outlives a change of the year
    assert made(dialog).edition.id == "cn-2021"


def test_the_offices_own_data_come_from_its_last_report(context: Context, qtbot: QtBot) -> None:
    id = listed(context.store, BUREAU, 2024)
    context.store.write(id, {"contact_phone": "0571-1234567"}, {}, {})
    dialog = asked(context, qtbot)
    assert dialog.organ == BUREAU
    assert dialog.kind == "部门"
    document = made(dialog)
    assert document.values["contact_phone"] == "0571-1234567"
    assert document.origins["contact_phone"] == Origin("last_year", place="2024")
    assert "organ" not in document.origins


def test_another_organs_data_stay_with_it(context: Context, qtbot: QtBot) -> None:
    id = listed(context.store, BUREAU, 2024)
    context.store.write(id, {"contact_phone": "0571-1234567"}, {}, {})
    dialog = asked(context, qtbot)
    dialog.ui.organ.setText("青禾县教育局")
    assert "contact_phone" not in made(dialog).values


def test_the_organs_known_are_offered_and_bring_their_kind(context: Context, qtbot: QtBot) -> None:
    listed(context.store, STATION, kind="其他", changed="2026-01-10T09:00")
    listed(context.store, BUREAU, kind="部门", changed="2026-01-20T09:00")
    dialog = asked(context, qtbot)
    completer = dialog.ui.organ.completer()
    completer.setCompletionPrefix("畜牧")
    assert completer.currentCompletion() == STATION
    dialog.ui.organ.setText(STATION)
    assert dialog.kind == "其他"


def test_a_kind_that_was_chosen_is_not_taken_away_by_a_name(context: Context, qtbot: QtBot) -> None:
    listed(context.store, STATION, kind="其他")
    dialog = asked(context, qtbot)
    dialog.ui.organ.setText("新的机关")
    dialog.ui.kind.setFocus()
    QTest.keyClick(dialog.ui.kind, Qt.Key.Key_Home)
    QTest.keyClick(dialog.ui.kind, Qt.Key.Key_Down)
    assert dialog.kind == "政府"
    dialog.ui.organ.setText(STATION)
    assert dialog.kind == "政府"


def test_a_second_report_is_pointed_out_and_the_first_can_be_opened(
    context: Context, qtbot: QtBot
) -> None:
    id = listed(context.store, BUREAU, 2025)
    dialog = asked(context, qtbot)
    words = dialog.ui.twin_words.text()
    assert words.startswith(f"已有一份：{BUREAU}，2025年度，已填完，")
    dialog.ui.year.setValue(2024)
    assert not dialog.ui.twin.isVisible()
    dialog.ui.year.setValue(2025)
    QTest.mouseClick(dialog.ui.open_twin, LEFT)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert (dialog.existing, dialog.document) == (id, None)


def test_a_second_report_can_be_made_all_the_same(context: Context, qtbot: QtBot) -> None:
    listed(context.store, BUREAU, 2025)
    assert made(asked(context, qtbot)).year == 2025


def test_one_in_the_bin_is_pointed_out_too(context: Context, qtbot: QtBot) -> None:
    listed(context.store, BUREAU, 2024)
    context.store.to_bin(listed(context.store, BUREAU, 2025))
    dialog = asked(context, qtbot)
    assert dialog.ui.twin_words.text() == f"回收站里有一份：{BUREAU}，2025年度，可以从那里恢复。"
    assert not dialog.ui.open_twin.isVisible()


def test_the_next_year_begins_with_what_carries_over(context: Context, qtbot: QtBot) -> None:
    id = listed(context.store, BUREAU, 2024, figures={"requests.left.person": 3})
    dialog = asked(context, qtbot, id)
    assert dialog.ui.title.text() == "新建下一年的报告"
    assert dialog.ui.from_words.text() == f"从“{BUREAU}”2024年度报告开始，原报告不会改动。"
    assert dialog.ui.year.value() == 2025
    assert dialog.organ == BUREAU
    assert "结转数字 6 格" in dialog.ui.carried_words.text()
    document = made(dialog)
    assert document.values["requests.carried.person"] == "3"
    assert document.origins["requests.carried.person"].kind == "rolled"
    assert "requests.new.person" not in document.values
    assert document.previous is not None
    assert document.previous.values["requests.left.person"] == "3"


def test_what_changes_with_the_form_is_told_before_anything_is_made(
    context: Context, qtbot: QtBot
) -> None:
    id = listed(context.store, BUREAU, 2020, edition=OLD)
    dialog = asked(context, qtbot, id)
    assert dialog.edition == "cn-2021"
    assert "分为三项" in dialog.ui.notes.toPlainText()
    assert dialog.ui.carried_words.text().endswith("请看看下面几点：")


def test_a_year_that_does_not_follow_carries_no_figures_and_says_so(
    context: Context, qtbot: QtBot
) -> None:
    id = listed(context.store, BUREAU, 2022)
    dialog = asked(context, qtbot, id)
    dialog.ui.year.setValue(2025)
    assert dialog.ui.carried_words.text().startswith("沿用文字和机关信息")
    assert "没有结转数字" in dialog.ui.carried_words.text()
    assert "不是上一年的" in dialog.ui.notes.toPlainText()


def test_an_office_with_a_new_name_has_it_in_title_and_signature_too(
    context: Context, qtbot: QtBot
) -> None:
    id = listed(context.store, BUREAU, 2024)
    context.store.write(id, {"signature": BUREAU}, {}, {})
    dialog = asked(context, qtbot, id)
    dialog.ui.organ.setText("青禾县农业局")
    document = made(dialog)
    assert document.values["title"] == "青禾县农业局2025年政府信息公开工作年度报告"
    assert document.values["signature"] == "青禾县农业局"
    assert document.previous is not None
    assert document.previous.organ == BUREAU


def test_a_form_of_another_country_works_as_well(
    context: Context, qtbot: QtBot, tmp_path: Path
) -> None:
    guide = (Path(__file__).parents[3] / "docs/editions.md").read_text(encoding="utf-8")
    (tmp_path / "own").mkdir()
    example = guide.split("```toml\n")[1].split("```")[0]
    (tmp_path / "own" / "form.toml").write_text(example, encoding="utf-8")
    context.catalog = reportdesk.editions(tmp_path / "own")
    dialog = asked(context, qtbot)
    own = next(id for id in context.catalog if context.catalog.is_own(id))
    dialog.ui.edition.setCurrentIndex(dialog.ui.edition.findData(own))
    assert not dialog.ui.kind.isVisible()
    assert dialog.ui.due.text() == ""
    dialog.ui.organ.setText("Harbour Office")
    document = made(dialog)
    assert document.values["title"] == "Harbour Office: Records Requests Return 2025"
    document.values["cases.closing.citizens"] = "7"
    again = asked(context, qtbot, context.store.create(document))
    assert (again.edition, again.ui.year.value()) == (own, 2026)
    rolled = made(again)
    assert rolled.values["cases.opening.citizens"] == "7"
    assert asked(context, qtbot).edition == own  # whoever writes these is offered these first


def test_cancel_and_esc_make_nothing(context: Context, qtbot: QtBot) -> None:
    dialog = asked(context, qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert (dialog.document, dialog.existing) == (None, None)


def test_a_report_that_is_gone_is_told(context: Context) -> None:
    with pytest.raises(StoreError):
        NewReportDialog(context, 99)
