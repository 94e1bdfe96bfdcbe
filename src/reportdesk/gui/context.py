"""What the desk works with: drafts, editions, settings, folders and the day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from reportdesk.form.catalog import Catalog
    from reportdesk.settings import Settings, SettingsFile
    from reportdesk.store.drafts import DraftStore


class Context:
    """Handed to the window once, by whoever starts the program. ``folder`` is the data folder."""

    def __init__(
        self,
        store: DraftStore,
        catalog: Catalog,
        settings_file: SettingsFile,
        settings: Settings,
        folder: Path,
        logs: Path,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.store = store
        self.catalog = catalog
        self.settings_file = settings_file
        self.settings = settings
        self.folder = folder
        self.logs = logs
        self.today = today

    def keep(self, **changes: Any) -> None:
        """Remember choices of the clerk. They are no part of her work: where they cannot be
        written the program goes on without a word, and they last until it is closed."""
        new = self.settings._replace(**changes)
        if new != self.settings:
            self.settings = new
            try:
                self.settings_file.save(new)
            except OSError:
                return
