"""What stands in tests/data/word97.doc, as the XML it was converted from.

To make that file anew: write ``docx(BODY, styles=STYLES, numbering=NUMBERING)`` beside it and let
an office program save it as Word 97–2003.
"""

from tests.formats.readers.word_files import BEGINS, GOES_ON, numbered, p, r, span, tbl, tc, tr

STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/>'
    '<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
)
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/>'
    '<w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def _change(kind: str, inner: str) -> str:
    return f'<w:{kind} w:id="7" w:author="甲" w:date="2024-01-05T09:00:00Z">{inner}</w:{kind}>'


_DELETED_RUN = _change("del", "<w:r><w:delText>三十</w:delText></w:r>")
_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("1")}'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)

BODY = (
    p("云溪县水务局政府信息公开工作年度报告", style="h")
    + p("总体情况", style="h", properties=numbered(1))
    + p("主动公开", properties=numbered(1, 1))
    + f"<w:p>{r('全年主动公开')}{_DELETED_RUN}{_change('ins', r('三十二'))}{r('条。')}</w:p>"
    + f"<w:p>{r('见第')}{_FIELD}{r('页')}{r('，内部留存', '<w:vanish/>')}{r('。')}</w:p>"
    + f"<w:p>{r('电话')}<w:r><w:tab/></w:r>{r('0573')}<w:r><w:noBreakHyphen/></w:r>{r('8100')}"
    + f"<w:r><w:br/></w:r>{r('传真同上')}</w:p>"
    + p("依申请公开情况", style="h", properties=numbered(1))
    + tbl(
        tr(tc("信息内容", BEGINS), tc("本年度", span(2))),
        tr(tc("", GOES_ON), "制发件数", "废止件数"),
        tr("规章", "0", "１２"),
        tr(tc(p("行政规范性") + p("文件")), "-18", ""),
        tr(tc("合计", span(2)), "1036"),
        columns=3,
    )
    + p("两张表之间的话")
    + tbl(tr("外层", tc(p("旁边的话") + tbl(tr("内层", "5"), tr("其他", "6")) + p())))
    + p("其他需要报告的事项", style="h", properties=numbered(1))
    + p("无。")
)
