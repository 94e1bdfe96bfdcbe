import io
import random
import zipfile
from pathlib import Path

import pytest

from reportdesk.errors import ReadError
from reportdesk.formats.readers.docx import read
from reportdesk.formats.story import Paragraph
from tests.formats.readers.word_files import (
    BEGINS,
    docx,
    format_or_trouble,
    grids,
    lines,
    numbered,
    p,
    r,
    span,
    tbl,
    tc,
    texts,
    tr,
    zipped,
)

SHARED = Path(__file__).resolve().parents[3].parent / "shared"


def body_texts(body: str, styles: str = "") -> list[str]:
    return texts(read(docx(body, styles=styles)))


# --- paragraphs -------------------------------------------------------------------------------


def test_paragraphs_and_tables_come_in_their_order_with_their_places() -> None:
    story = read(docx(p("青禾市档案馆") + p() + p("前言") + tbl(tr("甲", "1")) + p("以后")))

    assert [piece.place for piece in story.pieces] == [
        "第 1 段",
        "第 2 段",
        "第 1 个表格",
        "第 3 段",
    ]
    assert texts(story) == ["青禾市档案馆", "前言", "以后"]
    assert story.format == "docx"
    assert story.notes == []


def test_a_paragraph_cut_into_runs_links_and_tags_is_one_text() -> None:
    body = (
        "<w:p><w:hyperlink>"
        + r("云溪县")
        + "</w:hyperlink><w:smartTag>"
        + r("水务局")
        + "</w:smartTag>"
        "<w:r><w:tab/><w:t>20</w:t></w:r><w:bookmarkStart/>" + r("24年") + "<w:proofErr/></w:p>"
    )

    assert body_texts(body) == ["云溪县水务局\t2024年"]


def test_a_hard_break_inside_is_a_line_feed_and_at_the_ends_nothing() -> None:
    br = "<w:r><w:br/></w:r>"

    assert body_texts(f"<w:p>{br}{r('上')}{br}{r('下')}{br}</w:p>") == ["上\n下"]


def test_a_hyphen_that_does_not_break_is_a_hyphen() -> None:
    assert body_texts("<w:p>" + r("0573") + "<w:r><w:noBreakHyphen/><w:t>81</w:t></w:r></w:p>") == [
        "0573-81"
    ]


def test_spaces_at_the_ends_of_a_run_count_only_where_the_file_says_so() -> None:
    body = '<w:p><w:r><w:t> 甲 </w:t></w:r><w:r><w:t xml:space="preserve"> 乙</w:t></w:r></w:p>'

    assert body_texts(body) == ["甲 乙"]


def test_a_style_marks_a_heading_by_its_name_or_its_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="公文标题"/><w:basedOn w:val="t"/>'
        "</w:style>"
        '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="o"><w:name w:val="大纲"/>'
        '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="正文缩进"/></w:style>'
    )
    body = "".join(p(name, style=name) for name in ("1", "a", "o", "b", "unknown"))
    story = read(docx(body, styles=styles))

    assert [x.text for x in story.pieces if isinstance(x, Paragraph) and x.heading] == [
        "1",
        "a",
        "o",
    ]


def test_a_paragraph_may_be_a_heading_without_a_style() -> None:
    story = read(docx(p("总体情况", properties='<w:outlineLvl w:val="0"/>') + p("正文")))

    assert [x.heading for x in story.pieces if isinstance(x, Paragraph)] == [True, False]


# --- fields, hidden text, controls ---------------------------------------------------------------


def test_of_a_field_the_result_is_kept_and_the_code_is_not() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText> =SUM(ABOVE) </w:instrText></w:r>"
    inner = mark("begin") + code + mark("separate") + r("没用") + mark("end")
    field = mark("begin") + code + inner + mark("separate") + r("17") + mark("end")

    assert body_texts(f"<w:p>{r('共')}{field}{r('件')}</w:p>") == ["共17件"]
    assert body_texts(f"<w:p><w:fldSimple>{r('9')}</w:fldSimple></w:p>") == ["9"]


def test_a_field_that_never_ends_does_not_swallow_the_rest() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'

    assert body_texts(f"<w:p>{begin}{r('甲')}</w:p>" + p("乙")) == ["乙"]


def test_hidden_text_is_left_out_and_told() -> None:
    body = (
        "<w:p>"
        + r("看得见")
        + r("看不见", "<w:vanish/>")
        + r("的", '<w:vanish w:val="0"/>')
        + "</w:p>"
    )
    story = read(docx(body))

    assert texts(story) == ["看得见的"]
    assert story.notes == ["文件里有隐藏文字，没有读入。"]


def test_a_style_may_hide_and_a_run_may_show_itself_in_spite_of_it() -> None:
    hides = '<w:style w:styleId="h"><w:name w:val="z"/><w:rPr><w:vanish/></w:rPr></w:style>'
    shown = r("看得见", '<w:vanish w:val="0"/>')
    body = f'<w:p><w:pPr><w:pStyle w:val="h"/></w:pPr>{r("看不见")}{shown}</w:p>'
    hidden = r("乙", '<w:rStyle w:val="h"/>')
    run = f"<w:p>{r('甲')}{hidden}</w:p>"

    assert body_texts(body + run, styles=hides) == ["看得见", "甲"]


def test_content_controls_are_seen_through_at_every_level() -> None:
    def sdt(inner: str, marks: str = "") -> str:
        return f"<w:sdt><w:sdtPr>{marks}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    row = tr(tc("甲"), sdt(tc("乙")), tc(sdt(p("丙"))))
    body = sdt(p("段")) + f"<w:p>{sdt(r('字'))}</w:p>" + sdt(tbl(sdt(row)))
    story = read(docx(body))

    assert texts(story) == ["段", "字"]
    assert [lines(grid) for grid in grids(story)] == [[["甲", "乙", "丙"]]]


def test_the_prompt_of_an_empty_control_is_no_content() -> None:
    prompt = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
    cell = f"<w:sdt>{prompt}<w:sdtContent>{tc('单击此处输入')}</w:sdtContent></w:sdt>"
    inline = (
        f"<w:p>{r('标题')}<w:sdt>{prompt}<w:sdtContent>{r('填写')}</w:sdtContent></w:sdt></w:p>"
    )
    story = read(docx(inline + tbl(tr("甲", cell, "乙"))))

    assert texts(story) == ["标题"]
    assert lines(grids(story)[0]) == [["甲", "", "乙"]]
    assert story.notes == ["有的内容控件还没有填写，其中的提示文字没有读入。"]


def test_of_two_drawings_of_one_text_box_one_is_read_after_its_paragraph() -> None:
    def box(text: str) -> str:
        return f"<w:txbxContent>{p(text)}</w:txbxContent>"

    body = (
        f"<w:p>{r('甲')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>"
        f"{box('框')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box('框')}"
        "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    story = read(docx(body + p("乙")))

    assert texts(story) == ["甲", "框", "乙"]
    assert story.pieces[1].place == "第 1 段旁的文本框"


def test_signs_of_a_symbol_font_are_read_where_known_and_never_left_out() -> None:
    def sign(font: str, code: str) -> str:
        return f'<w:p><w:r><w:sym w:font="{font}" w:char="{code}"/></w:r></w:p>'

    body = sign("Wingdings", "F0FE") + sign("Symbol", "F035") + sign("奇怪", "F031")

    assert body_texts(body) == ["☑", "5", "\ufffd"]


def test_what_cannot_be_read_is_told() -> None:
    body = (
        "<w:p>"
        + r("文")
        + "<w:r><w:footnoteReference/></w:r><w:r><w:pict><v:imagedata/></w:pict></w:r></w:p>"
        + "<w:altChunk/>"
    )
    notes = "".join(read(docx(body, parts={"word/vbaProject.bin": b"x"})).notes)

    assert all(word in notes for word in ("脚注", "1 张图片", "嵌着另一份文件", "宏"))


# --- tracked changes -----------------------------------------------------------------------------


def test_tracked_changes_are_read_as_accepted() -> None:
    body = (
        "<w:p>" + r("新收") + "<w:del>" + r("3") + "<w:r><w:delText>3</w:delText></w:r></w:del>"
        "<w:ins>" + r("5") + "</w:ins><w:moveFrom>" + r("旧") + "</w:moveFrom>"
        "<w:moveTo>" + r("件") + "</w:moveTo></w:p>"
    )
    story = read(docx(body))

    assert texts(story) == ["新收5件"]
    assert story.notes == ["文件里有修订记录，按接受全部修订以后的样子读入。"]


def test_a_deleted_end_of_paragraph_joins_what_follows() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"

    assert body_texts(p("云溪", properties=gone) + p("县", properties=gone) + p("局")) == [
        "云溪县局"
    ]
    assert body_texts(p("末段", properties=gone)) == ["末段"]
    cell = tc(p("1", properties=gone) + p("2") + p("3"))
    assert lines(grids(read(docx(tbl(tr("甲", cell)))))[0]) == [["甲", "12\n3"]]


# --- files of all kinds --------------------------------------------------------------------------


def test_the_strict_kind_of_word_file_is_read() -> None:
    strict = docx(p("甲") + tbl(tr("乙", "1")))
    files = {
        "_rels/.rels": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "word/document.xml": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    }
    with zipfile.ZipFile(io.BytesIO(strict)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, usual in files.items():
        word = (
            b"wordprocessingml/main"
            if b"wordprocessing" in usual
            else (b"officeDocument/relationships")
        )
        parts[name] = parts[name].replace(usual, b"http://purl.oclc.org/ooxml/" + word)

    assert texts(read(zipped(parts))) == ["甲"]


def test_a_package_of_another_kind_is_no_word_file() -> None:
    parts = {
        "_rels/.rels": b'<R><r Id="1" Type="x/officeDocument" Target="xl/workbook.xml"/></R>',
        "xl/workbook.xml": b"<workbook/>",
    }

    with pytest.raises(ReadError, match="不是 Word 文档"):
        read(zipped(parts))


def test_mutated_files_give_a_story_or_a_clear_error() -> None:
    whole = docx(
        p("甲", style="h", properties=numbered(1)) + tbl(tr(tc("乙", BEGINS), "1")),
        numbering='<w:num w:numId="1"/>',
        styles='<w:style w:styleId="h"><w:name w:val="heading 1"/></w:style>',
    )
    chance = random.Random(20240131)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        cut = data[: chance.randrange(len(data))] if chance.random() < 0.2 else data
        assert format_or_trouble(read, bytes(cut))


XML_PIECES = (
    "<w:p>",
    "</w:p>",
    "<w:tbl>",
    "<w:tr>",
    "</w:tc>",
    'w:val="',
    "fldChar",
    "9",
    "<",
    ">",
)


def test_mutated_xml_gives_a_story_or_a_clear_error() -> None:
    whole = p("甲", properties=numbered(1)) + tbl(tr(tc("乙", BEGINS + span(2)), "1")) + p("丙")
    chance = random.Random(7)
    for _ in range(300):
        at, until = sorted(chance.randrange(len(whole)) for _ in range(2))
        piece = chance.choice((*XML_PIECES, whole[at:until]))
        body = whole[:at] + piece + whole[at + chance.randint(0, 5) :]
        assert format_or_trouble(read, docx(body))


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not here")
def test_the_real_reports_have_their_three_tables() -> None:
    for file in sorted((SHARED / "cases").glob("*.docx")):
        story = read(file.read_bytes())
        assert [grid.width for grid in grids(story)] == [4, 10, 15], file.name
        assert story.notes == [], file.name
