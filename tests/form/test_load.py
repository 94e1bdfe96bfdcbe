"""A small edition, and one edit of it for each thing that can be wrong."""

import re

import pytest

from reportdesk.errors import EditionError
from reportdesk.form.edition import Edition, Table, Text
from reportdesk.form.load import load

SMALL = """
id = 'small'
family = 'tests'
title = '统计表'
basis = '某文件'
from = 2020
to = 2030
levels = { V-2 = 'hint', R-2 = 'off' }

[[section]]
id = 'one'
title = '第一部分'
heading = '一、第一部分'

[[section.block]]
kind = 'line'
id = 'organ'
label = '机关'
default = '{organ}'

[[section.block]]
kind = 'table'
id = 't'
title = '表'
stub = '项目'
groups = [
  { id = 'top', label = '大组' },
  { id = 'sub', label = '小组', under = 'top' },
]
column_groups = [{ id = 'both', label = '两列' }]
columns = [
  { id = 'x', label = '甲', under = 'both' },
  { id = 'y', label = '乙', under = 'both' },
  { id = 'z', label = '计' },
]
rows = [
  { id = 'a', label = '一' },
  { id = 'b', label = '二', under = 'sub' },
  { id = 'c', label = '三', under = 'sub' },
  { id = 'd', label = '四', under = 'top' },
  { id = 'e', label = '合计' },
]

[[section.block.sum]]
id = 'R-1'
column = 'z'
of = ['both']

[[section.block.sum]]
id = 'R-2'
row = 'e'
of = ['a', 'top']

[[section.block.check]]
id = 'R-3'
each = 'column'
expr = 'a <= e + last_year.a'
over = ['x', 'y']
message = '{where}：{left}，{right}，{difference}'

[[section.block]]
kind = 'text'
id = 'words'

[[section.block.rule]]
id = 'R-4'
kind = 'denial'
words = ['未收到.*申请']
keys = ['t.a.z']
message = '对不上'

[[check]]
id = 'R-5'
expr = 't.a.x >= t.b.x'
message = '{where}'

[[carry]]
from = 'small'
move = { 't.e' = 't.a' }
references = [{ from = 't.sub.*', to = 't.sub.*' }]
dropped = [{ from = 't.d.*', note = '不再填' }]
"""


def small(*changes: tuple[str, str]) -> Edition:
    text = SMALL
    for old, new in changes:
        assert text.count(old) >= 1, f"nothing to change: {old}"
        text = text.replace(old, new, 1)
    return load(text, "small.toml")


def complaints(*changes: tuple[str, str]) -> list[str]:
    with pytest.raises(EditionError) as refused:
        small(*changes)
    first, *rest = refused.value.message.split("\n")
    assert first == "版式文件「small.toml」不能用，请改正后再试："
    return [words.strip() for words in rest]


def test_the_small_edition_loads_with_all_its_fields():
    edition = small()
    assert (edition.first_year, edition.last_year, edition.revision) == (2020, 2030, 1)
    assert [len(edition.fields), sum(f.total for f in edition.fields.values())] == [17, 7]
    assert edition.fields["t.e.x"].total
    assert not edition.fields["t.d.y"].total
    assert edition.carries[0].move == {"t.e": "t.a"}
    assert edition.level("R-2", "error") == "off"
    assert edition.level("R-3", "error") == "error"


def test_a_table_without_parts_has_one_made_of_its_rows():
    table = small().table("t")
    assert [row.id for row in table.parts[0].rows] == ["a", "b", "c", "d", "e"]
    assert table.members(table.parts[0], "top") == ("b", "c", "d")
    assert table.parts[0].stub == "项目"


def test_parts_share_the_columns_that_they_do_not_have_themselves():
    text = """
id = 'p'
family = 'f'
title = 't'
basis = 'b'
from = 2020

[[section]]
id = 's'
title = 's'

[[section.block]]
kind = 'table'
id = 't'
title = 't'
stub = 'head'
columns = [{ id = 'x', label = 'X' }]

[[section.block.part]]
caption = 'first'
rows = [{ id = 'a', label = 'A' }]

[[section.block.part]]
caption = 'second'
stub = 'other'
columns = [{ id = 'y', label = 'Y', holds = 'signed' }]
rows = [{ id = 'b', label = 'B' }]
"""
    edition = load(text, "p.toml")
    assert list(edition.fields) == ["t.a.x", "t.b.y"]
    assert [part.stub for part in edition.table("t").parts] == ["head", "other"]
    assert edition.fields["t.b.y"].holds == "signed"


def test_a_file_that_begins_with_a_byte_order_mark_loads():
    assert load("\ufeff" + SMALL, "small.toml").id == "small"


def test_what_is_no_toml_is_told_with_line_and_column():
    with pytest.raises(EditionError, match="第 3 行第 1 个字附近不合TOML的写法"):
        load("id = 'x'\nfrom = 2020\n机关\n", "broken.toml")


def test_a_file_that_ends_in_the_middle_is_told():
    with pytest.raises(EditionError, match="文件末尾不合TOML的写法"):
        load("id = 'x", "broken.toml")


def test_complaints_about_shape_and_about_sense_come_together():
    found = complaints(
        ("label = '机关'", "lable = '机关'"),
        ("expr = 'a <=", "expr = 'f <="),
        ("of = ['both']", "of = 'both'"),
    )
    assert found[:3] == [
        "section one › block organ：不认识「lable」，是不是「label」？",
        "section one › block organ：缺少「label」",
        "section one › block t › sum R-1 › of：应为列表（写在方括号里），现在是文字 'both'",
    ]
    assert "section one › block t › check R-3 › expr：表里没有「f」这一行" in found


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("id = 'small'", "id = 'Small 2'", "只能用小写英文字母、数字和短横"),
        ("to = 2030", "to = 2019", "2019早于 from 的2020"),
        ("title = '统计表'", "titel = '统计表'", "不认识「titel」，是不是「title」？"),
        ("from = 2020", "from = '2020'", "from：应为整数，现在是文字 '2020'"),
        ("V-2 = 'hint'", "V-2 = 'fatal'", "levels › V-2：应为"),
        ("V-2 = 'hint'", "V-9 = 'hint'", "levels：没有「V-9」这条规则"),
        ("kind = 'line'", "kind = 'row'", "「kind」应为"),
        ("id = 'words'", "id = 'organ'", "block organ：这个 id 用了不止一次"),
        ("id = 'words'", "id = 'last_year'", "是保留的名称"),
        ("id = 'words'", "id = 'my.words'", "id 只能用小写英文字母、数字和下划线"),
        ("id = 'd', label", "id = 'a', label", "row a：这个 id 用了不止一次"),
        ("id = 'd', label", "id = 'sub', label", "row sub：这个 id 用了不止一次"),
        ("id = 'y', label", "id = 'both', label", "column both：这个 id 用了不止一次"),
        ("under = 'top' },\n]", "under = 'tip' },\n]", "没有「tip」这个分组"),
        ("'四', under = 'top'", "'四', under = 'none'", "rows d › under：没有「none」这个分组"),
        ("label = '大组'", "label = '大组', under = 'sub'", "分组互相套成了圈"),
        (
            "{ id = 'a', label = '一' }",
            "{ id = 'a', label = '一', under = 'top' }",
            "「a」加了不止一次",
        ),
        ("'三', under = 'sub'", "'三'", "「top」的各项没有连在一起"),
        (
            "'小组', under = 'top' }",
            "'小组' }, { id = 'nil', label = '空' }",
            "分组 nil：里面没有一项",
        ),
        ("of = ['a', 'top']", "of = ['a', 'tops']", "sum R-2 › of：表里没有「tops」"),
        ("of = ['a', 'top']", "of = ['b', 'top']", "「b」加了不止一次"),
        ("of = ['a', 'top']", "of = ['a', 'e']", "合计「e」绕回来加了自己"),
        ("of = ['a', 'top']", "of = []", "of 里没有一项"),
        ("row = 'e'", "row = 'f'", "sum R-2：表里没有「f」"),
        ("row = 'e'", "row = 'e'\ncolumn = 'z'", "row 和 column 要写其中一个"),
        ("row = 'e'\nof = ['a', 'top']", "column = 'z'\nof = ['x']", "「z」已经是别的合计"),
        ("expr = 'a <= e", "expr = 'a < e", "不能有「<」"),
        ("over = ['x', 'y']", "over = ['w']", "没有「w」这一列"),
        ("each = 'column'\n", "", "表里的算式要写 each"),
        ("{difference}'", "{diff}'", "不认识{diff}，可以用 {difference}、{left}、{right}、{where}"),
        ("message = '{where}'", "message = '{where'", "花括号没有配对"),
        ("expr = 't.a.x >= t.b.x'", "expr = 't.a.x >= t.q.x'", "版式里没有「t.q.x」"),
        ("expr = 't.a.x >= t.b.x'", "each = 'row'\nexpr = 't.a.x >= t.b.x'", "不写 each 和 over"),
        ("'未收到.*申请'", "'未收到(.*申请'", "不合正则表达式的写法"),
        ("keys = ['t.a.z']\n", "", "缺少「keys」"),
        ("keys = ['t.a.z']", "keys = ['t.a']", "版式里没有「t.a」"),
        ("words = ['未收到.*申请']\n", "", "缺少「words」"),
        ("kind = 'denial'", "kind = 'length'", "limit 要大于 0"),
        ("'t.e' = 't.a'", "'t.e' = 't.q'", "carry small：版式里没有「t.q」"),
        ("'t.e' = 't.a'", "'t.q' = 't.a'", "carry small：版式里没有「t.q」"),
        ("'t.e' = 't.a'", "'t.e' = 't.a.x'", "应写成“表.行”"),
        ("from = 't.d.*', note = '不再填'", "from = 't.d.*'", "缺少「note」"),
        ("default = '{organ}'", "default = '{office}'", "不认识{office}"),
        ("label = '机关'", "label = '机关'\nholds = 'count'", "单行只能填 text、year 或 date"),
    ],
)
def test_each_fault_is_told_in_its_own_words(old: str, new: str, words: str):
    assert any(words in line for line in complaints((old, new))), complaints((old, new))


def test_totals_that_add_up_each_other_are_refused():
    extra = "[[section.block.sum]]\nid = 'R-6'\nrow = 'a'\nof = ['e']\n\n[[section.block.check]]"
    found = complaints(("[[section.block.check]]", extra))
    assert any(re.search("合计「[ae]」绕回来加了自己", line) for line in found)


def test_one_fault_is_told_once():
    found = complaints(("'四', under = 'top'", "'四', under = 'none'"))
    assert len(found) == len(set(found)) == 1


def test_a_check_of_rows_has_to_say_which_rows_where_not_all_have_its_columns():
    text = """
id = 'p'
family = 'f'
title = 't'
basis = 'b'
from = 2020

[[section]]
id = 's'
title = 's'

[[section.block]]
kind = 'table'
id = 't'
title = 't'

[[section.block.part]]
columns = [{ id = 'x', label = 'X' }, { id = 'y', label = 'Y' }]
rows = [{ id = 'a', label = 'A' }]

[[section.block.part]]
columns = [{ id = 'x', label = 'X' }]
rows = [{ id = 'b', label = 'B' }]

[[section.block.check]]
id = 'R'
each = 'row'
expr = 'x <= y'
message = '{where}'
"""
    with pytest.raises(EditionError, match="check R：「b」没有「y」列，请写明 over"):
        load(text, "p.toml")
    assert load(text + "over = ['a']", "p.toml").table("t").checks[0].over == ("a",)
    with pytest.raises(EditionError, match="「b」没有「y」列"):
        load(text + "over = ['b']", "p.toml")


def test_blocks_are_of_the_class_that_their_kind_says():
    edition = small()
    assert isinstance(edition.block("t"), Table)
    assert isinstance(edition.block("words"), Text)
    assert edition.texts[0].rules[0].severity == "hint"


def test_an_extended_edition_that_is_not_there_is_told():
    with pytest.raises(EditionError, match="没有「none」这个版式"):
        load("id = 'x'\nextends = 'none'", "x.toml")
