"""Words into their blanks: lines with their labels, narratives by section."""

from collections.abc import Sequence

from reportdesk.form.edition import Edition, Line, Section, Text
from reportdesk.formats.reading import Passage, Reading, Trace
from reportdesk.formats.recognise.labels import normal
from reportdesk.formats.recognise.ledger import Ledger
from reportdesk.formats.story import Paragraph
from reportdesk.report.document import Origin
from reportdesk.report.live import escaped


class Prose:
    """Fills the blanks of ``reading`` that take words; a line that is filled stays as it is."""

    def __init__(self, edition: Edition, reading: Reading, ledger: Ledger) -> None:
        self.edition = edition
        self.reading = reading
        self.ledger = ledger
        self.file = reading.file

    def labelled_line(self, piece: Paragraph) -> bool:
        """Take a paragraph 「label：value」 as the line of that label; whether it was one."""
        label, colon, value = piece.text.replace("：", ":").partition(":")
        return bool(colon) and len(label) <= 20 and self.take_line(label, value, piece.place)

    def take_line(self, label: str, value: str, place: str) -> bool:
        """Take ``value`` as the line labelled ``label``; whether there is such a line."""
        words = normal(label)
        for section in self.edition.sections:
            for block in section.blocks:
                if isinstance(block, Line) and words and block.id not in self.reading.values:
                    wordings = (block.label, *block.also)
                    if words in map(normal, wordings) and value.strip():
                        self.line(block.id, value.strip(), place)
                        return True
        return False

    def line(self, key: str, text: str, place: str) -> None:
        """Put a line's text in its blank, unless it is filled already."""
        if key in self.edition.fields and text:
            self.reading.values.setdefault(key, text)
            self.reading.origins.setdefault(key, Origin("file", self.file, place))

    def text(self, section: Section, title: str, paragraphs: Sequence[Paragraph]) -> None:
        """Put a section's paragraphs into its narratives."""
        texts = [b for b in section.blocks if isinstance(b, Text)]
        if not texts:
            for paragraph in paragraphs:
                self.leave_text(paragraph)
            return
        current = texts[0]
        parts: dict[str, list[Paragraph]] = {}
        for paragraph in paragraphs:
            named = [b for b in texts if b.label and normal(b.label) == normal(paragraph.text)]
            if named and len(texts) > 1:
                current = named[0]
                continue
            parts.setdefault(current.id, []).append(paragraph)
        for block in texts:
            own = parts.get(block.id, [])
            text = "\n".join(p.text.strip() for p in own if p.text.strip())
            if text:
                self.passage(block.id, title, text, own)

    def passage(self, key: str, title: str, text: str, paragraphs: Sequence[Paragraph]) -> None:
        """Put a narrative into its blank; braces in a file are just words."""
        place = paragraphs[0].place
        if key not in self.edition.fields:
            self.ledger.note("warning", place, "标题以后、第一部分以前的文字没有读入。")
            return
        self.reading.values[key] = escaped(text)
        self.reading.passages.append(Passage(key, title, text))
        self.reading.traces[key] = Trace(tuple(paragraphs))
        self.reading.origins[key] = Origin("file", self.file, place)

    def leave_text(self, paragraph: Paragraph) -> None:
        """Tell that a paragraph was not read."""
        shown = paragraph.text.strip()[:30]
        if shown:
            self.ledger.note("warning", paragraph.place, f"「{shown}」没有读入。")
