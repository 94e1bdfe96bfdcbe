"""Rules of an edition about its texts: the phrases in them, and what is wrong with a rule."""

import pytest

from reportdesk.form.edition import TextRule
from reportdesk.form.phrases import Phrase, phrase_of
from reportdesk.form.text_rules import terms_of, text_rule_faults
from tests.builders import edition, table

FORM = edition(table("a g/b", "x", groups="g"))


def faults(kind: str, **fields: object) -> list[str]:
    rule = TextRule(id="W", kind=kind, **{"message": "不对。", **fields})  # type: ignore[arg-type]
    return list(text_rule_faults((rule,), FORM, "block t"))


def test_a_phrase_is_taken_apart_around_its_number():
    assert phrase_of("收到|接到…申请#件|宗") == Phrase(
        before=(("申请",), ("收到", "接到")), after=(("件", "宗"),)
    )
    assert phrase_of("共…#…件") == Phrase(before=((), ("共",)), after=((), ("件",)))
    assert phrase_of("#") == Phrase((), ())


@pytest.mark.parametrize("words", ["申请", "#件#", ""])
def test_a_phrase_has_one_number(words: str):
    assert phrase_of(words) is None


def test_a_sum_of_a_rule_is_a_sum():
    assert [(t.sign, t.name) for t in terms_of("t.a.x - t.b.x")] == [(1, "t.a.x"), (-1, "t.b.x")]


@pytest.mark.parametrize(
    ("kind", "fields", "told"),
    [
        ("length", {}, "limit 要大于 0"),
        ("same_as_last", {"limit": 101}, "limit 是百分数"),
        ("same_as_last", {}, "limit 是百分数"),
        ("mentions", {}, "缺少「words」"),
        ("denial", {"words": ("无(",), "keys": ("t.a.x",)}, "不合正则表达式"),
        ("denial", {"words": ("无",)}, "缺少「keys」"),
        ("stale_year", {}, "缺少「words」"),
        ("stale_year", {"words": ("截至年",)}, "要有一个“#”"),
        ("stale_year", {"words": ("截至#年",), "message": "{where}"}, "不认识{where}"),
        ("figure", {"words": ("#件",)}, "缺少「equals」"),
        ("figure", {"words": ("#件",), "equals": ("t.a.y",)}, "没有「t.a.y」这个数"),
        ("figure", {"words": ("#件",), "equals": ("last_year.t.a.x",)}, "不能用上年的数"),
        ("figure", {"words": ("#件",), "equals": ("t.a.x *",)}, "算式里不能有「*」"),
        (
            "share",
            {"words": (r"(\d+)件",), "equals": ("t.a.x",)},
            "要有 2 个取数的括号，现在有 1 个",
        ),
        ("old_year", {"words": ("年",)}, "要有一个“#”"),
        ("old_year", {"words": ("#年",), "own": ("^(#",)}, "own：「^(#」不合正则表达式"),
        ("old_year", {"words": ("#年",), "ask": "{where}"}, "ask：不认识{where}"),
        ("adds_up", {"words": (r"(\d+)件",)}, "要有 3 个取数的括号，现在有 1 个"),
    ],
)
def test_a_rule_that_means_nothing_is_refused_with_its_place(
    kind: str, fields: dict[str, object], told: str
):
    (complaint,) = faults(kind, **fields)
    assert complaint.startswith("block t › rule W")
    assert told in complaint


def test_a_rule_may_compare_with_the_sum_of_a_group():
    assert faults("figure", words=("#件",), equals=("t.g.x + t.a.x",)) == []
