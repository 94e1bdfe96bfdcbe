"""A reason has to tell something; words that only say that all is well are refused, gently."""

import pytest

from reportdesk.checks.reasons import TOO_LITTLE, refusal


@pytest.mark.parametrize(
    "words",
    [
        *("", "  ", "清理", "清理文件", "。。。。。。。。", "核实无误", "情况属实", "已核实无误。"),
        *("经核对，数据准确无误，情况属实。", "以上数据经我局多次核实均正确无误", "啊啊啊啊啊啊啊"),
        *("没有问题，确实是这个数字", "同上同上同上"),
    ],
)
def test_words_that_tell_nothing_are_refused(words: str):
    assert refusal(words) == TOO_LITTLE


@pytest.mark.parametrize(
    "words",
    [
        *("年中专项清理时，1 件到期自动失效", "机构合并，划入三个科室", "国办发〔2024〕5号清理"),
        *("核实无误，2024年清理废止两件", "Merged with the fisheries office"),
    ],
)
def test_words_that_tell_something_will_do(words: str):
    assert refusal(words) == ""


def test_a_long_text_of_empty_words_is_read_once():
    assert refusal("核实无误没有没" * 2000 + "清理") == ""
    assert refusal("核实无误没有没" * 2000) == TOO_LITTLE
