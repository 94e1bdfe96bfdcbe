"""A document whole and lossless as plain data, for whatever keeps documents: files and drafts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from reportdesk.report.document import Document, Origin, Unplaced

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reportdesk.form.edition import Edition

    Editions = Mapping[str, Edition]

_DEEPEST = 3


class UnsoundError(ValueError):
    """The data are no document; ``part`` names what is wrong."""

    def __init__(self, part: str) -> None:
        super().__init__(part)
        self.part = part


class UnknownEditionError(LookupError):
    """The document is on an edition that is not known here; ``id`` is its name."""

    def __init__(self, id: str) -> None:
        super().__init__(id)
        self.id = id


def outline_of(document: Document) -> dict[str, Any]:
    """``document`` as dicts, lists and texts."""
    return {
        "edition": document.edition.id,
        "revision": document.edition.revision,
        "year": document.year,
        "as_printed": document.as_printed,
        "values": dict(document.values),
        "origins": {
            key: {"kind": o.kind, "file": o.file, "place": o.place, "text": o.text}
            for key, o in document.origins.items()
        },
        "group_values": dict(document.group_values),
        "unplaced": [[u.place, u.table, u.row, u.column, u.text] for u in document.unplaced],
        "reasons": dict(document.reasons),
        "refused": dict(document.refused),
        "previous": outline_of(document.previous) if document.previous is not None else None,
    }


def document_of(outline: Mapping[str, Any], editions: Editions, depth: int = 0) -> Document:
    """The document that ``outline`` describes. Raises UnsoundError and UnknownEditionError."""
    id = outline.get("edition")
    if not isinstance(id, str) or id not in editions:
        raise UnknownEditionError(str(id))
    year = outline.get("year")
    if year is not None and (not isinstance(year, int) or isinstance(year, bool)):
        raise UnsoundError("年份不对")
    previous: object = outline.get("previous")
    if previous is not None and (not isinstance(previous, dict) or depth > _DEEPEST):
        raise UnsoundError("上年报告不对")
    return Document(
        edition=editions[id],
        year=year,
        values=_texts(outline, "values"),
        origins=_origins(outline),
        previous=document_of(cast("dict[str, Any]", previous), editions, depth + 1)
        if previous is not None
        else None,
        group_values=_group_values(outline, editions[id]),
        unplaced=_unplaced(outline),
        reasons=_texts(outline, "reasons"),
        refused=_texts(outline, "refused"),
        as_printed=outline.get("as_printed") is True,
    )


def _texts(outline: Mapping[str, Any], name: str) -> dict[str, str]:
    found: object = outline.get(name, {})
    if not isinstance(found, dict):
        raise UnsoundError(name)
    entries = cast("dict[object, object]", found)
    if not all(isinstance(k, str) and isinstance(v, str) for k, v in entries.items()):
        raise UnsoundError(name)
    return cast("dict[str, str]", dict(entries))


def _group_values(outline: Mapping[str, Any], edition: Edition) -> dict[str, str]:
    found = _texts(outline, "group_values")
    for key in found:
        table, _, rest = key.partition(".")
        row, _, column = rest.partition(".")
        try:
            part = edition.table(table).part_of(row)
        except KeyError as error:
            raise UnsoundError(key[:60]) from error
        if column not in {c.id for c in part.columns}:
            raise UnsoundError(key[:60])
    return found


def _origins(outline: Mapping[str, Any]) -> dict[str, Origin]:
    found: object = outline.get("origins", {})
    if not isinstance(found, dict):
        raise UnsoundError("origins")
    origins: dict[str, Origin] = {}
    for key, entry in cast("dict[str, object]", found).items():
        if not isinstance(entry, dict):
            raise UnsoundError("origins")
        texts = _texts({"origin": entry}, "origin")
        names = {name: texts.get(name, "") for name in ("kind", "file", "place", "text")}
        origins[key] = Origin(**names)
    return origins


def _unplaced(outline: Mapping[str, Any]) -> list[Unplaced]:
    found: object = outline.get("unplaced", [])
    if not isinstance(found, list):
        raise UnsoundError("unplaced")
    entries: list[Unplaced] = []
    for entry in cast("list[object]", found):
        fields = cast("list[object]", entry) if isinstance(entry, list) else []
        if len(fields) != 5 or not all(isinstance(field, str) for field in fields):
            raise UnsoundError("unplaced")
        entries.append(Unplaced(*cast("list[str]", fields)))
    return entries
