"""本行说明: what the current row and column count, from the edition, beside the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reportdesk.form.explaining import all_helps, helps_of, section_helps
from reportdesk.gui.style import theme, themes

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent

    from reportdesk.form.edition import Section
    from reportdesk.form.explaining import Help
    from reportdesk.gui.explain_all import AllHelps
    from reportdesk.gui.session import Session

_MOST = 172
"""It grows to fit, but no higher than this; then it scrolls."""
_PASSAGES = 3


class RowHelp(QWidget):
    """Follows the clerk from blank to blank. In the narrow form it is folded to its title."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._section = ""
        self._key = ""
        self._shown: tuple[Help, ...] = ()
        self._stale = False
        self._tall = 0
        self._folded: bool | None = None
        """None until the clerk folds or unfolds it: the width decides."""
        self._all: AllHelps | None = None
        self._passages: list[tuple[QLabel, QLabel, QLabel]] = []
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFocusProxy(self.area)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("本行说明")
        session.reset.connect(self._begin_anew)
        themes.changed.connect(self.update)

    def _lay_out(self) -> None:
        self.title = QPushButton()
        self.title.setProperty("entry", "true")
        self.title.setCheckable(True)
        self.title.clicked.connect(self._toggle)
        self.all_button = QPushButton("全部说明")
        self.all_button.setProperty("flat", "true")
        self.all_button.setProperty("small", "true")
        self.all_button.clicked.connect(self.show_all)
        head = QHBoxLayout()
        head.setContentsMargins(8, 3, 6, 0)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.all_button)
        self._content = QWidget()
        words = QVBoxLayout(self._content)
        words.setContentsMargins(11, 0, 11, 10)
        words.setSpacing(3)
        for number in range(_PASSAGES):
            labels = _label("", "strong"), _label("", ""), _label("faint", "")
            labels[0].setContentsMargins(0, 6 if number else 0, 0, 0)
            self._passages.append(labels)
            for label in labels:
                words.addWidget(label)
        words.addStretch(1)
        self.area = _Area()
        self.area.setWidget(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.area)
        self._dress()

    # What it shows

    def show_section(self, id: str) -> None:
        """Show what is explained about a section as a whole; nothing where it is none."""
        section = self._find(id)
        self._section, self._key, self._tall = id, "", 0
        self.all_button.setEnabled(section is not None and any(h.text for h in all_helps(section)))
        if self._all is not None and section is not None:
            self._all.show_section(section)
        self._tell(section_helps(section) if section is not None else ())

    def show_key(self, key: str) -> None:
        """Show what is explained about the blank ``key``."""
        if key != self._key and key in self._session.edition.fields:
            self._key = key
            self._tell(helps_of(self._session.edition, key))

    @property
    def words(self) -> str:
        """All that it says now."""
        return "\n".join(part for help in self._shown for part in help if part)

    @property
    def seen(self) -> str:
        """What of it stands on the screen."""
        labels = [label for labels in self._passages for label in labels]
        return "\n".join(label.text() for label in labels if label.text())

    def show_all(self) -> None:
        """Open a window with all that is explained about the section."""
        section = self._find(self._section)
        if section is None:
            return
        if self._all is None:
            from reportdesk.gui.explain_all import AllHelps  # a window of its own

            self._all = AllHelps(self.window())
        self._all.show_section(section, at=self._shown[0].text if self._shown else "")
        self._all.show()
        self._all.activateWindow()

    def _find(self, id: str) -> Section | None:
        return next((s for s in self._session.edition.sections if s.id == id), None)

    def _tell(self, helps: tuple[Help, ...]) -> None:
        self._shown = helps
        self._stale = True
        if self.isVisible():
            self._freshen()

    def _freshen(self) -> None:
        if not self._stale:
            return
        self._stale = False
        for labels, help in zip(self._passages, _filled(self._shown), strict=True):
            for label, words in zip(labels, help, strict=True):
                label.setText(words)
                label.setVisible(bool(words))
        self.area.setAccessibleName(self.words)
        self.area.verticalScrollBar().setValue(0)
        self._fit()

    def _begin_anew(self) -> None:
        self._key = ""
        self.show_section(self._section)

    # Its size

    @property
    def folded(self) -> bool:
        """Whether only its title is shown."""
        narrow = self.width() < theme().size("side") - 2
        return narrow if self._folded is None else self._folded

    def _toggle(self) -> None:
        self._folded = not self.folded
        self._dress()

    def _dress(self) -> None:
        self.title.setText(f"{'▸' if self.folded else '▾'} 本行说明")
        self.title.setChecked(not self.folded)
        self.area.setVisible(not self.folded)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the words are. Within a section it never gets lower again: nothing is to
        move under the hand while she goes from row to row."""
        width = max(self.width(), theme().size("side_narrow"))
        layout = self._content.layout()
        if layout is not None:
            layout.invalidate()
            height = layout.heightForWidth(width - self.area.verticalScrollBar().width())
            self._tall = max(self._tall, min(height + 4, _MOST))
        self.area.setFixedHeight(self._tall)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with where the clerk went while it was hidden."""
        super().showEvent(event)
        self._dress()
        self._freshen()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Take the folded or the unfolded form."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._tall = 0
            self._dress()

    def unfold(self) -> None:
        """Show the words, whatever the width."""
        if self.folded:
            self._toggle()

    def focus_words(self) -> None:
        """Show the words and put the focus on them, so that they are read out."""
        self.unfold()
        self.area.setFocus(Qt.FocusReason.ShortcutFocusReason)


class _Area(QScrollArea):
    """The words; it can have the focus, so that they are read out and scroll by keys."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setProperty("ring", "true")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _filled(helps: tuple[Help, ...]) -> list[tuple[str, str, str]]:
    """So many passages as there is room for; a source that several share is told once, with the
    last of them."""
    shown = list(helps[:_PASSAGES])
    found: list[tuple[str, str, str]] = []
    for number, help in enumerate(shown):
        later = any(other.source == help.source for other in shown[number + 1 :])
        found.append((help.title, help.text, "" if later else help.source))
    return [*found, *([("", "", "")] * (_PASSAGES - len(found)))]


def _label(tone: str, use: str) -> QLabel:
    label = QLabel()
    label.setWordWrap(True)
    if tone:
        label.setProperty("tone", tone)
    if use:
        label.setProperty("use", use)
    return label
