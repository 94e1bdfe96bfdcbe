"""Garbage is looked for between two events, and only in the window's thread.

Left to itself Python looks for it whenever enough objects were made: while Qt walks through all
widgets, or in a thread that reads a file. A widget that goes at such a moment is still held by
whoever was walking, and the process dies. So Python's own search is off as long as the window is
there, and this one comes by when the event loop has nothing better to do.
"""

import gc

from PySide6.QtCore import QObject, Qt, QTimer

_EVERY = 1000
"""Milliseconds between two looks at how much was made."""
_YOUNG = 700
"""So many new objects are worth a search; Python's own measure."""
_OFTEN = 10
"""After so many searches among the young, one among all; Python's own measure, too."""


def collect() -> None:
    """Look for garbage if enough objects were made since the last time."""
    if gc.get_count()[0] < _YOUNG:
        return
    gc.collect(2 if gc.get_count()[2] >= _OFTEN else 1)


class Collector(QObject):
    """Takes the search for garbage over from Python, until it goes itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(collect)
        self._timer.start()
