"""What every test relies on: no screen, the same examples everywhere, and nothing left over."""

import gc
import os
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

# Before anything imports Qt. A person who wants to see the windows sets it to xcb.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A machine under load is no failure of ours, and a failure has to come again when looked for.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def leftovers() -> Iterator[None]:
    """What tests leave behind goes between them, as in the program between two events: never while
    Qt walks through its widgets, or takes some of them apart."""
    gc.disable()
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtCore import QCoreApplication, QEvent

        from reportdesk.gui.garbage import collect

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        collect()
    gc.enable()
