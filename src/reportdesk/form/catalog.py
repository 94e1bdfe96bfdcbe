"""The catalog: all editions at hand, shipped and an office's own, read when they are asked for.

An office's own stand before the shipped ones, and of these the newest first: most files are
recent, and whoever goes through the catalog may stop when the right edition is found. Only the
head of a shipped file (what stands before its first table) is read to choose by year.
An office's own files are read at once, so that everything wrong with them is told together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from reportdesk.errors import EditionError
from reportdesk.form.source import complaint, parse

if TYPE_CHECKING:
    from pathlib import Path

    from reportdesk.form.edition import Edition

_FIRST_TABLE = re.compile(r"^[ \t]*\[\[?[ \t]*[A-Za-z_]", re.MULTILINE)
_LARGEST = 4_000_000


class Catalog(Mapping[str, "Edition"]):
    """Editions by id.

    ``shipped`` holds ``<id>.toml`` files and ``templates`` their ``<id>.docx``; ``own`` holds an
    office's files, of any name, and their templates. Raises EditionError if ``own`` is no folder
    or something in it is wrong.
    """

    def __init__(self, shipped: Path, templates: Path, own: Path | None = None) -> None:
        self._shipped = {file.stem: file for file in sorted(shipped.glob("*.toml"))}
        self._templates = templates
        self._own_folder = own
        self._own: dict[str, tuple[Path, str]] = {}
        self._heads: dict[str, Mapping[str, object]] = {}
        self._loaded: dict[str, Edition] = {}
        self._loading: list[str] = []
        if own is not None:
            self._take_own(own)

    def __getitem__(self, id: str) -> Edition:
        """The edition; KeyError if there is none, EditionError if its file is wrong."""
        if id not in self._loaded:
            self._loaded[id] = self._load(id)
        return self._loaded[id]

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        yield from sorted(self._shipped, key=lambda id: (-self.first_year(id), id))

    def __len__(self) -> int:
        return len(self._own) + len(self._shipped)

    def __contains__(self, id: object) -> bool:
        return id in self._own or id in self._shipped

    def for_year(self, year: int, family: str = "cn-annual") -> Edition | None:
        """The edition that reports of ``year`` are written on: an office's own if it has one, or
        else the newest that covers the year."""
        fits = self.fitting(year, family)
        return self[fits[0]] if fits else None

    def fitting(self, year: int, family: str = "cn-annual") -> list[str]:
        """The ids of all editions for reports of ``year``, the one that ``for_year`` takes
        first: an office's own before the shipped ones, the newest before older ones."""
        found: list[str] = []
        for ids in (self._own, self._shipped):
            fits = [id for id in ids if self._covers(id, year, family)]
            found += sorted(fits, key=lambda id: (self.first_year(id), id), reverse=True)
        return found

    @property
    def families(self) -> list[str]:
        """The families of the editions at hand, each once."""
        return list(dict.fromkeys(self.family(id) for id in (*self._shipped, *self._own)))

    def family(self, id: str) -> str:
        """The family of an edition, without reading all of a shipped one."""
        return self[id].family if id in self._own else str(self._head(id).get("family", ""))

    def template(self, id: str) -> Path | None:
        """The Word template of an edition: the office's own, the shipped one, or for an overlay
        that has none its base's; None if there is none at all."""
        folders = [f for f in (self._own_folder, self._templates) if f is not None]
        for folder in folders:
            if (file := folder / f"{id}.docx").is_file():
                return file
        base = self[id].extends if id in self._own else ""
        return self.template(base) if base else None

    def is_own(self, id: str) -> bool:
        """Whether the edition is the office's own."""
        return id in self._own

    def _covers(self, id: str, year: int, family: str) -> bool:
        if id in self._own:
            edition = self[id]
            return edition.family == family and edition.covers(year)
        head = self._head(id)
        last = head.get("to")
        return (
            head.get("family") == family
            and self.first_year(id) <= year
            and (not isinstance(last, int) or year <= last)
        )

    def first_year(self, id: str) -> int:
        """The first report year of an edition, without reading all of a shipped one."""
        if id in self._own:
            return self[id].first_year
        first = self._head(id).get("from")
        return first if isinstance(first, int) else 0

    def _head(self, id: str) -> Mapping[str, object]:
        if id not in self._heads:
            file = self._shipped[id]
            self._heads[id] = _head(_text(file), file.name)
        return self._heads[id]

    def _load(self, id: str) -> Edition:
        if id in self._own:
            file, text = self._own[id]
        elif id in self._shipped:
            file = self._shipped[id]
            text = _text(file)
        else:
            raise KeyError(id)
        if id in self._loading:
            circle = " → ".join((*self._loading[self._loading.index(id) :], id))
            raise EditionError(complaint(file.name, [f"extends 绕成了圈：{circle}"]))
        from reportdesk.form.load import load  # the list of reports is shown without one

        self._loading.append(id)
        try:
            return load(text, file.name, self, proven=id not in self._own)
        finally:
            self._loading.pop()

    def _take_own(self, own: Path) -> None:
        try:
            if not own.is_dir():
                raise EditionError(
                    f"没有找到放版式文件的文件夹「{own}」，请检查 --editions 后面的路径。"
                )
            files = sorted(
                file for file in own.glob("*.toml") if not file.name.startswith(("~$", "."))
            )
        except OSError as error:
            raise EditionError(f"放版式文件的文件夹「{own}」打不开：{error.strerror}。") from error
        from reportdesk.form.load import load
        from reportdesk.form.soundness import carry_faults  # only where an office has its own

        wrong: list[str] = []
        for file in files:
            try:
                text = _text(file)
                id = _head(text, file.name).get("id")
                if not isinstance(id, str):
                    load(text, file.name)  # tells of the id along with all else
                    continue
                if id in self._shipped:
                    words = (
                        f"「{id}」是软件自带的版式，请换一个 id；要在它上面增加内容，请写 extends"
                    )
                    raise EditionError(complaint(file.name, [words]))
                if id in self._own:
                    words = f"「{self._own[id][0].name}」已经用了「{id}」这个 id"
                    raise EditionError(complaint(file.name, [words]))
                self._own[id] = (file, text)
            except EditionError as error:
                wrong.append(error.message)
        for id, (file, _) in self._own.items():
            try:
                if carried := [*carry_faults(self[id], self)]:
                    wrong.append(complaint(file.name, carried))
            except EditionError as error:
                wrong.append(error.message)
        if wrong:
            raise EditionError("\n".join(dict.fromkeys(wrong)))


def _text(file: Path) -> str:
    try:
        if file.stat().st_size > _LARGEST:
            raise EditionError(complaint(file.name, ["文件太大，不像是版式文件"]))
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise EditionError(complaint(file.name, ["文字编码不是UTF-8，请另存为UTF-8"])) from error
    except OSError as error:
        raise EditionError(complaint(file.name, [f"文件打不开：{error.strerror}"])) from error


def _head(text: str, place: str) -> Mapping[str, object]:
    """What stands before the first table of a file; of the whole file where that is no TOML (a
    list may have a bracket at the beginning of a line)."""
    first = _FIRST_TABLE.search(text)
    try:
        return parse(text[: first.start()] if first else text, place)
    except EditionError:
        return parse(text, place)
