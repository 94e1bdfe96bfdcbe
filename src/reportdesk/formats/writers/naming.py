"""Names for files that any system takes: nothing forbidden, no device's name, not too long."""

import re

from reportdesk.windows import DEVICES

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_LONGEST = 60
"""Characters; a folder's path comes before them, and Windows stops at 260 altogether."""


def file_name(stem: str, suffix: str, otherwise: str = "年报") -> str:
    """``stem`` made a file's name with ``suffix``; ``otherwise`` where nothing of it is left."""
    name = re.sub(r"\s+", " ", _FORBIDDEN.sub("", stem)).strip(" .")[:_LONGEST].strip(" .")
    if not name or DEVICES.match(name):
        name = f"{otherwise}{name}"
    return f"{name}{suffix}"
