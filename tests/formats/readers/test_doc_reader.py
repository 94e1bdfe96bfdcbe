import random
import struct
import time
from pathlib import Path

import pytest

from reportdesk.errors import ReadError
from reportdesk.formats.readers.doc import read
from reportdesk.formats.readers.docx import read as read_docx
from reportdesk.formats.readers.needs_office import NeedsOffice
from reportdesk.formats.story import Cell
from tests.formats.readers.word97_body import BODY, NUMBERING, STYLES
from tests.formats.readers.word97_files import (
    DELETED,
    HIDDEN,
    IN_TABLE,
    ROW_ENDS,
    Part,
    cell,
    depth,
    ole,
    row_end,
    word97,
)
from tests.formats.readers.word_files import docx, format_or_trouble, grids, lines, texts

HERE = Path(__file__).resolve()
SHARED = HERE.parents[3].parent / "shared"
SAVED = HERE.parents[2] / "data" / "word97.doc"

GOES_ON, BEGINS = 1 << 5, 3 << 5


def cells(*parts: Part) -> list[tuple[str, int, int, int, int]]:
    (grid,) = grids(read(word97(*parts)))
    return [(c.text, c.row, c.column, c.rows, c.columns) for c in grid.cells]


def test_a_file_saved_by_an_office_program_reads_as_the_docx_it_came_from() -> None:
    story = read(SAVED.read_bytes())
    same = read_docx(docx(BODY, styles=STYLES, numbering=NUMBERING))

    assert story.pieces == same.pieces
    assert story.notes == same.notes
    assert story.format == "doc"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real reports are not here")
def test_the_real_report_reads_as_its_docx() -> None:
    story = read((SHARED / "cases" / "pingtan-2020.doc").read_bytes())

    assert story.pieces == read_docx((SHARED / "cases" / "pingtan-2020.docx").read_bytes()).pieces
    assert story.notes == []


def test_text_of_one_byte_a_character_is_read() -> None:
    story = read(word97(Part("A–B 2024\r"), Part("€17\r"), narrow=True))

    assert texts(story) == ["A–B 2024", "€17"]


def test_characters_outside_the_first_plane_do_not_shift_what_follows() -> None:
    assert texts(read(word97(Part("𠮷田\r"), Part("青禾市\r")))) == ["𠮷田", "青禾市"]


def test_marks_in_the_text_become_what_they_show() -> None:
    text = "0573\x1e81\x0b下\x1f行\x02\x05\t尾\x0c"

    story = read(word97(Part(text), Part("次页\r")))

    assert texts(story) == ["0573-81\n下行\t尾", "次页"]
    assert story.notes == ["文件里有脚注或尾注，没有读入。"]


def test_of_a_field_the_result_is_kept_and_a_broken_one_swallows_nothing() -> None:
    text = "共\x13 SUM \x13 X \x14没用\x15\x1417\x15件\r"

    assert texts(read(word97(Part(text), Part("甲\x13 BROKEN\r"), Part("乙\r")))) == [
        "共17件",
        "甲",
        "乙",
    ]


def test_hidden_and_deleted_words_are_left_out_and_told() -> None:
    story = read(
        word97(Part("看得见"), Part("看不见", run=HIDDEN), Part("三", run=DELETED), Part("的\r"))
    )

    assert texts(story) == ["看得见的"]
    assert story.notes == [
        "文件里有修订记录，按接受全部修订以后的样子读入。",
        "文件里有隐藏文字，没有读入。",
    ]


def test_a_deleted_end_of_paragraph_joins_what_follows() -> None:
    assert texts(read(word97(Part("云溪"), Part("\r", run=DELETED), Part("县\r")))) == ["云溪县"]


def test_a_deleted_row_is_gone() -> None:
    edges = [0, 100, 200]
    gone = [cell("乙", DELETED), cell("2", DELETED), row_end(edges, run=DELETED)]

    assert cells(cell("甲"), cell("1"), row_end(edges), *gone) == [
        ("甲", 0, 0, 1, 1),
        ("1", 0, 1, 1, 1),
    ]


def test_what_a_quick_save_left_at_a_piece_counts() -> None:
    saved = read(word97(Part("甲\r"), prm=1, saved=HIDDEN))
    small = read(word97(Part("甲\r"), prm=0x5C << 1 | 1 << 8))

    assert [saved.pieces, small.pieces] == [[], []]
    assert saved.notes == small.notes == ["文件里有隐藏文字，没有读入。"]


def test_signs_of_a_symbol_font_are_never_read_as_plain_characters() -> None:
    sign = struct.pack("<HHH", 0x6A09, 3, 0xF031)

    assert texts(read(word97(Part("("), Part("(", run=sign), Part("5\r")))) == ["(\ufffd5"]


def test_cells_are_laid_out_by_their_edges() -> None:
    table = (
        cell("申请人"),
        cell("总计"),
        row_end([0, 4000, 6000], [BEGINS, 0]),
        cell(""),
        cell("1"),
        row_end([5, 4003, 6000], [GOES_ON, 0]),
        cell("甲"),
        cell("乙"),
        cell("2"),
        row_end([0, 2000, 4000, 6000]),
    )

    assert cells(*table) == [
        ("申请人", 0, 0, 2, 2),
        ("总计", 0, 2, 1, 1),
        ("1", 1, 2, 1, 1),
        ("甲", 2, 0, 1, 1),
        ("乙", 2, 1, 1, 1),
        ("2", 2, 2, 1, 1),
    ]


@pytest.mark.parametrize(("first", "rest"), [(1, 2), (2, 1)])
def test_cells_merged_sideways_are_one(first: int, rest: int) -> None:
    edges = [0, 100, 200, 300, 400, 500]
    flags = [first, rest, first, rest, 0]
    row = [cell(text) for text in ("甲", "", "乙", "", "5")]

    assert cells(*row, row_end(edges, flags)) == [
        ("甲", 0, 0, 1, 2),
        ("乙", 0, 2, 1, 2),
        ("5", 0, 4, 1, 1),
    ]


def test_merges_may_be_told_after_the_row_is_defined() -> None:
    edges = [0, 100, 200, 300]
    across = struct.pack("<HBB", 0x5624, 1, 3)
    down = struct.pack("<HBBB", 0xD62B, 2, 0, 3)
    on = struct.pack("<HBBB", 0xD62B, 2, 0, 1)

    table = (
        *(cell("甲"), cell("乙"), cell(""), row_end(edges, [0, 0, 0], across + down)),
        *(cell(""), cell("1"), cell("2"), row_end(edges, [0, 0, 0], on)),
    )

    assert cells(*table)[:2] == [("甲", 0, 0, 2, 1), ("乙", 0, 1, 1, 2)]


def test_words_under_a_merged_cell_are_told() -> None:
    table = (
        *(cell("甲"), cell("1"), row_end([0, 100, 200], [BEGINS, 0])),
        *(cell("藏"), cell("2"), row_end([0, 100, 200], [GOES_ON, 0])),
    )

    assert read(word97(*table)).notes == ["第 1 个表格的合并单元格下面盖着文字，没有读入。"]


def test_paragraphs_of_a_cell_are_parted_by_line_feeds() -> None:
    table = (Part("社会公益\r", IN_TABLE), cell("组织"), cell("1"), row_end([0, 100, 200]))

    assert cells(*table)[0][0] == "社会公益\n组织"


def test_a_table_in_a_cell_is_a_grid_of_its_own_after_the_outer_one() -> None:
    inner = depth(2)
    ends_cell, ends_row = b"\x4b\x24\x01", b"\x4b\x24\x01\x4c\x24\x01"
    story = read(
        word97(
            cell("外"),
            Part("旁\r", IN_TABLE),
            Part("内\r", inner + ends_cell),
            Part("5\r", inner + ends_cell),
            Part("\r", inner + ends_row),
            cell(""),
            row_end([0, 100, 200]),
            Part("以后\r"),
        )
    )

    assert [lines(grid) for grid in grids(story)] == [[["外", "旁"]], [["内", "5"]]]
    assert texts(story) == ["以后"]


def test_a_table_of_one_cell_is_taken_apart() -> None:
    story = read(word97(Part("一、总体情况\r", IN_TABLE), cell("正文。"), row_end([0, 9000])))

    assert texts(story) == ["一、总体情况", "正文。"]
    assert grids(story) == []


def test_where_edges_make_no_sense_only_the_order_of_cells_is_known() -> None:
    (grid,) = grids(read(word97(cell("甲"), cell("1"), row_end([500, 100, 100]))))

    assert not grid.aligned
    assert grid.cells == (Cell("甲", 0, 0), Cell("1", 0, 1))


def test_cells_without_any_end_of_row_are_lines() -> None:
    story = read(
        word97(Part("表：\r"), Part("甲\x07"), Part("1\x07"), Part("\x07"), Part("以后\r"))
    )

    assert texts(story) == ["表：", "甲", "1", "以后"]


def test_a_row_of_more_cells_than_it_defines_keeps_them_all() -> None:
    assert [c[0] for c in cells(cell("甲"), cell("1"), cell("2"), row_end([0, 100]))] == [
        "甲",
        "1",
        "2",
    ]


# --- files of all kinds --------------------------------------------------------------------------


def test_a_password_is_told() -> None:
    for flags in (0x0300, 0x8200):
        with pytest.raises(ReadError, match="密码"):
            read(word97(Part("甲\r"), flags=flags))
    with pytest.raises(ReadError, match="密码"):
        read(ole({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}))


@pytest.mark.parametrize("head", [(0xA5DC, 104), (0xA5EC, 101)])
def test_an_older_word_asks_for_an_office_program(head: tuple[int, int]) -> None:
    with pytest.raises(NeedsOffice, match="LibreOffice、WPS 或 Word"):
        read(ole({"WordDocument": struct.pack("<HH", *head)}))


def test_a_container_of_another_kind_is_no_word_file() -> None:
    with pytest.raises(ReadError, match="不是 Word 文档"):
        read(ole({"Workbook": b"x"}))


@pytest.mark.parametrize("data", [b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"not ole" * 100])
def test_what_is_no_container_is_told_as_damaged(data: bytes) -> None:
    with pytest.raises(ReadError, match="损坏"):
        read(data)


def test_a_file_cut_off_gives_a_story_or_a_clear_error() -> None:
    data = SAVED.read_bytes()

    for length in range(0, len(data), 400):
        assert format_or_trouble(read, data[:length])


def test_pieces_that_repeat_the_text_without_end_are_refused() -> None:
    data = bytearray(word97(Part("甲" * 500 + "\r")))
    at = data.index(struct.pack("<BIII", 2, 16, 0, 501))
    data[at + 9 : at + 13] = struct.pack("<I", 400_000_000)

    with pytest.raises(ReadError, match=r"损坏|太大"):
        read(bytes(data))


@pytest.mark.parametrize("seed", range(4))
def test_mutated_files_give_a_story_or_a_clear_error(seed: int) -> None:
    whole = SAVED.read_bytes()
    chance = random.Random(seed)
    begin = time.monotonic()
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert format_or_trouble(read, bytes(data))
    assert time.monotonic() - begin < 60


def test_mutated_tables_give_a_story_or_a_clear_error() -> None:
    row = (cell("甲"), cell("1"), row_end([0, 100, 200], [BEGINS, 0]))
    whole = word97(*row, *row, Part("以后\r"))
    chance = random.Random(20240331)
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            at = chance.choice((512, 1536, 6144, len(data) // 2)) + chance.randrange(1024)
            data[at % len(data)] = chance.choice((0, 1, 7, 0x7F, 0xFF, chance.randrange(256)))
        assert format_or_trouble(read, bytes(data))


ROW_ENDS_ALONE = Part("\x07", ROW_ENDS)


def test_an_end_of_row_with_no_cells_is_no_table() -> None:
    assert read(word97(ROW_ENDS_ALONE, Part("甲\r"))).pieces == read(word97(Part("甲\r"))).pieces
