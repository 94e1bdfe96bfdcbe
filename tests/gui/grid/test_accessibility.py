"""Screen readers hear a cell as its row, its column, its value and how it stands."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester

from reportdesk.report.document import Origin
from tests.builders import NEW, OLD, report, requests
from tests.gui.grid.conftest import ShowGrid, press

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
FIRST = "requests.new.person"


def test_the_models_are_sound(show_grid: ShowGrid) -> None:
    for form in (NEW, OLD):
        for each in form.tables:
            grid = show_grid(report(form), each.id)
            QAbstractItemModelTester(
                grid.model, QAbstractItemModelTester.FailureReportingMode.Fatal, grid
            )
            first = next(iter(grid.layout_))
            grid.session.edit({first: "7"}, "x")
            grid.session.undo.undo()


def test_a_cell_is_spoken_with_its_states(show_grid: ShowGrid) -> None:
    document = report(NEW, figures=requests(new__person=60, granted__person=61))
    document.origins["requests.granted.person"] = Origin("file", "x.docx")
    document.values["requests.partial.total"] = "5"
    document.values.pop("requests.denied_secret.company")
    grid = show_grid(document, "requests")

    def spoken(key: str) -> str:
        return str(grid.model.index_of(key).data(ACCESSIBLE))

    assert spoken(FIRST).startswith("一、本年新收政府信息公开申请数量，自然人，60，勾稽不平，相差")
    assert spoken("requests.granted.person").endswith("61，导入未确认")
    assert spoken("requests.partial.total").endswith("5，手填总计，各项相加是 0")
    assert (
        spoken("requests.denied_secret.company")
        == "（三）不予公开 › 1.属于国家秘密，商业企业，空白"
    )
    assert spoken("requests.denied_secret.total").endswith("总计，待填")
    assert spoken("requests.left.legal") == "四、结转下年度继续办理，法律服务机构，0"


def test_rows_and_columns_have_their_labels(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests")
    model = grid.model
    assert model.headerData(3, Qt.Orientation.Horizontal) == "社会公益组织"
    assert str(model.headerData(24, Qt.Orientation.Vertical)).startswith("四、")
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None


def test_the_view_is_a_table_to_a_screen_reader(show_grid: ShowGrid) -> None:
    grid = show_grid(
        report(NEW, figures=requests(new__company=12, granted__company=12)), "requests", at=FIRST
    )
    interface = QAccessible.queryAccessibleInterface(grid.view)
    assert interface.role() == QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == NEW.table("requests").title
    press(Qt.Key.Key_Right)
    cell = interface.focusChild()
    assert cell.text(QAccessible.Text.Name).endswith("商业企业，12")
    box = grid.view.visualRect(grid.model.index_of("requests.new.company"))
    assert cell.rect().size() == box.size()


def test_the_current_cell_is_that_of_the_selection_model(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    press(Qt.Key.Key_Right)
    assert grid.view.currentIndex() == grid.model.index(0, 1)
    press(Qt.Key.Key_Down, shift=True)
    assert grid.view.currentIndex() == grid.model.index(0, 1)
    assert len(grid.view.selectionModel().selectedIndexes()) == 2


def test_the_field_over_a_cell_and_the_other_parts_have_names(show_grid: ShowGrid) -> None:
    grid = show_grid(report(NEW), "requests", at=FIRST)
    press("1")
    assert grid.editing.editor.accessibleName() == "一、本年新收政府信息公开申请数量，自然人"
    assert grid.balance.accessibleName() == "勾稽"
    press(Qt.Key.Key_Return)
    assert grid.balance.accessibleDescription() == "1 列勾稽不平"
