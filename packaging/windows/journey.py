"""The main journey with real keys: last year's file taken in, figures typed, a Word file written.

    python packaging/windows/journey.py LAST EXPORTED PICTURES PROGRAM…

starts PROGRAM on the display that DISPLAY names and works as a clerk does, by way of xdotool: no
part of the program knows that it is tried. LAST and EXPORTED are the files as PROGRAM calls them,
in plain letters, since xdotool cannot type Chinese reliably. A picture of the screen is kept at
every step. It ends with 0 when the program was closed in order; what was written is for the caller
to look at.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

WINDOW = "政府信息公开年报"
IMPORT = "从文件导入"
YEAR = "年度"
WAIT = 60.0
"""Seconds for a window to come; a first start in a fresh Wine prefix is slow."""


class Clerk:
    """Sits before the screen."""

    def __init__(self, pictures: Path) -> None:
        self.pictures = pictures
        self.taken = 0
        pictures.mkdir(parents=True, exist_ok=True)

    def see(self, title: str, *, gone: bool = False) -> None:
        """Wait until a window with these words in its title is there, or is gone."""
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            found = [window for window, one in self.titles() if title in one]
            if bool(found) is not gone:
                time.sleep(1)
                if found:
                    # Wine gives the focus back to nobody when one of its own dialogs closes.
                    _xdotool("windowactivate", "--sync", found[0])
                return
            time.sleep(0.2)
        self.picture("stuck")
        raise SystemExit(f"journey.py: 「{title}」 did not {'go' if gone else 'come'}")

    def titles(self) -> list[tuple[str, str]]:
        """All windows that are shown, each with its title."""
        found = _xdotool("search", "--onlyvisible", "--name", ".").split()
        return [(window, _xdotool("getwindowname", window).strip()) for window in found]

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            _xdotool("key", "--clearmodifiers", key)
            time.sleep(0.15)

    def type(self, text: str) -> None:
        """Type plain letters and figures."""
        _xdotool("type", "--clearmodifiers", "--delay", "40", text)
        time.sleep(0.3)

    def picture(self, name: str) -> None:
        """Keep a picture of the screen."""
        time.sleep(0.7)
        self.taken += 1
        file = self.pictures / f"{self.taken:02}-{name}.png"
        subprocess.run(["import", "-window", "root", str(file)], check=True)


def _xdotool(*arguments: str) -> str:
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, check=False)
    return done.stdout


def work(clerk: Clerk, last: str, exported: str) -> None:
    """The journey itself."""
    clerk.see(WINDOW)
    clerk.picture("start")
    # The first button has the focus: 从上年报告开始.
    clerk.press("Return")
    clerk.see("选择上年的报告")
    clerk.type(last)
    clerk.picture("file-dialog")
    clerk.press("Return")
    clerk.see(IMPORT)
    clerk.picture("import")
    clerk.press("Return")
    clerk.see(YEAR)
    clerk.picture("report")
    # The table of requests: figures down the first column, then along the row.
    clerk.press("ctrl+4")
    for figure in ("12", "1", "3"):
        clerk.type(figure)
        clerk.press("Return")
    for figure in ("2", "0", "1"):
        clerk.type(figure)
        clerk.press("Tab")
    clerk.press("F2", "Escape", "ctrl+z", "ctrl+y")
    clerk.picture("table")
    clerk.press("ctrl+2")
    clerk.picture("text")
    clerk.press("ctrl+shift+e")
    clerk.picture("review")
    # Round by Tab to Word 草稿, the only one of the ways that is marked as the next.
    for _ in range(WAYS_BACK):
        clerk.press("shift+Tab")
    clerk.picture("draft-button")
    clerk.press("Return")
    clerk.see("Word 草稿")
    clerk.press("ctrl+a")
    clerk.type(exported)
    clerk.picture("save-dialog")
    clerk.press("Return")
    clerk.see(YEAR)
    clerk.picture("exported")
    clerk.press("ctrl+q")
    clerk.see(WINDOW, gone=True)


WAYS_BACK = 9
"""So many steps back from the first thing to do to the button of Word 草稿."""


def main() -> int:
    """Start the program and do it."""
    last, exported, pictures, *program = sys.argv[1:]
    clerk = Clerk(Path(pictures))
    started = subprocess.Popen(
        program, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        work(clerk, last, exported)
        return 0 if started.wait(WAIT) == 0 else 1
    finally:
        if started.poll() is None:
            started.kill()
        print(f"{clerk.taken} pictures in {clerk.pictures}")


if __name__ == "__main__":
    sys.exit(main())
