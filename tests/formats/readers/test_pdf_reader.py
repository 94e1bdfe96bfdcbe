"""PDF: tables by their ruled lines, paragraphs over the ends of pages, scans refused."""

import zlib
from pathlib import Path

import pytest

from reportdesk.errors import ReadError
from reportdesk.formats.readers import pdf
from reportdesk.formats.readers.pdf_joins import PdfTable, continued
from reportdesk.formats.readers.pdf_page import Char, Rule
from reportdesk.formats.readers.pdf_tables import ruled_tables
from reportdesk.formats.readers.pdf_words import lines_of, words_of_cell
from reportdesk.formats.story import Cell, Grid, Paragraph, Story

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def report() -> Story:
    return pdf.read((DATA / "yunxi-2023.pdf").read_bytes())


def rows(grid: Grid) -> list[list[str]]:
    return [[c.text for c in line if c.row == row] for row, line in enumerate(grid.rows())]


def test_a_report_has_its_two_tables_whole_although_one_is_cut_by_a_page(report: Story) -> None:
    first, second = (p for p in report.pieces if isinstance(p, Grid))
    assert (first.height, first.width) == (14, 4)
    assert rows(first)[3] == ["行政规范性文件", "2", "1", "9"]
    assert (second.height, second.width) == (14, 10)
    assert second.place == "第 2 至 3 页的表格"
    assert rows(second)[3] == ["一、本年新收政府信息公开申请数量", *"012345", "11398889"]
    assert rows(second)[-1] == ["四、结转下年度继续办理", *"012345", "11398899"]


def test_merged_cells_are_merged(report: Story) -> None:
    second = [p for p in report.pieces if isinstance(p, Grid)][1]
    sizes = {c.text: (c.row, c.column, c.rows, c.columns) for c in second.cells}
    assert sizes["申请人情况"] == (0, 3, 1, 7)
    assert sizes["自然人"] == (1, 3, 2, 1)
    assert sizes["三、本年度办理结果"] == (5, 0, 8, 1)
    assert sizes["（三）不予公开"] == (7, 1, 3, 1)


def test_paragraphs_are_whole(report: Story) -> None:
    words = [p.text for p in report.pieces if isinstance(p, Paragraph)]
    assert words[:2] == ["云溪县水务局", "2023年政府信息公开工作年度报告"]
    assert words[2].endswith("邮编：654321，电话：0999-1234567）。")
    assert [w for w in words if w.startswith("（")][4].endswith("户户放心。")
    assert words[-1] == "2023年，本局没有收取信息处理费。"


# --- parts, by themselves --------------------------------------------------------------------


def char(text: str, left: float, base: float, size: float = 10) -> Char:
    width = size / 2 if text.isascii() else size
    return Char(text, left, left + width, base, size)


def line(text: str, left: float, base: float, size: float = 10) -> list[Char]:
    chars: list[Char] = []
    for each in text:
        chars.append(char(each, left, base, size))
        left = chars[-1].right
    return chars


def test_a_label_of_one_character_a_line_is_joined() -> None:
    chars = [char(c, 10, 20 + 12 * i) for i, c in enumerate("三、本年度")]
    assert words_of_cell(chars, 20) == "三、本年度"


def test_two_figures_in_one_cell_never_become_one() -> None:
    two = [*line("12", 10, 20), *line("34", 10, 32)]
    assert words_of_cell(two, 80) == "12\n34"
    assert words_of_cell([*line("11398", 10, 20), *line("889", 10, 32)], 30) == "11398889"


def test_letters_printed_twice_to_be_bold_count_once() -> None:
    twice = [*line("11", 10, 20), *line("11", 10.3, 20)]
    assert lines_of(twice)[0].text == "11"


def test_columns_of_a_line_are_parted_by_two_spaces() -> None:
    assert lines_of([*line("规章", 10, 20), *line("12", 90, 20)])[0].text == "规章  12"


def box(xs: tuple[float, ...], ys: tuple[float, ...]) -> list[Rule]:
    return [
        *(Rule(False, y, xs[0], xs[-1]) for y in ys),
        *(Rule(True, x, ys[0], ys[-1]) for x in xs),
    ]


def test_a_table_cut_at_the_end_of_a_page_has_its_last_row_without_a_line_under_it() -> None:
    rules = [r for r in box((0, 50, 100), (0, 20, 40)) if r.upright or r.at < 40]
    (table,) = ruled_tables(rules)
    cells = table.cells(line("末行", 5, 35))
    assert [c.text for c in cells] == ["", "", "末行", ""]


def test_lines_under_words_are_no_table() -> None:
    assert ruled_tables([Rule(False, 10, 0, 100), Rule(False, 50, 20, 70)]) == []


def test_a_cell_that_is_no_rectangle_is_cut_into_rows() -> None:
    rules = [
        *box((0, 100), (0, 40)),
        Rule(True, 50, 0, 20),
        Rule(False, 20, 0, 50),
    ]
    (table,) = ruled_tables(rules)
    places = [(c.row, c.column, c.rows, c.columns) for c in table.cells([])]
    assert places == [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 2)]


def test_a_row_cut_by_the_end_of_a_page_is_one_row_again() -> None:
    above = PdfTable(0, (0, 50, 100), [Cell("1.本机关", 0, 0), Cell("4", 0, 1)])
    below = PdfTable(
        0, (0, 50, 100), [Cell("不掌握", 0, 0), Cell("", 0, 1), Cell("2.另", 1, 0), Cell("7", 1, 1)]
    )
    joined = continued(above, below)
    assert joined is not None
    assert [c.text for c in joined.cells] == ["1.本机关不掌握", "4", "2.另", "7"]


def test_a_row_without_figures_is_no_rest_of_the_row_before() -> None:
    above = PdfTable(0, (0, 50, 100), [Cell("1.甲", 0, 0), Cell("4", 0, 1)])
    below = PdfTable(0, (0, 50, 100), [Cell("2.乙", 0, 0), Cell("", 0, 1)])
    joined = continued(above, below)
    assert joined is not None
    assert [(c.text, c.row) for c in joined.cells][2:] == [("2.乙", 1), ("", 1)]


def test_tables_with_other_lines_are_not_joined() -> None:
    one = PdfTable(0, (0, 50, 100), [Cell("甲", 0, 0), Cell("1", 0, 1)])
    assert continued(one, PdfTable(0, (0, 30, 100), [Cell("乙", 0, 0)])) is None


def test_a_figure_that_runs_over_its_cells_border_is_no_figure() -> None:
    (table,) = ruled_tables(box((0, 50, 100), (0, 20)))
    apart = table.cells([*line("12", 20, 15), *line("7", 60, 15)])
    assert [c.text for c in apart] == ["12", "7"]
    over = table.cells(line("12345678", 20, 15))
    assert [c.text for c in over] == ["123456\ufffd", "78\ufffd"]
    assert [c.text for c in table.cells(line("其他法律行政", 20, 15))] == ["其他法", "律行政"]


def test_in_a_table_cut_off_at_the_papers_edge_the_last_column_has_no_figures() -> None:
    (table,) = ruled_tables(box((0, 50, 100), (0, 20)))
    cells = table.cells([*line("12", 20, 15), *line("345", 70, 15)], cut_off=True)
    assert [c.text for c in cells] == ["12", "345\ufffd"]


# --- files that cannot be read ---------------------------------------------------------------


def made(content: bytes, extra: bytes = b"", filters: bytes = b"") -> bytes:
    """A PDF of one page, with as little in it as there can be."""
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F<<"
        b"/Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>" + extra + b">>>>",
        b"<<" + filters + b"/Length %d>>stream\n" % len(content) + content + b"\nendstream",
    ]
    data, places = b"%PDF-1.4\n", list[int]()
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += b"%d 0 obj" % number + part + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def test_a_scan_is_told_as_one() -> None:
    with pytest.raises(ReadError, match="扫描件"):
        pdf.read(made(b"q 300 0 0 300 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"))


def test_a_locked_file_is_told_as_one() -> None:
    with pytest.raises(ReadError, match="密码"):
        pdf.read((DATA / "locked.pdf").read_bytes())


def test_a_damaged_file_is_told_as_one() -> None:
    with pytest.raises(ReadError, match="损坏"):
        pdf.read(b"%PDF-1.7\nnothing of the kind")


def test_a_stream_that_inflates_beyond_measure_is_refused() -> None:
    bomb = zlib.compress(b" " * 160_000_000, 9)
    with pytest.raises(ReadError, match="太大"):
        pdf.read(made(bomb, filters=b"/Filter/FlateDecode"))


def test_bars_and_turned_pages_are_read_like_lines() -> None:
    bars = b"".join(
        b"%d %d %d %d re f\n" % bar
        for bar in (
            (50, 50, 200, 1),
            (50, 100, 200, 1),
            (50, 150, 200, 1),
            (50, 50, 1, 100),
            (150, 50, 1, 100),
            (250, 50, 1, 100),
        )
    )
    texts = b"BT /F 12 Tf 60 120 Td (fees) Tj 100 0 Td (45) Tj -100 -50 Td (rest) Tj ET"
    more = b" BT /F 12 Tf 20 250 Td (a line of words over the table) Tj ET"
    story = pdf.read(made(bars + texts + more))
    (grid,) = (p for p in story.pieces if isinstance(p, Grid))
    assert rows(grid) == [["fees", "45"], ["rest", ""]]
