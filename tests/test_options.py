import pytest

from reportdesk.cli import GRAMMAR
from reportdesk.errors import RequestError
from reportdesk.options import Typed


def typed(*arguments: str) -> Typed:
    found = GRAMMAR.parse(arguments)
    assert isinstance(found, Typed)
    return found


def test_options_stand_before_and_after_the_file():
    for arguments in (
        ("roll", "a.docx", "-o", "b.docx", "--year", "2025"),
        ("roll", "-o", "b.docx", "--year", "2025", "a.docx"),
        ("roll", "--year=2025", "a.docx", "-ob.docx"),
    ):
        found = typed(*arguments)
        assert (found.command.name, found.file) == ("roll", "a.docx")
        assert (found.value("-o"), found.value("--year")) == ("b.docx", "2025")
        assert not found.has("--draft")


def test_general_options_stand_before_the_command():
    found = typed("--data-dir", "d", "--editions=e", "read", "a", "--json")
    assert (found.value("--data-dir"), found.value("--editions")) == ("d", "e")
    assert found.has("--json")
    with pytest.raises(RequestError, match="不认识 --editions"):
        GRAMMAR.parse(["read", "a", "--editions", "e"])


def test_a_file_may_be_called_anything():
    assert typed("read", "--", "--json").file == "--json"
    assert typed("read", "-").file == "-"
    assert typed("read", "").file == ""
    assert typed("check", "a", "--previous=-x").value("--previous") == "-x"


def test_the_last_of_two_values_holds():
    assert typed("roll", "a", "-o", "b", "-o", "c").value("-o") == "c"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "没有写命令。有 read、check"),
        (["raed"], "不认识命令「raed」"),
        (["-x", "read"], "不认识 -x"),
        (["read"], "没有写文件。用法：reportdesk"),
        (["read", "a", "b"], "「b」是多余的"),
        (["editions", "a"], "「a」是多余的"),
        (["read", "a", "--json=1"], "--json 后面不写值"),
        (["read", "a", "--jso"], "不认识 --jso"),
        (["roll", "a"], "缺少 -o OUT。用法：reportdesk"),
        (["roll", "a", "-o"], "-o 后面要写 OUT"),
        (["check", "a", "--previous", "--json"], "--previous 后面要写 FILE"),
        (["convert", "a", "-o", "b", "--draft", "--final"], "--draft 和 --final 只能写一个"),
    ],
)
def test_what_is_wrong_is_said_in_the_clerks_words(arguments: list[str], words: str):
    with pytest.raises(RequestError, match=words):
        GRAMMAR.parse(arguments)


def test_help_shows_the_exact_form_of_each_command():
    shown = GRAMMAR.parse(["--help"])
    assert isinstance(shown, str)
    start = "reportdesk [--data-dir DIR] [--editions DIR] "
    assert [line for line in shown.splitlines() if line.startswith("reportdesk")] == [
        start + "read FILE [--json]",
        start + "check FILE [--previous FILE] [--json]",
        start + "roll FILE -o OUT [--year N] [--draft | --final]",
        start + "convert FILE -o OUT [--template TEMPLATE] [--draft | --final]",
        start + "editions [--json]",
    ]
    own = GRAMMAR.parse(["convert", "-h"])
    assert isinstance(own, str)
    assert "--template TEMPLATE" in own
    assert "roll" not in own
