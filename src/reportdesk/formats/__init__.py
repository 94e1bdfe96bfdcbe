"""Files in and files out, around the document."""

from pathlib import Path

from reportdesk.formats.reading import Editions, Note, Passage, Reading
from reportdesk.report.document import Document


def read_file(path: Path, editions: Editions) -> Reading:
    """The report in the file at ``path``, of whatever kind it is. Raises ReadError."""
    from reportdesk.formats.readers.opening import load, story_of
    from reportdesk.formats.readers.sniffing import is_archive

    data = load(path)
    if is_archive(data):
        from reportdesk.formats.writers.archive import parse

        return _own(path, parse(data, editions))
    from reportdesk.formats.datafile import is_data_file, read_data_file

    if is_data_file(data):
        return read_data_file(data, path.name, editions)
    from reportdesk.formats.recognise import recognise

    return recognise(story_of(data, path.name), editions, path.name)


def _own(path: Path, document: Document) -> Reading:
    edition = document.edition
    texts = {text.id: text for text in edition.texts}
    headings = {b.id: s.heading for s in edition.sections for b in s.blocks}
    reading = Reading(
        file=path.name,
        format="rdesk",
        edition=edition,
        year=document.year,
        title=document.values.get("title", ""),
        organ=document.organ,
        values=dict(document.values),
        origins=dict(document.origins),
        group_values=dict(document.group_values),
        passages=[
            Passage(key, headings[key], document.values[key])
            for key in texts
            if document.values.get(key)
        ],
        unplaced=list(document.unplaced),
        refused=dict(document.refused),
        document=document,
    )
    gone = [key for key in document.values if key not in edition.fields]
    if gone:
        message = f"有 {len(gone)} 项在现在的表里已经没有了，原样保留：{'、'.join(gone[:5])}。"
        reading.notes.append(Note("warning", "", message))
    return reading
