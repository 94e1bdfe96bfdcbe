"""``python -m reportdesk`` and the ``reportdesk`` command."""

import sys

from reportdesk.cli import main as run


def main() -> None:
    """Run the command line and leave with its status."""
    sys.exit(run())


if __name__ == "__main__":
    main()
