"""What nobody caught: logged without a word of the report, told once, and the program goes on."""

import faulthandler
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reportdesk.gui.crash import CrashHook, Record

SECRET = "云溪县水务局 5 件"


def fall() -> None:
    values = {"overview": SECRET}
    raise KeyError(values["overview"])


def caught(work: Callable[[], None] = fall) -> BaseException:
    try:
        work()
    except BaseException as error:
        return error
    raise AssertionError


def hand_over(hook: CrashHook, error: BaseException) -> None:
    hook(type(error), error, error.__traceback__)


@pytest.fixture
def told() -> list[Record]:
    return []


@pytest.fixture
def hook(tmp_path: Path, told: list[Record]) -> Iterator[CrashHook]:
    made = CrashHook(tmp_path / "logs", told.append)
    yield made
    made.remove()
    assert sys.excepthook is sys.__excepthook__


def log(hook: CrashHook) -> str:
    return "".join(f.read_text(encoding="utf-8") for f in hook.folder.glob("reportdesk-*.log"))


def test_a_trouble_is_logged_and_told(hook: CrashHook, told: list[Record]) -> None:
    hand_over(hook, caught())
    (record,) = told
    assert record.kind == "KeyError"
    assert record.place.endswith(" fall")
    assert record.text() in log(hook)
    assert "PySide6 6." in record.text()


def test_nothing_of_the_report_is_in_the_log(hook: CrashHook, told: list[Record]) -> None:
    hand_over(hook, caught())
    hand_over(hook, caught(lambda: exec(f"raise ValueError({SECRET!r})", {"__name__": "x"})))
    assert log(hook)
    assert "云溪" not in log(hook)
    assert "云溪" not in told[0].text()


def test_the_same_trouble_is_told_once_in_ten_seconds_and_logged_each_time(
    tmp_path: Path, told: list[Record]
) -> None:
    now = [100.0]
    hook = CrashHook(tmp_path, told.append, clock=lambda: now[0])
    for _ in range(3):
        hand_over(hook, caught())
    assert len(told) == 1
    assert log(hook).count("KeyError") == 3
    hand_over(hook, caught(lambda: exec("1 / 0", {"__name__": "elsewhere"})))
    assert len(told) == 2
    now[0] += 10
    hand_over(hook, caught())
    assert len(told) == 3


def test_trouble_while_telling_is_only_logged(tmp_path: Path) -> None:
    asked: list[Record] = []

    def tell(record: Record) -> None:
        asked.append(record)
        hand_over(hook, caught(lambda: exec("1 / 0", {"__name__": "elsewhere"})))

    hook = CrashHook(tmp_path, tell)
    hand_over(hook, caught())
    assert [record.kind for record in asked] == ["KeyError"]
    assert "ZeroDivisionError" in log(hook)


def test_a_teller_that_falls_itself_does_not_silence_the_next_trouble(tmp_path: Path) -> None:
    asked: list[Record] = []

    def tell(record: Record) -> None:
        asked.append(record)
        raise RuntimeError

    hook = CrashHook(tmp_path, tell)
    with pytest.raises(RuntimeError):
        hand_over(hook, caught())
    with pytest.raises(RuntimeError):
        hand_over(hook, caught(lambda: exec("1 / 0", {"__name__": "elsewhere"})))
    assert len(asked) == 2


def test_a_log_that_cannot_be_written_keeps_nobody_from_being_told(
    tmp_path: Path, told: list[Record]
) -> None:
    (tmp_path / "logs").write_text("")
    hook = CrashHook(tmp_path / "logs", told.append)
    hook.install()
    try:
        hand_over(hook, caught())
    finally:
        hook.remove()
    assert len(told) == 1


def test_the_hook_takes_python_s_place_and_gives_it_back(hook: CrashHook) -> None:
    before = faulthandler.is_enabled()
    hook.install()
    assert sys.excepthook is hook
    assert faulthandler.is_enabled()
    hook.remove()
    assert sys.excepthook is sys.__excepthook__
    if before:
        faulthandler.enable()


def test_old_logs_do_not_pile_up(hook: CrashHook) -> None:
    hook.folder.mkdir()
    for day in range(1, 31):
        (hook.folder / f"reportdesk-202001{day:02}.log").write_text("")
    hand_over(hook, caught())
    left = sorted(file.name for file in hook.folder.glob("reportdesk-*.log"))
    assert len(left) == 20
    assert "reportdesk-20200130.log" in left
    assert "reportdesk-20200101.log" not in left


def test_to_stop_the_program_with_the_keyboard_is_no_trouble(
    hook: CrashHook, told: list[Record], capsys: pytest.CaptureFixture[str]
) -> None:
    hand_over(hook, KeyboardInterrupt())
    assert told == []
    assert "KeyboardInterrupt" in capsys.readouterr().err
