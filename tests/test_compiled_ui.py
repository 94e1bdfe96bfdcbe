"""The compiled screens: fresh, and all of them there."""

from pathlib import Path

import pytest

from compile_ui import FORMS, SOURCES, WORDS, forms, words

MODULES = dict(forms())


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_a_compiled_screen_is_what_its_designer_file_says(module: Path) -> None:
    assert module.read_text(encoding="utf-8") == MODULES[module], (
        "run packaging/compile_ui.py after changing a file in ui/"
    )


def test_there_is_no_compiled_screen_without_a_designer_file() -> None:
    assert set(FORMS.glob("ui_*.py")) == set(MODULES)
    assert len(MODULES) == len(list(SOURCES.glob("*.ui"))) > 0


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.stem)
def test_a_compiled_screen_asks_for_nothing_but_qt_and_ours(module: Path) -> None:
    lines = MODULES[module].splitlines()
    imports = [line for line in lines if line.startswith(("from ", "import "))]
    assert imports
    assert all(line.startswith(("from PySide6.", "from reportdesk.")) for line in imports)
    assert not any("Created by" in line for line in lines)


def test_the_compiled_words_are_those_of_the_list() -> None:
    assert WORDS.read_bytes() == words(), "run packaging/compile_ui.py after changing the words"
