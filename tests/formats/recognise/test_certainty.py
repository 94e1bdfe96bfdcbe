"""A reading tells where each figure stood and how sure its blank is."""

from reportdesk.form.printed import printed
from reportdesk.formats.reading import Reading, Sure
from reportdesk.formats.recognise import recognise
from reportdesk.formats.story import Cell, Grid, Paragraph, Piece, Story, grid_of
from reportdesk.paths import shipped_catalog

CATALOG = shipped_catalog()
EDITION = CATALOG["cn-2021"]
HEADINGS = [section.heading for section in EDITION.sections if section.heading]
REQUESTS = EDITION.table("requests")
HEAD = ["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
NEW = "一、本年新收政府信息公开申请数量"


def read(*pieces: Piece) -> Reading:
    story = Story("docx", [Paragraph("云溪县水务局2024年政府信息公开工作年度报告", "第1段")])
    story.pieces += [Paragraph(HEADINGS[0], "第2段"), Paragraph("全年工作平稳有序。", "第3段")]
    story.pieces += [Paragraph("依申请公开的渠道畅通。", "第4段")]
    story.pieces += [Paragraph(HEADINGS[2], "第5段"), *pieces]
    return recognise(story, CATALOG, "去年.docx")


def sure(reading: Reading, key: str) -> Sure:
    return reading.traces[key].sure


def test_every_figure_leads_back_to_its_cell() -> None:
    cells = [
        Cell(cell.text or str(number), cell.row, cell.column, cell.rows, cell.columns)
        for number, cell in enumerate(printed(REQUESTS).cells)
    ]
    grid = Grid(tuple(cells), "第1个表格")
    reading = read(grid)
    keys = [key for key, field in EDITION.fields.items() if field.block is REQUESTS]
    for key in keys:
        trace = reading.traces[key]
        assert trace.pieces == (grid,)
        assert trace.cell is not None
        assert trace.cell.text == reading.values[key]
        assert trace.sure == "exact"


def test_a_narrative_leads_back_to_its_paragraphs() -> None:
    places = [piece.place for piece in read().traces["overview"].pieces]
    assert places == ["第3段", "第4段"]


def test_a_mistyped_label_is_near_and_says_how_it_was_written() -> None:
    typed = "2.其他法律行政法规止公开"
    reading = read(grid_of([HEAD, [typed, *"0000000"], [NEW, *"1000001"]], "第1个表格"))
    assert sure(reading, "requests.denied_law.person") == "near"
    assert reading.traces["requests.denied_law.person"].label == typed
    assert sure(reading, "requests.new.person") == "exact"


def test_columns_without_heads_are_told_by_their_order() -> None:
    reading = read(grid_of([[NEW, *"1000001"]], "第1个表格"))
    assert sure(reading, "requests.new.person") == "order"


def test_figures_of_a_line_of_text_are_told_by_their_order_in_it() -> None:
    line = Paragraph(f"{NEW}  1  0  2  0  0  0  3", "第6段")
    reading = read(line)
    trace = reading.traces["requests.new.research"]
    assert trace.sure == "text"
    assert trace.pieces == (line,)
    assert trace.cell == Cell("2", 0, 3)


def test_a_sign_that_is_no_figure_is_kept_beside_the_blank() -> None:
    grid = grid_of([HEAD, [NEW, "/", *"00000", "22（其中3件）"]], "第1个表格")
    reading = read(grid)
    assert "requests.new.person" not in reading.values
    mark = reading.marks["requests.new.person"]
    assert (mark.kind, mark.text) == ("blank", "/")
    assert mark.trace.cell == grid.cells[len(HEAD) + 1]
    assert reading.marks["requests.new.total"].kind == "note"


def test_every_figure_without_a_blank_says_why_and_where_it_stood() -> None:
    rows = [HEAD, [NEW, *"1000001"], ["十、另加的一行", *"9000009"]]
    reading = read(grid_of(rows, "第1个表格"))
    assert len(reading.strays) == len(reading.unplaced) == 7
    for one, stray in zip(reading.unplaced, reading.strays, strict=True):
        assert stray.why
        assert stray.trace is not None
        assert stray.trace.cell is not None
        assert stray.trace.cell.text == one.text


def test_two_figures_for_one_blank_are_both_kept_with_its_key() -> None:
    reading = read(grid_of([HEAD, [NEW, *"1000001"], [NEW, *"2000001"]], "第1个表格"))
    assert "requests.new.person" not in reading.traces
    twice = [s for s in reading.strays if s.key == "requests.new.person"]
    assert [s.trace.cell.row for s in twice if s.trace and s.trace.cell] == [1, 2]
    assert reading.marks["requests.new.person"].kind == "twice"


def test_words_on_single_figures_are_marked_as_details() -> None:
    rows = [HEAD, [NEW, "/", *"000000"], ["十、另加的一行", *"9000009"]]
    reading = read(grid_of(rows, "第1个表格"))
    told = [note for note in reading.notes if "没有读入" in note.message or "「/」" in note.message]
    assert len(told) >= 2
    assert set(told) <= reading.details
