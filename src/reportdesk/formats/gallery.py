"""An office's own Word forms, kept as copies in one folder: added, renamed, removed, found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportdesk.errors import TemplateError, WriteError
from reportdesk.formats.writers.naming import file_name
from reportdesk.formats.writers.placing import put

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "templates"
"""Its name in the data folder."""
SUFFIX = ".docx"
_MOST_BYTES = 64 << 20


class Gallery:
    """The forms in a folder, which need not exist yet. The files that copies were made of are
    never touched."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def forms(self) -> list[Path]:
        """All forms by name; what Word leaves beside an open one is none."""
        try:
            files = [f for f in self.folder.iterdir() if f.suffix.lower() == SUFFIX]
        except OSError:
            return []
        return sorted(file for file in files if not file.name.startswith(("~$", ".")))

    def find(self, name: str) -> Path | None:
        """The form with this file name, None where it is not there (any more)."""
        return next((form for form in self.forms() if form.name == name), None)

    def add(self, file: Path) -> Path:
        """Keep a copy of ``file``; one of the same name is not replaced. Raises TemplateError where
        it cannot be read, WriteError where it cannot be kept."""
        try:
            if file.stat().st_size > _MOST_BYTES:
                raise TemplateError(f"“{file.name}”太大，不像一份报告，没有添加。")
            data = file.read_bytes()
        except OSError as error:
            raise TemplateError(f"“{file.name}”打不开，没有添加。") from error
        if not data.startswith(b"PK"):
            raise TemplateError(
                f"“{file.name}”不是 .docx 文件，没有添加。请在 Word 或 WPS 里另存为 .docx 再添加。"
            )
        known = next((f for f in self.forms() if f.read_bytes() == data), None)
        if known is not None:
            return known
        kept = self._free(file.stem)
        self._require_folder()
        put(data, kept)
        return kept

    def rename(self, form: Path, name: str) -> Path:
        """Give a form another name; one of the same name is not replaced. Raises WriteError."""
        stem = name.strip().removesuffix(SUFFIX)
        if not stem or stem == form.stem:
            return form
        to = self._free(stem)
        try:
            return form.rename(to)
        except OSError as error:
            raise WriteError(
                f"“{form.stem}”没有改名：它可能正被别的程序打开。请关闭后再试。"
            ) from error

    def remove(self, form: Path) -> None:
        """Delete a form from the folder. Raises WriteError."""
        try:
            form.unlink(missing_ok=True)
        except OSError as error:
            raise WriteError(
                f"“{form.stem}”没有移除：它可能正被别的程序打开。请关闭后再试。"
            ) from error

    def _require_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise WriteError("模板文件夹建不了，没有添加。请看看数据文件夹是否能写。") from error

    def _free(self, stem: str) -> Path:
        taken = {form.name.casefold() for form in self.forms()}
        name, number = file_name(stem, SUFFIX, "模板"), 1
        while name.casefold() in taken:
            number += 1
            name = file_name(f"{stem[:50]}（{number}）", SUFFIX, "模板")
        return self.folder / name
