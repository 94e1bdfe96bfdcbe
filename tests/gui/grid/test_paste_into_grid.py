"""Ctrl+C, Ctrl+X and Ctrl+V in a table on the screen, over the clipboard that programs share."""

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reportdesk.form.edition import Edition, Table
from reportdesk.formats.recognise.vocabulary import vocabulary_of
from reportdesk.gui.grid.clipboard import block_of
from reportdesk.gui.grid.clipboard_judge import plan
from reportdesk.gui.grid.copying import copied, copied_with_labels
from reportdesk.gui.grid.cursor import Block
from reportdesk.gui.grid.layout import GridLayout
from reportdesk.gui.grid.paste_dialog import PasteDialog
from reportdesk.gui.grid.table_widget import TableGrid
from reportdesk.gui.session import Session
from reportdesk.report.document import Document, Origin
from reportdesk.report.totals import effective
from tests.builders import NEW, OLD, cells, edition, report, requests, table
from tests.gui.grid import payloads
from tests.gui.grid.conftest import ShowGrid, press

K = Qt.Key
FIRST = "requests.new.person"
ROW = ["60", "12", "1", "0", "3", "2", "78"]
FORMS = [(each, table) for each in (NEW, OLD) for table in each.tables]


@pytest.fixture(autouse=True)
def clipboard() -> Iterator[None]:
    """The clipboard is left as empty as it was found."""
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def clip(held: QMimeData | str) -> None:
    if isinstance(held, str):
        QGuiApplication.clipboard().setText(held)
    else:
        QGuiApplication.clipboard().setMimeData(held)


def clipped() -> str:
    return QGuiApplication.clipboard().text()


def blank(form: Edition = NEW, **figures: int | None) -> Document:
    return report(form, figures=dict.fromkeys(cells(form)) | requests(**figures))


def row_of(grid: TableGrid, row: str) -> list[str]:
    return [grid.session.effective(f"requests.{row}.{c.id}") for c in grid.table.parts[0].columns]


def steps(grid: TableGrid) -> list[str]:
    stack = grid.session.undo
    return [stack.text(number) for number in range(stack.count())]


def answer(do: Callable[[PasteDialog], None]) -> list[PasteDialog]:
    """What the clerk does with the look before a paste, as soon as it is on the screen."""
    seen: list[PasteDialog] = []

    def look() -> None:
        shown = QApplication.activeModalWidget()
        assert isinstance(shown, PasteDialog)
        seen.append(shown)
        do(shown)

    QTimer.singleShot(0, look)
    return seen


def say_paste(shown: PasteDialog) -> None:
    QTest.keyClick(shown, K.Key_Return)


def say_no(shown: PasteDialog) -> None:
    QTest.keyClick(shown, K.Key_Escape)


# Pasting


@pytest.mark.parametrize(
    "program",
    [payloads.excel, payloads.wps, payloads.word, payloads.libreoffice, payloads.browser],
)
def test_figures_from_any_program_go_in_at_once_as_one_step(
    show_grid: ShowGrid, program: Callable[[payloads.Rows], QMimeData]
) -> None:
    grid = show_grid(blank(), "requests", at=FIRST)
    clip(program([ROW, ["0", "1", "0", "0", "0", "0", "1"]]))
    press("v", ctrl=True)
    assert row_of(grid, "new") == ROW
    assert grid.session.value("requests.new.total") == ""
    assert steps(grid) == ["粘贴 14 格"]
    assert grid.spot.block == Block(0, 0, 1, 6)
    assert "已粘贴 14 格。" in grid.where.words()
    grid.session.undo.undo()
    assert row_of(grid, "new") == [""] * 7
    grid.session.undo.redo()
    assert row_of(grid, "new") == ROW


def test_a_whole_table_with_its_labels_is_looked_at_first(show_grid: ShowGrid) -> None:
    wanted = report(NEW, figures=requests(new__person=60, granted__person=60, left__legal=0))
    values = effective(wanted)
    grid = show_grid(blank(), "requests", at="requests.denied_law.legal")
    clip(payloads.word(payloads.form(NEW.table("requests"), values)))
    seen = answer(say_paste)
    press("v", ctrl=True)
    assert len(seen) == 1
    assert steps(grid) == ["粘贴 175 格"]
    table_keys = list(GridLayout(grid.table))
    assert {k: grid.session.effective(k) for k in table_keys} == {k: values[k] for k in table_keys}


def test_what_the_clerk_does_not_want_changes_nothing(show_grid: ShowGrid) -> None:
    grid = show_grid(blank(new__person=8), "requests", at=FIRST)
    clip("9\tabc")
    answer(say_no)
    press("v", ctrl=True)
    assert grid.session.value(FIRST) == "8"
    assert steps(grid) == []


def test_what_fits_goes_in_and_the_rest_stays(show_grid: ShowGrid) -> None:
    grid = show_grid(blank(new__company=8), "requests", at=FIRST)
    clip("9\tabc\n1\t2")
    answer(say_paste)
    press("v", ctrl=True)
    assert grid.session.value(FIRST) == "9"
    assert grid.session.value("requests.new.company") == "8"
    assert steps(grid) == ["粘贴 3 格"]
    assert "已粘贴 3 格，跳过 1 格。" in grid.where.words()


def test_a_single_text_that_is_no_number_is_told_without_a_box(show_grid: ShowGrid) -> None:
    grid = show_grid(blank(new__person=8), "requests", at=FIRST)
    clip("约六十件")
    press("v", ctrl=True)
    assert grid.session.value(FIRST) == "8"
    assert "“约六十件”不是数字，原来的 8 没有改动。" in grid.where.words()
    assert steps(grid) == []


def test_an_empty_clipboard_is_told_without_a_box(show_grid: ShowGrid) -> None:
    grid = show_grid(blank(), "requests", at=FIRST)
    press("v", ctrl=True)
    assert "没有可以粘贴的数字" in grid.where.words()


def test_another_sheet_is_refused_without_a_box(show_grid: ShowGrid) -> None:
    grid = show_grid(blank(), "requests", at=FIRST)
    clip("1\t2\t3\n" * 30_000)
    press("v", ctrl=True)
    assert "比这张表大得多" in grid.where.words()
    assert steps(grid) == []


def test_a_value_fills_the_selected_cells(show_grid: ShowGrid) -> None:
    grid = show_grid(blank(), "requests", at=FIRST)
    press(K.Key_Down, K.Key_Right, shift=True)
    clip("0")
    press("v", ctrl=True)
    assert row_of(grid, "new")[:3] == ["0", "0", ""]
    assert row_of(grid, "carried")[:3] == ["0", "0", ""]
    assert steps(grid) == ["粘贴 4 格"]


def test_a_pasted_total_that_differs_is_looked_at_and_then_typed(show_grid: ShowGrid) -> None:
    grid = show_grid(blank(), "requests", at=FIRST)
    clip("\t".join([*ROW[:-1], "77"]))
    seen = answer(say_paste)
    press("v", ctrl=True)
    assert len(seen) == 1
    assert grid.session.value("requests.new.total") == "77"
    assert grid.session.standing("requests.new.total").disagrees


def test_pasting_over_imported_figures_vouches_for_them(show_grid: ShowGrid) -> None:
    document = blank(new__person=8, new__company=9)
    document.origins[FIRST] = Origin("file", "去年.docx")
    grid = show_grid(document, "requests", at=FIRST)
    clip("8")
    press("v", ctrl=True)
    assert FIRST not in grid.session.document.origins


def test_while_a_cell_is_open_the_text_goes_into_it(show_grid: ShowGrid) -> None:
    grid = show_grid(blank(), "requests", at=FIRST)
    press("1")
    clip("23")
    press("v", ctrl=True)
    press(K.Key_Return)
    assert grid.session.value(FIRST) == "123"


@pytest.mark.parametrize("block", ["disclosure", "disputes"])
def test_the_other_tables_take_their_figures_too(show_grid: ShowGrid, block: str) -> None:
    grid = show_grid(blank(), block)
    keys = [key for key in GridLayout(grid.table) if not NEW.fields[key].total]
    wanted = {key: str(number) for number, key in enumerate(keys)}
    values = effective(blank().but(values=wanted))
    grid.select_key(next(iter(GridLayout(grid.table))))
    mine = copied(_session(grid, values), GridLayout(grid.table), _whole(grid.table))
    clip(mine)
    press("v", ctrl=True)
    assert {key: grid.session.value(key) for key in keys} == wanted


# Copying


def test_a_copied_row_is_text_with_tabs_and_a_table(show_grid: ShowGrid) -> None:
    show_grid(blank(new__person=60, new__company=12), "requests", at=FIRST)
    press(K.Key_Right, K.Key_Right, shift=True)
    press("c", ctrl=True)
    assert clipped() == "60\t12\t"
    html = QGuiApplication.clipboard().mimeData().html()
    assert html.count("<td") == 3


def test_reckoned_totals_are_copied_as_they_are_seen(show_grid: ShowGrid) -> None:
    figures = {f"new__{c}": 1 for c in ("person", "company", "research", "charity", "legal")}
    show_grid(blank(NEW, **figures, new__other=1), "requests", at="requests.new.other")
    press(K.Key_Right, shift=True)
    press("c", ctrl=True)
    assert clipped() == "1\t6"


def test_cut_copies_and_blanks_as_one_step(show_grid: ShowGrid) -> None:
    grid = show_grid(blank(new__person=60, new__company=12), "requests", at=FIRST)
    press(K.Key_Right, shift=True)
    press("x", ctrl=True)
    assert clipped() == "60\t12"
    assert row_of(grid, "new")[:2] == ["", ""]
    assert steps(grid) == ["清除 2 格"]
    press(K.Key_Down)
    press("v", ctrl=True)
    assert row_of(grid, "carried")[:2] == ["60", "12"]


def test_what_was_copied_elsewhere_in_the_table_is_pasted_there(show_grid: ShowGrid) -> None:
    grid = show_grid(blank(new__person=60, new__company=12), "requests", at=FIRST)
    press(K.Key_Right, shift=True)
    press("c", ctrl=True)
    grid.select_key("requests.left.legal")
    press("v", ctrl=True)
    assert grid.session.value("requests.left.legal") == "60"
    assert grid.session.value("requests.left.other") == "12"


def test_merged_cells_keep_their_width_in_a_copy() -> None:
    layout = GridLayout(NEW.table("disclosure"))
    document = report(NEW)
    mime = copied(_session(document, effective(document)), layout, _whole(layout.table))
    assert 'colspan="3"' in mime.html()
    assert all(line.count("\t") == 2 for line in mime.text().split("\n"))


def test_labels_are_copied_as_they_are_printed(show_grid: ShowGrid) -> None:
    grid = show_grid(blank(granted__person=24), "requests", at="requests.granted.person")
    press(K.Key_Down, K.Key_Right, shift=True)
    grid.commands.copy_with_labels()
    lines = clipped().split("\n")
    assert lines[-2].split("\t") == ["三、本年度办理结果", "（一）予以公开", "", "24", ""]
    assert lines[0].split("\t")[3:] == ["申请人情况", ""]
    html = QGuiApplication.clipboard().mimeData().html()
    assert '<td rowspan="2">三、本年度办理结果</td>' in html
    assert '<td colspan="2">（一）予以公开</td>' in html


def test_only_the_heads_over_what_is_selected_are_copied() -> None:
    layout = GridLayout(NEW.table("disclosure"))
    session = _session(report(NEW), {"disclosure.enforcement.decisions": "7"})
    lines = copied_with_labels(session, layout, Block(4, 0, 4, 2)).text().split("\n")
    assert [line.rstrip("\t") for line in lines] == [
        "第二十条第（六）项",
        "信息内容\t本年处理决定数量",
        "行政强制\t7",
    ]


def test_text_in_cells_is_kept_from_breaking_the_table() -> None:
    form = edition(table("a b", "x", holds="text"))
    document = report(form, figures={"t.a.x": '他说"好"\t<b>', "t.b.x": "二"})
    layout = GridLayout(form.table("t"))
    mime = copied(_session(document, document.values), layout, Block(0, 0, 1, 0))
    assert mime.text() == '"他说""好""\t<b>"\n二'
    assert "&lt;b&gt;" in mime.html()


def test_arrows_go_on_from_the_current_cell_out_of_a_selection(show_grid: ShowGrid) -> None:
    grid = show_grid(blank(), "requests", at=FIRST)
    press(K.Key_Right, K.Key_Right, shift=True)
    press(K.Key_Down)
    assert grid.spot.key == "requests.carried.person"


# There and back


@pytest.mark.parametrize(("form", "block"), FORMS, ids=[f"{e.id}-{t.id}" for e, t in FORMS])
@pytest.mark.parametrize("kind", ["text", "html"])
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_copied_comes_back_the_same(
    form: Edition, block: Table, kind: str, data: st.DataObject
) -> None:
    layout = GridLayout(block)
    number = st.one_of(st.none(), st.integers(0, 120))
    figures = {key: data.draw(number) for key in cells(form, block=block.id)}
    totals = {k: data.draw(number) for k in cells(form, entries=False, totals=True, block=block.id)}
    document = report(form, figures=dict.fromkeys(cells(form)) | figures | totals)
    seen = effective(document)
    top = data.draw(st.integers(0, layout.height - 1))
    bottom = data.draw(st.integers(top, layout.height - 1))
    left = data.draw(st.integers(0, layout.width - 1))
    right = data.draw(st.integers(left, layout.width - 1))
    at = Block(top, left, bottom, right)
    labelled = data.draw(st.booleans())
    session = _session(document, seen)
    mime = copied_with_labels(session, layout, at) if labelled else copied(session, layout, at)
    given_back = payloads.mime(text=mime.text()) if kind == "text" else mime
    if not mime.text().strip() and not labelled:
        return
    empty = report(form, figures=dict.fromkeys(cells(form)))
    words = vocabulary_of(form)
    found = plan(
        block_of(given_back, block, words), layout, words, empty, Block(top, left, top, left)
    )
    after = effective(
        empty.but(values=empty.values | {k: v for k, v in found.values.items() if v is not None})
    )
    keys = {
        layout.key_at(*place)
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (place := layout.anchor(row, column)) is not None
    }
    assert {k: after.get(k) for k in keys if k in seen} == {k: seen[k] for k in keys if k in seen}
    assert not {k for k in found.values if k not in keys}
    assert found.skipped == ()


def _whole(table: Table) -> Block:
    layout = GridLayout(table)
    return Block(0, 0, layout.height - 1, layout.width - 1)


def _session(owner: TableGrid | Document, values: dict[str, str]) -> Session:
    """Something that shows these values as an open report does."""

    class Shown:
        def effective(self, key: str) -> str:
            return values.get(key, "")

    del owner
    return Shown()  # pyright: ignore[reportReturnType]
