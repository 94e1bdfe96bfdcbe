"""Whatever program laid a table on the clipboard, its cells are found there."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl

from reportdesk.errors import RequestError
from reportdesk.formats.recognise.vocabulary import vocabulary_of
from reportdesk.formats.story import Cell, Grid
from reportdesk.gui.grid.clipboard import MOST_CELLS, block_of
from reportdesk.gui.grid.clipboard_text import cells_of
from tests.builders import NEW
from tests.gui.grid import payloads
from tests.gui.grid.payloads import Rows, mime

TABLE = NEW.table("requests")
ROWS = [["60", "12", "", "0"], ["7", "2", "1,024", "１５"]]
MERGED: Rows = [
    [Cell("一、本年新收", 0, 0, 1, 2), Cell("60", 0, 2), Cell("1", 0, 3)],
    [Cell("三", 1, 0, 2, 1), Cell("予以公开", 1, 1), Cell("24", 1, 2), Cell("0", 1, 3)],
    [Cell("部分公开", 2, 1), Cell("7", 2, 2), Cell("0", 2, 3)],
]
Program = Callable[[Rows], QMimeData]
PROGRAMS: list[Program] = [
    payloads.excel,
    payloads.wps,
    payloads.word,
    payloads.libreoffice,
    payloads.browser,
]


def block(held: QMimeData) -> Grid:
    return block_of(held, TABLE, vocabulary_of(NEW))


def texts(grid: Grid) -> list[list[str]]:
    return [[c.text.strip() for c in line if c.row == row] for row, line in enumerate(grid.rows())]


@pytest.mark.parametrize("program", PROGRAMS)
def test_figures_are_found_in_every_program_s_own_page(program: Program) -> None:
    grid = block(program(ROWS))
    assert texts(grid) == [["60", "12", "", "0"], ["7", "2", "1,024", "１５"]]
    assert grid.aligned


@pytest.mark.parametrize("program", PROGRAMS)
def test_merged_cells_keep_their_spans(program: Program) -> None:
    found = {c.text.strip(): c[1:] for c in block(program(MERGED)).cells}
    assert found["一、本年新收"] == (0, 0, 1, 2)
    assert found["三"] == (1, 0, 2, 1)
    assert found["7"] == (2, 2, 1, 1)


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_column_of_figures_keeps_its_gaps(program: Program) -> None:
    assert texts(block(program([["5"], [""], ["7"]]))) == [["5"], [""], ["7"]]


@pytest.mark.parametrize("program", PROGRAMS)
def test_a_single_cell_is_a_block_of_one(program: Program) -> None:
    assert texts(block(program([["60"]]))) == [["60"]]


def test_the_header_that_windows_puts_before_a_page_is_no_part_of_it() -> None:
    page = payloads.excel(ROWS).html()
    head = (
        "Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000001000\r\nStartFragment:0000000200\r\n"
    )
    held = QMimeData()
    held.setData("text/html", QByteArray((head + page).encode()))
    assert texts(block(held)) == texts(block(payloads.excel(ROWS)))


def test_a_page_without_a_table_is_read_as_text() -> None:
    assert texts(block(mime("<p>共收到 <b>60</b> 件</p>", "60"))) == [["60"]]
    assert texts(block(mime("<table><tr><td></td></tr></table>", "5\t7"))) == [["5", "7"]]


def test_of_several_tables_the_one_with_the_table_s_own_words_is_meant() -> None:
    menu = "<table><tr><td>首页</td><td>1</td><td>2</td><td>3</td><td>4</td></tr></table>"
    rows = [["", "自然人", "商业企业"], ["（一）予以公开", "24", "6"]]
    assert texts(block(payloads.browser(rows, around=menu))) == rows


def test_tables_that_only_place_things_are_looked_through() -> None:
    inner = payloads.browser(ROWS).html()
    held = mime(f"<table><tr><td>导航</td><td><div>{inner}</div></td></tr></table>")
    assert texts(block(held)) == texts(block(payloads.browser(ROWS)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("5\t7\r\n0\t1\r\n", [["5", "7"], ["0", "1"]]),
        ("5\t7\r0\t1", [["5", "7"], ["0", "1"]]),
        ("5\n7\n\n1\n", [["5"], ["7"], [""], ["1"]]),
        ("60", [["60"]]),
        ("  60 件\n", [["60 件"]]),
        ("60 0 0 3", [["60", "0", "0", "3"]]),
        ("60 0\n7 1", [["60", "0"], ["7", "1"]]),
        ("1 234", [["1 234"]]),
        ("60 件\n7 件\n12 件", [["60 件"], ["7 件"], ["12 件"]]),
        ("60  件\n7  件\n12  件", [["60  件"], ["7  件"], ["12  件"]]),
        ("\t5\n\t7", [["", "5"], ["", "7"]]),
        ('"一、\n本年新收"\t60\n予以公开\t24\n', [["一、\n本年新收", "60"], ["予以公开", "24"]]),
        ("| 5 | 7 |\n|---|---|\n| 0 | 1 |", [["5", "7"], ["0", "1"]]),
        ("本年情况如下：\n5\t7\n0\t1\n以上。", [["5", "7"], ["0", "1"]]),
        ("5\t7\x00", [["5", "7"]]),
    ],
)
def test_text_is_read_as_its_cells(text: str, wanted: list[list[str]]) -> None:
    assert texts(block(mime(text=text))) == wanted


def test_quotes_part_cells_as_spreadsheets_write_them() -> None:
    assert cells_of('"a\tb"\t"说""好""了"\n"\n') == [["a\tb", '说"好"了'], ['"']]
    assert cells_of('5"\t"x" y\t') == [['5"', '"x" y', ""]]
    assert cells_of('"') == [['"']]


def test_words_before_figures_are_labels_where_text_has_lost_its_cells() -> None:
    text = "（一）予以\n公开 24 6 1 0 1 2 34\n（二）部分公开\n7\n2\n0\n0\n1\n0\n10\n"
    assert texts(block(mime(text=text))) == [
        ["（一）予以公开", "24", "6", "1", "0", "1", "2", "34"],
        ["（二）部分公开", "7", "2", "0", "0", "1", "0", "10"],
    ]


@pytest.mark.parametrize(
    "held",
    [
        QMimeData(),
        mime(text=" \r\n \t "),
        mime("<table><tr><td>&nbsp;</td></tr></table>"),
        mime("<img src='x.png'>"),
    ],
)
def test_nothing_to_paste_is_said_in_words(held: QMimeData) -> None:
    with pytest.raises(RequestError, match="没有可以粘贴的数字"):
        block(held)


def test_a_copied_file_is_nothing_to_paste() -> None:
    held = QMimeData()
    held.setUrls([QUrl("file:///C:/report.xlsx")])
    with pytest.raises(RequestError, match="没有可以粘贴的数字"):
        block(held)


@pytest.mark.parametrize(
    "held",
    [
        payloads.excel([["1"] * 100] * 1000),
        mime(text="1\t2\n" * 50_000),
        mime(text="1\n" * (MOST_CELLS + 1)),
        mime("<table>" + "<tr><td>1" * (MOST_CELLS + 1)),
        mime("<table><tr><td>1</td></tr></table>" + "x" * 13_000_000),
    ],
    ids=["excel", "tabs", "lines", "unclosed", "long"],
)
def test_another_sheet_is_refused_with_words(held: QMimeData) -> None:
    with pytest.raises(RequestError, match="比这张表大得多"):
        block(held)


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><td rowspan=99999999 colspan=99999999>5</td><td>6</td></tr></table>",
        "<table>" * 5000 + "<tr><td>5",
        "<td>5</td><td>6</td>",
        "<table><tr><td>5</td></tr></table>\x00\ud800",
        "<table><tr>" + "<td colspan=1000>1</td>" * 900 + "</tr></table>",
        "<TABLE><TR><TD STYLE='DISPLAY:NONE'>9<TD>5</TABLE>",
    ],
    ids=["spans", "nested", "no table", "strange", "wide", "hidden"],
)
def test_hostile_pages_end_in_a_block_or_a_refusal(page: str) -> None:
    try:
        grid = block(mime(page, "5"))
    except RequestError:
        return
    assert any(cell.text.strip() in ("5", "1") for cell in grid.cells)
    assert "9" not in {cell.text for cell in grid.cells}
