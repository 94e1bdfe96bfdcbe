"""The text of an edition file as plain data, and how what is wrong with a file is told."""

import re
import tomllib

from reportdesk.errors import EditionError


def parse(text: str, place: str) -> dict[str, object]:
    """The data of a TOML text. Raises EditionError where it is none."""
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"\(at line (\d+), column (\d+)\)", str(error))
        where = f"第 {at[1]} 行第 {at[2]} 个字附近" if at else "文件末尾"
        raise EditionError(complaint(place, [f"{where}不合TOML的写法"])) from error


def complaint(place: str, complaints: list[str]) -> str:
    """All complaints about one file as one message."""
    listed = "\n".join(f"  {words}" for words in dict.fromkeys(complaints))
    return f"版式文件「{place}」不能用，请改正后再试：\n{listed}"
