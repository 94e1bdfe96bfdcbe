"""The command line: the program's jobs for scripts and batches, without a screen.

Status 0 done; 1 findings of severity error (check, --final); 2 bad options or input; 3 the
output cannot be written. Messages go to standard error in one or two lines.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from reportdesk.errors import ReportdeskError, RequestError, UnfinishedError, WriteError
from reportdesk.outlines import (
    check_outline,
    check_text,
    editions_outline,
    editions_text,
    reading_outline,
    reading_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reportdesk.checks.findings import Finding
    from reportdesk.form.catalog import Catalog

DONE, FINDINGS, BAD_INPUT, NOT_WRITTEN = 0, 1, 2, 3


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise RequestError(f"命令不完整或写错了：{message}。用 reportdesk --help 看用法。")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the process's status."""
    _speak_utf8()
    try:
        options = _parser().parse_args(arguments)
        return int(options.run(options))
    except UnfinishedError as error:
        return _say(error.message, FINDINGS)
    except WriteError as error:
        return _say(error.message, NOT_WRITTEN)
    except ReportdeskError as error:
        return _say(error.message, BAD_INPUT)
    except (MemoryError, RecursionError):
        return _say("文件太大或太复杂，读不下去；文件没有被改动。", BAD_INPUT)
    except BrokenPipeError:
        # The reader of our output has gone; nothing is left to say, nor anyone to hear it.
        sys.stdout = None  # type: ignore[assignment]
        return DONE
    except Exception as error:
        where = _where(error)
        return _say(
            f"程序内部出错（{type(error).__name__}，{where}），这是程序的毛病，不是文件的；"
            "文件没有被改动。",
            BAD_INPUT,
        )


def _where(error: BaseException) -> str:
    trace = error.__traceback__
    last = "?"
    while trace is not None:
        last = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}"
        trace = trace.tb_next
    return last


def _say(message: str, status: int) -> int:
    if sys.stderr is not None:  # type: ignore[redundant-expr]
        print(f"reportdesk: {' '.join(message.split())}", file=sys.stderr)
    return status


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Callable[..., Any] | None = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace", newline="\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="reportdesk", description="政府信息公开工作年度报告：读入、核对、结转、写出。"
    )
    parser.add_argument("--data-dir", metavar="DIR", help="数据文件夹（这些命令不会建它）")
    parser.add_argument(
        "--editions", metavar="DIR", help="本单位自己的报告格式（*.toml）所在文件夹"
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)
    command = commands.add_parser("read", help="读出文件里的报告")
    command.add_argument("file", metavar="FILE")
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=_read)
    command = commands.add_parser("check", help="核对一份报告")
    command.add_argument("file", metavar="FILE")
    command.add_argument("--previous", metavar="FILE", help="上一年的报告")
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=_check)
    command = commands.add_parser("roll", help="用去年的报告开始今年的")
    command.add_argument("file", metavar="FILE")
    command.add_argument("-o", dest="out", metavar="OUT", required=True)
    command.add_argument("--year", type=_year, metavar="N")
    _add_marks(command)
    command.set_defaults(run=_roll)
    command = commands.add_parser("convert", help="写成 .docx .xlsx .html .rdesk")
    command.add_argument("file", metavar="FILE")
    command.add_argument("-o", dest="out", metavar="OUT", required=True)
    command.add_argument("--template", metavar="TEMPLATE", help="带 {{…}} 的 Word 模板")
    _add_marks(command)
    command.set_defaults(run=_convert)
    command = commands.add_parser("editions", help="列出报告格式")
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=_editions)
    return parser


def _add_marks(command: argparse.ArgumentParser) -> None:
    marks = command.add_mutually_exclusive_group()
    marks.add_argument("--draft", action="store_true", help="标明草稿")
    marks.add_argument("--final", action="store_true", help="定稿：有错误就不写")


def _year(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise argparse.ArgumentTypeError(f"年份应是四位数字，不是「{text}」")
    return int(text)


def _catalog(options: argparse.Namespace) -> Catalog:
    from reportdesk import jobs

    return jobs.editions(options.editions)


def _read(options: argparse.Namespace) -> int:
    from reportdesk import jobs

    reading = jobs.read(options.file, _catalog(options))
    _print(reading_outline(reading) if options.json else reading_text(reading))
    return DONE


def _check(options: argparse.Namespace) -> int:
    from reportdesk import jobs

    catalog = _catalog(options)
    reading = jobs.read(options.file, catalog)
    document = reading.to_document()
    previous = None
    if options.previous is not None:
        previous = jobs.read(options.previous, catalog).to_document()
    findings = jobs.check(document, previous)
    counts = jobs.counts(findings)
    if options.json:
        _print(check_outline(reading, findings, counts))
    else:
        _print(check_text(reading, document, findings, counts))
    return FINDINGS if counts["error"] else DONE


def _roll(options: argparse.Namespace) -> int:
    from reportdesk import jobs

    catalog = _catalog(options)
    reading = jobs.read(options.file, catalog)
    rolled = jobs.roll(reading, options.year, catalog)
    findings = jobs.check(rolled.document)
    jobs.write(
        rolled.document,
        options.out,
        catalog,
        draft=options.draft,
        final=options.final,
        findings=findings,
        sources=(options.file,),
    )
    for note in rolled.notes:
        print(note)
    _count(findings)
    return DONE


def _convert(options: argparse.Namespace) -> int:
    from reportdesk import jobs

    catalog = _catalog(options)
    document = jobs.read(options.file, catalog).to_document()
    findings = jobs.check(document)
    jobs.write(
        document,
        options.out,
        catalog,
        template=options.template,
        draft=options.draft,
        final=options.final,
        findings=findings,
        sources=(options.file,),
    )
    _count(findings)
    return DONE


def _editions(options: argparse.Namespace) -> int:
    catalog = _catalog(options)
    _print(editions_outline(catalog) if options.json else editions_text(catalog))
    return DONE


def _count(findings: list[Finding]) -> None:
    from reportdesk import jobs

    counts = jobs.counts(findings)
    _say(
        f"核对：错误{counts['error']}项，需核实{counts['review']}项，提示{counts['hint']}项。", DONE
    )


def _print(what: object) -> None:
    out: TextIO | None = sys.stdout
    if out is None:  # type: ignore[redundant-expr]
        return
    if isinstance(what, str):
        out.write(what.rstrip("\n") + "\n")
    else:
        import json

        out.write(json.dumps(what, ensure_ascii=False, indent=1) + "\n")
    out.flush()
