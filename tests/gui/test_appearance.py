"""Light or dark, as the clerk chose or as the system is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from reportdesk.gui.appearance import Choice, follow
from reportdesk.gui.style import theme


@pytest.mark.parametrize(("choice", "dark"), [("light", False), ("dark", True)])
def test_what_the_clerk_chose_holds_whatever_the_system_is(
    qapp: QApplication, choice: Choice, dark: bool
) -> None:
    follow(qapp, choice)
    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light):
        qapp.styleHints().colorSchemeChanged.emit(scheme)
        assert theme().dark is dark


def test_without_a_choice_it_is_as_the_system_is(qapp: QApplication) -> None:
    follow(qapp, "dark")
    assert theme().dark
    follow(qapp, "system")
    assert theme().dark is (qapp.styleHints().colorScheme() == Qt.ColorScheme.Dark)


def test_there_is_one_follower_however_often_the_clerk_chooses(qapp: QApplication) -> None:
    follow(qapp, "light")
    children = len(qapp.children())
    for choice in ("dark", "system", "light"):
        follow(qapp, choice)
    assert len(qapp.children()) == children
