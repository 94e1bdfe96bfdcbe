import pytest

from reportdesk.errors import EditionError
from reportdesk.form.edition import Edition, Table
from reportdesk.form.load import load

BASE = load(
    """
id = 'base'
family = 'tests'
title = '统计表'
basis = '某文件'
from = 2020
to = 2025
levels = { V-2 = 'error' }

[[section]]
id = 'one'
title = '一'

[[section.block]]
kind = 'text'
id = 'words'
help = '原来的话'

[[section]]
id = 'two'
title = '二'
heading = '二、表'

[[section.block]]
kind = 'table'
id = 't'
title = '表'
groups = [{ id = 'g', label = '组' }]
columns = [{ id = 'x', label = '甲' }, { id = 'a', label = '乙' }]
rows = [{ id = 'a', label = '一', help = '旧' }, { id = 'b', label = '二', under = 'g' }]

[[section.block.check]]
id = 'R-1'
each = 'column'
expr = 'a >= b'
message = '{where}'

[[carry]]
from = 'base'
move = { 't.a' = 't.b' }
""",
    "base.toml",
)


def over(text: str, id: str = "mine") -> Edition:
    return load(f"id = '{id}'\nextends = 'base'\n{text}", f"{id}.toml", {"base": BASE})


def test_an_overlay_that_says_nothing_is_its_base_under_another_id():
    edition = over("")
    assert (edition.id, edition.extends, edition.family) == ("mine", "base", "tests")
    assert edition.sections == BASE.sections
    assert edition.fields.keys() == BASE.fields.keys()
    assert (edition.first_year, edition.last_year) == (2020, 2025)


def test_sections_stand_where_they_are_told_and_else_at_the_end():
    section = "[[section]]\nid = 'new'\ntitle = 'n'\n{}[[section.block]]\nkind = 'text'\nid = 'n'\n"
    assert [s.id for s in over(section.format("after = 'one'\n")).sections] == ["one", "new", "two"]
    assert [s.id for s in over(section.format("")).sections] == ["one", "two", "new"]


def test_a_block_stands_right_after_the_one_named():
    edition = over("[[block]]\nkind = 'line'\nid = 'n'\nlabel = 'n'\nafter = 'words'")
    assert [b.id for b in edition.sections[0].blocks] == ["words", "n"]
    assert edition.sections[1] == BASE.sections[1]


def test_help_is_rewritten_for_sections_blocks_rows_groups_and_columns():
    edition = over("[help]\none = 'H1'\nwords = 'H2'\n't.a' = 'H3'\n't.g' = 'H4'\n't.x' = 'H5'")
    table = edition.table("t")
    assert edition.sections[0].help == "H1"
    assert edition.texts[0].help == "H2"
    assert [row.help for row in table.parts[0].rows] == ["H3", ""]
    assert table.parts[0].groups[0].help == "H4"
    assert [column.help for column in table.parts[0].columns] == ["H5", ""]


def test_rules_are_relevelled_and_the_others_keep_their_level():
    edition = over("levels = { R-1 = 'hint' }")
    assert edition.level("R-1", "error") == "hint"
    assert edition.level("V-2", "review") == "error"


def test_years_may_be_its_own():
    edition = over("from = 2022\nto = 2023")
    assert [year for year in range(2019, 2027) if edition.covers(year)] == [2022, 2023]


def test_a_report_on_the_base_begins_one_on_the_overlay_and_so_does_its_own():
    assert [(c.source, c.move) for c in over("").carries] == [
        ("base", {"t.a": "t.b"}),
        ("mine", {"t.a": "t.b"}),
    ]


def test_an_overlay_can_lie_over_an_overlay():
    first = over("levels = { R-1 = 'hint' }")
    second = load(
        "id = 'second'\nextends = 'mine'\n[[block]]\nkind='text'\nid='n'\nafter='words'",
        "second.toml",
        {"base": BASE, "mine": first},
    )
    assert second.level("R-1") == "hint"
    assert [c.source for c in second.carries] == ["base", "mine", "second"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "[[block]]\nkind = 'text'\nid = 'n'\nafter = 'none'",
            "block n › after：版式里没有「none」",
        ),
        ("[[block]]\nkind = 'text'\nid = 'n'", "block n：缺少「after」"),
        ("[[block]]\nkind = 'text'\nid = 'words'\nafter = 'words'", "words：这个 id 用了不止一次"),
        ("[[section]]\nid = 'one'\ntitle = 'n'\nblock = []", "one：这个 id 用了不止一次"),
        ("[[section]]\nid = 'n'\ntitle = 'n'\nafter = 3\nblock = []", "after：应为文字"),
        ("[[section]]\nid = 'n'\ntitle = 'n'\nafter = 'words'\nblock = []", "「words」这一部分"),
        ("[help]\n't.q' = 'H'", "help：版式里没有「t.q」"),
        ("[help]\n'words.q' = 'H'", "help：版式里没有「words.q」"),
        ("levels = { R-7 = 'off' }", "没有「R-7」这条规则"),
        ("family = 'mine'", "不认识「family」"),
        ("title = 'mine'", "不认识「title」"),
        ("rows = []", "不认识「rows」"),
        ("remove = ['t']", "不认识「remove」"),
    ],
)
def test_what_does_not_fit_is_told(text: str, words: str):
    with pytest.raises(EditionError) as refused:
        over(text)
    assert words in refused.value.message


def test_the_base_stays_as_it_was():
    before = BASE.sections
    over("[help]\n't.a' = 'H'\n[[block]]\nkind = 'text'\nid = 'n'\nafter = 't'")
    block = BASE.block("t")
    assert isinstance(block, Table)
    assert block.parts[0].rows[0].help == "旧"
    assert BASE.sections is before
