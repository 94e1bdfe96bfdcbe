"""Long work off the window's thread, with words on the way and a cancel that is obeyed at once.

The work is handed two functions: one to tell how far it is, one to ask whether it was cancelled.
A cancelled task is never heard of again, even where a library cannot be stopped in mid-work.

The working thread holds nothing of the screen but a post office that lives as long as the
program: neither a window that is closed meanwhile nor its last reference can end over there. So
the work itself must not hold a widget either.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from contextlib import suppress
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")
Tell = Callable[[str], None]
Cancelled = Callable[[], bool]


class Task(QObject):
    """One piece of work on its way, as long as somebody waits for it."""

    told = Signal(str)

    def __init__(
        self,
        number: int,
        owner: QObject,
        done: Callable[[Any], None],
        failed: Callable[[Exception], None],
    ) -> None:
        super().__init__()
        self._number = number
        self._done, self._failed = done, failed
        self.stop = Event()
        owner.destroyed.connect(self.cancel)

    @property
    def running(self) -> bool:
        """Whether its end is still waited for."""
        return self._number in _waiting

    def cancel(self) -> None:
        """Drop it: neither its result nor its error is wanted any more."""
        self.stop.set()
        _waiting.pop(self._number, None)

    def is_cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self.stop.is_set()

    def end(self, result: object, error: object) -> None:
        """Hand over what came of it."""
        if isinstance(error, Exception):
            self._failed(error)
        else:
            self._done(result)


_waiting: dict[int, Task] = {}
_numbers = itertools.count(1)


class _Post(QObject):
    """Takes what the working threads say into the window's thread."""

    said = Signal(int, str)
    ended = Signal(int, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.said.connect(self._say)
        self.ended.connect(self._end)

    def _say(self, number: int, words: str) -> None:
        task = _waiting.get(number)
        if task is not None:
            task.told.emit(words)

    def _end(self, number: int, result: object, error: object) -> None:
        task = _waiting.pop(number, None)
        if task is not None:
            task.end(result, error)


_post: list[_Post] = []


class _Run(QRunnable):
    def __init__(
        self, number: int, post: _Post, stop: Event, work: Callable[[Tell, Cancelled], Any]
    ) -> None:
        super().__init__()
        self._number, self._post, self._stop, self._work = number, post, stop, work

    def run(self) -> None:
        result: object = None
        trouble: Exception | None = None
        try:
            result = self._work(self._say, self._stop.is_set)
        except Exception as error:
            trouble = error
        with suppress(RuntimeError):  # the program has ended meanwhile
            self._post.ended.emit(self._number, result, trouble)

    def _say(self, words: str) -> None:
        self._post.said.emit(self._number, words)


def run(
    parent: QObject,
    work: Callable[[Tell, Cancelled], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> Task:
    """Do ``work`` in another thread; ``done`` or ``failed`` is called in this one, unless
    ``parent`` is gone by then."""
    if not _post:
        _post.append(_Post())
    number = next(_numbers)
    task = _waiting[number] = Task(number, parent, done, failed)
    QThreadPool.globalInstance().start(_Run(number, _post[0], task.stop, work))
    return task
