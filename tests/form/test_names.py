"""Readable names of blanks, blocks and subtotals."""

import pytest

from reportdesk.form.names import brief, brief_column, brief_row, column_name, name_of, row_name
from tests.builders import NEW, OLD


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (
            "requests.new.person",
            "三、收到和处理政府信息公开申请情况 › 一、本年新收政府信息公开申请数量 › 自然人",
        ),
        (
            "requests.denied_secret.total",
            "三、收到和处理政府信息公开申请情况 › （三）不予公开 › 1.属于国家秘密 › 总计",
        ),
        (
            "disputes.after_review.upheld",
            "四、政府信息公开行政复议、行政诉讼情况 › 行政诉讼 › 复议后起诉 › 结果维持",
        ),
        (
            "disclosure.fees.amount",
            "二、主动公开政府信息情况 › 行政事业性收费 › 本年收费金额（单位：万元）",
        ),
        ("overview", "一、总体情况"),
        ("organ", "封面与说明 › 机关名称"),
    ],
)
def test_a_blank_is_called_what_the_form_calls_it(key: str, name: str):
    assert name_of(NEW, key) == name


def test_a_table_and_a_subtotal_have_names_too():
    assert name_of(NEW, "disputes") == "四、政府信息公开行政复议、行政诉讼情况"
    assert name_of(NEW, "requests.denied.person").endswith("情况 › （三）不予公开 › 自然人")


@pytest.mark.parametrize("key", ["nowhere", "requests.new.nobody", "requests.nothing", "x.y.z"])
def test_what_the_form_does_not_have_is_called_by_its_key(key: str):
    assert name_of(NEW, key) == key


def test_no_two_cells_are_called_the_same():
    names = [name_of(NEW, key) for key, field in NEW.fields.items() if field.row is not None]
    assert len(set(names)) == len(names)


def test_rows_groups_and_columns_have_names_by_themselves():
    requests = NEW.table("requests")
    (part,) = requests.parts
    assert row_name(requests, "refused_repeat") == "（五）不予处理 › 2.重复申请"
    assert row_name(requests, "refused") == "（五）不予处理"
    assert column_name(part, part.columns[1]) == "商业企业"


@pytest.mark.parametrize(
    ("row", "short"),
    [
        ("new", "本年新收"),
        ("carried", "上年结转"),
        ("granted", "予以公开"),
        ("partial", "部分公开"),
        ("denied", "不予公开"),
        ("refused_repeat", "重复申请"),
        ("other_late", "申请人无正当理由逾期不补正"),
        ("results", "总计"),
    ],
)
def test_a_label_cut_short_still_tells_which_row_it_is(row: str, short: str):
    assert brief_row(NEW.table("requests"), row) == short


def test_columns_lose_the_words_that_they_all_end_in():
    part = NEW.table("disclosure").parts[0]
    assert [brief_column(part, column) for column in part.columns] == [
        "本年制发",
        "本年废止",
        "现行有效",
    ]
    part = NEW.table("requests").parts[0]
    assert [brief_column(part, column) for column in part.columns] == [
        column.label for column in part.columns
    ]


def test_no_two_rows_of_a_table_are_cut_to_the_same_words():
    for form in (OLD, NEW):
        for table in form.tables:
            rows = [row.id for part in table.parts for row in part.rows]
            short = [brief_row(table, row) for row in rows]
            assert len(set(short)) == len(short)


@pytest.mark.parametrize(
    ("label", "beside", "short"),
    [
        ("1. Received", ("2. Answered",), "Received"),
        ("Open on 31 January", ("Open on 1 January",), "Open on 31 January"),
        ("收到的申请数量", ("办结的申请数量", "复议"), "收到"),
        ("（七）总计", (), "总计"),
        ("收费金额（单位：万元）", (), "收费金额"),
        ("（全部）", (), "（全部）"),
        ("件数", ("总件数",), "件数"),
    ],
)
def test_a_label_is_never_cut_to_nothing(label: str, beside: tuple[str, ...], short: str):
    assert brief(label, (label, *beside)) == short
