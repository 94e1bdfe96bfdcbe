"""The names of WordprocessingML that the reader knows, and how its values are meant."""

from reportdesk.formats.readers.safe_xml import Node

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

VAL = W + "val"
P, PPR, R, RPR, T = W + "p", W + "pPr", W + "r", W + "rPr", W + "t"
TBL, TR, TRPR, TC, TCPR = W + "tbl", W + "tr", W + "trPr", W + "tc", W + "tcPr"
SDT, SDT_CONTENT, SDT_PR = W + "sdt", W + "sdtContent", W + "sdtPr"
PLACEHOLDER_SHOWN = W + "showingPlcHdr"
INS, DEL, MOVE_TO, MOVE_FROM = W + "ins", W + "del", W + "moveTo", W + "moveFrom"
ALTERNATE, CHOICE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"
TEXT_BOX = W + "txbxContent"
WRAPPERS = frozenset(
    (
        INS,
        MOVE_TO,
        SDT_CONTENT,
        CHOICE,
        FALLBACK,
        W + "customXml",
        W + "smartTag",
        W + "hyperlink",
        W + "fldSimple",
        W + "dir",
        W + "bdo",
        W + "rubyBase",
    )
)
"""What only stands around other elements."""

DRAWN = frozenset((W + "drawing", W + "pict", W + "object"))
"""Pictures, text boxes, embedded objects."""

_OFF = frozenset(("0", "false", "off", "none"))


def is_on(value: str | None) -> bool:
    """Whether a switch with this ``w:val`` is on; without one it is."""
    return value is None or value.lower() not in _OFF


def whole(value: str | None, least: int, most: int) -> int:
    """A whole number, kept between bounds; ``least`` where there is none."""
    try:
        return min(max(int(value or ""), least), most)
    except ValueError:
        return least


def hides(properties: Node) -> bool | None:
    """Whether run properties hide their words; None where they do not say."""
    for mark in properties:
        if mark.tag == W + "vanish":
            return is_on(mark.get(VAL))
    return None


def spaced(element: Node, text: str) -> str:
    """The text of an element: spaces at its ends count only where the file says so."""
    if element.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve":
        return text
    return text.strip(" \t\r\n")
