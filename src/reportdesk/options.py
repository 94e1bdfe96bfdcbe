"""What was typed after the program's name, taken apart strictly and answered in the clerk's words.

argparse does this too, but loading it takes as long as reading a report, and it speaks English.
"""

from collections.abc import Sequence
from typing import NamedTuple

from reportdesk.errors import RequestError


class Option(NamedTuple):
    """``value`` is what stands for its value in the usage, "" where it takes none; it may not
    stand beside the one named ``never_with``."""

    name: str
    help: str
    value: str = ""
    required: bool = False
    never_with: str = ""


class Command(NamedTuple):
    """A command with its options; ``file`` is what stands for its one file, "" for none."""

    name: str
    help: str
    options: tuple[Option, ...] = ()
    file: str = "FILE"


class Typed(NamedTuple):
    """A command as it was typed; ``given`` has each option's value, "" for one that takes none."""

    command: Command
    file: str
    given: dict[str, str]

    def value(self, name: str) -> str | None:
        """The value of an option; None if it was not given."""
        return self.given.get(name)

    def has(self, name: str) -> bool:
        """Whether an option was given."""
        return name in self.given


class Grammar(NamedTuple):
    """A program's commands, and the options that stand before them."""

    program: str
    about: str
    options: tuple[Option, ...]
    commands: tuple[Command, ...]

    def parse(self, arguments: Sequence[str]) -> Typed | str:
        """The command that was typed, or the help that was asked for. Raises RequestError."""
        rest = [*reversed(arguments)]
        given = self._take(rest, self.options, None)
        if isinstance(given, str):
            return self.help()
        named = rest.pop() if rest else ""
        command = next((c for c in self.commands if c.name == named), None)
        if command is None:
            listed = "、".join(c.name for c in self.commands)
            raise self._wrong(f"不认识命令「{named}」" if named else "没有写命令", f"有 {listed}。")
        files: list[str] = []
        own = self._take(rest, command.options, files)
        if len(files) > (1 if command.file else 0):
            raise self._wrong(f"「{files[-1]}」是多余的")
        if isinstance(own, str):
            return self.help(command)
        if command.file and not files:
            raise self._wrong("没有写文件", f"用法：{self._usage(command)}")
        for option in command.options:
            if option.required and option.name not in own:
                raise self._wrong(f"缺少 {_shown(option)}", f"用法：{self._usage(command)}")
            if option.name in own and option.never_with in own:
                raise self._wrong(f"{option.name} 和 {option.never_with} 只能写一个")
        return Typed(command, files[0] if files else "", {**given, **own})

    def _take(
        self, rest: list[str], options: Sequence[Option], files: list[str] | None
    ) -> dict[str, str] | str:
        """Take options off ``rest``, whose end is what comes next, and what is no option into
        ``files``; without them it stops there. "" if help is asked for."""
        given: dict[str, str] = {}
        only_files = False
        while rest and (files is not None or _is_option(rest[-1])):
            word = rest.pop()
            if files is not None and (only_files or not _is_option(word)):
                files.append(word)
            elif word == "--":
                only_files = True
            elif word in ("-h", "--help"):
                return ""
            else:
                name, value = _parted(word)
                option = next((o for o in options if o.name == name), None)
                if option is None:
                    raise self._wrong(f"不认识 {name}")
                if value is not None and not option.value:
                    raise self._wrong(f"{name} 后面不写值")
                if option.value and value is None:
                    if not rest or _is_option(rest[-1]):
                        raise self._wrong(f"{name} 后面要写 {option.value}")
                    value = rest.pop()
                given[name] = value or ""
        return given

    def help(self, command: Command | None = None) -> str:
        """How the program, or one of its commands, is called."""
        if command is None:
            lines = [self.about, "", "用法：", *(self._usage(each) for each in self.commands), ""]
            lines += [f"  {c.name:<22}{c.help}" for c in self.commands]
            options = self.options
        else:
            lines = [f"{command.help}。", "", "用法：", self._usage(command)]
            options = command.options
        lines += ["", *(f"  {_shown(option):<22}{option.help}" for option in options)]
        return "\n".join(lines).rstrip() + "\n"

    def _usage(self, command: Command) -> str:
        shown = [self.program, *(f"[{_shown(o)}]" for o in self.options)]
        shown += [command.name, *([command.file] if command.file else [])]
        seen: set[str] = set()
        for option in command.options:
            either = _shown(option) + (f" | {option.never_with}" if option.never_with else "")
            if option.never_with not in seen:
                shown.append(either if option.required else f"[{either}]")
            seen.add(option.name)
        return " ".join(shown)

    def _wrong(self, what: str, hint: str = "") -> RequestError:
        hint = hint or f"用 {self.program} --help 看用法。"
        return RequestError(f"命令不完整或写错了：{what}。{hint}")


def _is_option(word: str) -> bool:
    return word.startswith("-") and word != "-"


def _parted(word: str) -> tuple[str, str | None]:
    """An option's name and the value written with it: ``--year=2025``, ``-oOUT``."""
    if word.startswith("--"):
        name, sign, value = word.partition("=")
        return name, value if sign else None
    return word[:2], word[2:] or None


def _shown(option: Option) -> str:
    return f"{option.name} {option.value}".rstrip()
