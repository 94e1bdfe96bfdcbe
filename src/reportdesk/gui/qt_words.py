"""The few words of Qt's own dialogs that Qt's Chinese translation does not have."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

_WORDS = {
    "&Look in:": "查找范围(&I)：",
    "Files of &type:": "文件类型(&T)：",
}


class QtWords(QTranslator):
    """To be installed before Qt's own translation, so that it is asked only for what that lacks."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:  # pyright: ignore[reportIncompatibleMethodOverride] - None is "not here"
        """The Chinese for ``source``, None where it is not one of these."""
        return _WORDS.get(source)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Qt asks no empty translation."""
        return False
