"""Web pages: what a browser would show, in its order, tables by HTML's own rules."""

import contextlib
import time

import pytest

from reportdesk.errors import ReadError
from reportdesk.formats.readers import html, mht
from reportdesk.formats.story import Grid, Paragraph, Story


def read(body: str) -> Story:
    return html.read(body.encode())


def words(story: Story) -> list[str]:
    return [piece.text for piece in story.pieces if isinstance(piece, Paragraph)]


def only_grid(story: Story) -> Grid:
    (grid,) = (piece for piece in story.pieces if isinstance(piece, Grid))
    return grid


def shape(grid: Grid) -> list[tuple[str, int, int, int, int]]:
    return [(c.text, c.row, c.column, c.rows, c.columns) for c in grid.cells]


def test_spans_join_without_spaces_and_line_ends_between_chinese_words_vanish() -> None:
    story = read(
        "<p><span>三</span><span>、</span><font>本年</font><b>度</b>办\r\n   理结果</p>"
        "<p>at\nhome</p>"
    )
    assert words(story) == ["三、本年度办理结果", "at home"]


def test_scripts_menus_comments_and_hidden_parts_are_left_out() -> None:
    story = read(
        "<head><title> 云溪县 \n 年报 </title><style>p{}</style></head><nav>首页</nav>"
        "<script>var a='<p>坏</p>'</script><div style='display: none'>藏</div>"
        "<template>样</template><noscript>无</noscript><p hidden>隐</p><!-- 注 -->"
        "<!--[if gte mso 9]><p>办公</p><![endif]-->"
        "<![if !vml]><p>正文</p><![endif]><del>删</del>"
    )
    assert words(story) == ["正文"]
    assert story.title == "云溪县 年报"


def test_headings_are_marked_and_breaks_kept_in_short_lines() -> None:
    story = read("<h1>云溪县水务局<br>年度报告</h1><p>一、总体情况</p>")
    first, second = story.pieces
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert (first.text, first.heading) == ("云溪县水务局\n年度报告", True)
    assert not second.heading


def test_a_page_that_breaks_lines_instead_of_making_paragraphs_is_parted() -> None:
    assert words(read("<div>一、总体情况<br><br>全年。<br>二、其他<br>无。</div>")) == [
        "一、总体情况",
        "全年。",
        "二、其他",
        "无。",
    ]


def test_spans_place_cells_as_a_browser_does() -> None:
    grid = only_grid(
        read(
            "<table><tr><td rowspan=2 colspan=2>角</td><td>甲</td></tr><tr><td>乙<td>丙</tr>"
            "<tr><td>丁</td><td rowspan='0'>戊<td colspan=x>己</table>"
        )
    )
    assert shape(grid) == [
        ("角", 0, 0, 2, 2),
        ("甲", 0, 2, 1, 1),
        ("乙", 1, 2, 1, 1),
        ("丙", 1, 3, 1, 1),
        ("丁", 2, 0, 1, 1),
        ("戊", 2, 1, 1, 1),
        ("己", 2, 2, 1, 1),
    ]


def test_mad_spans_are_cut_and_cells_never_overlap() -> None:
    grid = only_grid(
        read(
            "<table><tr><td rowspan=99999>甲</td><td colspan=99999>乙</td></tr>"
            "<tr><td>丙</td><td rowspan=-1>丁</td></tr></table>"
        )
    )
    places = [
        (r, c)
        for cell in grid.cells
        for r in range(cell.row, cell.row + cell.rows)
        for c in range(cell.column, cell.column + cell.columns)
    ]
    assert len(places) == len(set(places))
    assert (grid.height, grid.width) == (2, 3)


def test_columns_in_which_nothing_begins_are_taken_out() -> None:
    grid = only_grid(
        read("<table><tr><td colspan=3>甲<td colspan=4>乙<tr><td colspan=7>丙</table>")
    )
    assert shape(grid) == [("甲", 0, 0, 1, 1), ("乙", 0, 1, 1, 1), ("丙", 1, 0, 1, 2)]


def test_paragraphs_of_a_cell_are_joined_by_line_feeds() -> None:
    grid = only_grid(
        read("<table><tr><td><p>（三）</p><p>不予<o:p></o:p>公开</p><td>&nbsp;0<td></table>")
    )
    assert [c.text for c in grid.cells] == ["（三）\n不予公开", "\xa00", ""]


def test_a_table_that_only_lays_out_gives_its_pieces_in_order() -> None:
    story = read(
        "<table><tr><td>左栏</td><td><p>一、总体情况</p><table><tr><td>规章<td>3</table><p>完</p></td></tr></table>"
    )
    assert [type(p).__name__ for p in story.pieces] == [
        "Paragraph",
        "Paragraph",
        "Grid",
        "Paragraph",
    ]
    prose = "本局全年做了很多事情。" * 30
    assert words(read(f"<table><tr><td>甲</td><td><p>{prose}</p></td></tr></table>"))[1] == prose


def test_a_page_of_plain_lines_is_read_as_text() -> None:
    story = read("<html><body><pre>一、总体情况\n\t规章\n\t0\n\t0\n\t3\n</pre></body></html>")
    assert only_grid(story).height == 1
    assert words(story) == ["一、总体情况"]


@pytest.mark.parametrize("declared", ["gb2312", "GBK", "utf-8", ""])
def test_the_declared_encoding_may_be_wrong(declared: str) -> None:
    body = f"<meta charset='{declared}'><p>云溪县水务局政府信息公开工作年度报告</p>"
    assert words(html.read(body.encode("gb18030"))) == ["云溪县水务局政府信息公开工作年度报告"]


def test_entities_of_the_pages_own_are_not_blown_up() -> None:
    body = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;'>]><p>&b;正文&amp;</p>"
    assert len("".join(words(read(body)))) < 60


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * 100_000 + "正文".encode(),
        b"<table><tr><td>" * 30_000 + "正文".encode(),
        b"<p>" + b"<b><i>" * 80_000 + "正文".encode(),
        b"<table>" + b"<tr><td rowspan=60000 colspan=99999>1" * 5_000,
        b"<table><tr>" + b"<td>1" * 50_000,
    ],
    ids=["divs", "tables", "inline", "spans", "cells"],
)
def test_endless_nesting_and_spans_end_soon(body: bytes) -> None:
    begun = time.monotonic()
    with contextlib.suppress(ReadError):
        html.read(body)
    assert time.monotonic() - begun < 20


def test_tables_in_tables_without_a_cell_between_are_read() -> None:
    tables = [[cell.text for cell in grid.cells] for grid in html.grids(NESTED)]
    assert [texts for texts in tables if texts] == [["5", "6"], ["7"]]


NESTED = (
    "<table><table><tr><td>5<td>6</table><table><tr><table><tr><td>7</table></tr></table></table>"
)


def test_pictures_inside_the_page_do_not_count_as_its_size() -> None:
    picture = "data:image/png;base64," + "A" * 13_000_000
    assert words(read(f"<p><img src='{picture}'>正文</p>")) == ["正文"]


def test_a_page_without_words_is_refused() -> None:
    with pytest.raises(ReadError, match="没有文字"):
        read("<html><body><script>load()</script></body></html>")


MHT = (
    "From: <saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    ' boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="gb2312"\r\n'
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n--b\r\n"
    "Content-Type: image/png\r\n\r\nxx\r\n--b--\r\n"
)


def test_a_page_saved_as_one_file_is_unpacked() -> None:
    body = "".join(f"={b:02X}" for b in "<p>云溪县水务局</p>".encode("gb18030"))
    story = mht.read(MHT.format(body).encode())
    assert words(story) == ["云溪县水务局"]
    with pytest.raises(ReadError):
        mht.read(b"Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\n")


def test_a_merged_cell_said_again_in_each_place_is_one_cell():
    rows = [
        ["申请", "申请人情况", "申请人情况", "申请人情况"],
        ["申请", "自然人", "其他", "总计"],
        ["予以公开", "1", "2", "3"],
        ["说明文字", "说明文字", "说明文字", "说明文字"],
    ]
    cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    assert shape(only_grid(read(f"<table>{cells}</table>"))) == [
        ("申请", 0, 0, 2, 1),
        ("申请人情况", 0, 1, 1, 3),
        ("自然人", 1, 1, 1, 1),
        ("其他", 1, 2, 1, 1),
        ("总计", 1, 3, 1, 1),
        ("予以公开", 2, 0, 1, 1),
        ("1", 2, 1, 1, 1),
        ("2", 2, 2, 1, 1),
        ("3", 2, 3, 1, 1),
        ("说明文字", 3, 0, 1, 4),
    ]


def test_markdown_with_tables_of_html_keeps_its_lines():
    text = (
        "# 年度报告\n\n一、总体情况\n全年平稳。\n"
        "<table><tr><td>规章</td><td>0</td></tr></table>\n二、其他\n无。\n"
    )
    lines = ["年度报告", "一、总体情况", "全年平稳。", "二、其他", "无。"]
    story = read(text)
    assert words(story) == lines
    assert isinstance(story.pieces[3], Grid)
    wrapped = text.replace("<table>", "<html><body><table>").replace(
        "</table>", "</table></body></html>"
    )
    assert words(read(wrapped)) == lines
    # Where the page marks paragraphs its ends of line are nothing.
    assert words(read("<p>一、总体情况\n全年平稳。</p>" + text))[0] == "一、总体情况全年平稳。"


def test_a_short_line_among_repeated_cells_stays_short():
    rows = [["附表", "附表", "附表", "附表"], ["项目", "甲", "乙", "丙"], ["数量", "1", "2"]]
    cells = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    grid = only_grid(read(f"<table>{cells}</table>"))
    assert [c.text for c in grid.cells if c.row == 2] == ["数量", "1", "2"]
