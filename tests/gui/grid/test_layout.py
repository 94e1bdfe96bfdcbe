"""Rows and columns on the screen are those of the printed form, without its heads."""

import pytest

from reportdesk.form.edition import Edition, Table
from reportdesk.gui.grid.layout import GridLayout, Place
from tests.builders import NEW, OLD, edition, table

TABLES = [(form, each) for form in (NEW, OLD) for each in form.tables]


@pytest.mark.parametrize(("form", "each"), TABLES, ids=lambda x: getattr(x, "id", ""))
def test_every_blank_has_one_place_and_every_place_its_blank(form: Edition, each: Table) -> None:
    layout = GridLayout(each)
    keys = [key for key, field in form.fields.items() if field.block is each]
    assert sorted(layout) == sorted(keys)
    for key in keys:
        assert layout.key_at(*layout.place_of(key)) == key
    places = [
        (row, column)
        for row in range(layout.height)
        for column in range(layout.width)
        if layout.key_at(row, column)
    ]
    assert len(places) == len(keys)


@pytest.mark.parametrize(("form", "each"), TABLES, ids=lambda x: getattr(x, "id", ""))
def test_every_place_of_a_row_is_covered_by_a_cell(form: Edition, each: Table) -> None:
    layout = GridLayout(each)
    for row in range(layout.height):
        for column in range(layout.width):
            assert layout.anchor(row, column) is not None
        assert layout.anchor(row, layout.width) is None
    assert layout.anchor(layout.height, 0) is None
    assert layout.anchor(-1, 0) is None


def test_the_largest_table_has_its_merged_labels_and_heads() -> None:
    layout = GridLayout(NEW.table("requests"))
    assert (layout.height, layout.width, layout.levels) == (25, 7, 3)
    heads = layout.stays
    assert heads is not None
    assert heads.depth == 3
    assert heads.stub.startswith("（本列数据的勾稽关系为")
    leaf = heads.leaf(3)
    assert leaf is not None
    assert leaf.text == "社会公益组织"
    outcome = next(label for label in layout.labels if label.text == "三、本年度办理结果")
    assert (outcome.row, outcome.rows, outcome.level, outcome.leaf) == (2, 22, 0, False)
    note = layout.label_of(3)
    assert note is not None
    assert note.text == "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"


def test_a_table_whose_heads_change_has_heads_between_its_rows() -> None:
    layout = GridLayout(NEW.table("disclosure"))
    assert layout.stays is None
    assert [block.row for block in layout.blocks] == [0, 2, 3, 5]
    assert layout.block_of(4).caption == "第二十条第（六）项"


def test_a_cell_over_several_columns_is_one_cell() -> None:
    layout = GridLayout(NEW.table("disclosure"))
    assert layout.key_at(2, 0) == "disclosure.licensing.decisions"
    assert layout.key_at(2, 2) == ""
    assert layout.anchor(2, 2) == Place(2, 0)
    assert layout.span_of("disclosure.licensing.decisions") == 3


def test_a_table_printed_across_is_one_row_without_labels() -> None:
    layout = GridLayout(NEW.table("disputes"))
    assert (layout.height, layout.width, layout.levels) == (1, 15, 0)
    assert layout.label_of(0) is None


def test_what_is_not_on_the_table_has_no_place() -> None:
    layout = GridLayout(table("a b", "x y"))
    assert "t.a.x" in layout
    assert "t.c.x" not in layout
    assert layout.key_at(0, 5) == ""
    with pytest.raises(KeyError):
        layout.place_of("t.c.x")


def test_a_form_of_ones_own_is_laid_out_alike() -> None:
    form = edition(table("a g/b g/c", "x", groups="g"))
    layout = GridLayout(form.tables[0])
    assert layout.levels == 2
    assert [label.text for label in layout.labels if not label.leaf] == ["G"]
