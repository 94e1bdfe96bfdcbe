"""The title among the lines of a page: its path, its menus and other years say it too."""

import pytest

from reportdesk.form.edition import Edition
from reportdesk.formats.recognise.title import organ_of, title_at
from reportdesk.formats.story import Paragraph
from reportdesk.paths import shipped_catalog

EDITION: Edition = shipped_catalog()["cn-2021"]
TITLE = "云溪县水务局2024年政府信息公开工作年度报告"


def title(*lines: str, page: str = "", headings: frozenset[str] = frozenset()) -> str:
    paragraphs = [Paragraph(text, f"第{n}段", text in headings) for n, text in enumerate(lines, 1)]
    found = title_at(paragraphs, EDITION, page)
    return "" if found is None else "/".join(lines[found[0] : found[1]])


@pytest.mark.parametrize(
    "lines",
    [
        ("首页", "政府信息公开", "政府信息公开年报", TITLE),
        ("当前位置：首页 > 政府信息公开年报", TITLE, "来源：水务局"),
        ("首页 > 年报 > " + TITLE, TITLE),
        ("政府信息公开工作年度报告", "政府信息公开指南", TITLE, "2025-01-20"),
        ("标题：" + TITLE, "索引号：014", TITLE),
        (TITLE, "现将云溪县水务局2024年政府信息公开工作年度报告公布如下，欢迎监督"),
    ],
)
def test_a_page_may_say_parts_of_it_in_its_menus(lines: tuple[str, ...]):
    assert title(*lines) == TITLE


def test_of_several_years_the_one_that_the_page_is_called_by_is_meant():
    others = [TITLE.replace("2024", str(year)) for year in (2021, 2022, 2023)]
    assert title(TITLE, *others, page=f"{TITLE}_云溪县人民政府") == TITLE
    assert title(*others, TITLE) == TITLE
    assert title(TITLE, *others, headings=frozenset((TITLE,))) == TITLE


def test_a_title_in_two_lines_is_whole_with_the_organ_above_it():
    assert title("首页", "云溪县水务局", "2024年政府信息公开工作年度报告") == (
        "云溪县水务局/2024年政府信息公开工作年度报告"
    )
    assert title("云溪县水务局2024年政府信息", "公开工作年度报告", "导言") == (
        "云溪县水务局2024年政府信息/公开工作年度报告"
    )


def test_no_line_is_a_title_where_none_names_the_form():
    assert title("云溪县水务局2024年工作总结", "全年工作平稳。") == ""


@pytest.mark.parametrize(
    ("text", "organ"),
    [
        (TITLE, "云溪县水务局"),
        ("2024年云溪县水务局政府信息公开年报", "云溪县水务局"),
        ("云溪县水务局关于2024年度政府信息公开工作的年度报告", "云溪县水务局"),
        ("2024年政府信息公开工作年度报告", ""),
    ],
)
def test_the_organ_is_what_is_left_of_a_title(text: str, organ: str):
    assert organ_of(text, EDITION) == organ
