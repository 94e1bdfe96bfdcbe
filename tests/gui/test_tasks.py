from collections.abc import Callable
from threading import Event, current_thread, main_thread

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reportdesk.errors import ReadError
from reportdesk.gui import tasks


def _never(error: Exception) -> None:
    raise AssertionError(error)


def test_work_is_done_elsewhere_and_its_result_comes_back_here(qtbot: QtBot) -> None:
    owner, results, threads = QObject(), list[int](), list[bool]()

    def work(tell: Callable[[str], None], cancelled: Callable[[], bool]) -> int:
        threads.append(current_thread() is main_thread())
        return 42

    def done(result: int) -> None:
        threads.append(current_thread() is main_thread())
        results.append(result)

    tasks.run(owner, work, done, _never)
    qtbot.waitUntil(lambda: results == [42])
    assert threads == [False, True]


def test_an_error_of_the_work_comes_back_as_it_was(qtbot: QtBot) -> None:
    owner, errors = QObject(), list[Exception]()

    def work(tell: Callable[[str], None], cancelled: Callable[[], bool]) -> int:
        raise ReadError("文件打不开。")

    tasks.run(owner, work, lambda _: _never(AssertionError()), errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ReadError)


def test_words_on_the_way_reach_the_window(qtbot: QtBot) -> None:
    owner, words, go = QObject(), list[str](), Event()

    def work(tell: Callable[[str], None], cancelled: Callable[[], bool]) -> int:
        go.wait(5)
        tell("正在读第 1 页")
        return 1

    task = tasks.run(owner, work, lambda _: None, _never)
    task.told.connect(words.append)
    go.set()
    qtbot.waitUntil(lambda: words == ["正在读第 1 页"])


def test_a_cancelled_task_is_never_heard_of_again(qtbot: QtBot) -> None:
    owner, results, go, seen = QObject(), list[int](), Event(), list[bool]()

    def work(tell: Callable[[str], None], cancelled: Callable[[], bool]) -> int:
        go.wait(5)
        seen.append(cancelled())
        return 1

    task = tasks.run(owner, work, results.append, _never)
    task.cancel()
    assert not task.running
    go.set()
    qtbot.waitUntil(lambda: seen == [True])
    qtbot.wait(20)
    assert results == []


def test_a_window_that_is_gone_is_no_trouble_for_the_work(qtbot: QtBot) -> None:
    owner, results, go, seen = QObject(), list[int](), Event(), list[bool]()

    def work(tell: Callable[[str], None], cancelled: Callable[[], bool]) -> int:
        go.wait(5)
        tell("正在读第 1 页")
        seen.append(cancelled())
        return 1

    task = tasks.run(owner, work, results.append, _never)
    owner.deleteLater()
    qtbot.waitUntil(lambda: not task.running)
    go.set()
    qtbot.waitUntil(lambda: seen == [True])
    qtbot.wait(20)
    assert results == []


def test_windows_may_come_and_go_while_work_is_done(qtbot: QtBot) -> None:
    """What crashed once: the thread spoke through an object that its window took along."""
    ended: list[int] = []

    def work(tell: Callable[[str], None], cancelled: Callable[[], bool]) -> int:
        for words in ("一", "二", "三"):
            tell(words)
        ended.append(1)
        return 1

    for _ in range(300):
        tasks.run(QObject(), work, lambda _: None, _never)
        qtbot.wait(0)
    qtbot.waitUntil(lambda: len(ended) == 300)
