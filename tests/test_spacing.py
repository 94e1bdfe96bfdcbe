"""What the clerk reads on screen has a space between a number and its counter word (「6 项」)."""

import ast
import re
from pathlib import Path

import pytest

from tests.builders import CATALOG

SOURCE = Path(__file__).resolve().parents[1] / "src" / "reportdesk"
PRINTED = {"sign_sheet.py", "signing.py"}
"""What is printed follows the habit of official papers, which have none."""
COUNTERS = "(?:[件项处段个份行列字条页张种秒天宗元]|格(?!式))"
TIGHT = re.compile(rf"(?<=\x00){COUNTERS}")
FILES = sorted(f for f in SOURCE.rglob("*.py") if f.name not in PRINTED)


def shown(node: ast.JoinedStr) -> str:
    """The words of an f-string with a sign for each place."""
    parts = [p.value if isinstance(p, ast.Constant) else "\x00" for p in node.values]
    return "".join(str(part) for part in parts)


def tight(file: Path) -> list[str]:
    nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    words = [shown(node) for node in nodes if isinstance(node, ast.JoinedStr)]
    return [each.replace("\x00", "{}") for each in words if TIGHT.search(each)]


def test_the_search_finds_a_number_without_its_space() -> None:
    for words, found in (
        (r'f"有{n}项"', 1),
        (r'f"有 {n} 项"', 0),
        (r'f"{n}项"', 1),
        (r'f"{y}年"', 0),
    ):
        node = ast.parse(words, mode="eval").body
        assert isinstance(node, ast.JoinedStr)
        assert bool(TIGHT.search(shown(node))) == bool(found)


def test_a_number_stands_apart_from_its_counter_word() -> None:
    assert {file.name: found for file in FILES if (found := tight(file))} == {}


@pytest.mark.parametrize("id", list(CATALOG))
def test_so_do_the_numbers_in_the_messages_of_the_forms(id: str) -> None:
    edition = CATALOG[id]
    blocks = [block for section in edition.sections for block in section.blocks]
    rules = [rule for block in blocks for rule in getattr(block, "rules", ())]
    checks = [check for table in edition.tables for check in (*table.sums, *table.checks)]
    told = [rule.message for rule in (*rules, *edition.text_rules)]
    told += [words for check in checks for words in (check.message, check.short)]
    places = r"\{(?:left|right|difference|found|expected)\}"
    assert [
        words for words in told if re.search(rf"{places}[件]|[是加填差]{places}(?!年)", words)
    ] == []
