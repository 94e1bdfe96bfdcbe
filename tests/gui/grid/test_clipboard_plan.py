"""What pasting would do is known before it is done: by labels, by place, and text by text."""

import random
from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData

from reportdesk.form.edition import Column, Edition, Group, Part, Row, Sum, Table
from reportdesk.formats.recognise.vocabulary import vocabulary_of
from reportdesk.formats.story import Cell
from reportdesk.gui.grid.clipboard import block_of
from reportdesk.gui.grid.clipboard_judge import plan
from reportdesk.gui.grid.clipboard_plan import Plan, told
from reportdesk.gui.grid.cursor import Block
from reportdesk.gui.grid.layout import GridLayout, Place
from reportdesk.report.document import Document
from reportdesk.report.totals import effective
from tests.builders import CATALOG, NEW, OLD, Figures, cells, edition, report, table
from tests.gui.grid import payloads
from tests.gui.grid.payloads import mime

FORMS = [(each, table) for each in (NEW, OLD) for table in each.tables]
NEW_ROW = "一、本年新收政府信息公开申请数量"
HEADS = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
REQUESTS = NEW.table("requests")
ORIGIN = Place(0, 0)


def blank(form: Edition, figures: Figures | None = None) -> Document:
    return report(form, figures=dict.fromkeys(cells(form)) | (figures or {}))


def pasted(
    held: QMimeData,
    at: Block | Place = ORIGIN,
    *,
    form: Edition = NEW,
    table: str = "requests",
    document: Document | None = None,
) -> Plan:
    """The plan of pasting over a selection, or at a cell."""
    layout = GridLayout(form.table(table))
    words = vocabulary_of(form)
    block = at if isinstance(at, Block) else Block(*at, *at)
    grid = block_of(held, layout.table, words)
    return plan(grid, layout, words, document or blank(form), block)


def rows(held: list[list[str]]) -> QMimeData:
    return mime(text="\n".join("\t".join(row) for row in held))


def done(document: Document, values: Mapping[str, str | None]) -> Document:
    """The document after the paste."""
    after = document.values | {k: v for k, v in values.items() if v is not None}
    return document.but(values={k: v for k, v in after.items() if values.get(k, "") is not None})


def random_report(form: Edition, table: Table) -> Document:
    chance = random.Random(table.id)
    return blank(form, {key: chance.randint(0, 99) for key in cells(form, block=table.id)})


def told_all(found: Plan) -> list[str]:
    return [told(entry) for entry in (*found.skipped, *found.remarks)]


# --- labels decide


@pytest.mark.parametrize(("form", "table"), FORMS, ids=[f"{e.id}-{t.id}" for e, t in FORMS])
@pytest.mark.parametrize("program", [payloads.excel, payloads.word, payloads.browser])
def test_a_whole_table_with_its_labels_finds_all_its_blanks(
    form: Edition, table: Table, program: Callable[[payloads.Rows], QMimeData]
) -> None:
    document = random_report(form, table)
    held = program(payloads.form(table, effective(document)))
    found = pasted(held, Place(GridLayout(table).height - 1, 0), form=form, table=table.id)
    assert found.skipped == ()
    assert found.needs_preview
    assert done(blank(form), found.values).values == document.values


@pytest.mark.parametrize(("form", "table"), FORMS, ids=[f"{e.id}-{t.id}" for e, t in FORMS])
def test_it_does_so_from_text_alone(form: Edition, table: Table) -> None:
    document = random_report(form, table)
    text = payloads.excel(payloads.form(table, effective(document))).text()
    found = pasted(mime(text=text), form=form, table=table.id)
    assert found.skipped == ()
    assert done(blank(form), found.values).values == document.values


def test_some_rows_with_their_labels_go_to_their_own_rows() -> None:
    found = pasted(
        rows([["（二）部分公开", "7", "2"], ["（一）予以公开", "24", "6"]]), Place(20, 0)
    )
    assert found.values == {
        "requests.partial.person": "7",
        "requests.partial.company": "2",
        "requests.granted.person": "24",
        "requests.granted.company": "6",
    }
    assert found.needs_preview


def test_rows_without_heads_begin_at_the_column_where_they_are_pasted() -> None:
    found = pasted(rows([["（一）予以公开", "6", "1"]]), Place(0, 1))
    assert found.values == {"requests.granted.company": "6", "requests.granted.research": "1"}


def test_a_whole_row_begins_at_the_first_column_wherever_it_is_pasted() -> None:
    found = pasted(rows([["（一）予以公开", "24", "6", "1", "0", "1", "2", "34"]]), Place(3, 4))
    assert found.values["requests.granted.person"] == "24"
    assert found.count("kept") == 1


def test_heads_decide_the_columns_in_any_order() -> None:
    found = pasted(rows([["", "商业企业", "自然人"], ["（一）予以公开", "6", "24"]]), Place(5, 5))
    assert found.values == {"requests.granted.company": "6", "requests.granted.person": "24"}


def test_a_figure_under_two_heads_belongs_to_neither() -> None:
    held = payloads.excel(
        [["", "自然人", "商业企业"], [Cell("（一）予以公开", 1, 0), Cell("24", 1, 1, 1, 2)]]
    )
    found = pasted(held)
    assert found.values == {}
    assert told_all(found) == ["“24”没有粘贴：它在两个列名之下。"]


def test_a_head_in_words_of_its_own_is_known_by_its_place_among_the_others() -> None:
    heads = ["", "个人申请", *HEADS[2:]]
    found = pasted(rows([heads, ["（一）予以公开", "24", "6", "1", "0", "1", "2", "34"]]))
    assert found.values["requests.granted.person"] == "24"
    moved = ["", *HEADS[2:4], "个人申请", *HEADS[4:]]
    found = pasted(rows([moved, ["（一）予以公开", "6", "1", "24", "0", "1", "2", "34"]]))
    assert "requests.granted.person" not in found.values
    assert told_all(found)[0] == "“24”没有粘贴：没有认出它的列名。"


def test_heads_without_labels_leave_the_rows_to_the_cell() -> None:
    found = pasted(rows([["商业企业", "自然人"], ["6", "24"], ["2", "7"]]), Place(2, 0))
    assert found.values == {
        "requests.granted.company": "6",
        "requests.granted.person": "24",
        "requests.partial.company": "2",
        "requests.partial.person": "7",
    }


def test_a_word_that_names_a_row_and_a_column_is_known_by_where_the_figures_stand() -> None:
    column = pasted(rows([["总计"], ["78"], ["1"]]))
    assert column.values == {"requests.new.total": "78", "requests.carried.total": "1"}
    row = pasted(rows([["总计", "61", "12"]]))
    assert row.values == {"requests.results.person": "61", "requests.results.company": "12"}


def test_a_label_s_other_wordings_are_known_and_a_mistyped_one_is_told() -> None:
    found = pasted(rows([["1.三安全一稳定", "1"], ["4、保护第三方合法权溢", "3"]]))
    assert found.values["requests.denied_third.person"] == "3"
    assert [note for note in found.notes if "第三方" in note] == [
        "“4、保护第三方合法权溢”按“4.保护第三方合法权益”对应"
    ]


def test_a_row_that_the_form_does_not_have_is_named_and_never_counted_down() -> None:
    found = pasted(rows([["（一）予以公开", "24"], ["（九）另行答复", "5"]]))
    assert found.values == {"requests.granted.person": "24"}
    assert told_all(found) == ["“5”没有粘贴：本表没有“（九）另行答复”这一行。"]


def test_a_column_that_the_form_does_not_have_is_named() -> None:
    found = pasted(rows([[*HEADS[:3], "外国企业"], [NEW_ROW, "60", "12", "4"]]))
    assert found.values == {"requests.new.person": "60", "requests.new.company": "12"}
    assert told_all(found) == ["“4”没有粘贴：没有认出它的列名。"]


def test_a_figure_for_a_whole_group_has_no_cell() -> None:
    found = pasted(rows([["（六）其他处理", "4"], ["（七）总计", "61"]]))
    assert found.values == {"requests.results.person": "61"}
    assert told_all(found)[0] == "“4”没有粘贴：这一行分项填写，没有合在一起的格。"


def test_too_many_figures_for_a_row_are_refused_together() -> None:
    found = pasted(rows([["（一）予以公开", *"123456789"]]))
    assert found.values == {}
    assert len(found.skipped) == 9
    assert "应有 7 个数字，这里是 9 个" in told_all(found)[0]


def test_a_column_of_numbers_of_lines_before_the_labels_is_no_figure() -> None:
    found = pasted(rows([["3", "（一）予以公开", "24"], ["4", "（二）部分公开", "7"]]))
    assert found.values == {"requests.granted.person": "24", "requests.partial.person": "7"}
    assert found.count("label") == 4


def test_rows_of_text_with_unlike_counts_say_nothing_of_their_columns() -> None:
    found = pasted(mime(text="（一）予以公开 24 6\n（二）部分公开 7 2 0"))
    assert found.values == {}
    assert len(found.skipped) == 5
    alike = pasted(mime(text="（一）予以公开 24 6\n（二）部分公开 7 2"), Place(0, 1))
    assert alike.values["requests.granted.company"] == "24"


def test_a_part_with_fewer_columns_begins_at_its_first() -> None:
    wide, narrow = (
        Part((Row("a", "甲"),), (Column("p", "子"), Column("q", "丑"), Column("r", "寅"))),
        Part((Row("b", "乙"),), (Column("p", "子"), Column("q", "丑"))),
    )
    form = edition(Table("t", "小表", (wide, narrow)))
    found = pasted(
        rows([["甲", "1", "2", "3"], ["乙", "4", "5", ""]]), Place(0, 2), form=form, table="t"
    )
    assert found.values == {"t.a.p": "1", "t.a.q": "2", "t.a.r": "3", "t.b.p": "4", "t.b.q": "5"}


def test_a_label_that_stands_in_two_groups_is_told_by_its_group() -> None:
    form = edition(
        Table(
            "t",
            "小表",
            (
                Part(
                    (Row("a", "其余", "g"), Row("b", "其余", "h")),
                    (Column("p", "件数"),),
                    groups=(Group("g", "前一组"), Group("h", "后一组")),
                ),
            ),
        )
    )
    held = payloads.excel([["前一组", "其余", "1"], ["后一组", "其余", "2"]])
    found = pasted(held, Place(1, 0), form=form, table="t")
    assert found.values == {"t.a.p": "1", "t.b.p": "2"}
    lone = rows([["其余", "1"]])
    assert pasted(lone, Place(1, 0), form=form, table="t").values == {"t.b.p": "1"}


def test_a_label_that_names_several_rows_and_not_this_one_is_refused() -> None:
    form = edition(
        Table(
            "t",
            "小表",
            (
                Part(
                    (Row("a", "其余", "g"), Row("b", "其余", "h"), Row("c", "总数")),
                    (Column("p", "件数"),),
                    groups=(Group("g", "前一组"), Group("h", "后一组")),
                ),
            ),
        )
    )
    for held in (rows([["其余", "1"]]), rows([["总数", "3"], ["其余", "1"]])):
        found = pasted(held, Place(2, 0), form=form, table="t")
        assert "1" not in found.values.values()
        assert told_all(found) == ["“1”没有粘贴：表里不止一行“其余”，分不清是哪一行。"]


def test_broken_heads_of_a_table_in_text_are_not_taken_for_another_table_s() -> None:
    heads = "行政复议\n行政诉讼\n结果\n维持\n结果\n纠正\n其他\n结果\n尚未\n审结\n总计\n"
    figures = "\n".join(str(number) for number in range(1, 16))
    found = pasted(mime(text=heads + figures), table="disputes")
    assert found.skipped == ()
    assert found.values["disputes.review.upheld"] == "1"
    assert found.pasted == 15


def test_heads_in_another_unit_are_not_converted() -> None:
    fee = next(r.label for _, r, c in NEW.table("disclosure").cells() if c.unit)
    found = pasted(rows([["", "本年收费金额（单位：元）"], [fee, "5000"]]), table="disclosure")
    assert found.values == {}
    assert "单位是“元”" in told_all(found)[0]


def test_another_table_s_content_is_not_put_here() -> None:
    held = payloads.word(payloads.form(NEW.table("disputes"), {}))
    found = pasted(held)
    assert found.values == {}
    full = payloads.word(
        payloads.form(NEW.table("disputes"), effective(random_report(NEW, NEW.table("disputes"))))
    )
    found = pasted(full)
    assert found.values == {}
    assert found.notes == ("这是《政府信息公开行政复议、行政诉讼情况》的内容，请到那一节再粘贴",)


def test_of_a_sheet_with_several_tables_only_this_one_is_taken() -> None:
    lines: list[list[Cell]] = []
    wanted: dict[str, str] = {}
    for each in NEW.tables:
        document = random_report(NEW, each)
        wanted |= {k: v for k, v in document.values.items() if k.startswith(f"{each.id}.")}
        for line in payloads.form(each, effective(document)):
            lines.append([cell._replace(row=len(lines)) for cell in line])
    for each in NEW.tables:
        found = pasted(payloads.excel(lines), table=each.id)
        assert found.skipped == ()
        own = {k: v for k, v in wanted.items() if k.startswith(f"{each.id}.")}
        assert found.values == own


def test_one_block_of_a_table_printed_side_by_side_goes_under_its_own_head() -> None:
    held = payloads.browser(
        [
            [Cell("复议后起诉", 0, 0, 1, 3)],
            ["结果维持", "结果纠正", "其他结果"],
            ["5", "4", "3"],
        ]
    )
    found = pasted(held, table="disputes")
    assert found.values == {
        "disputes.after_review.upheld": "5",
        "disputes.after_review.corrected": "4",
        "disputes.after_review.other": "3",
    }


def test_unknown_words_beside_and_over_the_figures_are_labels_too() -> None:
    found = pasted(
        rows([["科室", "甲", "乙"], ["窗口一", "5", "7"], ["窗口二", "1", "0"]]), Place(2, 1)
    )
    assert found.values == {
        "requests.granted.company": "5",
        "requests.granted.research": "7",
        "requests.partial.company": "1",
        "requests.partial.research": "0",
    }
    assert found.count("label") == 5
    assert found.needs_preview


def test_words_over_a_selection_of_the_block_s_own_shape_are_figures_that_cannot_be_read() -> None:
    found = pasted(rows([["待定"], ["7"]]), Block(2, 0, 3, 0))
    assert found.values == {"requests.partial.person": "7"}
    assert told_all(found) == ["“待定”不是数字，这一格没有改动。"]


# --- place decides


def test_figures_alone_go_in_from_the_cell_on() -> None:
    found = pasted(payloads.excel([["60", "12"], ["0", "1"]]), Place(0, 0))
    assert list(found.values.items()) == [
        ("requests.new.person", "60"),
        ("requests.new.company", "12"),
        ("requests.carried.person", "0"),
        ("requests.carried.company", "1"),
    ]
    assert not found.needs_preview
    assert found.words == "粘贴 4 格"
    assert found.sentence == "已粘贴 4 格。"


def test_what_is_larger_than_the_room_is_named() -> None:
    found = pasted(rows([["3", "2", "9"], ["0", "1", "8"]]), Place(24, 5))
    assert found.values == {"requests.left.other": "3", "requests.left.total": "2"}
    assert [entry.cell.text for entry in found.skipped] == ["9", "0", "1", "8"]
    assert found.words == "粘贴 2 格，跳过 4 格"
    assert told_all(found)[0] == "“9”没有粘贴：超出了表格。"
    assert found.needs_preview


def test_blank_cells_outside_are_nobody_s_loss() -> None:
    found = pasted(rows([["3", "2", ""], ["", "", ""]]), Place(24, 5))
    assert found.skipped == ()


def test_heads_between_the_parts_of_a_table_are_no_rows() -> None:
    found = pasted(rows([[str(n)] for n in range(1, 7)]), table="disclosure")
    assert list(found.values.values()) == ["1", "2", "3", "4", "5", "6"]
    assert list(found.values)[2] == "disclosure.licensing.decisions"


def test_a_merged_cell_takes_the_one_figure_over_it() -> None:
    held = rows([["1", "2", "3"], ["4", "5", "6"], ["", "", "55"], ["7", "", ""]])
    found = pasted(held, table="disclosure")
    assert found.values["disclosure.licensing.decisions"] == "55"
    assert found.values["disclosure.penalties.decisions"] == "7"
    assert found.skipped == ()


def test_the_blank_places_of_a_merged_cell_are_no_gaps() -> None:
    document = blank(NEW, {"disclosure.licensing.decisions": 9})
    found = pasted(rows([["", "", "55"]]), Place(2, 0), table="disclosure", document=document)
    assert found.values == {"disclosure.licensing.decisions": "55"}
    assert found.gaps == 0


def test_two_figures_over_one_cell_are_both_refused() -> None:
    found = pasted(rows([["", "54", "55"]]), Place(2, 0), table="disclosure")
    assert found.values == {}
    assert len(found.skipped) == 2


def test_one_value_fills_a_selection_and_leaves_its_totals_to_the_computer() -> None:
    found = pasted(mime(text="0"), Block(0, 4, 1, 6))
    assert set(found.values) == {
        *("requests.new.legal", "requests.new.other"),
        *("requests.carried.legal", "requests.carried.other"),
    }
    assert found.words == "粘贴 4 格"
    assert not found.needs_preview


def test_a_row_fills_a_selection_that_is_a_multiple_of_it() -> None:
    found = pasted(rows([["1", "2"]]), Block(2, 0, 4, 1))
    assert len(found.values) == 6
    assert found.values["requests.denied_secret.company"] == "2"
    once = pasted(rows([["1", "2"]]), Block(2, 0, 4, 2))
    assert len(once.values) == 2


# --- text by text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("１５", "15"),
        ("1,024", "1024"),
        ("60 件", "60"),
        ("６０件", "60"),
        ("007", "7"),
        ("\xa012\u200b", "12"),
        ("零", "0"),
        ("３．０", "3"),
    ],
)
def test_a_figure_is_read_as_it_is_when_typed(text: str, value: str) -> None:
    assert pasted(mime(text=text)).values == {"requests.new.person": value}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("abc", "“abc”不是数字，原来的 8 没有改动。"),
        ("自然人", "“自然人”不是数字，原来的 8 没有改动。"),
        ("1 234", "“1 234”不是一个完整的数字，原来的 8 没有改动。"),
        ("-3", "“-3”是负数，这里不填负数，原来的 8 没有改动。"),
        ("1.5", "“1.5”带小数，件数填整数，原来的 8 没有改动。"),
        ("50%", "“50%”不能确定是多少，原来的 8 没有改动。"),
        ("3(4)", "“3(4)”里有两个数字，原来的 8 没有改动。"),
        ("#REF!", "“#REF!”不是数字，原来的 8 没有改动。"),
        ("2025/1/1", "“2025/1/1”不能确定是多少，原来的 8 没有改动。"),
        ("1.2E+05", "“1.2E+05”不能确定是多少，原来的 8 没有改动。"),
        ("9" * 50, "“" + "9" * 39 + "…”太长，不像一格的内容，原来的 8 没有改动。"),
    ],
)
def test_what_is_no_value_is_refused_with_its_reason(text: str, sentence: str) -> None:
    document = blank(NEW, {"requests.new.person": 8})
    found = pasted(mime(text=text), document=document)
    assert found.values == {}
    assert not found.needs_preview
    assert found.sentence == sentence


def test_kinds_of_cells_take_what_they_take() -> None:
    signed = table("r", "a", holds="signed")
    small = edition(signed)
    assert pasted(mime(text="－18"), form=small, table="t").values == {"t.r.a": "-18"}
    money = NEW.table("disclosure")
    key = next(
        NEW_KEY for NEW_KEY in cells(NEW, block=money.id) if NEW.fields[NEW_KEY].holds == "money"
    )
    place = GridLayout(money).place_of(key)
    found = pasted(mime(text="7,730.28万元"), place, table="disclosure")
    assert found.values == {key: "7730.28"}
    assert pasted(mime(text="7730元"), place, table="disclosure").values == {}


def test_an_amount_keeps_its_unit() -> None:
    amount = next(f for f in OLD.fields.values() if f.holds == "amount")
    layout = GridLayout(OLD.table(amount.block.id))
    place = layout.place_of(amount.key)
    found = pasted(mime(text="678.15 万元"), place, form=OLD, table=amount.block.id)
    assert found.values == {amount.key: "678.15万元"}


def test_a_blank_leaves_what_is_there_and_says_so() -> None:
    document = blank(NEW, {"requests.new.person": 8, "requests.new.company": 9})
    found = pasted(rows([["", "-", "5"]]), document=document)
    assert found.values == {"requests.new.research": "5"}
    assert not found.needs_preview
    assert found.sentence == ("已粘贴 1 格；2 格是空白，原来的数没有改动；1 格是“-”，没有当作 0。")


def test_a_figure_with_words_after_it_is_shown_first() -> None:
    found = pasted(rows([["5（其中网络3）", "2"]]))
    assert found.values == {"requests.new.person": "5", "requests.new.company": "2"}
    assert found.needs_preview
    assert "还有说明" in told_all(found)[0]


def test_a_value_that_is_there_already_is_pasted_too_and_so_vouched_for() -> None:
    document = blank(NEW, {"requests.new.person": 8})
    found = pasted(rows([["8", "9"]]), document=document)
    assert found.values == {"requests.new.person": "8", "requests.new.company": "9"}
    assert [entry.verdict for entry in found.entries] == ["same", "put"]


# --- totals


def test_a_total_that_is_the_sum_stays_with_the_computer() -> None:
    found = pasted(rows([["60", "12", "1", "0", "3", "2", "78"]]))
    assert "requests.new.total" not in found.values
    assert found.pasted == 7
    assert found.skipped == ()
    assert not found.needs_preview


def test_a_typed_total_that_is_the_sum_goes_back_to_the_computer() -> None:
    document = blank(NEW, {"requests.new.total": 99})
    found = pasted(rows([["60", "12", "1", "0", "3", "2", "78"]]), document=document)
    assert found.values["requests.new.total"] is None


def test_a_total_that_differs_becomes_a_typed_one_and_is_told() -> None:
    found = pasted(rows([["60", "12", "1", "0", "3", "2", "77"]]))
    assert found.values["requests.new.total"] == "77"
    assert found.needs_preview
    assert told_all(found) == ["总计填的是 77，各项相加是 78，按填写的总计保留。"]


def test_a_total_whose_parts_are_blank_is_typed() -> None:
    found = pasted(rows([["60", "", "", "", "", "", "78"]]))
    assert found.values["requests.new.total"] == "78"
    assert told_all(found) == ["总计填的是 78，各项还没有填完。"]


def test_a_total_over_totals_is_weighed_with_the_totals_pasted_beside_it() -> None:
    form = edition(
        Table(
            "t",
            "小表",
            (
                Part(
                    (Row("a", "甲"), Row("b", "乙"), Row("all", "合计")),
                    (Column("x", "子"), Column("y", "丑"), Column("sum", "总数")),
                ),
            ),
            sums=(
                Sum("S-1", ("x", "y"), column="sum"),
                Sum("S-2", ("a", "b"), row="all"),
            ),
        )
    )
    held = rows([["1", "2", "4"], ["3", "4", "7"], ["4", "6", "11"]])
    found = pasted(held, form=form, table="t", document=blank(form))
    assert {k: v for k, v in found.values.items() if form.fields[k].total} == {
        "t.a.sum": "4",
        "t.all.sum": "11",
    }
    assert found.count("kept") == 3


# --- another country's form


def test_a_form_with_its_own_labels_recognises_them() -> None:
    form = edition(table("opened closed/north south", "citizens firms", groups="closed"))
    held = rows([["", "FIRMS", "CITIZENS"], ["SOUTH", "1", "2"], ["NORTH", "3", "4"]])
    found = pasted(held, form=form, table="t", document=blank(form))
    assert found.values == {
        "t.south.firms": "1",
        "t.south.citizens": "2",
        "t.north.firms": "3",
        "t.north.citizens": "4",
    }


def test_years_as_heads_are_heads_and_no_figures() -> None:
    form = edition(
        Table("t", "小表", (Part((Row("a", "甲"),), (Column("p", "2023"), Column("q", "2024"))),))
    )
    found = pasted(rows([["", "2024", "2023"], ["甲", "5", "6"]]), form=form, table="t")
    assert found.values == {"t.a.q": "5", "t.a.p": "6"}


def test_words_for_cells_of_words_are_taken_as_they_are() -> None:
    form = edition(table("a b", "x", holds="text"))
    found = pasted(rows([["本年没有"], ["12 件"]]), Block(0, 0, 1, 0), form=form, table="t")
    assert found.values == {"t.a.x": "本年没有", "t.b.x": "12 件"}


# --- any input


@given(
    st.lists(
        st.lists(
            st.sampled_from(
                ["", "5", "abc", "-", "-1", "总计", "自然人", "（一）予以公开", "12件"]
            ),
            min_size=1,
            max_size=9,
        ),
        min_size=1,
        max_size=6,
    ),
    st.integers(0, 24),
    st.integers(0, 6),
)
def test_every_cell_has_its_verdict_and_no_value_that_was_not_there(
    block: list[list[str]], row: int, column: int
) -> None:
    held = "\n".join("\t".join(line) for line in block)
    if not held.strip():
        return
    found = pasted(mime(text=held), Place(row, column))
    assert set(found.values.values()) <= {"5", "12", None}
    figures = sum(cell.text in ("5", "12件") for cell in found.grid.cells)
    told = sum(entry.cell.text in ("5", "12件") for entry in found.entries)
    assert told == figures
    assert found.pasted >= len(found.values)
    assert found.label in found.words


@given(st.text(alphabet='5 \t\n\r"|-，。一总计\x0b\x00', max_size=60))
def test_no_text_does_harm(text: str) -> None:
    if not text.replace("\x00", "").strip():
        return
    found = pasted(mime(text=text))
    assert all(v is None or v.isdigit() for v in found.values.values())


def test_the_shipped_forms_are_all_tried() -> None:
    assert {form.id for form, _ in FORMS} == set(CATALOG)
    assert any(isinstance(g, Group) for t in NEW.tables for p in t.parts for g in p.groups)
    assert REQUESTS.sums
