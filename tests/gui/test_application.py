"""The application as it is made once a process: its language, its icon, its one style."""

import subprocess
import sys

PROBE = """
from PySide6.QtCore import QCoreApplication
from reportdesk.app import make_application
app = make_application()
sizes = sorted(size.width() for size in app.windowIcon().availableSizes())
print(app.style().name(), QCoreApplication.translate("QPlatformTheme", "Cancel"), *sizes)
"""


def test_it_speaks_chinese_has_its_icon_and_looks_alike_on_every_system() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PROBE],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    style, cancel, *sizes = done.stdout.split()
    assert style == "fusion"
    assert cancel == "取消"
    assert {"16", "32", "48", "256"} <= set(sizes)
