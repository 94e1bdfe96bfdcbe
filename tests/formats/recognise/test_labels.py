"""Labels are the same whatever their brackets, quotes, spaces, widths and numbering marks."""

import pytest

from reportdesk.formats.recognise.labels import likeness, normal, split, without_notes


@pytest.mark.parametrize(
    "wording",
    ["1.属于国家秘密", "1、属于国家秘密", "１．属于国家秘密", "1. 属于\n国家秘密", "1属于国家秘密"],
)
def test_a_numbered_label_is_split_from_its_number(wording: str) -> None:
    assert split(wording) == ("1", "属于国家秘密")


def test_bracketed_and_plain_chinese_ordinals_are_told_apart() -> None:
    assert split("（三）不予公开") == ("(三", "不予公开")
    assert split("(三)不予公开") == ("(三", "不予公开")
    assert split("三、本年度办理结果") == ("三", "本年度办理结果")


def test_a_year_at_the_start_is_no_ordinal() -> None:
    assert split("2023年办件量") == ("", "2023年办件量")


def test_quotes_and_traditional_characters_do_not_matter() -> None:
    assert normal("3.危及“三安全一稳定”") == normal('3.危及"三安全一稳定"')
    assert normal("總計") == "总计"
    assert normal("屬於國家機密") == "属于国家机密"


def test_an_ordinal_alone_is_kept_as_words() -> None:
    assert split("三") == ("", "三")


def test_notes_in_brackets_can_be_left_off_but_not_the_ordinal() -> None:
    assert without_notes("（二）部分公开（区分处理的，只计这一情形）") == "(二)部分公开"
    assert without_notes("处理决定数量(2023年办件量)") == "处理决定数量"


def test_a_mistyped_label_is_like_its_original_and_another_is_not() -> None:
    assert likeness("其他法律行政止公开", "其他法律行政法规禁止公开", 0.7) > 0.8
    assert likeness("属于三类内部事务信息", "属于四类过程性信息", 0.7) < 0.8
    assert likeness("要求确认或重新出具", "要求行政机关确认或重新出具已获取信息", 0.5) > 0.6
    assert likeness("要求确认或重新出具", "要求行政机关确认或重新出具已获取信息", 0.7) == 0
