"""Text files: paragraphs as they stand, and tables in each way that lines can show them."""

from reportdesk.formats.readers import text
from reportdesk.formats.story import Grid, Paragraph, Story


def rows(grid: Grid) -> list[list[str]]:
    return [[c.text for c in line if c.row == row] for row, line in enumerate(grid.rows())]


def grids(story: Story) -> list[Grid]:
    return [piece for piece in story.pieces if isinstance(piece, Grid)]


def words(story: Story) -> list[str]:
    return [piece.text for piece in story.pieces if isinstance(piece, Paragraph)]


def read(content: str) -> Story:
    return text.read(content.encode())


def test_each_line_is_a_paragraph_with_its_number() -> None:
    story = read("云溪县水务局\r\n\r\n一、总体情况\r\n  全年公开信息12条。\r\n")
    assert words(story) == ["云溪县水务局", "一、总体情况", "全年公开信息12条。"]
    assert [p.place for p in story.pieces] == ["第 1 行", "第 3 行", "第 4 行"]


def test_one_cell_a_line_led_by_a_tab_becomes_rows_parted_by_empty_lines() -> None:
    story = read(
        "二、主动公开政府信息情况\n\n\t第二十条第（一）项\n\n\t信息内容\n\t本年新\n制作数量\n\t本年新\n公开数量\n"
        "\n\t规章\n\t0\n\t\xa03\n\n\t\n\t规范性文件\n\t\n\t5\n\n三、以后的部分\n"
    )
    (grid,) = grids(story)
    assert rows(grid) == [
        ["第二十条第（一）项"],
        ["信息内容", "本年新\n制作数量", "本年新\n公开数量"],
        ["规章", "0", "\xa03"],
        ["", "规范性文件", "", "5"],
    ]
    assert not grid.aligned
    assert words(story) == ["二、主动公开政府信息情况", "三、以后的部分"]


def test_a_heading_right_under_the_last_figure_is_no_part_of_it() -> None:
    story = read("\t规章\n\t0\n\t0\n\t0\n三、收到申请情况\n\t新收\n\t1\n\t2\n\t3\n")
    assert words(story) == ["三、收到申请情况"]
    assert [rows(g)[0][-1] for g in grids(story)] == ["0", "3"]


def test_paragraphs_indented_with_a_tab_are_no_table() -> None:
    story = read("\t一、总体情况\n\t全年公开信息12条，都很及时。\n\t二、其他\n\t没有。\n")
    assert not grids(story)
    assert len(words(story)) == 4


def test_tab_separated_lines_are_aligned_only_if_each_has_all_cells() -> None:
    (even,) = grids(read("信息内容\t制发\t废止\n规章\t0\t\n文件\t2\t1\n"))
    assert even.aligned
    assert rows(even)[1] == ["规章", "0", ""]
    (uneven,) = grids(read("第一项\t\n信息内容\t制发\t废止\n规章\t0\t1\n"))
    assert not uneven.aligned


def test_pipe_tables_lose_their_rules_and_marks_but_no_cells() -> None:
    story = read(
        "## 二、主动公开\n\n| 信息内容 | **制发** |\n|---|:--:|\n| 规章<br>等 | 0 |\n"
        "| a\\|b | - |\n|  |  |\n\n文字**重要**。\n"
    )
    (grid,) = grids(story)
    assert rows(grid) == [["信息内容", "制发"], ["规章\n等", "0"], ["a|b", "-"], ["", ""]]
    assert grid.aligned
    heading, last = (p for p in story.pieces if isinstance(p, Paragraph))
    assert heading.heading
    assert heading.text == "二、主动公开"
    assert last.text == "文字重要。"


def test_tables_drawn_with_box_characters_are_pipe_tables() -> None:
    (grid,) = grids(read("┌────┬───┐\n│规章│ 3 │\n├────┼───┤\n│文件│ 4 │\n└────┴───┘\n"))
    assert rows(grid) == [["规章", "3"], ["文件", "4"]]


def test_columns_set_with_spaces_keep_only_their_order() -> None:
    (grid,) = grids(read("    信息内容      制发    废止\n规章             0       2\n"))
    assert rows(grid) == [["信息内容", "制发", "废止"], ["规章", "0", "2"]]
    assert not grid.aligned


def test_one_value_a_line_stays_lines() -> None:
    assert words(read("规章\n0\n5\n\n7\n")) == ["规章", "0", "5", "7"]


def test_figures_that_ran_together_are_handed_on_untouched() -> None:
    assert words(read("规章 640020470 行政许可550\n")) == ["规章 640020470 行政许可550"]


def test_blanks_cut_off_at_the_ends_of_a_spreadsheets_lines_are_put_back() -> None:
    (grid,) = grids(
        read("合计关系\t\t申请人情况\n\t\t自然人\t企业\n一、新收\t\t3\t4\n三、结果\t公开\t1\t0\n")
    )
    assert grid.aligned
    assert rows(grid)[0] == ["合计关系", "", "申请人情况", ""]


def test_lines_of_a_word_processors_merged_table_keep_only_their_order() -> None:
    (grid,) = grids(read("行政复议\t行政诉讼\n维持\t纠正\t维持\t纠正\n1\t2\t3\t4\n"))
    assert not grid.aligned


def test_a_merged_cell_said_again_in_each_place_is_one_cell() -> None:
    (grid,) = grids(
        read(
            "|信息内容|决定数量|决定数量|决定数量|\n|-|-|-|-|\n|许可|55|55|55|\n"
            "|第六项|第六项|第六项|第六项|\n"
            "|信息内容|制发|废止|有效|\n|规章|0|0|0|\n|（三）|甲|1|1|\n|（三）|乙|2|2|\n"
        )
    )
    assert [(c.text, c.row, c.column, c.rows, c.columns) for c in grid.cells if c.row != 4] == [
        ("信息内容", 0, 0, 1, 1),
        ("决定数量", 0, 1, 1, 3),
        ("许可", 1, 0, 1, 1),
        ("55", 1, 1, 1, 3),
        ("第六项", 2, 0, 1, 4),
        ("信息内容", 3, 0, 1, 1),
        ("制发", 3, 1, 1, 1),
        ("废止", 3, 2, 1, 1),
        ("有效", 3, 3, 1, 1),
        ("（三）", 5, 0, 2, 1),
        ("甲", 5, 1, 1, 1),
        ("1", 5, 2, 1, 1),
        ("1", 5, 3, 1, 1),
        ("乙", 6, 1, 1, 1),
        ("2", 6, 2, 1, 1),
        ("2", 6, 3, 1, 1),
    ]


def test_one_space_parts_cells_only_among_lines_of_figures() -> None:
    story = read(
        "云溪县 水务局\n本局 全年工作认真，没有 投诉。\n信息内容 制发 废止\n规章 0 3\n"
        "- 2 -\n规范性 文件 1 2\n"
        "三、收到和处理 申请情况\n"
    )
    assert [rows(grid) for grid in grids(story)] == [
        [["信息内容", "制发", "废止"], ["规章", "0", "3"]],
        [["规范性", "文件", "1", "2"]],
    ]
    assert words(story)[-1] == "三、收到和处理 申请情况"


LINES = (
    "云溪县水务局认真落实信息公开的各项要求，把群众关心的事情\n"
    "放在前面，把办事的结果放在明处，全年没有发生一起因为公\n"
    "- 1 -\n"
    "开不及时引起的投诉，村里的公告栏每月更换一次，内容由专人\n"
    "核对以后张贴。\n"
    "（一）供水方面。水厂每天巡查两遍，遇到停水提前告知，并且\n"
    "写明恢复的时间和联系人，联系邮箱为\n"
    "shuiwu.office@yunxi.example，有人值守。\n"
    "二、以后\n"
    "我局还要做好下面几件事情，一是把水表全部换完，二是把水管\n"
    "检查一遍。\n"
)


def test_lines_broken_at_the_margin_are_put_together_over_page_numbers_too() -> None:
    found = words(read(LINES))
    assert len(found) == 4
    assert "因为公开不及时引起" in found[0]
    assert found[0].endswith("张贴。")
    assert "邮箱为shuiwu.office@yunxi.example，有人" in found[1]
    assert found[2] == "二、以后"


def test_a_million_lines_are_cut_and_told() -> None:
    story = text.read("规章 0\n".encode() * 1_000_000)
    assert len(story.pieces) <= 31_000
    assert any("只读了前" in note for note in story.notes)


def test_the_number_of_a_label_is_no_cell_of_its_own() -> None:
    text = "自然人 商业企业 总计\n1. 属于国家秘密 1 2 3\n2． 其他 0 0 0\n（七） 总计 1 2 3\n"
    grids = [piece for piece in read(text).pieces if isinstance(piece, Grid)]
    labels = [c.text for grid in grids for c in grid.cells if c.column == 0]
    assert labels == ["自然人", "1.属于国家秘密", "2．其他", "（七）总计"]


def test_a_line_of_countless_digits_is_looked_through_once() -> None:
    line = "合计 " + "1" * 1900 + "-x"
    assert [p.text for p in read(f"{line}\n{line}\n").pieces if isinstance(p, Paragraph)]


def test_a_label_broken_in_the_middle_is_one_cell_where_its_figures_follow() -> None:
    label = "（二）\n部分公开（区分处理的，只计这一情形，不计其他情形）"
    text = f"\t自然人\n\t总计\n\n\t{label}\n\t1\n\t2\n\n"
    (grid,) = [piece for piece in read(text).pieces if isinstance(piece, Grid)]
    assert [c.text for c in grid.cells if c.row == 1] == [label, "1", "2"]


def test_lines_of_markdown_that_print_no_words_are_left_out() -> None:
    text = (
        "# 年报\n\n<!-- image -->\n\n![图](images/a.jpg)\n\n---\n\n{3}"
        + "-" * 48
        + "\n\n\\（一）主动公开1\\.2\n\n一、总体情况\n---\n全年\n"
    )
    story = read(text)
    assert [p.text for p in story.pieces if isinstance(p, Paragraph)] == [
        "年报",
        "（一）主动公开1.2",
        "一、总体情况",
        "---",
        "全年",
    ]
    assert story.notes == ["文件里有 1 张图片，图片里的文字没有读入。"]


def test_a_heading_near_to_a_page_number_is_no_row_of_a_table() -> None:
    story = read("## 五、问题\n\n第 3 页 共 9 页\n\n- 4 -\n\n## 六、其他\n\n无。\n")
    headings = [p.text for p in story.pieces if isinstance(p, Paragraph) and p.heading]
    assert headings == ["五、问题", "六、其他"]
