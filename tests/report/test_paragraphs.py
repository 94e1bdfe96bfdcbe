"""The paragraphs of a narrative: headings by their numbers, and what is as last year."""

import pytest

from reportdesk.report.paragraphs import heading_of, unchanged


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("（一）主动公开", 2),
        ("(十二)监督保障。", 2),
        ("1.建立公开前审查登记", 3),
        ("2、目录", 3),
        ("（3）公开属性", 4),
        ("2.3万次访问", 0),
        ("一是加强领导", 0),
        ("2025年，全局公开信息214条", 0),
        ("（一）" + "很长的一段话，" * 8 + "完。", 0),
    ],
)
def test_a_paragraph_that_is_a_heading_has_the_level_of_its_number(line: str, level: int):
    heading = heading_of(line)
    assert (heading.level, heading.whole) == (level, level > 0)


def test_a_sentence_that_opens_a_paragraph_may_be_its_heading():
    line = "（一）主动公开情况。全年公开信息214条，其中水质48条，汛情63条，工程37条，其他66条。"
    heading = heading_of(line)
    assert (heading.level, heading.whole) == (2, False)
    assert line[: heading.end] == "（一）主动公开情况。"


def test_paragraphs_are_unchanged_word_for_word_spaces_disregarded():
    last = ["（一）主动公开", "重新梳理公开目录34项，下架失效信息11条。", "无。"]
    now = [
        "（一）主动公开",
        "重新梳理公开目录 34 项，下架失效信息 11 条。",
        "新的一段话，与上年不同。",
        "无。",
    ]
    assert unchanged(now, last) == {1}
    assert unchanged(last, now) == {1}


def test_a_short_paragraph_is_told_only_where_the_whole_text_is_the_same():
    assert unchanged(["（一）其他", "无。"], ["（一）其他", "无。"]) == {1}
    assert unchanged(["（一）其他", "无。", "新的一段。"], ["（一）其他", "无。"]) == set()
    assert unchanged(["", " "], [""]) == set()
