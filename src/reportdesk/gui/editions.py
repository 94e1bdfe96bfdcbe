"""What an edition is called in lists, where its whole title would say nothing new."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportdesk.form.catalog import Catalog


def edition_name(catalog: Catalog, id: str) -> str:
    """A short name, by the year from which the edition is used; its id where it is not at hand."""
    if id not in catalog:
        return id
    name = f"{catalog.first_year(id)}版"
    return f"{name}·自有" if catalog.is_own(id) else name


def edition_words(catalog: Catalog, id: str) -> str:
    """Its title and the notice that prescribes it, in a line."""
    if id not in catalog:
        return f"版式“{id}”的文件不在这台电脑上。"
    edition = catalog[id]
    words = f"{edition.title}，{edition.basis}"
    return f"{words}（本单位的版式 {id}）" if catalog.is_own(id) else words
