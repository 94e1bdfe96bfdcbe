import re

import pytest

from reportdesk.form.expression import ExpressionError, Relation, Term, parse


def test_two_sums_are_taken_apart_with_their_comparison():
    assert parse("new + carried == results + left") == Relation(
        (Term(1, "new"), Term(1, "carried")), "==", (Term(1, "results"), Term(1, "left"))
    )


def test_differences_keep_their_signs():
    assert parse("a + b >= c - d").terms == (
        Term(1, "a"),
        Term(1, "b"),
        Term(1, "c"),
        Term(-1, "d"),
    )


def test_last_year_is_marked_and_taken_off_the_name():
    assert parse("carried == last_year.left").right == (Term(1, "left", last_year=True),)
    assert parse("a.b.c <= last_year.a.b.c").right == (Term(1, "a.b.c", last_year=True),)


def test_spaces_do_not_matter():
    assert parse(" a<=b+c ") == parse("a <= b + c")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "缺少比较号"),
        ("a + b", "缺少比较号"),
        ("a == b == c", "只能有一个比较号"),
        ("a == ", "算式没有写完"),
        ("== a", "前面缺少名称"),
        ("a + == b", "前面缺少名称"),
        ("a b == c", "「b」前面缺少"),
        ("-a == b", "「-」前面缺少名称"),
        ("a * b == c", "不能有「*」"),
        ("a == 3", "不能有「3」"),
        ("a < b", "不能有「<」"),
        ("a != b", "不能有「!」"),
        ("f(a) == b", "不能有「(」"),
        ("__import__('os') == a", "不能有「(」"),
        ("a = b", "不能有「=」"),
        ("a == last_year", "要写上年的哪一项"),
        ("a. == b", "不能有「.」"),
    ],
)
def test_anything_else_is_refused_with_its_reason(text: str, words: str):
    with pytest.raises(ExpressionError, match=re.escape(words)):
        parse(text)
