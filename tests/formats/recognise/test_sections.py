"""Sections are found by their headings taken together; decoys stay in the text."""

from reportdesk.formats.recognise.sections import divide
from reportdesk.formats.recognise.vocabulary import vocabulary_of
from reportdesk.formats.story import Grid, Paragraph, Piece, grid_of
from reportdesk.paths import shipped_catalog

WORDS = vocabulary_of(shipped_catalog()["cn-2021"])
REQUESTS = grid_of([["一、本年新收政府信息公开申请数量", "1"]], "第2个表格")


def chapters(*pieces: str | Grid) -> dict[str, list[str]]:
    story: list[Piece] = [
        piece if isinstance(piece, Grid) else Paragraph(piece, f"第{i}段")
        for i, piece in enumerate(pieces)
    ]

    def tables(index: int) -> set[str]:
        return {"requests"} if story[index] is REQUESTS else set()

    _, found = divide(story, WORDS, tables)
    return {
        chapter.section.id: [p.text for p in chapter.pieces if isinstance(p, Paragraph)]
        for chapter in found
    }


def test_the_official_headings_divide_a_report() -> None:
    found = chapters(
        "青禾市档案馆2024年政府信息公开工作年度报告",
        "一、总体情况",
        "全年主动公开信息三十条。",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "公开不够及时。",
        "六、其他需要报告的事项",
        "本年度未收取信息处理费。",
    )
    assert list(found) == ["s1", "s2", "s3", "s4", "s5", "s6"]
    assert found["s1"] == ["全年主动公开信息三十条。"]
    assert found["s6"] == ["本年度未收取信息处理费。"]


def test_the_longer_names_of_the_notice_are_headings_too() -> None:
    found = chapters(
        "一、总体情况",
        "二、行政机关主动公开政府信息情况",
        "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况",
        "五、政府信息公开工作存在的主要问题及改进情况",
    )
    assert list(found) == ["s1", "s2", "s4", "s5"]


def test_a_heading_and_its_text_may_share_a_paragraph() -> None:
    found = chapters(
        "一、总体情况 今年公开信息四十条，比上年多五条。",
        "六、其他需要报告的事项：无其他事项要报告。",
    )
    assert found["s1"] == ["今年公开信息四十条，比上年多五条。"]
    assert found["s6"] == ["无其他事项要报告。"]


def test_the_same_words_inside_section_one_are_a_decoy() -> None:
    found = chapters(
        "一、总体情况",
        "一、主动公开政府信息情况",
        "全年公开一百条。",
        "二、收到和处理政府信息公开申请情况",
        "全年收到三件。",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        REQUESTS,
        "五、存在的主要问题及改进情况",
    )
    assert list(found) == ["s1", "s2", "s3", "s5"]
    assert "全年收到三件。" in found["s1"]


def test_a_table_of_contents_divides_nothing() -> None:
    headings = ["一、总体情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"]
    found = chapters(
        "目录", *headings, headings[0], "正文甲。", headings[1], "正文乙。", headings[2], "无。"
    )
    assert found == {"s1": ["正文甲。"], "s5": ["正文乙。"], "s6": ["无。"]}


def test_an_enumeration_in_a_sentence_is_no_heading() -> None:
    found = chapters(
        "一、总体情况",
        "三是加强培训，四是完善制度。",
        "五、存在的主要问题及改进情况",
        "三、本年度办理结果",
    )
    assert list(found) == ["s1", "s5"]


def test_a_section_may_be_empty() -> None:
    assert chapters("一、总体情况", "六、其他需要报告的事项") == {"s1": [], "s6": []}
