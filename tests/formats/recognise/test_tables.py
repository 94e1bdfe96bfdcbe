"""Figures are placed by their labels; what the labels do not decide is refused, never guessed."""

from reportdesk.form.edition import Table
from reportdesk.form.printed import printed
from reportdesk.formats.reading import Reading
from reportdesk.formats.recognise import recognise
from reportdesk.formats.story import Cell, Grid, Paragraph, Piece, Story, grid_of
from reportdesk.paths import shipped_catalog

CATALOG = shipped_catalog()
EDITION = CATALOG["cn-2021"]
HEADINGS = [section.heading for section in EDITION.sections if section.heading]
ROW = "一、本年新收政府信息公开申请数量"


def as_printed(table: Table, first: int = 1) -> tuple[Grid, dict[str, str]]:
    """A table as the form prints it, its figures counted up from ``first``."""
    cells: list[Cell] = []
    values: dict[str, str] = {}
    for cell in printed(table).cells:
        text = cell.text
        if cell.key:
            text = values[cell.key] = str(first + len(values))
        cells.append(Cell(text, cell.row, cell.column, cell.rows, cell.columns))
    return Grid(tuple(cells), f"《{table.title}》"), values


def read(*pieces: Piece, title: str = "云溪县水务局2024年政府信息公开工作年度报告") -> Reading:
    story = Story("docx", [Paragraph(title, "第1段")])
    story.pieces += [Paragraph(HEADINGS[0], "第2段"), Paragraph("全年工作平稳有序。", "第3段")]
    story.pieces += [Paragraph(HEADINGS[1], "第4段"), *pieces]
    story.pieces += [Paragraph(HEADINGS[4], "第8段"), Paragraph("公开不够及时。", "第9段")]
    return recognise(story, CATALOG, "去年.docx")


def figures(reading: Reading) -> dict[str, str]:
    return {k: v for k, v in reading.values.items() if EDITION.fields[k].row is not None}


def requests_head() -> list[list[str]]:
    return [["", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]]


def test_every_figure_of_the_official_tables_finds_its_blank() -> None:
    grids: list[Grid] = []
    wanted: dict[str, str] = {}
    for number, table in enumerate(EDITION.tables):
        grid, values = as_printed(table, 1 + 1000 * number)
        grids.append(grid)
        wanted |= values
    reading = read(*grids)
    assert figures(reading) == wanted
    assert reading.unplaced == []
    assert reading.refused == {}


def test_a_section_without_anything_in_it_is_read_as_blank() -> None:
    reading = read(Paragraph(HEADINGS[2], "第5段"), Paragraph(HEADINGS[3], "第6段"))
    assert figures(reading) == {}
    assert set(reading.refused) == {table.id for table in EDITION.tables}


def test_a_swapped_pair_of_columns_is_placed_by_its_heads() -> None:
    head = ["", "商业企业", "自然人", *requests_head()[0][3:]]
    reading = read(grid_of([head, [ROW, "5", "9", "0", "0", "0", "0", "14"]], "表"))
    assert reading.values["requests.new.company"] == "5"
    assert reading.values["requests.new.person"] == "9"


def test_a_row_with_a_figure_too_few_is_refused_whole() -> None:
    grid = grid_of([[ROW, "5", "0", "0", "0", "0", "5"]], "表")
    reading = read(grid)
    assert figures(reading) == {}
    assert [one.text for one in reading.unplaced] == ["5", "0", "0", "0", "0", "5"]


def test_figures_without_heads_are_taken_in_order_if_they_are_all_there() -> None:
    reading = read(grid_of([[ROW, "5", "1", "0", "0", "0", "0", "6"]], "表"))
    assert reading.values["requests.new.company"] == "1"
    assert reading.values["requests.new.total"] == "6"


def test_figures_that_ran_together_refuse_every_table_of_the_text() -> None:
    lines = [["规章", "0", "0", "0"], ["行政许可", "12"], [ROW, "5000005"]]
    reading = read(grid_of(lines, "文字", aligned=False))
    assert figures(reading) == {}
    assert set(reading.refused) == {table.id for table in EDITION.tables}


def test_a_row_that_the_form_does_not_have_is_left_and_told() -> None:
    head = ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"]
    lines = [head, ["规章", "0", "0", "0"], ["其他主动公开文件", "3", "1", "8"]]
    reading = read(grid_of(lines, "表"))
    assert reading.values["disclosure.regulations.made"] == "0"
    assert [one.text for one in reading.unplaced] == ["3", "1", "8"]
    assert any("其他主动公开文件" in note.message for note in reading.notes)


def test_a_mistyped_label_is_understood_and_told() -> None:
    lines = [*requests_head(), ["2.其他法律行政法禁公开", *"1000001"]]
    reading = read(grid_of(lines, "表"))
    assert reading.values["requests.denied_law.person"] == "1"
    assert any("其他法律行政法禁公开" in note.message for note in reading.notes)


def test_the_heads_of_another_edition_are_not_taken_for_ours() -> None:
    grid, _ = as_printed(EDITION.table("requests"))
    # The wrong heads are those of the older form; everything else is the newer one's.
    lines = [
        ["信息内容", "本年新制作数量", "本年公开篇数", "对外公开篇数"],
        ["规章", "4", "5", "6"],
    ]
    ours = [["信息内容", "本年处理决定数量"], ["行政许可", "7"]]
    ours += [["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费", "7.5"]]
    reading = read(grid_of(lines, "表一"), grid_of(ours, "表二"), grid)
    assert reading.edition.id == "cn-2021"
    assert "disclosure.regulations.made" not in reading.values
    assert {one.text for one in reading.unplaced} >= {"4", "5", "6"}


def test_the_same_blank_filled_twice_differently_stays_blank() -> None:
    lines = [*requests_head(), [ROW, *"1000001"]]
    again = [*requests_head(), [ROW, *"2000002"]]
    reading = read(grid_of(lines, "表一"), grid_of(again, "表二"))
    assert "requests.new.person" not in reading.values
    assert reading.values["requests.new.company"] == "0"
    assert {one.text for one in reading.unplaced} == {"1", "2"}


def test_blank_marks_are_blank_and_a_figure_with_a_note_is_the_figure() -> None:
    lines = [*requests_head(), [ROW, "22（其中修订16件）", "-", "/", "无", "—", "０", "22"]]
    reading = read(grid_of(lines, "表"))
    assert figures(reading) == {
        "requests.new.person": "22",
        "requests.new.other": "0",
        "requests.new.total": "22",
    }
    assert any("其中修订16件" in note.message for note in reading.notes)


def test_a_flat_sixth_row_in_the_new_table_is_kept_but_not_split() -> None:
    grid, _ = as_printed(EDITION.table("disclosure"))
    lines = [*requests_head(), ["（六）其他处理", *"3000003"]]
    reading = read(grid, grid_of(lines, "表"))
    assert reading.edition.id == "cn-2021"
    assert not any(key.startswith("requests.other_") for key in reading.values)
    assert reading.group_values["requests.other.person"] == "3"
    assert "3" in {one.text for one in reading.unplaced}


def test_one_cell_a_line_is_read_by_its_labels() -> None:
    cells = ["规章", "0", "0", "0", "行政规范性文件", "3", "1", "9", "行政许可", "77"]
    reading = read(grid_of([[cell] for cell in cells], "文字", aligned=False))
    assert reading.values["disclosure.documents.in_force"] == "9"
    assert reading.values["disclosure.licensing.decisions"] == "77"


def test_a_label_broken_into_lines_is_put_together() -> None:
    lines = ["（二）部分公开（区分处理的，只计这", "一情形，不计其他情形）", *"4000004"]
    reading = read(*(Paragraph(line, f"第{i}行") for i, line in enumerate(lines)))
    assert reading.values["requests.partial.person"] == "4"


def test_the_foot_of_a_page_is_no_part_of_the_last_section() -> None:
    foot = [
        "扫一扫在手机打开当前页",
        "上一篇：云溪县水务局2023年政府信息公开工作年度报告",
        "云溪县教育局2024年政府信息公开工作年度报告",
        "主办：云溪县人民政府办公室",
    ]
    for first in range(len(foot)):
        last = [Paragraph(HEADINGS[5], "末段"), Paragraph("本年度未收取信息处理费。", "末段")]
        story = Story("html", [Paragraph("云溪县水务局2024年政府信息公开工作年度报告", "第1段")])
        story.pieces += [
            Paragraph(HEADINGS[4], "第2段"),
            Paragraph("公开不够及时。", "第3段"),
            *last,
        ]
        story.pieces += [Paragraph(line, "页脚") for line in foot[first:]]
        reading = recognise(story, CATALOG, "去年.html")
        assert reading.values["others"] == "本年度未收取信息处理费。"


def test_year_organ_title_signature_and_date_are_recognised() -> None:
    story = Story(
        "txt",
        [
            Paragraph(text, f"第{i}段")
            for i, text in enumerate(
                [
                    "青禾市档案馆",
                    "2024年度政府信息公开工作年度报告",
                    "本报告由青禾市档案馆编制。联系电话：0999-5550101。",
                    HEADINGS[0],
                    "全年工作平稳有序。",
                    HEADINGS[4],
                    "公开不够及时。",
                    HEADINGS[5],
                    "未收取信息处理费。",
                    "青禾市档案馆",
                    "2025年1月20日",
                ]
            )
        ],
    )
    reading = recognise(story, CATALOG, "去年.txt")
    assert (reading.organ, reading.year) == ("青禾市档案馆", 2024)
    assert reading.title == "青禾市档案馆2024年度政府信息公开工作年度报告"
    assert reading.values["signature"] == "青禾市档案馆"
    assert reading.values["date"] == "2025年1月20日"
    assert reading.values["others"] == "未收取信息处理费。"
    assert reading.values["contact_phone"] == "0999-5550101"


def across(table: Table, row: list[str]) -> Grid:
    """The heads of a table printed across, as plain cells, and ``row`` under them."""
    lines = [line + [""] * (len(row) - len(line)) for line in _lines_of(table) if any(line)]
    return grid_of([*lines, row], "表四")


def _lines_of(table: Table) -> list[list[str]]:
    sheet = printed(table)
    lines = [[""] * sheet.width for _ in range(sheet.height)]
    for cell in sheet.cells:
        lines[cell.row][cell.column] = cell.text
    return lines


def test_an_empty_column_beside_a_table_printed_across_moves_no_figure() -> None:
    table = EDITION.tables[2]
    figures_ = [str(n) for n in range(1, 16)]
    keys = [table.key(row.id, column.id) for _, row, column in table.cells()]
    reading = read(Paragraph(HEADINGS[3], "第6段"), across(table, [*figures_, ""]))
    assert figures(reading) == dict(zip(keys, figures_, strict=True))


def test_figures_that_stand_beside_their_heads_are_refused() -> None:
    table = EDITION.tables[2]
    figures_ = [str(n) for n in range(1, 16)]
    reading = read(Paragraph(HEADINGS[3], "第6段"), across(table, ["", *figures_]))
    assert figures(reading) == {}
    assert len(reading.unplaced) == 15


def test_a_head_and_the_next_label_in_one_cell_are_told_apart() -> None:
    lines = [
        ["第二十条第（五）项"],
        ["信息内容", "本年处理决定数量\n行政许可", "7"],
        ["第二十条第（六）项"],
        ["信息内容", "本年处理决定数量\n行政处罚", "8"],
        ["行政强制", "9"],
    ]
    reading = read(grid_of(lines, "粘贴的表格", aligned=False))
    assert sorted(figures(reading).values()) == ["7", "8", "9"]
    assert reading.unplaced == []


def test_a_mistyped_head_is_understood_and_another_forms_head_is_not() -> None:
    lines = [["信息内容", "本年处理决量"], ["行政许可", "7"]]
    assert list(figures(read(grid_of(lines, "表二"))).values()) == ["7"]
    loose = read(grid_of(lines, "表二", aligned=False))
    assert list(figures(loose).values()) == ["7"]
    lines[0][1] = "上一年项目数量"
    assert figures(read(grid_of(lines, "表二"))) == {}


def test_a_shortened_label_is_known_by_its_number_in_its_group() -> None:
    row = ["5.要求确认或重新出具", *"1234567"]
    for aligned in (True, False):
        lines = [*requests_head(), ["（五）不予处理", *[""] * 7], row]
        reading = read(Paragraph(HEADINGS[2], "第5段"), grid_of(lines, "表三", aligned=aligned))
        assert list(figures(reading).values()) == list("1234567")
        lines[1][0] = "（四）无法提供"
        reading = read(Paragraph(HEADINGS[2], "第5段"), grid_of(lines, "表三", aligned=aligned))
        assert figures(reading) == {}


def spaced(*rows: str) -> dict[str, str]:
    """The figures of section three with ``rows`` as lines of columns set with spaces."""
    grids = [
        grid_of([row.split("  ")], f"第{n}行", aligned=False, spaced=True)
        for n, row in enumerate(rows)
    ]
    return figures(read(Paragraph(HEADINGS[2], "第5段"), *grids))


def requests_rows(*rows: list[str], aligned: bool) -> dict[str, str]:
    grid = grid_of([*requests_head(), *rows], "表三", aligned=aligned)
    return figures(read(Paragraph(HEADINGS[2], "第5段"), grid))


def test_blanks_before_figures_are_no_cells_where_they_may_be_the_rest_of_the_label() -> None:
    # Three places for the label, the last two figures blank and cut off: seven all the same.
    shifted = [ROW, "", "", "1", "2", "3", "4", "5"]
    other = ["", "", "1.重复申请", "1", "2", "3", "4", "5", "6", "7"]
    assert requests_rows(shifted, other, aligned=False) == {}


def test_blanks_before_figures_are_cells_where_a_figure_stands_next_to_a_label() -> None:
    blank = [ROW, "", "", "3", "4", "5", "6", "7"]
    assert requests_rows(blank, aligned=False) == {}
    other = ["二、上年结转政府信息公开申请数量", "8", "0", "0", "0", "0", "0", "8"]
    found = requests_rows(blank, other, aligned=False)
    keys = ["research", "charity", "legal", "other", "total"]
    wanted = {f"requests.new.{key}": figure for key, figure in zip(keys, "34567", strict=True)}
    assert len(found) == 12
    assert wanted.items() <= found.items()


def test_a_line_with_fewer_cells_than_heads_is_refused() -> None:
    lines = [["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", "7"]]
    assert figures(read(grid_of(lines, "表二"))) == {}
    lines[1] = ["规章", "7", "", ""]
    assert list(figures(read(grid_of(lines, "表二"))).values()) == ["7"]


def test_a_blank_at_either_end_of_a_line_of_figures_keeps_its_place() -> None:
    table = EDITION.tables[2]
    keys = [table.key(row.id, column.id) for _, row, column in table.cells()]
    lines = [[text for text in line if text] for line in _lines_of(table) if any(line)]
    for blanks in ({0}, {14}, {0, 1, 7, 14}):
        row = ["" if n in blanks else str(n) for n in range(15)]
        reading = read(
            Paragraph(HEADINGS[3], "第6段"), grid_of([*lines, row], "表四", aligned=False)
        )
        assert figures(reading) == {key: text for key, text in zip(keys, row, strict=True) if text}


def test_a_group_and_its_row_in_one_line_are_the_row() -> None:
    line = "三、本年度办理结果 （一）予以公开  1  2  3  4  5  6  21"
    reading = read(Paragraph(HEADINGS[2], "第5段"), Paragraph(line, "第6段"))
    assert list(figures(reading).values()) == ["1", "2", "3", "4", "5", "6", "21"]
    assert {key.rpartition(".")[0] for key in figures(reading)} == {"requests.granted"}


def test_a_figure_that_slipped_out_of_its_line_refuses_the_row() -> None:
    whole = "（二）部分公开  1  2  3  4  5  6  21"
    granted = {"requests.granted", "requests.partial"}
    assert {
        k.rpartition(".")[0] for k in spaced("（一）予以公开  0  0  0  0  0  0  0", whole)
    } == granted
    slipped = spaced("（一）予以公开  1  2  4  5  6", "3  21", whole)
    assert {k.rpartition(".")[0] for k in slipped} == {"requests.partial"}
    each = spaced("（一）予以公开", "1", "2", "3", "4", "5", "6", "21", whole)
    assert {k.rpartition(".")[0] for k in each} == granted


def test_a_long_label_may_come_near_to_its_first_figure() -> None:
    found = spaced("四、结转下年度继续办理 1  2  3  4  5  6  21")
    assert list(found.values()) == ["1", "2", "3", "4", "5", "6", "21"]


def test_figures_with_a_space_between_have_not_run_together() -> None:
    lines = ["规章 12 345", "行政许可  7", "行政处罚  8", "行政强制  9"]
    reading = read(*(Paragraph(line, f"第{n}段") for n, line in enumerate(lines, 5)))
    assert list(figures(reading).values()) == ["7", "8", "9"]
    assert not any("格线" in note.message for note in reading.notes)


def test_where_most_figures_of_a_text_have_no_place_none_is_trusted() -> None:
    row = "（一）予以公开  1  2  3  4  5  6  21"
    torn = ["（二）部分公开  1  2  3", "1.属于国家秘密  4  5  6  21  0"]
    assert len(spaced(row, torn[0])) == 7
    reading = read(
        Paragraph(HEADINGS[2], "第5段"),
        *(Paragraph(line, f"第{n}行") for n, line in enumerate([row, *torn])),
    )
    assert figures(reading) == {}
    assert "次序" in reading.refused["requests"]
    assert len(reading.unplaced) == 15


def test_a_label_with_a_figure_in_its_cell_is_no_mistyped_label() -> None:
    lines = [["信息内容", "本年处理决定数量"], ["行政许可 7", "8"]]
    assert figures(read(grid_of(lines, "表二"))) == {}


def test_heads_in_another_order_refuse_the_rows_of_text_under_them() -> None:
    row = ["一、本年新收政府信息公开申请数量", *"1234567"]
    head = requests_head()[0]
    assert len(requests_rows(row, aligned=False)) == 7
    head[2], head[3] = head[3], head[2]
    swapped = grid_of([head, row], "表三", aligned=False)
    reading = read(Paragraph(HEADINGS[2], "第5段"), swapped)
    assert figures(reading) == {}
    assert {stray.why for stray in reading.strays} == {"表头的次序和本表不同，不能按次序对应"}
    placed = read(Paragraph(HEADINGS[2], "第5段"), swapped._replace(aligned=True))
    assert figures(placed)["requests.new.company"] == "3"


def test_heads_in_two_lines_as_the_form_prints_them_are_in_order() -> None:
    lines = [
        ["自然人", "法人或其他组织", "总计"],
        ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"],
        ["一、本年新收政府信息公开申请数量", *"1234567"],
    ]
    grid = grid_of(lines, "表三", aligned=False)
    found = figures(read(Paragraph(HEADINGS[2], "第5段"), grid))
    assert list(found.values()) == list("1234567")


def blocks(*order: int, merged: bool = True) -> list[list[tuple[str, int]]]:
    """The heads of the form's table of disputes with its three blocks in ``order``."""
    rows = [row for part in EDITION.tables[2].parts for row in part.rows]
    heads = [column.label for column in EDITION.tables[2].parts[0].columns]
    return [
        [(rows[n].label, 5 if merged else 1) for n in order],
        [(h, 1) for _ in order for h in heads],
    ]


def laid_out(lines: list[list[tuple[str, int]]], figures_: list[str]) -> Grid:
    cells: list[Cell] = []
    for row, line in enumerate([*lines, [(text, 1) for text in figures_]]):
        column = 0
        for text, width in line:
            cells.append(Cell(text, row, column, 1, width))
            column += width
    return Grid(tuple(cells), "表四")


def test_blocks_of_a_table_printed_across_are_told_by_their_labels() -> None:
    table = EDITION.tables[2]
    rows = [row.id for part in table.parts for row in part.rows]
    for order in ((0, 1, 2), (1, 2, 0), (2, 0), (1,)):
        grid = laid_out(blocks(*order), [str(n) for n in range(5 * len(order))])
        found = figures(read(Paragraph(HEADINGS[3], "第6段"), grid))
        assert found == {
            table.key(rows[n], column.id): str(5 * at + k)
            for at, n in enumerate(order)
            for k, column in enumerate(table.parts[0].columns)
        }


def test_blocks_in_another_order_are_refused_where_their_widths_are_lost() -> None:
    numbers = [str(n) for n in range(15)]
    for order, count in (((0, 1, 2), 15), ((1, 2, 0), 0)):
        for aligned in (True, False):
            grid = laid_out(blocks(*order, merged=False), numbers)._replace(aligned=aligned)
            assert len(figures(read(Paragraph(HEADINGS[3], "第6段"), grid))) == count


def test_columns_swapped_in_every_block_are_told_by_their_heads() -> None:
    lines = blocks(0, 1, 2)
    for at in (0, 5, 10):
        lines[1][at], lines[1][at + 1] = lines[1][at + 1], lines[1][at]
    grid = laid_out(lines, [str(n) for n in range(15)])
    found = figures(read(Paragraph(HEADINGS[3], "第6段"), grid))
    first, second = EDITION.tables[2].parts[0].columns[:2]
    row = EDITION.tables[2].parts[0].rows[0]
    assert found[EDITION.tables[2].key(row.id, first.id)] == "1"
    assert found[EDITION.tables[2].key(row.id, second.id)] == "0"
    flat = [[(text, 1) for text, _ in line] for line in lines]
    for aligned in (True, False):
        grid = laid_out(flat, [str(n) for n in range(15)])._replace(aligned=aligned)
        assert figures(read(Paragraph(HEADINGS[3], "第6段"), grid)) == {}


def test_on_a_page_heads_need_only_be_in_order_in_their_own_line() -> None:
    heads = ["自然人  总计", "社会公益组  法律服务机", "商业企业  科研机构  其他", "织  构"]
    row = "一、本年新收政府信息公开申请数量  1  2  3  4  5  6  7"
    assert list(spaced(*heads, row).values()) == list("1234567")
    heads[2] = "科研机构  商业企业  其他"
    assert spaced(*heads, row) == {}


def test_words_and_strange_tables_under_a_heading_keep_their_order() -> None:
    strange = grid_of([["甲", "乙"], ["丙", "丁"]], "插表")
    reading = read(
        Paragraph(HEADINGS[2], "第5段"), Paragraph("其一", "6"), strange, Paragraph("其二", "7")
    )
    passage = next(p for p in reading.passages if p.title == HEADINGS[2])
    assert passage.text == "其一\n甲\t乙\n丙\t丁\n其二"


def test_a_block_that_lacks_a_column_was_cut_off_and_is_refused() -> None:
    lines = blocks(0, 1)
    lines[1].pop()
    grid = laid_out([[lines[0][0], (lines[0][1][0], 4)], lines[1]], [str(n) for n in range(9)])
    assert figures(read(Paragraph(HEADINGS[3], "第6段"), grid)) == {}


def beside(table: Table, remark: str) -> tuple[Grid, dict[str, str]]:
    """A table with a number for each line at its left and a place for remarks at its right."""
    grid, values = as_printed(table)
    moved = [cell._replace(column=cell.column + 1) for cell in grid.cells]
    for row in range(grid.height):
        moved.append(Cell(str(row) if row else "序号", row, 0))
        moved.append(Cell(remark if row else "备 注", row, grid.width + 1))
    return Grid(tuple(moved), grid.place), values


def test_columns_that_an_office_put_beside_the_forms_change_nothing() -> None:
    grids: list[Grid] = []
    wanted: dict[str, str] = {}
    for table in EDITION.tables:
        grid, values = beside(table, "见附件")
        grids.append(grid)
        wanted |= values
    reading = read(
        grids[0],
        *(Paragraph(HEADINGS[2], "第6段"), grids[1], Paragraph(HEADINGS[3], "第7段"), grids[2]),
    )
    assert figures(reading) == {k: v for k, v in wanted.items() if k in EDITION.fields}
    assert not reading.unplaced
    assert any("备注「见附件」没有读入" in note.message for note in reading.notes)


def test_a_column_with_figures_of_its_own_beside_the_forms_refuses_the_rows() -> None:
    grid, _ = beside(EDITION.tables[0], "12")
    assert figures(read(grid)) == {}


def short_of_a_cell(grid: Grid, row: int, column: int) -> Grid:
    """The grid without one of its cells; those right of it in its line stand further left."""
    gone = next(c for c in grid.cells if (c.row, c.column) == (row, column))
    kept = [c for c in grid.cells if c is not gone]
    moved = [
        c._replace(column=c.column - 1) if c.row == row and c.column > column else c for c in kept
    ]
    return Grid(tuple(moved), grid.place)


def test_a_line_that_lacks_a_figure_is_not_made_whole_by_a_cell_beside_the_form() -> None:
    table = EDITION.tables[1]
    for remark, head in (("", "备注"), ("9", "上年数")):
        grid, values = as_printed(table)
        more = [Cell(remark if r else head, r, grid.width) for r in range(grid.height)]
        wide = Grid((*grid.cells, *more), grid.place)
        first = next(c for c in grid.cells if c.text == "1")
        short = short_of_a_cell(wide, first.row, first.column)
        found = figures(read(Paragraph(HEADINGS[2], "第6段"), short))
        assert all(values[key] == value for key, value in found.items()), head


def test_numbers_of_lines_in_text_are_not_taken_for_lost_figures() -> None:
    head = ["序号", *requests_head()[0]]
    rows = [["1", ROW, *"1234567"], ["2", "（一）予以公开", *"123456"], ["3", "（二）部分公开"]]
    for lines in (rows, [[*rows[0][:-1]], rows[1], rows[2]]):
        text = "\n".join("\n".join(line) for line in [head, *lines])
        pieces = [Paragraph(line, f"第{n}行") for n, line in enumerate(text.split("\n"))]
        assert figures(read(Paragraph(HEADINGS[2], "第6段"), *pieces)) == {}
