"""Which edition a file was written on: the one whose labels, above all its heads, stand in it.

An edition for the file's year of which nothing is missing is taken without a look at those that
come after it in the catalog, so that no form is read which nobody needs.
"""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from reportdesk.errors import ReadError
from reportdesk.form.edition import Edition
from reportdesk.formats.reading import Editions
from reportdesk.formats.recognise.dates import years_in
from reportdesk.formats.recognise.labels import normal, split, without_notes
from reportdesk.formats.recognise.vocabulary import Vocabulary, vocabulary_of
from reportdesk.formats.story import Grid, Story

_SHORT = 70


class Fit(NamedTuple):
    """How well an edition's words were found in a file."""

    edition: Edition
    headings: int
    labels: int
    heads: int
    rows: int
    known: int
    titled: bool
    whole: bool
    """Whether no heading of a section and no head of a column is missing."""

    @property
    def enough(self) -> bool:
        """Whether this can be a report on the edition at all."""
        wanted = sum(1 for section in self.edition.sections if section.heading)
        if self.headings >= max(2, (wanted + 1) // 2):
            return True
        if self.labels >= 4 and self.labels * 4 >= self.known:
            return True
        return self.titled and (self.headings >= 1 or self.labels >= 4)


def choose(story: Story, editions: Editions) -> Edition:
    """The edition that ``story`` was written on. Raises ReadError where it is none of ours."""
    texts = _texts(story)
    forms = _forms(texts)
    year = _year(story)
    fits: list[Fit] = []
    for edition in editions.values():
        fit = _fit(vocabulary_of(edition), forms, texts)
        fits.append(fit)
        # What an overlay adds may be missing and yet it fits: its base has to be weighed with it.
        if fit.whole and year is not None and edition.covers(year) and not edition.extends:
            break
    good = [fit for fit in fits if fit.enough]
    if not good:
        raise ReadError(_no_report(story, fits, year))

    def rank(fit: Fit) -> tuple[float, bool, bool, int]:
        score = fit.headings + fit.labels + 2 * fit.heads + 0.5 * fit.rows
        covers = year is not None and fit.edition.covers(year)
        return score, covers, not fit.edition.extends, fit.edition.first_year

    return max(good, key=rank).edition


def _texts(story: Story) -> list[str]:
    found: list[str] = []
    for piece in story.pieces:
        if isinstance(piece, Grid):
            found.extend(cell.text for cell in piece.cells if 0 < len(cell.text) <= _SHORT)
        else:
            text = piece.text.strip()
            if len(text) <= _SHORT:
                found.append(text)
            else:
                found.append(text[:_SHORT].split("\n")[0].split(" ")[0].split("：")[0])
    return found


def _forms(texts: Iterable[str]) -> set[str]:
    forms: set[str] = set()
    seen: set[str] = set()
    before = ""
    for text in texts:
        if text in seen:
            continue
        seen.add(text)
        words = text.rstrip("0123456789 \t.,-—/")
        for each in {text, words} if words != text else (text,):
            forms.add(split(each)[1])
            if "(" in each or "（" in each:
                forms.add(split(without_notes(each))[1])
        forms.add(normal(before + text) if len(before) + len(text) < 30 else "")
        before = text
    forms.discard("")
    return forms


def _fit(words: Vocabulary, forms: Collection[str], texts: list[str]) -> Fit:
    labels = heads = rows = 0
    for form, terms in words.terms.items():
        if form in forms:
            labels += 1
            heads += any(term.kind == "column" for term in terms)
            rows += any(term.kind == "row" for term in terms)
    headings = {id(section) for section, _, form in words.headings if form in forms}
    signs = [normal(s) for s in (words.edition.title, *words.edition.signs) if s]
    titled = any(sign in normal(text) for text in texts[:60] for sign in signs)
    sections = {id(section) for section, _, _ in words.headings}
    whole = headings == sections and all(
        any(split(label)[1] in forms for label in (column.label, *column.also))
        for table in words.edition.tables
        for part in table.parts
        for column in part.columns
    )
    return Fit(words.edition, len(headings), labels, heads, rows, len(words.terms), titled, whole)


def _year(story: Story) -> int | None:
    for piece in story.pieces[:60]:
        if (
            not isinstance(piece, Grid)
            and len(piece.text) <= 90
            and (found := years_in(piece.text))
        ):
            return found[0]
    found = years_in(story.title)
    return found[0] if found else None


def _no_report(story: Story, fits: list[Fit], year: int | None) -> str:
    if not any(
        piece.text.strip() for piece in story.pieces if not isinstance(piece, Grid)
    ) and not (
        any(cell.text.strip() for p in story.pieces if isinstance(p, Grid) for cell in p.cells)
    ):
        return "文件里没有文字。请确认选的是报告本身；文件没有被改动。"
    if any(fit.titled for fit in fits):
        first = min((fit.edition.first_year for fit in fits), default=0)
        if year is not None and year < first:
            return (
                f"这是{year}年的报告，当时还没有统一格式，认不出表格和各部分。"
                "请用较近一年的报告，或新建空白报告。"
            )
        return (
            "文件的标题是年度报告，但认不出统一格式的各部分和表格，没有读入任何内容。"
            "如果是从网页上复制的文字，请在浏览器里把网页另存为 .html，再选那个文件。"
        )
    return "文件里没有找到年度报告：既没有各部分的标题，也没有统计表。请确认选对了文件。"
