"""What the clerk is asked on the way out: where to, which form, which version, whether to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from reportdesk.gui.saving import ask_path

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from reportdesk.gui.context import Context
    from reportdesk.gui.dialogs.templates_model import Purpose
    from reportdesk.gui.review.exports import Exporter
    from reportdesk.gui.session import Session


class Asking:
    """The dialogs, over ``window``. A test puts functions of its own in their places."""

    def __init__(self, session: Session, context: Context, window: QWidget) -> None:
        self._session, self._context, self._window = session, context, window

    def path(self, title: str, suggested: Path, kind: str) -> Path | None:
        """Where a file shall be written; the dialog asks before one that is there is replaced."""
        return ask_path(self._window, title, suggested, kind)

    def form(self) -> Path | None:
        """Which Word form shall be filled, after a look at what will be filled. Where the office
        keeps none, its file is asked for first."""
        return self._template("fill")

    def other_template(self) -> None:
        """Which template the office uses."""
        self._template("keep")

    def go_on(self) -> bool:
        """Whether to write with a template that has not a place for everything."""
        return self._template("export") is not None

    def _template(self, purpose: Purpose) -> Path | None:
        from reportdesk.gui.dialogs.templates import TemplatesDialog

        dialog = TemplatesDialog(self._session, self._context, purpose, parent=self._window)
        if dialog.entries() or dialog.look_at_other():
            dialog.exec()
        chosen = dialog.chosen
        dialog.deleteLater()
        return chosen

    def version(self, exporter: Exporter) -> str | None:
        """The name of the version that is sent for signature."""
        from reportdesk.gui.dialogs.sign_off import SignOffDialog

        signing, progress = exporter.signing, self._session.progress
        dialog = SignOffDialog(
            signing.sheet(signing.proposed()),
            progress.of - progress.filled,
            beside=exporter.sheet_goes_beside,
            parent=self._window,
        )
        taken = dialog.exec() == QDialog.DialogCode.Accepted
        name = dialog.name
        dialog.deleteLater()
        return name if taken else None

    def changes(self, version: int) -> None:
        """Show what has changed since a version."""
        from reportdesk.gui.dialogs.versions import VersionsDialog

        dialog = VersionsDialog(self._session, self._context, version, parent=self._window)
        dialog.exec()
        dialog.deleteLater()
