"""Readable names of blanks, blocks and subtotals."""

import pytest

from reportdesk.form.names import column_name, name_of, row_name
from tests.builders import NEW


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
