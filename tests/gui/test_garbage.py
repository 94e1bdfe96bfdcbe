"""Garbage is looked for between two events only, and in the window's thread."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reportdesk.gui.garbage import Collector, collect
from reportdesk.gui.tasks import Cancelled, Tell, run


class Knot:
    """A thing that holds itself, so that only a search finds it."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def searches() -> Iterator[list[threading.Thread]]:
    """The threads in which garbage was looked for."""
    seen: list[threading.Thread] = []

    def note(phase: str, info: dict[str, int]) -> None:
        seen.append(threading.current_thread())

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


@pytest.fixture
def collector() -> Iterator[Collector]:
    owner = QObject()
    gc.enable()
    yield Collector(owner)
    gc.disable()


def test_python_itself_searches_no_more(
    qtbot: QtBot, collector: Collector, searches: list[threading.Thread]
) -> None:
    assert not gc.isenabled()
    kept = [Knot() for _ in range(50_000)]
    assert kept
    assert not searches


def test_what_was_left_goes_when_the_event_loop_comes_round(
    qtbot: QtBot, collector: Collector
) -> None:
    gone = weakref.ref(Knot())
    more = [Knot() for _ in range(2_000)]
    assert gone() is not None
    qtbot.waitUntil(lambda: gone() is None, timeout=10_000)
    assert more


def test_a_thread_that_makes_much_does_not_search(
    qtbot: QtBot, collector: Collector, searches: list[threading.Thread]
) -> None:
    def work(tell: Tell, cancelled: Cancelled) -> list[Knot]:
        return [Knot() for _ in range(50_000)]

    done: list[object] = []
    owner = QObject()
    run(owner, work, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=10_000)
    qtbot.waitUntil(lambda: bool(searches), timeout=10_000)
    assert set(searches) == {threading.main_thread()}


def test_little_is_not_worth_a_search(searches: list[threading.Thread]) -> None:
    gc.collect()
    searches.clear()
    collect()
    assert not searches


def test_after_ten_searches_among_the_young_the_old_are_searched_too() -> None:
    gc.collect()
    knot = Knot()
    gone = weakref.ref(knot)
    gc.collect(1)  # it is old now
    del knot
    for _ in range(10):
        kept = [Knot() for _ in range(2_000)]
        assert gone() is not None
        collect()
    kept = [Knot() for _ in range(2_000)]
    collect()
    assert kept
    assert gone() is None
