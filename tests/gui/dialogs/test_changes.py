from reportdesk.gui.dialogs.changes import Changed, changes, summary
from tests.builders import NEW, OLD, report


def test_the_same_content_differs_in_nothing() -> None:
    assert changes(report(NEW, 2025), report(NEW, 2025)) == []
    assert summary([]) == "与现在的内容完全一样。"


def test_only_the_paragraphs_that_differ_are_told() -> None:
    before = report(NEW, 2025, texts={"overview": "第一段。\n第二段。\n第三段。"})
    after = report(NEW, 2025, texts={"overview": "第一段。\n改过的第二段。\n第三段。\n第四段。"})
    assert changes(before, after) == [
        Changed("一、总体情况，第 2 段", "第二段。", "改过的第二段。", text=True),
        Changed("一、总体情况，第 4 段", "（空白）", "第四段。", text=True),
    ]


def test_a_text_of_one_paragraph_needs_no_number() -> None:
    before = report(NEW, 2025, texts={"overview": "一段。"})
    after = report(NEW, 2025, texts={"overview": "另一段。"})
    assert changes(before, after) == [Changed("一、总体情况", "一段。", "另一段。", text=True)]


def test_another_year_and_another_form_are_told_first() -> None:
    found = changes(report(OLD, 2020), report(NEW, 2021))
    assert found[0] == Changed("年度", "2020", "2021")
    assert found[1].place == "报告格式"
    assert "〔2021〕30号" in found[1].after


def test_cells_and_paragraphs_are_counted_apart() -> None:
    cell, text = Changed("a", "1", "2"), Changed("b", "x", "y", text=True)
    assert summary([cell, cell]) == "与现在相比，2 格不同。"
    assert summary([text]) == "与现在相比，1 段文字不同。"
    assert summary([cell, text]) == "与现在相比，1 格、1 段文字不同。"
