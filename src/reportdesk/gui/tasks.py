"""Long work off the window's thread, with words on the way and a cancel that is obeyed at once.

The work is handed two functions: one to tell how far it is, one to ask whether it was cancelled.
A cancelled task is never heard of again, even where a library cannot be stopped in mid-work.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")
Tell = Callable[[str], None]
Cancelled = Callable[[], bool]


class Task(QObject):
    """One piece of work on its way."""

    told = Signal(str)
    _finished = Signal(object, object)

    def __init__(
        self,
        parent: QObject,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(parent)
        self._done, self._failed = done, failed
        self._cancelled = False
        self._over = False
        self._finished.connect(self._finish)

    @property
    def running(self) -> bool:
        """Whether its end is still waited for."""
        return not (self._over or self._cancelled)

    def cancel(self) -> None:
        """Drop it: neither its result nor its error is wanted any more."""
        self._cancelled = True

    def is_cancelled(self) -> bool:
        """Whether it was cancelled; asked from the working thread."""
        return self._cancelled

    def _finish(self, result: object, error: object) -> None:
        self._over = True
        if not self._cancelled:
            if isinstance(error, Exception):
                self._failed(error)
            else:
                self._done(result)
        self.deleteLater()


class _Run(QRunnable):
    def __init__(self, task: Task, work: Callable[[Tell, Cancelled], Any]) -> None:
        super().__init__()
        self._task, self._work = task, work

    def run(self) -> None:
        result: object = None
        trouble: Exception | None = None
        try:
            result = self._work(self._task.told.emit, self._task.is_cancelled)
        except Exception as error:
            trouble = error
        try:
            self._task._finished.emit(result, trouble)  # pyright: ignore[reportPrivateUsage]
        except RuntimeError:
            return  # the window that wanted it is gone


def run(
    parent: QObject,
    work: Callable[[Tell, Cancelled], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> Task:
    """Do ``work`` in another thread; ``done`` or ``failed`` is called in this one."""
    task = Task(parent, done, failed)
    QThreadPool.globalInstance().start(_Run(task, work))
    return task
