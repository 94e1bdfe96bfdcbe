"""Live numbers in narratives: what is one, what it shows, and what stays just words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportdesk.form.edition import Edition, Sum
from reportdesk.report import live
from reportdesk.report.document import Document
from reportdesk.report.live import Part
from reportdesk.report.rollover import roll_over
from reportdesk.report.totals import Amounts
from tests.builders import NEW, OLD, edition, report, requests, table, text

FORM = edition(
    table("a g/b g/c all", "x y sum", sums=[Sum("S", ("x", "y"), column="sum")], groups="g"),
    text("story"),
)


def document(**values: str) -> Document:
    cells = {f"t.{name.replace('_', '.')}": value for name, value in values.items()}
    return Document(FORM, 2020, cells)


def test_a_known_figure_in_double_braces_is_a_live_number():
    words = "收到{{t.a.x}}件。"
    assert live.parts(words, FORM) == [
        Part("收到", "", 0, 2),
        Part("", "t.a.x", 2, 11),
        Part("件。", "", 11, 13),
    ]
    assert live.keys_in(words, FORM) == ["t.a.x"]


def test_it_shows_the_cell_the_reckoned_total_and_the_sum_of_a_group():
    figures = document(a_x="3", a_y="4", b_x="5", c_x="6")
    words = "{{t.a.x}}、{{t.a.sum}}、{{t.g.x}}"
    assert live.resolved(words, figures) == "3、7、11"


def test_a_blank_or_waiting_one_is_a_line_to_fill():
    figures = document(a_x="3", b_x="5")
    words = "{{t.a.y}}、{{t.a.sum}}、{{t.g.x}}"
    assert live.resolved(words, figures) == "＿＿、＿＿、＿＿"
    assert live.resolved(words, figures, blank="?") == "?、?、?"


def test_it_follows_its_cell():
    figures = document(a_x="3", a_y="4")
    amounts = Amounts(figures)
    figures.values["t.a.x"] = "13"
    amounts.update(("t.a.x",))
    assert live.resolved("{{t.a.sum}}", amounts) == "17"


@pytest.mark.parametrize(
    "words",
    ["{{t.a.z}}", "{{story}}", "{{ t.a.x }}", "{t.a.x}", "{{t.a}}", "{{T.A.X}}", "{{t.a.x}", "\\"],
)
def test_what_names_no_figure_is_just_words(words: str):
    assert live.resolved(words, document(a_x="3")) == words
    assert live.keys_in(words, FORM) == []


@pytest.mark.parametrize("words", ["{{t.a.x}}", "\\{{t.a.x}}", "甲\\\\{{t.a.x}}乙", "{{{t.a.x}}}"])
def test_braces_from_outside_stay_words(words: str):
    stored = live.escaped(words)
    assert live.keys_in(stored, FORM) == []
    assert live.resolved(stored, document(a_x="3")) == words


def test_a_backslash_before_a_live_number_is_a_backslash():
    stored = live.joined([Part("甲\\"), Part("", "t.a.x")])
    assert live.resolved(stored, document(a_x="3")) == "甲\\3"


MARKS = st.sampled_from(
    ["{{", "}}", "{", "}", "\\", "t.a.x", "t.g.y", "t.q.x", "件", "\n", ".", ""]
)
WORDS = st.lists(MARKS, max_size=12).map("".join)
PIECES = st.lists(
    st.one_of(WORDS.map(Part), st.just(Part("", "t.a.x")), st.just(Part("", "t.g.y")))
)


@settings(derandomize=True, max_examples=400)
@given(WORDS)
def test_any_words_from_outside_are_read_as_they_were(words: str):
    assert live.resolved(live.escaped(words), document(a_x="3")) == words


@settings(derandomize=True, max_examples=400)
@given(PIECES)
def test_words_and_live_numbers_are_stored_and_found_again(pieces: list[Part]):
    def flat(parts: list[Part]) -> list[str]:
        """Words put together, and keys."""
        return "".join(f"\0{p.key}\0" if p.key else p.text for p in parts).split("\0")

    stored = live.joined(pieces)
    again = live.parts(stored, FORM)
    assert flat(again) == flat(pieces)
    assert live.joined(again) == stored
    assert "".join(stored[part.start : part.end] for part in again) == stored


@pytest.mark.parametrize("form", [OLD, NEW], ids=["cn-2019", "cn-2021"])
def test_totals_and_sums_of_groups_are_offered_first(form: Edition):
    keys = list(live.live_keys(form))
    cells = [key for key, field in form.fields.items() if field.row is not None]
    assert set(cells) < set(keys)
    first = keys.index("requests.new.person")
    assert keys.index("requests.denied.total") < first
    assert keys.index("requests.new.total") < first
    assert keys.index("requests.denied.person") > first
    name = live.live_keys(form)["requests.denied.total"]
    assert name.figure == "不予公开 × 总计"


def test_a_new_year_keeps_a_number_live_where_the_form_has_it_still():
    figures = {**requests(new__person=2), "disclosure.procurement.items": 5}
    words = "收到{{requests.new.person}}件，采购{{disclosure.procurement.items}}个，{{a.b.c}}。"
    last = report(OLD, 2020, figures, texts={"overview": words})
    rolled = roll_over(last, NEW, 2021).document
    assert rolled.values["overview"] == live.joined(
        [Part("收到"), Part("", "requests.new.person"), Part("件，采购5个，{{a.b.c}}。")]
    )
    assert live.resolved(rolled.values["overview"], rolled) == "收到＿＿件，采购5个，{{a.b.c}}。"
