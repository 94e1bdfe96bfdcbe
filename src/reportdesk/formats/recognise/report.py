"""One recognition from beginning to end: sections, then tables, then what stands around them."""

import re
from collections.abc import Sequence

from reportdesk.form.edition import Edition, Table
from reportdesk.formats.reading import Reading, Stray, Trace
from reportdesk.formats.recognise.cover import Ending, read_cover, read_ending
from reportdesk.formats.recognise.dates import year_of_period, years_in
from reportdesk.formats.recognise.figures import has_digit, is_figure, is_page_number
from reportdesk.formats.recognise.grids import GridReader
from reportdesk.formats.recognise.labels import normal
from reportdesk.formats.recognise.ledger import Ledger, Spot
from reportdesk.formats.recognise.prose import Prose
from reportdesk.formats.recognise.sections import Chapter, divide
from reportdesk.formats.recognise.streams import StreamReader
from reportdesk.formats.recognise.tokens import Token, tokens_of_grid, tokens_of_paragraph
from reportdesk.formats.recognise.vocabulary import Kind, vocabulary_of
from reportdesk.formats.story import Grid, Paragraph, Piece, Story
from reportdesk.report.document import Unplaced

_SENTENCE = re.compile(r"[。；！？;]|.{60}", re.DOTALL)
_FILE_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d|[-_.]\d)")
_UNIT_LINE = r"\s*[（(]?\s*(?:计量)?单位\s*[:：].{1,12}|\s*\(?（?文字描述.*"


class Recognition:
    """Works through a story with one edition; ``run`` gives the reading."""

    def __init__(self, story: Story, edition: Edition, file: str) -> None:
        self.story = story
        self.edition = edition
        self.file = file
        self.words = vocabulary_of(edition)
        self.ledger = Ledger(edition, file)
        self.grids = GridReader(self.words, self.ledger)
        self.streams = StreamReader(self.words, self.ledger)
        self.reading = Reading(file=file, format=story.format, edition=edition)
        self.prose = Prose(edition, self.reading, self.ledger)
        self.found: set[str] = set()
        self._tables: dict[int, set[str]] = {}

    def run(self) -> Reading:
        """Recognise everything."""
        reading, ledger = self.reading, self.ledger
        for message in self.story.notes:
            ledger.note("info", "", message)
        before, chapters = divide(self.story.pieces, self.words, self._tables_near)
        lines = self._without_chapter(before)
        cover = read_cover(lines, self.edition, self.story.title)
        reading.title, reading.organ, reading.year = cover.title, cover.organ, cover.year
        ending = Ending([])
        for chapter in chapters:
            paragraphs = self._chapter(chapter)
            if chapter is chapters[-1]:
                ending = read_ending(paragraphs, cover.organ, self.edition)
                paragraphs = ending.body
            self.prose.text(chapter.section, chapter.title, paragraphs)
        self._close_tables(bool(chapters))
        for key, (text, place) in cover.values.items():
            self.prose.line(key, text, place)
        preamble = "\n".join(p.text.strip() for p in cover.preamble)
        if preamble and not chapters:
            ledger.note("question", "", "没有找到任何一部分的标题，表格以外的文字放在前言里。")
        if preamble:
            self.prose.passage("preamble", "", preamble, cover.preamble)
        self._end(ending)
        self._organ_and_year(ending)
        self._tell_left([*cover.left, *ending.left], cover.title)
        ledger.close()
        reading.values.update(
            {key: ledger.values[key] for key in self.edition.fields if key in ledger.values}
        )
        reading.origins.update(ledger.origins)
        reading.group_values = dict(ledger.group_values)
        reading.unplaced, reading.strays = ledger.unplaced, ledger.strays
        reading.notes, reading.details = ledger.notes, ledger.details
        reading.traces.update(ledger.traces)
        reading.seats = ledger.seats
        for chapter in chapters:
            reading.headings[chapter.section.id] = chapter.heading
        for key, lines in (*cover.seats.items(), *ending.seats.items()):
            reading.seats[key] = Trace(lines)
        reading.marks = ledger.marks
        return reading

    # --- pieces -------------------------------------------------------------------------

    def _tables_near(self, index: int) -> set[str]:
        known = self._tables.get(index)
        if known is None:
            piece = self.story.pieces[index]
            texts = (
                [cell.text for cell in piece.cells[:80]]
                if isinstance(piece, Grid)
                else [piece.text]
                if len(piece.text) < 60
                else []
            )
            known = set[str]()
            for text in texts:
                tables = {
                    t.table.id
                    for t in self.words.find(text, None, ("caption", "stub", "column", "row"))
                }
                if len(tables) == 1:
                    known |= tables
            self._tables[index] = known
        return known

    def _grid(self, grid: Grid) -> list[Token]:
        """Read an aligned grid at once; an unaligned one gives its tokens back."""
        if grid.aligned:
            self.found |= self.grids.read(grid)
            return []
        return tokens_of_grid(grid)

    def _is_form_table(self, grid: Grid, least: int = 3) -> bool:
        """Whether ``least`` of the form's labels stand in the grid."""
        terms = {
            (term.table.id, term.kind, term.id)
            for cell in grid.cells[:400]
            for term in self.words.find(cell.text)
        }
        if len(terms) >= least:
            return True
        # A small table far from its section: all its words are the form's.
        labels = [c.text for c in grid.cells if c.text.strip() and not is_figure(c.text)]
        return len(labels) >= 2 and all(self.words.find(label) for label in labels)

    def _without_chapter(self, pieces: Sequence[Piece]) -> list[Paragraph]:
        """Read what stands before the first heading; its paragraphs."""
        lines: list[Paragraph] = []
        for piece in pieces:
            if isinstance(piece, Paragraph):
                if not self.prose.labelled_line(piece):
                    lines.append(piece)
            elif self._is_form_table(piece):
                self._stream(self._grid(piece))
            else:
                self._loose_grid(piece)
        return lines

    def _chapter(self, chapter: Chapter) -> list[Paragraph]:
        """Read a chapter's tables; the paragraphs that are its text."""
        tables = [b for b in chapter.section.blocks if isinstance(b, Table)]
        text: list[tuple[int, Paragraph]] = []
        tokens: list[Token] = []
        waiting: list[tuple[int, Paragraph]] = []
        for n, piece in enumerate(chapter.pieces):
            if isinstance(piece, Grid):
                if self._is_form_table(piece, 1 if tables else 3) or (tables and not piece.aligned):
                    tokens.extend(self._grid(piece))
                elif tables and piece.aligned and self._figures_only(piece):
                    self.found |= self.grids.read(piece)
                else:
                    text += [(n, line) for line in self._grid_as_text(piece)]
                continue
            if is_page_number(piece.text) or _is_unit_line(piece.text):
                continue
            if tables and not _SENTENCE.search(_labels_aside(piece.text)):
                tokens.extend(tokens_of_paragraph(piece))
                waiting.append((n, piece))
            elif not self.prose.labelled_line(piece) and not self._head_of(
                piece, *chapter.pieces[n + 1 : n + 2]
            ):
                text.append((n, piece))
        if tables and not self._stream(tokens):
            text += waiting
        return [line for _, line in sorted(text, key=lambda each: each[0])]

    def _head_of(self, piece: Paragraph, after: Piece | None = None) -> bool:
        """Whether a line is the only head of the form's table that follows it."""
        kinds: tuple[Kind, ...] = ("column", "span", "caption", "stub")
        return (
            isinstance(after, Grid)
            and bool(self.words.find(piece.text, None, kinds))
            and self._is_form_table(after)
        )

    def _stream(self, tokens: list[Token]) -> set[str]:
        if not tokens:
            return set()
        used = set(self.streams.read(tokens))
        self.found |= used
        return used

    @staticmethod
    def _figures_only(grid: Grid) -> bool:
        texts = [cell.text for cell in grid.cells if cell.text.strip()]
        return bool(texts) and sum(map(is_figure, texts)) * 2 > len(texts)

    def _grid_as_text(self, grid: Grid) -> list[Paragraph]:
        lines: list[Paragraph] = []
        for row, cells in enumerate(grid.rows()):
            own = [c.text.strip().replace("\n", "") for c in cells if c.row == row]
            line = "\t".join(own).strip()
            if line:
                lines.append(Paragraph(line, f"{grid.place}第 {row + 1} 行"))
        if lines and len(grid.cells) > 1:
            self.ledger.note("info", grid.place, "这张表不是统计表，按文字读入本部分的叙述里。")
        return lines

    def _loose_grid(self, grid: Grid) -> None:
        """A table before the first heading that is none of the form's: labelled lines, or left."""
        rest = 0
        for row, cells in enumerate(grid.rows()):
            texts = [c.text.strip() for c in cells if c.row == row and c.text.strip()]
            if len(texts) == 2 and self.prose.take_line(
                texts[0], texts[1], f"{grid.place}第 {row + 1} 行"
            ):
                continue
            rest += len(texts)
            for text in texts:
                if is_figure(text) and has_digit(text):
                    spot = Spot(text, f"{grid.place}第 {row + 1} 行")
                    self.ledger.at((grid,), "exact", "")
                    self.ledger.leave(None, spot, why="不在报告的统计表里")
        if rest:
            self.ledger.note("info", grid.place, "这张表不是报告的统计表，没有读入。")

    # --- the end ------------------------------------------------------------------------

    def _close_tables(self, chapters: bool) -> None:
        ledger = self.ledger
        if ledger.run_together:
            reason = "表格的格线已丢失，数字分不开，只导入了文字。请用原来的 Word 或网页文件。"
            for table in self.edition.tables:
                ledger.refuse_loose(table, reason)
                if not ledger.rows_read.get(table.id):
                    self.reading.refused[table.id] = reason
        for table in self.edition.tables:
            if ledger.mostly_lost(table):
                reason = (
                    "文字里大半数字认不出在哪一格，次序可能已经乱了；请用原来的 Word 或网页文件。"
                )
                ledger.refuse_loose(table, reason, "同一张表里大半数字认不出在哪一格")
                self.reading.refused[table.id] = reason
        for table in self.edition.tables:
            if table.id in self.reading.refused or table.id in ledger.rows_read:
                continue
            self.reading.refused[table.id] = (
                "表中没有一行能确定地读入。" if table.id in self.found else "文件里没有找到这张表。"
            )
            ledger.detail(
                "warning", table.title, f"《{table.title}》：{self.reading.refused[table.id]}"
            )
        for key, value in ledger.group_values.items():
            table_id, row, column = key.split(".")
            table = self.edition.table(table_id)
            part = table.part_of(row)
            group = next(g.label for g in part.groups if g.id == row)
            label = next(c.label for c in part.columns if c.id == column)
            origin = ledger.origins.get(key)
            place = origin.place if origin is not None else ""
            one = Unplaced(place, table_id, group, label, value)
            if one not in ledger.unplaced:
                ledger.unplaced.append(one)
                ledger.strays.append(Stray(ledger.traces.get(key), "", key))
        if ledger.group_values:
            ledger.detail(
                "question",
                "",
                "文件在新表里沿用了旧表的一行，没有分项；这些数字保留待核，分项留空，不代为拆分。",
            )

    def _end(self, ending: Ending) -> None:
        if ending.signature is not None:
            self.prose.line("signature", ending.signature.text.strip(), ending.signature.place)
        if ending.date is not None:
            self.prose.line("date", ending.date[0], ending.date[1].place)

    def _organ_and_year(self, ending: Ending) -> None:
        reading, ledger = self.reading, self.ledger
        if not reading.organ:
            reading.organ = reading.values.get("organ") or reading.values.get("signature", "")
        if reading.organ:
            self.prose.line("organ", reading.organ, "标题")
        else:
            ledger.note("question", "", "没有认出机关名称，请自行填写。")
        if reading.year is None:
            texts = [passage.text for passage in reading.passages]
            reading.year = next((y for y in map(year_of_period, texts) if y is not None), None)
        if reading.year is None and ending.date is not None:
            reading.year = years_in(ending.date[0])[0] - 1
            ledger.note("question", "", f"年份是按落款日期推定的（{reading.year}年），请核对。")
        named = _FILE_YEAR.search(self.file)
        if reading.year is None and named is not None and ledger.values:
            reading.year = int(named[1])
            ledger.note("question", "", f"文件里没有写年份，按文件名推定为{named[1]}年，请核对。")
        if reading.year is None:
            ledger.detail("question", "", "没有认出报告的年份。")
        elif not self.edition.covers(reading.year):
            ledger.note(
                "question",
                "",
                f"这是{reading.year}年的报告，但表格是「{self.edition.basis}」的样式，按表格读入。",
            )

    def _tell_left(self, left: Sequence[Paragraph], title: str) -> None:
        texts = [p for p in left if p.text.strip() and normal(p.text) != normal(title)]
        if texts:
            shown = "、".join(f"「{p.text.strip()[:16]}」" for p in texts[:3])
            more = f"等 {len(texts)} 段" if len(texts) > 3 else ""
            self.ledger.note("info", texts[0].place, f"正文以外的文字没有读入：{shown}{more}。")


def _is_unit_line(text: str) -> bool:
    """Whether a line only says what the table under it is counted in, or what to write here."""
    told = "单位" in text or "文字描述" in text
    return told and re.fullmatch(_UNIT_LINE, text) is not None


def _labels_aside(text: str) -> str:
    """The text without bracketed notes, which official labels have with commas inside."""
    return re.sub(r"[（(][^（）()]*[)）]", "", text)
