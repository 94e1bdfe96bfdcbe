#!/usr/bin/env python3
"""The project's one script: sets up, runs, tests and measures, alike on Linux and Windows.

    python3 dev.py run [--headless]   open the desk; without a screen do the main job on a sample
    python3 dev.py test               format, lint, types, layers and all tests
    python3 dev.py bench [--json]     the speed figures; status 1 if a bound is missed
    python3 dev.py shots [--guide]    a picture of every screen, in build/shots
    python3 dev.py setup [--anew]     only the set-up, which every other command does as needed

It needs nothing but Python 3.11 or newer. What it says about the set-up goes to standard error.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - it is this file that has to say so
    sys.exit(
        f"reportdesk needs Python 3.11 or newer; this is {sys.version.split()[0]} "
        f"({sys.executable})."
    )

TOP = Path(__file__).resolve().parent
sys.path.insert(0, str(TOP / "packaging"))

import machine  # noqa: E402 - its folder is on the path only now
from environment import Environment, SetupError  # noqa: E402

CHECKS = (
    ("format", ("-m", "ruff", "format", "--check", "--quiet")),
    ("lint", ("-m", "ruff", "check", "--quiet")),
    ("types", ("-m", "pyright")),
    # import-linter is no module that can be run; its script has another name on Windows.
    ("layers", ("-c", "import importlinter.cli; importlinter.cli.lint_imports_command()")),
)
TESTS = ("-m", "pytest", "-q", "-n", "2")


def say(text: str) -> None:
    """Tell the person at the keyboard what is going on."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def heading(text: str) -> None:
    """Begin a part of what is printed."""
    print(f"\n== {text}", flush=True)


def set_up(*, anew: bool = False) -> Environment:
    """See to it that the environment, Qt's libraries and a Chinese font are there.

    Raises SetupError if the environment cannot be made. A machine that lacks libraries or fonts
    is only told of: much of the work can be done without them.
    """
    environment = Environment(TOP, say)
    environment.ensure(anew=anew)
    missing = machine.missing_packages()
    if missing and not machine.install(missing, say):
        say("until then windows may not open, or Chinese characters may show as boxes")
    return environment


def call(
    environment: Environment, *arguments: str, prefix: tuple[str, ...] = (), **more: str
) -> int:
    """Run the environment's Python from the top of the project, by way of the command ``prefix``
    if there is one, with ``more`` variables."""
    variables = {
        **os.environ,
        "PATH": os.pathsep.join([str(environment.scripts), os.environ.get("PATH", "")]),
        "PYTHONUTF8": "1",
        # pyright would otherwise ask an index whether there is a newer one.
        "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
        **more,
    }
    command = [*prefix, str(environment.python), *arguments]
    return subprocess.run(command, cwd=TOP, env=variables, check=False).returncode


def has_screen() -> bool:
    """Whether a window could be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(options: argparse.Namespace) -> int:
    """Open the desk. Without a screen take the sample report into the new year, as the program
    does it for a clerk."""
    environment = set_up()
    if options.headless:
        say("without a window, as asked: the main job on the sample report")
    elif has_screen():
        say("the desk opens; its own sample report is under 帮助 › 用示例报告试一试")
        return call(environment, "-m", "reportdesk", "open")
    else:
        say("no screen here: the main job on the sample report instead")
    samples = sorted((TOP / "resources" / "samples").glob("*.docx"))
    if not samples:
        say("no sample report lies in resources/samples")
        return 1
    sample, folder = str(samples[0]), TOP / "build" / "sample"
    folder.mkdir(parents=True, exist_ok=True)
    draft, word = str(folder / "new-year.rdesk"), str(folder / "new-year.docx")
    # A fresh report has blanks, so its check finds something to tell: status 1.
    steps = (
        ("last year's report, as it is read", ("read", sample), (0,)),
        ("rolled into the new year", ("roll", sample, "-o", draft), (0,)),
        ("what its check finds", ("check", draft), (0, 1)),
        ("written for Word", ("convert", draft, "-o", word, "--draft"), (0,)),
    )
    for title, arguments, expected in steps:
        heading(f"{title}: reportdesk {arguments[0]}")
        status = call(environment, "-m", "reportdesk", *arguments)
        if status not in expected:
            say(f"reportdesk {arguments[0]} ended with status {status}")
            return status
    heading(f"the new report lies at {word}")
    return 0


def test(options: argparse.Namespace) -> int:
    """Run every check, the tests last, so that pytest's own line closes the output."""
    environment = set_up()
    failed: list[str] = []
    for name, arguments in CHECKS:
        heading(name)
        begun = time.monotonic()
        if call(environment, *arguments):
            failed.append(name)
        verdict = "not in order" if name in failed else "in order"
        print(f"{name}: {verdict} ({time.monotonic() - begun:.1f} s)", flush=True)
    heading("tests" + (f" (not in order above: {', '.join(failed)})" if failed else ""))
    status = call(environment, *TESTS, *options.pytest)
    return 1 if failed or status else 0


def bench(options: argparse.Namespace) -> int:
    """Measure; with --json standard output holds the JSON alone."""
    return call(set_up(), "-m", "benchmarks", *(["--json"] if options.json else []))


def shots(options: argparse.Namespace) -> int:
    """Take a picture of every screen: offscreen, and in a real window where Xvfb is there, at
    100 % and at 200 %."""
    environment = set_up()
    for scale in (1, 2):
        guide = ("--guide",) if options.guide and scale == 1 else ()
        for platform, prefix in _platforms(scale):
            folder = str(TOP / "build" / "shots" / f"{platform}-{scale}00")
            variables = {"QT_QPA_PLATFORM": platform, "QT_SCALE_FACTOR": str(scale)}
            asked = guide if platform == "offscreen" else ()
            only = ("--only", *options.only) if options.only else ()
            status = call(
                environment,
                *("packaging/shots.py", folder, *asked, *only),
                prefix=prefix,
                **variables,
            )
            if status:
                return status
    return 0


def _platforms(scale: int) -> list[tuple[str, tuple[str, ...]]]:
    """The platforms to take pictures on, each with the command that gives it a screen."""
    found: list[tuple[str, tuple[str, ...]]] = [("offscreen", ())]
    if sys.platform == "linux" and shutil.which("xvfb-run"):
        screen = f"-screen 0 {1366 * scale}x{768 * scale}x24"
        found.append(("xcb", ("xvfb-run", "-a", "-s", screen)))
    else:
        say("no Xvfb here: offscreen pictures only")
    return found


def setup(options: argparse.Namespace) -> int:
    """Only the set-up."""
    environment = set_up(anew=options.anew)
    say(f"the program is {environment.scripts / 'reportdesk'}")
    return 0


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = argparse.ArgumentParser(prog="dev.py", description="Set up, run, test, measure.")
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    command = commands.add_parser("shots", help="a picture of every screen")
    command.add_argument("--guide", action="store_true", help="renew the user guide's pictures")
    command.add_argument("--only", nargs="+", metavar="SCENE", help="only these scenes")
    command.set_defaults(work=shots)
    command = commands.add_parser("run", help="open the desk")
    command.add_argument("--headless", action="store_true", help="without a window")
    command.set_defaults(work=run)
    command = commands.add_parser("test", help="all checks and tests")
    command.add_argument("pytest", nargs="*", metavar="ARGUMENT", help="given on to pytest")
    command.set_defaults(work=test)
    command = commands.add_parser("bench", help="the speed figures")
    command.add_argument("--json", action="store_true", help="as JSON")
    command.set_defaults(work=bench)
    command = commands.add_parser("setup", help="only the set-up")
    command.add_argument("--anew", action="store_true", help="make .venv again from nothing")
    command.set_defaults(work=setup)
    return top


def main(arguments: list[str] | None = None) -> int:
    """Do what was typed; status 2 if the set-up needs a person first."""
    for stream in (sys.stdout, sys.stderr):
        # A console that has no Chinese must not end the work; a test's stand-in cannot be told.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = parser().parse_args(arguments)
    try:
        return int(options.work(options))
    except SetupError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        say("stopped; the next call goes on from here")
        return 130


if __name__ == "__main__":
    sys.exit(main())
