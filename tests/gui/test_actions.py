"""The menus: every entry does something, and no two entries take the same keys."""

from collections import Counter

import pytest
from pytestqt.qtbot import QtBot

from reportdesk.gui.actions import MENUS
from reportdesk.gui.context import Context
from reportdesk.gui.main_window import MainWindow

ENTRIES = {item.id: item for _, items in MENUS for item in items if item.id}


@pytest.fixture
def window(qtbot: QtBot, context: Context) -> MainWindow:
    window = MainWindow(context)
    qtbot.addWidget(window)
    return window


def test_every_entry_does_something(window: MainWindow) -> None:
    holders = (window.edits, window.views, window.reports, window.previewing, window)
    assert [id for id in ENTRIES if not any(hasattr(holder, id) for holder in holders)] == []


def test_an_entry_that_is_chosen_does_it(window: MainWindow) -> None:
    window.actions_["zoom_in"].trigger()
    assert window.bar.zoom_button.text() == "缩放 110%"
    window.start.setFocus()
    window.actions_["find"].trigger()
    assert window.focusWidget() is window.start.ui.search


def test_no_letter_alone_is_a_command() -> None:
    """It would be taken from an input method, and from whoever types."""
    assert [
        key
        for item in ENTRIES.values()
        for key in item.keys
        if len(key) == 1 or key.removeprefix("Shift+") in ("Return", "Enter", "Esc", "Space")
    ] == []


def test_no_keys_are_given_twice() -> None:
    given = Counter(key for item in ENTRIES.values() for key in item.keys)
    assert [key for key, times in given.items() if times > 1] == []
