"""Stopping a long reading: whoever waits for it says so, and the slow readers ask now and then.

The wish belongs to the thread that reads, so that no reader needs to be handed it.
"""

import contextlib
import threading
from collections.abc import Callable, Generator

from reportdesk.errors import ReadError


class _Wish(threading.local):
    asked: Callable[[], bool] | None = None


_wish = _Wish()


@contextlib.contextmanager
def stoppable(asked: Callable[[], bool]) -> Generator[None, None, None]:
    """What is read inside is given up soon after ``asked`` says so."""
    before, _wish.asked = _wish.asked, asked
    try:
        yield
    finally:
        _wish.asked = before


def go_on() -> None:
    """Raises ReadError where the reading is not wanted any more."""
    if _wish.asked is not None and _wish.asked():
        raise ReadError("已停止读这个文件。")
