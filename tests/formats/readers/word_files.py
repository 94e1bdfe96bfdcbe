"""Makes small Word files from snippets of their XML, and shows what was read, as a test needs."""

import io
import zipfile
from collections.abc import Callable, Mapping

from reportdesk.errors import ReadError
from reportdesk.formats.story import Grid, Paragraph, Story

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMES = (
    f'xmlns:w="{_W}" xmlns:r="{_TYPES}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    "{}</Relationships>"
)

_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_KIND}.numbering+xml"/></Types>'
)


def docx(
    body: str, *, styles: str = "", numbering: str = "", parts: Mapping[str, bytes] | None = None
) -> bytes:
    """A Word file with this body; ``styles`` and ``numbering`` are what stands in those parts."""
    links = ""
    files: dict[str, bytes] = {
        "[Content_Types].xml": _CONTENT_TYPES.encode(),
        "_rels/.rels": _LINKS.format(_link(1, "officeDocument", "word/document.xml")).encode(),
        "word/document.xml": (
            f"<w:document {_NAMES}><w:body>{body}<w:sectPr/></w:body></w:document>"
        ).encode(),
    }
    for number, (kind, root, content) in enumerate(
        (("styles", "styles", styles), ("numbering", "numbering", numbering)), start=1
    ):
        if content:
            files[f"word/{kind}.xml"] = f"<w:{root} {_NAMES}>{content}</w:{root}>".encode()
            links += _link(number, kind, f"{kind}.xml")
    files["word/_rels/document.xml.rels"] = _LINKS.format(links).encode()
    return zipped({**files, **(parts or {})})


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip archive of these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def p(text: str = "", *, style: str = "", properties: str = "") -> str:
    """A paragraph of one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    marks = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{marks}{r(text) if text else ''}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of text."""
    marks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{marks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def numbered(number: int, level: int = 0) -> str:
    """The property of a paragraph that stands in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def tc(content: str = "", properties: str = "") -> str:
    """A cell; plain words become its only paragraph."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; plain words become cells."""
    marks = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{marks}{''.join(c if c.startswith('<') else tc(c) for c in cells)}</w:tr>"


def tbl(*rows: str, columns: int = 0) -> str:
    """A table of rows; its columns get widths where their number is told."""
    widths = '<w:gridCol w:w="2000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{widths}</w:tblGrid>{''.join(rows)}</w:tbl>"


def span(columns: int) -> str:
    """The property of a cell that takes several columns."""
    return f'<w:gridSpan w:val="{columns}"/>'


BEGINS = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"


def _link(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{_TYPES}/{kind}" Target="{target}"/>'


def texts(story: Story) -> list[str]:
    """The paragraphs of a story."""
    return [piece.text for piece in story.pieces if isinstance(piece, Paragraph)]


def grids(story: Story) -> list[Grid]:
    """The tables of a story."""
    return [piece for piece in story.pieces if isinstance(piece, Grid)]


def lines(grid: Grid) -> list[list[str]]:
    """The words of a grid, a merged cell in each of its rows."""
    return [[cell.text for cell in row] for row in grid.rows()]


def format_or_trouble(read: Callable[[bytes], Story], data: bytes) -> str:
    """The format of the story; or the words of the error."""
    try:
        return read(data).format
    except ReadError as trouble:
        return trouble.message
