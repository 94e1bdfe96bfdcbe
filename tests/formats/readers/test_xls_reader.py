"""Old workbooks give the same as new ones."""

from pathlib import Path

import pytest

from reportdesk.errors import ReadError
from reportdesk.formats.readers import xls
from reportdesk.formats.story import Grid

DATA = Path(__file__).parents[2] / "data"


def test_values_merges_formats_and_hidden_sheets() -> None:
    story = xls.read((DATA / "yunxi-2023.xls").read_bytes())
    grid = next(p for p in story.pieces if isinstance(p, Grid))
    assert [(c.text, c.columns) for c in grid.cells if c.row in {2, 4, 5}] == [
        ("行政规范性文件", 1),
        ("2件", 1),
        ("100%", 1),
        ("9", 1),
        ("信息内容", 1),
        ("本年收费金额（单位：万元）", 3),
        ("行政事业性收费", 1),
        ("45.6", 3),
    ]
    assert isinstance(story.pieces[-1], Grid)
    assert story.pieces[-1].cells[1].text == "2024年1月5日"
    assert any("「旧稿」" in note for note in story.notes)


def test_a_damaged_workbook_is_refused_without_a_word_on_the_screen(
    capfd: pytest.CaptureFixture[str],
) -> None:
    data = (DATA / "yunxi-2023.xls").read_bytes()
    with pytest.raises(ReadError, match="已损坏"):
        xls.read(data[:3000])
    assert capfd.readouterr() == ("", "")


def test_a_chain_of_sectors_that_goes_round_ends() -> None:
    data = bytearray((DATA / "yunxi-2023.xls").read_bytes())
    # The table of sectors: each is said to be followed by itself.
    table = 512 * (1 + int.from_bytes(data[76:80], "little"))
    for sector in range(128):
        at = table + 4 * sector
        if int.from_bytes(data[at : at + 4], "little") < 0xFFFFFFFC:
            data[at : at + 4] = sector.to_bytes(4, "little")
    with pytest.raises(ReadError):
        xls.read(bytes(data))
