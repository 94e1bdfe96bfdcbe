"""The labels of both official forms as published, written down a second time, cell by cell."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reportdesk.form.edition import Column, Edition, Part, Row, Table, path_of
from reportdesk.paths import shipped_catalog

CATALOG = shipped_catalog()
BLANK = Path(__file__).resolve().parents[2].parent / "shared/forms/official-2021-30-blank.docx"

HEADINGS = [
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
]

DISCLOSURE = {
    "cn-2021": """
第二十条第（一）项
信息内容|本年制发件数|本年废止件数|现行有效件数
规章
行政规范性文件
第二十条第（五）项
信息内容|本年处理决定数量
行政许可
第二十条第（六）项
信息内容|本年处理决定数量
行政处罚
行政强制
第二十条第（八）项
信息内容|本年收费金额（单位：万元）
行政事业性收费
""",
    "cn-2019": """
第二十条第（一）项
信息内容|本年新制作数量|本年新公开数量|对外公开总数量
规章
规范性文件
第二十条第（五）项
信息内容|上一年项目数量|本年增/减|处理决定数量
行政许可
其他对外管理服务事项
第二十条第（六）项
信息内容|上一年项目数量|本年增/减|处理决定数量
行政处罚
行政强制
第二十条第（八）项
信息内容|上一年项目数量|本年增/减
行政事业性收费
第二十条第（九）项
信息内容|采购项目数量|采购总金额
政府集中采购
""",
}

CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"

APPLICANTS = """
申请人情况/自然人
申请人情况/法人或其他组织/商业企业
申请人情况/法人或其他组织/科研机构
申请人情况/法人或其他组织/社会公益组织
申请人情况/法人或其他组织/法律服务机构
申请人情况/法人或其他组织/其他
申请人情况/总计
"""

OUTCOMES = """
一、本年新收政府信息公开申请数量
二、上年结转政府信息公开申请数量
三、本年度办理结果/（一）予以公开
三、本年度办理结果/（二）部分公开（区分处理的，只计这一情形，不计其他情形）
三、本年度办理结果/（三）不予公开/1.属于国家秘密
三、本年度办理结果/（三）不予公开/2.其他法律行政法规禁止公开
三、本年度办理结果/（三）不予公开/3.危及“三安全一稳定”
三、本年度办理结果/（三）不予公开/4.保护第三方合法权益
三、本年度办理结果/（三）不予公开/5.属于三类内部事务信息
三、本年度办理结果/（三）不予公开/6.属于四类过程性信息
三、本年度办理结果/（三）不予公开/7.属于行政执法案卷
三、本年度办理结果/（三）不予公开/8.属于行政查询事项
三、本年度办理结果/（四）无法提供/1.本机关不掌握相关政府信息
三、本年度办理结果/（四）无法提供/2.没有现成信息需要另行制作
三、本年度办理结果/（四）无法提供/3.补正后申请内容仍不明确
三、本年度办理结果/（五）不予处理/1.信访举报投诉类申请
三、本年度办理结果/（五）不予处理/2.重复申请
三、本年度办理结果/（五）不予处理/3.要求提供公开出版物
三、本年度办理结果/（五）不予处理/4.无正当理由大量反复申请
三、本年度办理结果/（五）不予处理/5.要求行政机关确认或重新出具已获取信息
"""
OTHER = {
    "cn-2021": """
三、本年度办理结果/（六）其他处理/1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
三、本年度办理结果/（六）其他处理/2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
三、本年度办理结果/（六）其他处理/3.其他
""",
    "cn-2019": "三、本年度办理结果/（六）其他处理",
}
ENDING = """
三、本年度办理结果/（七）总计
四、结转下年度继续办理
"""

DISPUTES = ["行政复议", "行政诉讼/未经复议直接起诉", "行政诉讼/复议后起诉"]
RESULTS = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]


@pytest.fixture(params=["cn-2019", "cn-2021"])
def edition(request: pytest.FixtureRequest) -> Edition:
    return CATALOG[request.param]


def lines(text: str) -> list[str]:
    return text.split()


def row_path(part: Part, row: Row) -> str:
    groups = [group.label for group in path_of(part.groups, row.under)]
    return "/".join([*groups, row.label + row.note])


def column_path(part: Part, column: Column) -> str:
    return "/".join([*(g.label for g in path_of(part.column_groups, column.under)), column.label])


def printed(table: Table) -> Iterator[str]:
    """A table of parts as lines: caption, heads, labels."""
    for part in table.parts:
        yield part.caption
        yield "|".join([part.stub, *(column.label for column in part.columns)])
        yield from (row.label for row in part.rows)


def test_the_six_headings_are_the_templates(edition: Edition):
    assert [s.heading for s in edition.sections] == ["", *HEADINGS]
    assert [s.id for s in edition.sections] == ["cover", "s1", "s2", "s3", "s4", "s5", "s6"]


def test_the_table_of_disclosure_reads_as_published(edition: Edition):
    assert list(printed(edition.table("disclosure"))) == lines(DISCLOSURE[edition.id])


def test_the_rows_of_requests_read_as_published(edition: Edition):
    (part,) = edition.table("requests").parts
    assert [row_path(part, row) for row in part.rows] == lines(
        OUTCOMES + OTHER[edition.id] + ENDING
    )


def test_the_columns_of_requests_read_as_published_under_the_corner_note(edition: Edition):
    (part,) = edition.table("requests").parts
    assert [column_path(part, column) for column in part.columns] == lines(APPLICANTS)
    assert part.stub == CORNER


def test_the_table_of_disputes_reads_as_published(edition: Edition):
    table = edition.table("disputes")
    (part,) = table.parts
    assert [row_path(part, row) for row in part.rows] == DISPUTES
    assert [column.label for column in part.columns] == RESULTS
    assert table.layout == "across"


@pytest.mark.parametrize(
    ("id", "rows", "cells", "entries"),
    [
        ("cn-2021", [6, 25, 3], [10, 175, 15], [10, 144, 12]),
        ("cn-2019", [8, 23, 3], [22, 161, 15], [22, 132, 12]),
    ],
)
def test_the_blanks_are_as_many_as_on_paper(
    id: str, rows: list[int], cells: list[int], entries: list[int]
):
    edition = CATALOG[id]
    assert [t.id for t in edition.tables] == ["disclosure", "requests", "disputes"]
    assert [sum(len(p.rows) for p in t.parts) for t in edition.tables] == rows
    fields = [[f for f in edition.fields.values() if f.block is t] for t in edition.tables]
    assert [len(of_table) for of_table in fields] == cells
    assert [sum(not f.total for f in of_table) for of_table in fields] == entries


@pytest.mark.skipif(not BLANK.is_file(), reason="the official blank form is not at hand")
def test_the_official_blank_form_has_the_same_words():
    word = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    with zipfile.ZipFile(BLANK) as file:
        body = ElementTree.fromstring(file.read("word/document.xml"))
    texts = [
        [
            "".join(t.text or "" for t in cell.iter(f"{word}t")).strip()
            for cell in row.iter(f"{word}tc")
        ]
        for row in body.iter(f"{word}tr")
    ]
    cells = [text for row in texts for text in row if text]
    paragraphs = ["".join(t.text or "" for t in p.iter(f"{word}t")) for p in body.iter(f"{word}p")]
    edition = CATALOG["cn-2021"]
    assert [p for p in paragraphs if re.match("[一二三四五六]、", p) and p in HEADINGS] == [
        s.heading for s in edition.sections[1:]
    ]
    ours = [text for line in printed(edition.table("disclosure")) for text in line.split("|")]
    for table in edition.tables[1:]:
        (part,) = table.parts
        ours += [part.stub] if part.stub else []
        ours += [row.label + row.note for row in part.rows]
        ours += [g.label for g in (*part.groups, *part.column_groups)]
        ours += [c.label for c in part.columns] * (3 if table.layout == "across" else 1)
    assert sorted(ours) == sorted(cells)
