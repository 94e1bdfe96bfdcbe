"""The quick way through a table that has nothing unusual in it: one flat pass over its XML.

Most tables are such; ``docx_table`` knows the rest. Both must give the same rows.
"""

from reportdesk.formats.readers.docx_names import (
    ALTERNATE,
    DEL,
    DRAWN,
    INS,
    MOVE_FROM,
    MOVE_TO,
    SDT,
    TBL,
    TC,
    TR,
    VAL,
    P,
    T,
    W,
    spaced,
    whole,
)
from reportdesk.formats.readers.safe_xml import Node
from reportdesk.formats.readers.word_table import ALONE, BEGINS, GOES_ON, MOST_COLUMNS, RowCell

_SPAN, _V_MERGE, _BEFORE = W + "gridSpan", W + "vMerge", W + "gridBefore"
_TAB, _BREAK = W + "tab", W + "br"
_UNUSUAL = (
    SDT,
    INS,
    DEL,
    MOVE_FROM,
    MOVE_TO,
    ALTERNATE,
    *DRAWN,
    W + "fldChar",
    W + "vanish",
    W + "hidden",
    W + "numPr",
    W + "hMerge",
    W + "cellMerge",
    W + "cellDel",
    W + "sym",
    W + "ruby",
    W + "tabs",
    W + "ptab",
    W + "cr",
    W + "noBreakHyphen",
    W + "footnoteReference",
    W + "endnoteReference",
    W + "tcPrChange",
    W + "trPrChange",
    W + "altChunk",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath",
)
_READ = (TR, TC, P, T, _SPAN, _V_MERGE, _BEFORE, _TAB, _BREAK)


def is_plain(table: Node) -> bool:
    """Whether the quick way knows all that is in this table."""
    if next(table.iter(*_UNUSUAL), None) is not None:
        return False
    tables = table.iter(TBL)
    next(tables)
    return next(tables, None) is None


def plain_rows(table: Node) -> list[list[RowCell]]:
    """The rows of a plain table."""
    rows: list[list[RowCell]] = []
    row: list[RowCell] = []
    text = ""
    column, columns, merge = 0, 0, ALONE  # no columns: no cell has begun
    for element in table.iter(*_READ):
        tag = element.tag
        if tag == T:
            words = element.text
            if words:
                if words[0] <= " " or words[-1] <= " ":
                    words = spaced(element, words)
                text += words
        elif tag == P:
            if text:
                text += "\n"
        elif tag == TC:
            if columns:
                row.append((column, columns, merge, text.strip("\n")))
                column += columns
                text = ""
            columns, merge = 1, ALONE
        elif tag == _SPAN:
            columns = whole(element.get(VAL), 1, MOST_COLUMNS)
        elif tag == _V_MERGE:
            merge = BEGINS if element.get(VAL) == "restart" else GOES_ON
        elif tag == TR:
            if columns:
                row.append((column, columns, merge, text.strip("\n")))
                text = ""
            row = []
            rows.append(row)
            column, columns = 0, 0
        elif tag == _BEFORE:
            column = whole(element.get(VAL), 0, MOST_COLUMNS)
        else:
            text += "\t" if tag == _TAB else "\n"
    if columns:
        row.append((column, columns, merge, text.strip("\n")))
    return [row for row in rows if row]
