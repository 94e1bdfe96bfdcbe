"""What the desk works with: drafts, editions, settings, folders and the day."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportdesk.form.catalog import Catalog
    from reportdesk.settings import Settings, SettingsFile
    from reportdesk.store.drafts import DraftStore


@dataclass
class Context:
    """Handed to the window once, by whoever starts the program."""

    store: DraftStore
    catalog: Catalog
    settings_file: SettingsFile
    settings: Settings
    folder: Path
    """The data folder."""
    logs: Path
    today: Callable[[], date] = field(default=date.today)

    def keep(self, **changes: Any) -> None:
        """Remember choices of the clerk. They are no part of her work: where they cannot be
        written the program goes on without a word, and they last until it is closed."""
        new = replace(self.settings, **changes)
        if new != self.settings:
            self.settings = new
            try:
                self.settings_file.save(new)
            except OSError:
                return
