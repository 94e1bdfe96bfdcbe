"""``python -m reportdesk`` and the ``reportdesk`` command: a command line, or else the window."""

import gc
import sys
from collections.abc import Sequence

_WITH_VALUE = ("--data-dir", "--editions")


def wants_window(arguments: Sequence[str]) -> bool:
    """Whether these arguments open the window: no command at all, or ``open``."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        name, _, value = arguments[at].partition("=")
        if name not in _WITH_VALUE:
            return False
        at += 1 if value else 2
    return at >= len(arguments) or arguments[at] == "open"


def main() -> None:
    """Run what was asked for and leave with its status."""
    arguments = sys.argv[1:]
    if "--self-test" in arguments:
        _try_out(arguments)
    if wants_window(arguments):
        # Looking for garbage would take a twentieth of the start. What it makes stays, until the
        # window is on screen; from then on it is looked for between events (see gui.garbage).
        gc.disable()
        from reportdesk.app import start

        sys.exit(start(arguments))
    sys.exit(_command(arguments))


def _try_out(arguments: list[str]) -> None:
    from pathlib import Path

    from reportdesk.selftest import leave
    from reportdesk.selftest import main as try_out

    gc.disable()  # it is over before any of it matters, and has windows (see gui.garbage)
    at = arguments.index("--self-test")
    file = Path(*arguments[at + 1 : at + 2])
    leave(try_out(file, arguments[:at] + arguments[at + 2 :]))


def _command(arguments: Sequence[str]) -> int:
    from reportdesk.cli import main as run

    # A command is soon over. Looking for garbage would take a tenth of its time, most of it at
    # the end, when all goes with the process.
    gc.set_threshold(200_000, 10, 10)
    status = run(arguments)
    gc.freeze()
    return status


if __name__ == "__main__":
    main()
