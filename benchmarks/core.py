"""Benchmarks of the core: checks, reading, writing, the whole command."""

from __future__ import annotations

import io
import itertools
import os
import subprocess
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import docx
from lxml import etree

import reportdesk
from benchmarks.figures import Figure, best, paired
from reportdesk.checks.checker import Checker
from reportdesk.formats.writers import word

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from reportdesk.report.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _text(element: etree._Element) -> str:  # pyright: ignore[reportPrivateUsage]
    return "".join(t.text or "" for t in element.iter(_W + "t"))


def measure(sample: Path, folder: Path) -> Iterator[Figure]:
    """All figures; ``sample`` is a filled report as .docx, ``folder`` takes scratch files."""
    catalog = reportdesk.editions()
    document = reportdesk.read(sample, catalog).to_document()
    yield from _checks(document)
    yield _export(document, catalog.template(document.edition.id))
    yield _reading(sample, catalog)
    yield _process(sample)
    yield _many(sample, folder, catalog)


def _checks(document: Document) -> Iterator[Figure]:
    # The floor: adding up every figure of the report once, the least that any check must do.
    texts = [
        document.values[k]
        for k, f in document.edition.fields.items()
        if f.row is not None and k in document.values
    ]
    floor = best(lambda: sum(int(t) for t in texts if t.isdigit()), 30, 20)
    checker = Checker(document)
    checker.findings()
    key = next(
        k
        for k, f in document.edition.fields.items()
        if f.row is not None
        and not f.total
        and len(k.split(".")) == 3
        and f.block is max(document.edition.tables, key=lambda t: sum(1 for _ in t.cells()))
    )
    values = itertools.cycle(("3", "4"))

    def edit() -> None:
        document.values[key] = next(values)
        checker.update((key,))

    before = document.values.get(key)
    one = best(edit, 60, 50)
    if before is None:
        document.values.pop(key, None)
    else:
        document.values[key] = before
    checker.update((key,))
    yield Figure("one edit's checks", one, floor, "int() of every figure", 0.05, False)
    figures = tuple(k for k, f in document.edition.fields.items() if f.row is not None)
    every = best(lambda: checker.update(figures), 60, 5)
    yield Figure("all figure checks", every, floor, "int() of every figure", 0.5, False)


def _export(document: Document, template: Path | None) -> Figure:
    assert template is not None

    def floor() -> None:
        docx.Document(str(template)).save(io.BytesIO())

    ours, theirs = paired(lambda: word.render(document, template, draft=False), floor, 25)
    return Figure("Word export", ours, theirs, "python-docx opens and saves it", 1.6, True)


def _reading(sample: Path, catalog: object) -> Figure:
    def floor() -> list[str]:
        with zipfile.ZipFile(sample) as package:
            root = etree.fromstring(package.read("word/document.xml"))
        paragraphs = [_text(paragraph) for paragraph in root.iter(_W + "p")]
        return paragraphs + [_text(cell) for cell in root.iter(_W + "tc")]

    ours, theirs = paired(lambda: reportdesk.read(sample, catalog), floor, 25, 2)  # type: ignore[arg-type]
    return Figure("read a .docx", ours, theirs, "zip + lxml text of all cells", 3.0, True)


def _process(sample: Path) -> Figure:
    # An installed program has its bytecode; a machine that forbids it measures the compiler.
    home = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def run(*arguments: str) -> None:
        subprocess.run([sys.executable, *arguments], capture_output=True, check=False, env=home)

    ours, theirs = paired(
        lambda: run("-m", "reportdesk", "check", str(sample)),
        lambda: run("-c", "import lxml.etree, zipfile"),
        15,
    )
    return Figure(
        "reportdesk check, process", ours, theirs, "import lxml.etree, zipfile", 2.5, True
    )


def _many(sample: Path, folder: Path, catalog: object) -> Figure:
    data = sample.read_bytes()
    files = [folder / f"{number:03}.docx" for number in range(500)]
    for file in files:
        file.write_bytes(data)
    begun = time.perf_counter()
    for file in files:
        reportdesk.check(reportdesk.read(file, catalog).to_document())  # type: ignore[arg-type]
    ours = len(files) / (time.perf_counter() - begun)
    begun = time.perf_counter()
    for file in files:
        with zipfile.ZipFile(file) as package:
            etree.fromstring(package.read("word/document.xml"))
    floor = len(files) / (time.perf_counter() - begun)
    return Figure(
        "500 .docx through check", ours, floor, "zip + lxml parse", 80, False, "a second", True
    )
