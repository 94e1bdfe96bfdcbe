"""Write the pinned, hashed requirements from folders of downloaded wheels.

    python packaging/pin.py RUN_FOLDER ALL_FOLDER

RUN_FOLDER holds the wheels (and sdists) that the program needs, ALL_FOLDER those and what the
tests need, for every platform and Python that is served; CONTRIBUTING.md tells how to get them.
Only names, versions and hashes are written: no address of any index.
"""

import hashlib
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_HEAD = "# Made by packaging/pin.py; do not edit. Versions and hashes only, no addresses.\n"


def pins(folder: Path) -> str:
    """The requirement lines for every distribution in ``folder``."""
    found: dict[str, set[str]] = {}
    for file in sorted(folder.rglob("*")):
        if file.suffix == ".whl":
            name, version = file.name.split("-")[:2]
        elif file.name.endswith(".tar.gz"):
            name, _, version = file.name.removesuffix(".tar.gz").rpartition("-")
        else:
            continue
        pin = f"{name.lower().replace('_', '-')}=={version}"
        found.setdefault(pin, set()).add(hashlib.sha256(file.read_bytes()).hexdigest())
    lines = [_HEAD]
    for pin, hashes in sorted(found.items()):
        lines.append(
            " \\\n".join([pin, *(f"    --hash=sha256:{h}" for h in sorted(hashes))]) + "\n"
        )
    return "".join(lines)


def main() -> None:
    """Write both files."""
    run, everything = (Path(argument) for argument in sys.argv[1:3])
    (_HERE / "requirements.txt").write_text(pins(run), encoding="utf-8")
    (_HERE / "requirements-dev.txt").write_text(pins(everything), encoding="utf-8")


if __name__ == "__main__":
    main()
