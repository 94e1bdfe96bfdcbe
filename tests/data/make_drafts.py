"""Write the museum's database of drafts of the version that the program writes now.

    .venv/bin/python -m tests.data.make_drafts

Run it when a migration is appended, before it is released, and keep every file for ever: each
version that a clerk may have on her disk has to open.
"""

import tempfile
from pathlib import Path

from reportdesk.checks.checker import check
from reportdesk.checks.progress import progress
from reportdesk.report.rollover import roll_over
from reportdesk.store.database import FILE
from reportdesk.store.drafts import DraftStore
from reportdesk.store.schema import MIGRATIONS
from tests.builders import NEW, report

HERE = Path(__file__).resolve().parent


def main() -> None:
    """One report with all that can be stored, begun from last year's, and one in the bin."""
    last = report(NEW, 2024, {"requests.left.person": 2}, texts={"contact_phone": "0000-1234567"})
    last.group_values["requests.denied.person"] = "4"
    document = roll_over(last, NEW, 2025).document
    document.values = {**report(NEW, 2025).values, **document.values, "gone.row.column": "7"}
    document.reasons["Y-2 disclosure"] = "专项清理时一件到期失效"
    with tempfile.TemporaryDirectory() as folder:
        with DraftStore(Path(folder)) as store:
            id = store.create(document)
            store.versions.take(id, "opened")
            store.versions.take(id, "named", "初稿")
            document.values["requests.new.person"] = "9"
            done = progress(document, check(document))
            store.write(id, {"requests.new.person": "9"}, {}, {}, done)
            store.keep_place(id, "requests.new.person")
            store.to_bin(store.create(report(NEW, 2024, texts={"organ": "云溪县教育局"})))
        written = (Path(folder) / FILE).read_bytes()
    (HERE / f"drafts-v{len(MIGRATIONS)}.sqlite3").write_bytes(written)


if __name__ == "__main__":
    main()
