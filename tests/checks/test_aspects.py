"""What a narrative has to speak of."""

import pytest

from reportdesk.checks.aspects import Aspect, aspects_of
from reportdesk.form.edition import Text
from tests.builders import CATALOG

TEXT = Text("words", aspects=("平台建设|网站建设", "监督保障"))


def test_an_aspect_is_called_by_its_first_name_and_known_by_any() -> None:
    assert aspects_of(TEXT, "网站建设有进展。") == (
        Aspect("平台建设", True),
        Aspect("监督保障", False),
    )


def test_a_break_in_a_word_does_not_hide_it() -> None:
    assert aspects_of(TEXT, "平台\n建 设和监督　保障")[0].spoken
    assert aspects_of(TEXT, "平台\n建 设和监督　保障")[1].spoken


def test_an_empty_text_speaks_of_nothing() -> None:
    assert not any(aspect.spoken for aspect in aspects_of(TEXT, ""))
    assert aspects_of(Text("note"), "说明") == ()


def test_the_headings_that_the_form_asks_for_are_known() -> None:
    words = (
        "（一）主动公开（二）依申请公开（三）政府信息管理（四）政府信息公开平台建设（五）监督保障"
    )
    for edition in CATALOG.values():
        overview = edition.texts[1]
        assert overview.aspects
        assert all(aspect.spoken for aspect in aspects_of(overview, words))


@pytest.mark.parametrize(
    "words", ["针对存在的不足，明年抓好两项工作。", "针对以上短板，逐项解决。", "今后按月通报。"]
)
def test_what_will_be_done_about_a_problem_is_known_without_the_word(words: str) -> None:
    for edition in CATALOG.values():
        (problems,) = [text for text in edition.texts if text.id == "problems"]
        assert aspects_of(problems, words)[1].spoken
