import pytest

from reportdesk.formats.readers.docx import read
from reportdesk.formats.readers.word_numbering import numeral
from tests.formats.readers.word_files import docx, grids, lines, numbered, p, tbl, tc, texts, tr


def level(at: int, kind: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h"/>')
    + level(1, "chineseCounting", "（%2）")
    + level(2, "decimal", "%3.")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "decimal", "%1")
    + level(1, "decimal", "%1.%2")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    + level(0, "bullet", "\uf06c")
    + "</w:abstractNum>"
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    + '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    + '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>'
    + '<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">'
    + '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def body_texts(body: str, styles: str = "") -> list[str]:
    return texts(read(docx(body, styles=styles, numbering=NUMBERING)))


def test_headings_get_the_numbers_that_word_prints() -> None:
    body = (
        p("总体情况", properties=numbered(1))
        + p("主动公开", properties=numbered(1, 1))
        + p("依申请公开", properties=numbered(1, 1))
        + p("主动公开政府信息情况", properties=numbered(1))
        + p("第一条", properties=numbered(1, 2))
        + p("另起", properties=numbered(4))
        + p("接着", properties=numbered(4))
        + p("要点", properties=numbered(3))
    )

    assert body_texts(body) == [
        "一、总体情况",
        "（一）主动公开",
        "（二）依申请公开",
        "二、主动公开政府信息情况",
        "1.第一条",
        "一、另起",
        "二、接着",
        "要点",
    ]


def test_a_style_may_carry_the_number_and_a_paragraph_may_refuse_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("甲", style="h") + p("乙", style="h", properties=numbered(0)) + p("丙", style="h")

    assert body_texts(body, styles=styles) == ["一、甲", "乙", "二、丙"]


def test_a_list_may_begin_at_numbers_of_its_own_on_several_levels() -> None:
    begins = "".join(
        f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for at, start in ((0, 2), (1, 9))
    )
    use = f'<w:num w:numId="9"><w:abstractNumId w:val="1"/>{begins}</w:num>'
    body = "".join(p(text, properties=numbered(9, 1)) for text in ("甲", "乙"))
    story = read(docx(body + p("丙", properties=numbered(9)), numbering=NUMBERING + use))

    assert texts(story) == ["2.9 甲", "2.10 乙", "3 丙"]


def test_a_number_never_runs_together_with_the_words_after_it() -> None:
    body = p("2023年", properties=numbered(2)) + p("件数", properties=numbered(2, 1))

    assert body_texts(body) == ["1 2023年", "1.1 件数"]


def test_in_cells_a_label_gets_its_number_and_a_figure_never() -> None:
    def item(text: str) -> str:
        return tc(p(text, properties=numbered(1, 2)))

    table = tbl(tr(item("属于国家秘密"), item("5")), tr(item("其他"), item("")))
    story = read(docx(table, numbering=NUMBERING))

    assert lines(grids(story)[0]) == [["1.属于国家秘密", "5"], ["3.其他", ""]]
    assert story.notes == ["第 1 个表格里有的单元格带自动编号，编号没有当作数字读入。"]


@pytest.mark.parametrize(
    ("number", "kind", "written"),
    [
        (10, "chineseCounting", "十"),
        (21, "chineseCountingThousand", "二十一"),
        (101, "chineseCountingThousand", "一百零一"),
        (110, "japaneseCounting", "一百一十"),
        (20_500, "taiwaneseCountingThousand", "二万零五百"),
        (10, "taiwaneseDigital", "一〇"),
        (12, "chineseLegalSimplified", "壹拾贰"),
        (3, "ideographTraditional", "丙"),
        (3, "decimalEnclosedCircleChinese", "③"),
        (21, "decimalEnclosedCircle", "㉑"),
        (51, "decimalEnclosedCircle", "51"),
        (12, "decimalFullWidth", "１２"),
        (7, "decimalZero", "07"),
        (28, "lowerLetter", "bb"),
        (1994, "upperRoman", "MCMXCIV"),
        (4, "lowerRoman", "iv"),
        (5, "none", ""),
        (5, "somethingNew", "5"),
        (0, "chineseCounting", "0"),
    ],
)
def test_a_number_is_written_as_its_list_says(number: int, kind: str, written: str) -> None:
    assert numeral(number, kind) == written
