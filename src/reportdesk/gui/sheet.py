"""The style sheet of the desk, written from the tokens of a theme."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from reportdesk.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

_SHEET = Template("""
QMenuBar { background: $window; border-bottom: 1px solid $line; padding: 0 8px; }
QMenuBar::item { padding: 2px 10px; background: transparent; color: $text; }
QMenuBar::item:selected { background: $accent_soft; }
QMenu { background: $surface; border: 1px solid $line_strong; padding: 4px 0; }
QMenu::item { padding: 4px 28px 4px 24px; color: $text; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $text_3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 0; }
QStatusBar { background: $window; border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QToolTip { background: $surface; color: $text; border: 1px solid $line_strong; padding: 4px 6px; }

QPushButton {
  background: $surface; color: $text; border: 1px solid $line_strong; border-radius: 4px;
  padding: 3px 12px; min-height: 18px;
}
QPushButton:hover { background: $accent_soft; }
QPushButton:pressed, QPushButton:checked {
  background: $accent_soft; border-color: $accent; font-weight: bold;
}
QPushButton:focus { border: 2px solid $accent; padding: 2px 11px; }
QPushButton:disabled { color: $text_3; border: 1px dotted $line_strong; background: $window; }
QPushButton[primary="true"] {
  background: $accent; color: $on_accent; border-color: $accent; font-weight: bold;
}
QPushButton[primary="true"]:focus {
  border: 3px double $accent; border-radius: 0; background-clip: padding; padding: 1px 10px;
}
QPushButton[primary="true"]:disabled {
  color: $text_3; border: 1px dotted $line_strong; background: $window;
}
QPushButton[tall="true"] { min-height: 26px; }
QPushButton[large="true"] { font-size: 11pt; min-height: 34px; }
QPushButton[small="true"] { padding: 1px 8px; min-height: 16px; }
QPushButton[small="true"]:focus { padding: 0 7px; }
QPushButton[link="true"] {
  background: transparent; border: 1px solid transparent; color: $accent; padding: 2px 4px;
  text-align: left; text-decoration: underline;
}
QPushButton[link="true"]:hover { background: $accent_soft; }
QPushButton[link="true"]:focus { border: 2px solid $accent; padding: 1px 3px; }
QPushButton[flat="true"] { background: transparent; border: 1px solid transparent; }
QPushButton[flat="true"]:hover { background: $accent_soft; }
QPushButton[flat="true"]:focus { border: 2px solid $accent; }
QPushButton[tone="error"] { color: $error; font-weight: bold; }
QPushButton[tone="review"] { color: $review; }
QPushButton[tone="hint"] { color: $hint; }
QPushButton[entry="true"] {
  background: transparent; border: 1px solid transparent; text-align: left; padding: 5px 4px;
}
QPushButton[entry="true"]:hover { background: $accent_soft; }
QPushButton[entry="true"]:focus { border: 2px solid $accent; padding: 4px 3px; }
QPushButton[tab="true"] {
  background: transparent; border: none; border-bottom: 3px solid transparent; border-radius: 0;
  text-align: left; padding: 2px 4px; font-weight: normal; min-height: 34px;
}
QPushButton[tab="true"]:hover { background: $accent_soft; }
QPushButton[tab="true"]:checked { border-bottom: 3px solid $accent; font-weight: bold; }
QPushButton[tab="true"]:focus { border: 2px solid $accent; padding: 0 2px 1px 2px; }

QLineEdit, QComboBox, QSpinBox, QDateEdit, QPlainTextEdit, QTextEdit {
  background: $surface; color: $text; border: 1px solid $line_strong; border-radius: 4px;
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox, QSpinBox, QDateEdit { padding: 2px 8px; min-height: 20px; }
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {
  border: 2px solid $accent; padding: 1px 7px;
}
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; }
QLineEdit:disabled, QComboBox:disabled { color: $text_3; background: $window; }
QLineEdit[cell="true"], QLineEdit[cell="true"]:focus {
  border: none; border-radius: 0; padding: 0; min-height: 0; background: $surface;
}
QLineEdit[cell="true"][refused="true"] { color: $error; background: $error_soft; }
QPlainTextEdit[plain="true"], QTextEdit[plain="true"], QTextBrowser[plain="true"] {
  border: none; border-radius: 0; background: $surface;
}
QComboBox { combobox-popup: 0; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: none; padding: 0; min-height: 0; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QSpinBox::down-arrow, QDateEdit::down-arrow {
  image: url("$icons/down.png");
}
QSpinBox::up-arrow, QDateEdit::up-arrow { image: url("$icons/up.png"); }
QSpinBox::up-button, QDateEdit::up-button, QSpinBox::down-button, QDateEdit::down-button {
  border: none; width: 20px;
}
QComboBox QAbstractItemView {
  background: $surface; border: 1px solid $line_strong; outline: none;
  selection-background-color: $accent_soft; selection-color: $text;
}
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; }
QCheckBox:focus, QRadioButton:focus { background: $accent_soft; }

QScrollArea[ring="true"] { border: 2px solid transparent; }
QScrollArea[ring="true"]:focus { border: 2px solid $accent; }

QFrame[box="true"] { background: $surface; border: 1px solid $line; border-radius: 4px; }
QFrame[drop="idle"] { border: 1px dotted $line_strong; border-radius: 4px; padding: 1px; }
QFrame[drop="over"] { background: $accent_soft; border: 2px dashed $accent; border-radius: 4px; }
QFrame[drop="refused"] { border: 2px dashed $line_strong; border-radius: 4px; }
QFrame[notice="review"] {
  background: $review_soft; border: 1px solid $review; border-radius: 4px;
}
QFrame[row="true"] { border: none; border-bottom: 1px solid $line; }
QFrame[rule="true"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[upright="true"] { background: $line; border: none; max-width: 1px; min-width: 1px; }
QWidget[ground="surface"] { background: $surface; }
QWidget[ground="window"] { background: $window; }
QLabel { background: transparent; }
QLabel[tone="soft"] { color: $text_2; }
QLabel[tone="faint"] { color: $text_3; }
QLabel[tone="error"] { color: $error; }
QLabel[tone="review"] { color: $review; }
QLabel[tone="hint"] { color: $hint; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="import"] { color: $import; }
QLabel[use="panel"] { font-size: 10pt; font-weight: bold; }
QLabel[use="strong"] { font-weight: bold; }
QLabel[use="heading"] { font-size: 12pt; font-weight: bold; }
QLabel[use="page"] { font-size: 15pt; font-weight: bold; }
QLabel[use="reading"] { font-size: 11pt; }

QHeaderView::section {
  background: $head; color: $text; border: none; border-right: 1px solid $line;
  border-bottom: 1px solid $line; padding: 4px 6px; font-weight: bold;
}
QTableCornerButton::section {
  background: $head; border: none; border-right: 1px solid $line; border-bottom: 1px solid $line;
}
QTableView, QTreeView, QListView {
  background: $surface; color: $text; border: 1px solid $line; outline: none;
  gridline-color: $line; selection-background-color: $accent_soft; selection-color: $text;
}
QTableView:focus, QTreeView:focus, QListView:focus { border: 2px solid $accent; }
QTableView[plain="true"], QTableView[plain="true"]:focus { border: none; }
QTableView[lines="plain"]::item { padding: 3px; border: none; }
QTableView[lines="plain"]::item:selected { background: $accent_soft; color: $text; }
QScrollBar:vertical { background: $window; width: 12px; margin: 0; }
QScrollBar:horizontal { background: $window; height: 12px; margin: 0; }
QScrollBar::handle { background: $line_strong; border-radius: 4px; margin: 2px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
  background: $surface; border: 1px solid $line_strong; border-radius: 2px; text-align: center;
}
QProgressBar::chunk { background: $accent; }
QSplitter::handle { background: $line; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $head; }
QCalendarWidget QToolButton {
  background: transparent; color: $text; border: none; border-radius: 4px; padding: 2px 8px;
}
QCalendarWidget QToolButton:hover { background: $accent_soft; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QTableView { border: none; }
QTabWidget::pane { border: 1px solid $line; background: $surface; }
""")


_NAMES = (
    *("window", "surface", "head", "computed", "line", "line_strong", "text", "text_2", "text_3"),
    *("accent", "accent_soft", "on_accent", "error", "review", "hint", "ok", "import"),
    "error_soft",
    "review_soft",
)


def style_sheet(colour: Callable[[str], QColor]) -> str:
    """The style sheet in the colours that ``colour`` gives for a token's name."""
    colours = {name: colour(name).name() for name in _NAMES}
    return _SHEET.substitute(colours, icons=resource("icons").as_posix())
