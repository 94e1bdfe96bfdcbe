"""The parts of a Word file that are the same for every form: styles, page, header, footer.

Layout after GB/T 9704-2012: A4, 37/35/28/26 mm margins, 22 lines of 28 characters, body 3号 仿宋,
headings 黑体 and 楷体, page number 4号 with a dash on each side, odd pages right, even left.
"""

from reportdesk.formats.writers.word_fonts import BODY, HEI, KAI, SONG, TITLE, font_table

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_P = "http://schemas.openxmlformats.org/package/2006"
_O = "application/vnd.openxmlformats-officedocument.wordprocessingml"
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TEXT_WIDTH = 8844
"""Width between the margins in twentieths of a point (156 mm)."""
FINGERPRINT = "{{fingerprint}}"
"""Where a 送审稿 has the fingerprint of its content; any other file has nothing there."""
_LINE = 579
"""Exact line pitch, 28.95 pt: 22 lines on a page."""

CONTENT_TYPES = f"""{XML}<Types xmlns="{_P}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" ContentType="{_O}.document.main+xml"/>\
<Override PartName="/word/styles.xml" ContentType="{_O}.styles+xml"/>\
<Override PartName="/word/settings.xml" ContentType="{_O}.settings+xml"/>\
<Override PartName="/word/fontTable.xml" ContentType="{_O}.fontTable+xml"/>\
<Override PartName="/word/header1.xml" ContentType="{_O}.header+xml"/>\
<Override PartName="/word/header2.xml" ContentType="{_O}.header+xml"/>\
<Override PartName="/word/footer1.xml" ContentType="{_O}.footer+xml"/>\
<Override PartName="/word/footer2.xml" ContentType="{_O}.footer+xml"/>\
<Override PartName="/docProps/core.xml" \
ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""

RELATIONS = f"""{XML}<Relationships xmlns="{_P}/relationships">\
<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>\
<Relationship Id="rId2" Type="{_P}/relationships/metadata/core-properties" \
Target="docProps/core.xml"/></Relationships>"""

_INNER = (
    ("styles", "styles.xml"),
    ("settings", "settings.xml"),
    ("header", "header1.xml"),
    ("header", "header2.xml"),
    ("footer", "footer1.xml"),
    ("footer", "footer2.xml"),
    ("fontTable", "fontTable.xml"),
)
DOCUMENT_RELATIONS = (
    f'{XML}<Relationships xmlns="{_P}/relationships">'
    + "".join(
        f'<Relationship Id="rId{n}" Type="{R}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(_INNER, 1)
    )
    + "</Relationships>"
)

CORE = f"""{XML}<cp:coreProperties xmlns:cp="{_P}/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title/><dc:creator/></cp:coreProperties>"""

FONT_TABLE = XML + font_table(W)

SETTINGS = f"""{XML}<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="420"/>\
<w:evenAndOddHeaders/><w:characterSpacingControl w:val="compressPunctuation"/>\
<w:compat><w:compatSetting w:name="compatibilityMode" \
w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>\
<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>"""

SECTION = f"""<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>\
<w:headerReference w:type="even" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>\
<w:footerReference w:type="even" r:id="rId6"/><w:pgSz w:w="11906" w:h="16838"/>\
<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" \
w:footer="1400" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="{_LINE}"/></w:sectPr>"""


def fonts(east: str, latin: str = "Times New Roman") -> str:
    """The run fonts: an east-Asian one and one for Latin letters and digits."""
    return f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>'


def header(words: str) -> str:
    """A page header, right-aligned in red: empty but for the draft mark."""
    return (
        f'{XML}<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        f"<w:r><w:t>{words}</w:t></w:r></w:p></w:hdr>"
    )


def footer(side: str) -> str:
    """A page footer 「— 1 —」 at ``side`` (left or right), one character in."""
    indent = "w:right" if side == "right" else "w:left"
    run = f'<w:rPr>{fonts(SONG, SONG)}<w:sz w:val="28"/></w:rPr>'
    field = "".join(
        f'<w:r>{run}<w:fldChar w:fldCharType="{kind}"/></w:r>'
        if kind
        else f'<w:r>{run}<w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        for kind in ("begin", "", "separate")
    )
    return (
        f'{XML}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:spacing w:line="350" w:lineRule="exact"/>'
        f'<w:ind {indent}="280"/><w:jc w:val="{side}"/></w:pPr>'
        f'<w:r>{run}<w:t xml:space="preserve">— </w:t></w:r>{field}'
        f'<w:r>{run}<w:t>1</w:t></w:r><w:r>{run}<w:fldChar w:fldCharType="end"/></w:r>'
        f'<w:r>{run}<w:t xml:space="preserve"> —</w:t></w:r></w:p>'
        f'<w:p><w:pPr><w:pStyle w:val="RdMark"/></w:pPr><w:r><w:t>{FINGERPRINT}</w:t></w:r></w:p>'
        "</w:ftr>"
    )


def _style(
    id: str, name: str, paragraph: str, run: str, *, based: str = "Normal", default: bool = False
) -> str:
    on = "" if default else f'<w:basedOn w:val="{based}"/>'
    mark = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="paragraph"{mark} w:styleId="{id}"><w:name w:val="{name}"/>{on}'
        f"<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def styles() -> str:
    """The styles of every built-in form, named so that a clerk finds them in Word."""
    body = f'<w:spacing w:line="{_LINE}" w:lineRule="exact"/>'
    indent = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    heading = f'<w:keepNext/>{body}{indent}<w:outlineLvl w:val="0"/>'
    table = '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>'
    styles = (
        _style("Normal", "Normal", body, fonts(BODY) + '<w:sz w:val="32"/>', default=True),
        _style("RdTitle", "报告标题", '<w:spacing w:after="290" w:line="700" w:lineRule="exact"/>'
               '<w:jc w:val="center"/>', fonts(TITLE) + '<w:sz w:val="44"/>'),
        _style("RdNumber", "报告文号", '<w:spacing w:after="290"/><w:jc w:val="center"/>', ""),
        _style("RdBody", "报告正文", f'{indent}<w:jc w:val="both"/>', ""),
        _style("RdHeading1", "报告一级标题", heading, fonts(HEI)),
        _style("RdHeading2", "报告二级标题", indent, fonts(KAI)),
        _style("RdHeading3", "报告三级标题", indent, ""),
        _style("RdSignature", "报告落款", '<w:keepNext/><w:spacing w:before="1158"/>'
               '<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>', ""),
        _style("RdDate", "报告日期", '<w:ind w:rightChars="400" w:right="1280"/>'
               '<w:jc w:val="right"/>', ""),
        _style("RdLabel", "表格文字", f'{table}<w:jc w:val="center"/>',
               fonts(SONG) + '<w:sz w:val="21"/>'),
        _style("RdFigure", "表格数字", f'{table}<w:jc w:val="center"/>',
               fonts(SONG) + '<w:sz w:val="21"/>'),
        _style("RdGap", "表格前后", '<w:spacing w:line="200" w:lineRule="exact"/>',
               '<w:sz w:val="16"/>'),
        _style("RdNote", "表下说明", '<w:spacing w:before="120" w:line="300" w:lineRule="exact"/>',
               fonts(SONG) + '<w:sz w:val="18"/>'),
        _style("RdMark", "页脚校验码", '<w:spacing w:line="220" w:lineRule="exact"/>'
               '<w:jc w:val="center"/>',
               fonts(SONG) + '<w:color w:val="595959"/><w:sz w:val="18"/>'),
        _style("Header", "header", '<w:spacing w:line="240" w:lineRule="auto"/>'
               '<w:jc w:val="right"/>', fonts(HEI) + '<w:color w:val="C00000"/>'),
    )  # fmt: skip
    return (
        f'{XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'{fonts(BODY)}<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'
        + "".join(styles)
        + "</w:styles>"
    )
