"""What a paragraph's own properties say of it."""

from reportdesk.formats.readers.docx_names import VAL, W, whole
from reportdesk.formats.readers.safe_xml import Node


class ParagraphMarks:
    """What ``w:pPr`` says that matters here."""

    __slots__ = ("deleted", "hidden", "level", "number", "outline", "style")

    def __init__(self, properties: Node) -> None:
        self.style = self.number = ""
        self.level: int | None = None
        self.outline: int | None = None
        self.deleted = False
        for child in properties:
            tag = child.tag
            if tag == W + "pStyle":
                self.style = child.get(VAL) or ""
            elif tag == W + "numPr":
                for part in child:
                    if part.tag == W + "numId":
                        self.number = part.get(VAL) or ""
                    elif part.tag == W + "ilvl":
                        self.level = whole(part.get(VAL), 0, 8)
            elif tag == W + "outlineLvl":
                self.outline = whole(child.get(VAL), 0, 9)
            elif tag == W + "rPr":
                for part in child:
                    if part.tag in (W + "del", W + "moveFrom"):
                        self.deleted = True
