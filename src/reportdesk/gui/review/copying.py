"""The comparison with last year as a table for the clipboard."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reportdesk.report.compare import Compared


def tabbed(rows: Sequence[Compared], last: str, this: str) -> str:
    """The rows as text with tabs, for a spreadsheet."""
    lines = [("项目", last, this, "增减"), *((r.name, r.last, r.this, r.change) for r in rows)]
    return "\n".join("\t".join(line) for line in lines)


def html_of(rows: Sequence[Compared], last: str, this: str) -> str:
    """The rows as a table, for a word processor."""
    head = "".join(f"<th>{escape(words)}</th>" for words in ("项目", last, this, "增减"))
    body = "".join(
        f"<tr><td>{escape(row.name)}</td>"
        + "".join(f'<td align="right">{escape(v)}</td>' for v in (row.last, row.this, row.change))
        + "</tr>"
        for row in rows
    )
    return f'<table border="1" cellspacing="0"><tr>{head}</tr>{body}</table>'
