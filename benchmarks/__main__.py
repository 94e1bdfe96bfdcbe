"""``python -m benchmarks [--json]``: all figures; status 1 if a bound is missed."""

import json
import sys
import tempfile
from pathlib import Path

import reportdesk
from benchmarks import core, desk, document, packaged
from reportdesk.paths import resource


def main() -> int:
    """Measure, print, and tell whether every bound was kept."""
    sample = next(iter(sorted(resource("samples").glob("*.docx"))))
    with tempfile.TemporaryDirectory() as folder:
        figures = list(core.measure(sample, Path(folder)))
        report = reportdesk.read(sample).to_document()
        figures += document.measure(report, Path(folder))
        figures += desk.measure(report, Path(folder))
        figures += packaged.measure(Path(folder))
    if why := packaged.absent():
        print(why, file=sys.stderr)
    if "--json" in sys.argv[1:]:
        print(json.dumps([figure.outline() for figure in figures], ensure_ascii=False, indent=1))
    else:
        rows = [("what", "measured", "floor in the same run", "judged", "bound", "")]
        rows += [figure.row() for figure in figures]
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        for row in rows:
            print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)))
        packaged.show()
    return 0 if all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
