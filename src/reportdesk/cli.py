"""The command line: the program's jobs for scripts and batches, without a screen.

Status 0 done; 1 findings of severity error (check, --final); 2 bad options or input; 3 the
output cannot be written. Messages go to standard error in one or two lines.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, TextIO

from reportdesk.errors import ReportdeskError, RequestError, UnfinishedError, WriteError
from reportdesk.options import Command, Grammar, Option, Typed
from reportdesk.outlines import (
    check_outline,
    check_text,
    editions_outline,
    editions_text,
    reading_outline,
    reading_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reportdesk.checks.findings import Finding
    from reportdesk.form.catalog import Catalog

DONE, FINDINGS, BAD_INPUT, NOT_WRITTEN = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the process's status."""
    _speak_utf8()
    try:
        typed = GRAMMAR.parse(sys.argv[1:] if arguments is None else arguments)
        if isinstance(typed, str):
            _print(typed)
            return DONE
        return _COMMANDS[typed.command.name](typed)
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


_JSON = Option("--json", "写成 JSON")
_OUT = Option("-o", "写到哪个文件，按后缀定种类", "OUT", required=True)
_MARKS = (
    Option("--draft", "标明草稿", never_with="--final"),
    Option("--final", "定稿：有错误就不写", never_with="--draft"),
)
_PREVIOUS = Option("--previous", "上一年的报告", "FILE")
_YEAR = Option("--year", "新报告的年份，不写就是文件的下一年", "N")
_TEMPLATE = Option("--template", "带 {{…}} 的 Word 模板", "TEMPLATE")

GRAMMAR = Grammar(
    "reportdesk",
    "政府信息公开工作年度报告：读入、核对、结转、写出。不写命令就打开窗口。",
    (
        Option("--data-dir", "数据文件夹（这些命令不会建它）", "DIR"),
        Option("--editions", "本单位自己的报告格式（*.toml）所在文件夹", "DIR"),
    ),
    (
        Command("read", "读出文件里的报告", (_JSON,)),
        Command("check", "核对一份报告", (_PREVIOUS, _JSON)),
        Command("roll", "用去年的报告开始今年的", (_OUT, _YEAR, *_MARKS)),
        Command("convert", "写成 .docx .xlsx .html .rdesk", (_OUT, _TEMPLATE, *_MARKS)),
        Command("editions", "列出报告格式", (_JSON,), file=""),
    ),
)
"""The command line's exact form."""


def _year(typed: Typed) -> int | None:
    text = typed.value("--year")
    if text is not None and not (text.isascii() and text.isdigit() and len(text) == 4):
        raise RequestError(f"年份应是四位数字，不是「{text}」。")
    return int(text) if text is not None else None


def _catalog(typed: Typed) -> Catalog:
    from reportdesk import jobs

    return jobs.editions(typed.value("--editions"))


def _read(typed: Typed) -> int:
    from reportdesk import jobs

    reading = jobs.read(typed.file, _catalog(typed))
    _print(reading_outline(reading) if typed.has("--json") else reading_text(reading))
    return DONE


def _check(typed: Typed) -> int:
    from reportdesk import jobs

    catalog = _catalog(typed)
    reading = jobs.read(typed.file, catalog)
    document = reading.to_document()
    previous = None
    if (file := typed.value("--previous")) is not None:
        previous = jobs.read(file, catalog).to_document()
    findings = jobs.check(document, previous)
    counts = jobs.counts(findings)
    reading.notes += jobs.doubts(document)
    if typed.has("--json"):
        _print(check_outline(reading, findings, counts))
    else:
        _print(check_text(reading, document, findings, counts))
    return FINDINGS if counts["error"] else DONE


def _roll(typed: Typed) -> int:
    from reportdesk import jobs

    catalog = _catalog(typed)
    reading = jobs.read(typed.file, catalog)
    rolled = jobs.roll(reading, _year(typed), catalog)
    findings = jobs.check(rolled.document)
    jobs.write(
        rolled.document,
        typed.value("-o") or "",
        catalog,
        draft=typed.has("--draft"),
        final=typed.has("--final"),
        findings=findings,
        sources=(typed.file,),
    )
    for note in rolled.notes:
        print(note)
    _count(findings)
    return DONE


def _convert(typed: Typed) -> int:
    from reportdesk import jobs

    catalog = _catalog(typed)
    document = jobs.read(typed.file, catalog).to_document()
    findings = jobs.check(document)
    jobs.write(
        document,
        typed.value("-o") or "",
        catalog,
        template=typed.value("--template"),
        draft=typed.has("--draft"),
        final=typed.has("--final"),
        findings=findings,
        sources=(typed.file,),
    )
    _count(findings)
    return DONE


def _editions(typed: Typed) -> int:
    catalog = _catalog(typed)
    _print(editions_outline(catalog) if typed.has("--json") else editions_text(catalog))
    return DONE


def _count(findings: list[Finding]) -> None:
    from reportdesk import jobs

    counts = jobs.counts(findings)
    errors, reviews, hints = counts["error"], counts["review"], counts["hint"]
    _say(f"核对：错误 {errors} 项，需核实 {reviews} 项，提示 {hints} 项。", DONE)


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


_COMMANDS: Mapping[str, Callable[[Typed], int]] = {
    "read": _read,
    "check": _check,
    "roll": _roll,
    "convert": _convert,
    "editions": _editions,
}
