"""Workbooks: cached values as shown, merged cells, sheets in their order."""

import io
import zipfile
from datetime import date
from typing import Any

import openpyxl
import pytest

from reportdesk.errors import ReadError
from reportdesk.formats.readers import xlsx
from reportdesk.formats.readers.shown import shown
from reportdesk.formats.story import Grid, Paragraph


def saved(book: Any) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def edited(data: bytes, part: str, old: str, new: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            target.writestr(name, content)
    return file.getvalue()


def report() -> Any:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "主动公开"
    for row in (
        ["云溪县水务局统计"],
        ["二、主动公开政府信息情况"],
        ["信息内容", "本年制发件数", None],
        ["规章", 0, 12.0],
        ["第二十条第（五）项"],
        ["行政许可", "１２", 7730.2799999999997],
        [],
        ["填表日期", date(2024, 1, 5)],
    ):
        sheet.append(row)
    sheet.merge_cells("A5:C5")
    sheet.merge_cells("B3:C3")
    sheet["B8"].number_format = "yyyy-mm-dd"
    return book


def test_values_stand_in_their_places_as_shown() -> None:
    story = xlsx.read(saved(report()))
    name, title, heading, grid, last = story.pieces
    assert isinstance(name, Paragraph)
    assert name.text == "主动公开"
    assert isinstance(title, Paragraph)
    assert isinstance(heading, Paragraph)
    assert heading.text == "二、主动公开政府信息情况"
    assert isinstance(grid, Grid)
    assert [(c.text, c.row, c.column, c.columns) for c in grid.cells] == [
        ("信息内容", 0, 0, 1),
        ("本年制发件数", 0, 1, 2),
        ("规章", 1, 0, 1),
        ("0", 1, 1, 1),
        ("12", 1, 2, 1),
        ("第二十条第（五）项", 2, 0, 3),
        ("行政许可", 3, 0, 1),
        ("１２", 3, 1, 1),
        ("7730.28", 3, 2, 1),
    ]
    assert grid.place == "工作表「主动公开」第 3 行起的表格"
    assert isinstance(last, Grid)
    assert last.cells[1].text == "2024年1月5日"


def test_a_formula_without_a_result_is_a_blank_and_told() -> None:
    book = report()
    book.active["B4"] = "=1+1"
    story = xlsx.read(saved(book))
    grid = next(p for p in story.pieces if isinstance(p, Grid))
    assert [c.text for c in grid.cells if c.row == 1] == ["规章", "", "12"]
    assert any("公式没有计算结果" in note for note in story.notes)


def test_a_formula_with_a_stored_result_is_its_result() -> None:
    data = saved(report())
    data = edited(data, "xl/worksheets/sheet1.xml", "<v>0</v>", "<f>SUM(A1)</f><v>5</v>")
    grid = next(p for p in xlsx.read(data).pieces if isinstance(p, Grid))
    assert "5" in [c.text for c in grid.cells]


def test_hidden_sheets_are_left_out_and_told() -> None:
    book = report()
    hidden = book.create_sheet("旧稿", 0)
    hidden["A1"] = "不用"
    hidden.sheet_state = "hidden"
    story = xlsx.read(saved(book))
    assert not any(isinstance(p, Paragraph) and p.text == "不用" for p in story.pieces)
    assert any("「旧稿」" in note for note in story.notes)


def test_a_heading_over_the_whole_table_parts_two_tables() -> None:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (["信息内容", "数"], ["规章", 1], ["三、收到申请情况"], ["一、新收", 2]):
        sheet.append(row)
    sheet.merge_cells("A3:B3")
    assert [type(p).__name__ for p in xlsx.read(saved(book)).pieces] == [
        "Grid",
        "Paragraph",
        "Grid",
    ]


def test_endless_merged_ranges_and_far_cells_do_no_harm() -> None:
    book = report()
    book.active["XFD1048576"] = "远"
    data = edited(saved(book), "xl/worksheets/sheet1.xml", 'ref="A5:C5"', 'ref="A5:XFD1048576"')
    assert xlsx.read(data).pieces


def test_a_workbook_without_anything_is_refused() -> None:
    with pytest.raises(ReadError, match="没有文字"):
        xlsx.read(saved(openpyxl.Workbook()))


def test_a_document_type_in_a_sheet_is_refused() -> None:
    data = edited(
        saved(report()),
        "xl/worksheets/sheet1.xml",
        "<worksheet",
        "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><worksheet",
    )
    with pytest.raises(ReadError):
        xlsx.read(data)


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (12.0, "General", "12"),
        ("1.1398889E7", "General", "11398889"),
        ("24252.311082", "0.00", "24252.311082"),
        (0.5, "0.0%", "50%"),
        (22, '0"件"', "22件"),
        (678.15, '#,##0.00"万元"', "678.15万元"),
        (24252311, "0!.0,", "2425.2311"),
        (12345, "#,##0,", "12.345"),
        (-18, r"0_);[Red]\(0\)", "-18"),
        (45296, 'yyyy"年"m"月"', "2024年1月"),
        ("abc", "0", "abc"),
        ("-0", "0", "0"),
    ],
)
def test_numbers_say_what_their_format_makes_of_them(
    value: str | float, code: str, text: str
) -> None:
    assert shown(value, code) == text
