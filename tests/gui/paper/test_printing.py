from pathlib import Path

import pypdfium2  # pyright: ignore[reportMissingTypeStubs]
import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPdfWriter, QTextTable
from PySide6.QtWidgets import QApplication

from reportdesk.form.edition import Edition
from reportdesk.formats.writers.sequence import DRAFT
from reportdesk.gui.paper.layout import lay_out, top_of
from reportdesk.gui.paper.printing import print_on, set_page
from reportdesk.report.document import Document
from reportdesk.report.totals import effective
from tests.builders import NEW, OLD, cells, report


@pytest.fixture
def device(qapp: QApplication) -> QImage:
    """A sheet of paper on the screen, 100 dots an inch."""
    image = QImage(827, 1169, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(3937)
    image.setDotsPerMeterY(3937)
    return image


def printed_text(document: Document, file: Path, *, draft: bool = False) -> list[str]:
    writer = QPdfWriter(str(file))
    set_page(writer)
    count = print_on(document, writer, draft=draft)
    with pypdfium2.PdfDocument(file) as pdf:
        assert len(pdf) == count
        return [page.get_textpage().get_text_range() for page in pdf]


ROOM = QSizeF(614, 885)


@pytest.mark.parametrize("edition", [OLD, NEW], ids=["2019", "2021"])
def test_every_figure_of_the_report_stands_on_paper(
    device: QImage, edition: Edition, tmp_path: Path
) -> None:
    figures = {key: str(1000 + n) for n, key in enumerate(cells(edition))}
    document = report(edition, figures=figures)
    text = "".join(printed_text(document, tmp_path / "r.pdf"))
    wanted = [v for k, v in effective(document).items() if edition.fields[k].row is not None]
    assert [value for value in wanted if value not in text] == []


def test_the_merged_heads_are_those_of_the_official_form(device: QImage) -> None:
    paper = lay_out(report(NEW), device, ROOM)
    tables = [f for f in paper.text.rootFrame().childFrames() if isinstance(f, QTextTable)]
    sizes = [(table.rows(), table.columns()) for table in tables]
    assert sizes == [(14, 4), (28, 10), (4, 15)]
    assert tables[1].cellAt(0, 0).rowSpan() == 3
    assert tables[1].cellAt(0, 0).columnSpan() == 3


def test_the_headings_are_known_with_their_pages(device: QImage) -> None:
    paper = lay_out(report(NEW), device, ROOM)
    assert [words for words, _ in paper.headings] == [
        section.heading for section in NEW.sections if section.heading
    ]
    pages = [page for _, page in paper.headings]
    assert pages == sorted(pages)
    assert pages[-1] < paper.text.pageCount()


def test_no_heading_stands_on_another_page_than_its_table(device: QImage) -> None:
    for lines in range(0, 30, 3):
        text = "\n".join(["一年来，各项工作按计划推进，没有遗漏。"] * lines)
        paper = lay_out(report(NEW, texts={"overview": text}), device, ROOM)
        layout = paper.text.documentLayout()
        for frame in paper.text.rootFrame().childFrames():
            before = paper.text.findBlock(frame.firstPosition() - 2)
            heading = top_of(paper.text, before) // ROOM.height()
            assert heading == layout.frameBoundingRect(frame).top() // ROOM.height()


@pytest.mark.parametrize("dpi", [96, 144, 300])
def test_no_table_is_cut_that_a_page_can_hold(qapp: QApplication, dpi: int) -> None:
    image = QImage(1, 1, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    room = QSizeF(6.14 * dpi, 8.85 * dpi)
    for lines in range(0, 40, 3):
        text = "\n".join(["一年来，各项工作按计划推进，没有遗漏。"] * lines)
        paper = lay_out(report(NEW, texts={"overview": text}), image, room)
        layout = paper.text.documentLayout()
        for frame in paper.text.rootFrame().childFrames():
            place = layout.frameBoundingRect(frame)
            assert place.top() // room.height() == (place.bottom() - 1) // room.height()


def test_no_heading_stands_at_the_end_of_a_page(device: QImage) -> None:
    for lines in range(0, 40, 3):
        text = "\n".join(["更新不够及时。"] * lines + ["（二）改进情况", "专人每周核对一次。"])
        paper = lay_out(report(NEW, texts={"problems": text}), device, ROOM)
        block = paper.text.begin()
        pages: dict[str, int] = {}
        while block.isValid():
            pages.setdefault(block.text(), int(top_of(paper.text, block) // ROOM.height()))
            block = block.next()
        assert pages["（二）改进情况"] == pages["专人每周核对一次。"]


def test_a_draft_says_so_on_every_page_and_another_report_on_none(
    qapp: QApplication, tmp_path: Path
) -> None:
    pages = printed_text(report(NEW), tmp_path / "draft.pdf", draft=True)
    assert all(DRAFT in page for page in pages)
    pages = printed_text(report(NEW), tmp_path / "final.pdf")
    assert not any(DRAFT in page for page in pages)
    assert all(f"— {n} —" in page for n, page in enumerate(pages, 1))
