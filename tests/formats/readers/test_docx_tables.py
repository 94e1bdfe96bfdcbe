import random

from hypothesis import given, settings
from hypothesis import strategies as st

from reportdesk.formats.readers.docx import read
from reportdesk.formats.story import Grid, Paragraph
from tests.formats.readers.word_files import (
    BEGINS,
    GOES_ON,
    docx,
    grids,
    lines,
    p,
    r,
    span,
    tbl,
    tc,
    tr,
)


def cells(body: str) -> list[tuple[str, int, int, int, int]]:
    (grid,) = grids(read(docx(body)))
    return [(c.text, c.row, c.column, c.rows, c.columns) for c in grid.cells]


def test_cells_merged_across_and_down_appear_once_with_their_size() -> None:
    table = tbl(
        tr(tc("申请人", span(2) + BEGINS), "自然人", "总计"),
        tr(tc("", span(2) + GOES_ON), "1", "2"),
        tr("三、", "予以公开", "3", "4"),
    )

    assert cells(table) == [
        ("申请人", 0, 0, 2, 2),
        ("自然人", 0, 2, 1, 1),
        ("总计", 0, 3, 1, 1),
        ("1", 1, 2, 1, 1),
        ("2", 1, 3, 1, 1),
        ("三、", 2, 0, 1, 1),
        ("予以公开", 2, 1, 1, 1),
        ("3", 2, 2, 1, 1),
        ("4", 2, 3, 1, 1),
    ]


def test_a_cell_that_goes_on_with_nothing_stands_for_itself() -> None:
    table = tbl(tr(tc("甲", GOES_ON), "1"), tr(tc("", GOES_ON), "2"))

    assert cells(table)[0] == ("甲", 0, 0, 2, 1)


def test_a_cell_of_another_width_does_not_go_on_with_the_one_above() -> None:
    table = tbl(tr(tc("甲", BEGINS + span(2)), "1"), tr(tc("乙", GOES_ON), "2", "3"))

    assert [c[0] for c in cells(table)] == ["甲", "1", "乙", "2", "3"]


def test_two_merged_cells_one_below_the_other_stay_two() -> None:
    table = tbl(
        tr(tc("甲", BEGINS), "1"),
        tr(tc("", GOES_ON), "2"),
        tr(tc("乙", BEGINS), "3"),
        tr(tc("", GOES_ON), "4"),
    )

    assert [(c[0], c[1], c[3]) for c in cells(table) if c[2] == 0] == [("甲", 0, 2), ("乙", 2, 2)]


def test_words_under_a_merged_cell_are_told() -> None:
    story = read(docx(tbl(tr(tc("甲", BEGINS), "1"), tr(tc("藏", GOES_ON), "2"))))

    assert story.notes == ["第 1 个表格的合并单元格下面盖着文字，没有读入。"]


def test_a_row_may_begin_further_right() -> None:
    table = tbl(tr("甲", "乙"), tr("丙", properties='<w:gridBefore w:val="1"/>'))

    assert cells(table)[2] == ("丙", 1, 1, 1, 1)


def test_the_old_way_to_merge_sideways_is_known() -> None:
    table = tbl(tr(tc("甲", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "1"))

    assert cells(table) == [("甲", 0, 0, 1, 2), ("1", 0, 2, 1, 1)]


def test_a_span_beyond_all_measure_is_cut() -> None:
    assert cells(tbl(tr(tc("甲", span(10**9)), "1")))[0][4] == 63


def test_paragraphs_of_a_cell_are_parted_by_line_feeds() -> None:
    assert cells(tbl(tr(tc(p("社会公益") + p("组织") + p()), "1")))[0][0] == "社会公益\n组织"


def test_tables_one_after_the_other_stay_two() -> None:
    story = read(docx(tbl(tr("甲", "1")) + tbl(tr("乙", "2"))))

    assert [grid.place for grid in grids(story)] == ["第 1 个表格", "第 2 个表格"]


def test_a_table_in_a_cell_is_a_grid_of_its_own_after_the_outer_one() -> None:
    story = read(docx(tbl(tr("外", tc(p("旁") + tbl(tr("内", "1")) + p())))))

    assert [lines(grid) for grid in grids(story)] == [[["外", "旁"]], [["内", "1"]]]


def test_a_table_that_only_lays_out_is_taken_apart() -> None:
    inner = tbl(tr("甲", "1"))
    frame = tbl(tr(tc(p("一、总体情况") + inner + p("以后"))))
    column = tbl(tr(tc(p("表头"))), tr(tc(inner + p())))

    assert [type(piece) for piece in read(docx(frame)).pieces] == [Paragraph, Grid, Paragraph]
    assert [type(piece) for piece in read(docx(column)).pieces] == [Paragraph, Grid]


def test_a_hidden_row_is_left_out_and_told() -> None:
    story = read(docx(tbl(tr("甲", "1"), tr("乙", "2", properties="<w:hidden/>"))))

    assert lines(grids(story)[0]) == [["甲", "1"]]
    assert story.notes == ["第 1 个表格里有隐藏的行，没有读入。"]


UNUSUAL_BUT_EMPTY = "<w:r><w:cr/></w:r>"
"""Makes a table go the long way; the line feed at the end of a cell is not kept."""

MARKS = ("", span(2), BEGINS, GOES_ON, span(2) + GOES_ON, span(2) + BEGINS)
chances = st.randoms(use_true_random=False)


def some_row(chance: random.Random) -> str:
    """A row of two to four cells, each of one to three paragraphs."""

    def words() -> str:
        return "".join(chance.choices("甲乙12 \t", k=chance.randint(0, 4)))

    row = [
        tc("".join(p(words()) for _ in range(chance.randint(1, 3))), chance.choice(MARKS))
        for _ in range(chance.randint(2, 4))
    ]
    return tr(*row, properties=f'<w:gridBefore w:val="{chance.randint(0, 2)}"/>')


@settings(max_examples=60, deadline=None)
@given(chances)
def test_the_quick_way_and_the_long_way_through_a_table_agree(chance: random.Random) -> None:
    rows = [some_row(chance) for _ in range(chance.randint(1, 4))]
    last = tr("甲", "乙")
    longer = tr("甲", tc(f"<w:p>{r('乙')}{UNUSUAL_BUT_EMPTY}</w:p>"))

    assert read(docx(tbl(*rows, last))).pieces == read(docx(tbl(*rows, longer))).pieces


def test_a_deleted_row_is_gone_and_an_inserted_one_stays() -> None:
    table = tbl(
        tr("甲", "1"),
        tr("乙", "2", properties="<w:del/>"),
        tr("丙", "3", properties="<w:ins/>"),
    )

    assert [text for text, *_ in cells(table)] == ["甲", "1", "丙", "3"]


def test_a_deleted_cell_is_gone() -> None:
    assert [c[0] for c in cells(tbl(tr("甲", tc("乙", "<w:cellDel/>"), "丙")))] == ["甲", "丙"]
