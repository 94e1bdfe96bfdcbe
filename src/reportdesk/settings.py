"""What the clerk chose about the program: one tuple with names, kept in one small file.

The file is JSON: the standard library reads and writes it, and nobody edits it by hand. It holds
nothing of a report, so whatever is wrong with it, the program starts with what it can use of it.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, cast

from reportdesk.windows import replace

if TYPE_CHECKING:
    from pathlib import Path

Theme = Literal["system", "light", "dark"]
THEMES: tuple[Theme, ...] = ("system", "light", "dark")


class Settings(NamedTuple):
    """The choices, each with what it is before the clerk chooses."""

    zoom: float = 1.0
    theme: Theme = "system"
    show_last: bool = False
    """Whether last year's values are shown in the cells."""
    explained: bool = False
    """Whether a section's 填报说明 is unfolded."""
    side_open: bool = True
    recent: tuple[str, ...] = ()
    """Files lately used, the newest first."""
    last_folder: str = ""
    """Where a file was last opened or copied to."""
    export_folder: str = ""
    welcomed: bool = False
    """Whether the program was shown to this clerk before."""
    window: str = ""
    """The window's place and size, as Qt writes it, in base64."""
    sort: str = ""
    """How the list of reports is sorted."""
    widths: tuple[str, ...] = ()
    """The widths of its columns, where the clerk drew them herself."""
    templates: tuple[str, ...] = ()
    """Which of the office's own Word templates stands for which edition: «edition=file name»."""


class SettingsFile:
    """Settings in a file of their own."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def load(self) -> Settings:
        """The settings; what is absent, or not what it should be, is as before any choice."""
        try:
            data: object = json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return Settings()
        return _settings(cast("dict[str, object]", data)) if isinstance(data, dict) else Settings()

    def save(self, settings: Settings) -> None:
        """Write the settings beside, then in place. Raises OSError."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps(settings._asdict(), ensure_ascii=False, indent=1) + "\n"
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}.part")
        try:
            beside.write_text(text, encoding="utf-8")
            replace(beside, self.path)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise


def _settings(data: dict[str, object]) -> Settings:
    found: dict[str, Any] = {}
    for name, usual in Settings()._asdict().items():
        value = data.get(name)
        if isinstance(usual, tuple):
            texts = cast("list[object]", value) if isinstance(value, list) else [None]
            if all(isinstance(text, str) for text in texts):
                found[name] = tuple(texts)
        elif isinstance(usual, float):
            if isinstance(value, int | float) and not isinstance(value, bool) and 0 < value < 100:
                found[name] = float(value)
        elif type(value) is type(usual):
            found[name] = value
    if found.get("theme") not in THEMES:
        found.pop("theme", None)
    return Settings(**found)
