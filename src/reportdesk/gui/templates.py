"""Which Word template stands for an edition: the office's own that it chose, or the built-in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.formats.gallery import FOLDER, Gallery

if TYPE_CHECKING:
    from pathlib import Path

    from reportdesk.form.edition import Edition
    from reportdesk.gui.context import Context


class Templates:
    """The office's gallery, and its choices, which are kept among the settings."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.gallery = Gallery(context.folder / FOLDER)

    def built_in(self, edition: Edition) -> Path | None:
        """The template that comes with an edition."""
        return self._context.catalog.template(edition.id)

    def chosen(self, edition: Edition) -> Path | None:
        """The office's own template for an edition; None where the built-in one is used, or the
        one that was chosen has gone."""
        name = self._choices().get(edition.id, "")
        return self.gallery.find(name) if name else None

    def used(self, edition: Edition) -> Path | None:
        """The template that reports on an edition are written with."""
        return self.chosen(edition) or self.built_in(edition)

    def choose(self, edition: Edition, template: Path | None) -> None:
        """Use one of the gallery for an edition from now on; None: the built-in one."""
        choices = self._choices()
        choices.pop(edition.id, None)
        if template is not None:
            choices[edition.id] = template.name
        self._keep(choices)

    def renamed(self, before: str, after: str) -> None:
        """Let the choices follow a form that has another file name now."""
        choices = {id: after if name == before else name for id, name in self._choices().items()}
        self._keep(choices)

    def _choices(self) -> dict[str, str]:
        pairs = (entry.partition("=") for entry in self._context.settings.templates)
        return {id: name for id, _, name in pairs if id and name}

    def _keep(self, choices: dict[str, str]) -> None:
        self._context.keep(templates=tuple(f"{id}={name}" for id, name in choices.items()))
