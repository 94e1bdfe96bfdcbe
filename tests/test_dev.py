"""The set-up: when it is trusted, what it says when something is missing, how it is guarded."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import dev
import machine
from environment import Environment, SetupError, alone

TOP = Path(__file__).resolve().parents[1]
PROJECT = """
[build-system]
requires = ["hatchling"]
[project]
name = "demo"
dependencies = []
[tool.ruff]
line-length = 100
"""


def say(text: str) -> None:
    """Stands where a person would listen."""


def checkout(folder: Path) -> Environment:
    """An environment that is in order, as far as its stamp can tell."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (folder / "packaging").mkdir()
    environment = Environment(folder, say)
    environment.requirements.write_text("", encoding="utf-8")
    environment.scripts.mkdir(parents=True)
    environment.python.touch()
    stamp(environment)
    return environment


def stamp(environment: Environment) -> None:
    text = f"{environment.base()}\n{environment.contents()}\n"
    environment.stamp.write_text(text, encoding="ascii")


class TestTheStamp:
    def test_an_environment_made_for_what_is_asked_now_is_ready(self, tmp_path: Path) -> None:
        assert checkout(tmp_path).is_ready()

    def test_one_without_a_stamp_was_cut_off_and_is_not_trusted(self, tmp_path: Path) -> None:
        environment = checkout(tmp_path)
        environment.stamp.unlink()
        assert not environment.is_ready()

    @pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"one", b"one two three"])
    def test_a_damaged_stamp_is_none(self, tmp_path: Path, content: bytes) -> None:
        environment = checkout(tmp_path)
        environment.stamp.write_bytes(content)
        assert not environment.is_ready()

    def test_other_requirements_ask_for_a_renewal(self, tmp_path: Path) -> None:
        environment = checkout(tmp_path)
        environment.requirements.write_text("lxml==6.1.3\n", encoding="utf-8")
        assert not environment.is_ready()

    def test_another_command_in_the_metadata_asks_for_a_renewal(self, tmp_path: Path) -> None:
        environment = checkout(tmp_path)
        scripts = '\n[project.scripts]\ndemo = "demo:main"\n'
        (tmp_path / "pyproject.toml").write_text(PROJECT + scripts, encoding="utf-8")
        assert not environment.is_ready()

    def test_a_setting_of_the_linter_does_not(self, tmp_path: Path) -> None:
        environment = checkout(tmp_path)
        longer = PROJECT.replace("100", "99")
        (tmp_path / "pyproject.toml").write_text(longer, encoding="utf-8")
        assert environment.is_ready()

    def test_a_folder_that_was_moved_is_not_trusted(self, tmp_path: Path) -> None:
        checkout(tmp_path / "here")
        (tmp_path / "here").rename(tmp_path / "there")
        assert not Environment(tmp_path / "there", say).is_ready()

    def test_an_environment_whose_python_is_gone_is_not_trusted(self, tmp_path: Path) -> None:
        environment = checkout(tmp_path)
        environment.python.unlink()
        assert not environment.is_ready()

    def test_the_environment_of_these_tests_is_known_by_its_place(self) -> None:
        environment = Environment(TOP, say)
        assert environment.stamp.parent == TOP / ".venv"
        assert environment.scripts.name == ("Scripts" if sys.platform == "win32" else "bin")


def test_a_set_up_that_fails_says_so_and_leaves_no_stamp(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    environment = checkout(tmp_path)
    # pip refuses what has no hash before it asks any index.
    environment.requirements.write_text("lxml==6.1.3\n", encoding="utf-8")
    with pytest.raises(SetupError, match="pip could not install"):
        environment.ensure(anew=True)
    assert environment.python.exists()
    assert not environment.stamp.exists()
    assert not environment.is_ready()
    printed = capfd.readouterr()
    assert printed.out == ""
    assert "hash" in printed.err


def test_a_lock_whose_holder_died_is_free(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    code = (
        "import sys, time\n"
        f"sys.path.insert(0, {str(TOP / 'packaging')!r})\n"
        "from environment import alone\n"
        "from pathlib import Path\n"
        f"with alone(Path({str(lock)!r}), print):\n"
        "    print('held', flush=True)\n"
        "    time.sleep(60)\n"
    )
    said: list[str] = []
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline().strip() == b"held"

        def tell(text: str) -> None:
            said.append(text)
            holder.kill()

        with alone(lock, tell):
            assert said == ["another call is at the set-up; waiting for it"]


class TestTheMachine:
    def test_a_library_that_is_there_loads_and_another_does_not(self) -> None:
        if sys.platform == "linux":
            assert machine.loads("libc.so.6")
        assert not machine.loads("libnowhere.so.7")

    @pytest.mark.skipif(sys.platform != "linux", reason="the libraries are those of Linux")
    def test_a_library_that_does_not_load_is_named_by_its_package(self) -> None:
        def loads(library: str) -> bool:
            return library not in ("libxcb-cursor.so.0", "libgthread-2.0.so.0")

        assert machine.missing_packages(loads, lambda: True) == ["libglib2.0-0", "libxcb-cursor0"]

    def test_a_machine_with_everything_lacks_nothing(self) -> None:
        assert machine.missing_packages(lambda library: True, lambda: True) == []

    def test_a_machine_without_chinese_characters_lacks_a_font(self) -> None:
        assert machine.missing_packages(lambda library: True, lambda: False) == ["fonts-noto-cjk"]

    @pytest.mark.parametrize(
        "file",
        ["NotoSansCJK-Regular.ttc", "NotoSerifSC-Bold.otf", "wqy-microhei.ttc", "SIMFANG.TTF"],
    )
    def test_a_chinese_font_is_known_by_its_file(self, tmp_path: Path, file: str) -> None:
        (tmp_path / "deep").mkdir()
        (tmp_path / "deep" / file).touch()
        assert machine.has_chinese_font([tmp_path])

    def test_a_font_of_other_letters_is_none(self, tmp_path: Path) -> None:
        (tmp_path / "DejaVuSans.ttf").touch()
        assert not machine.has_chinese_font([tmp_path, tmp_path / "nowhere"])

    def test_on_debian_the_line_can_be_typed_as_it_stands(self) -> None:
        packages = ["libegl1", "fonts-noto-cjk"]
        line = "apt-get install --no-install-recommends -y libegl1 fonts-noto-cjk"
        assert machine.advice(packages, apt=True, root=True, system="linux") == line
        assert machine.advice(packages, apt=True, root=False, system="linux") == f"sudo {line}"

    def test_elsewhere_the_libraries_are_named_and_not_debian_s_packages(self) -> None:
        said = machine.advice(["libegl1"], apt=False, root=True, system="linux")
        assert "libEGL.so.1" in said
        assert "apt-get" not in said

    def test_windows_is_told_of_its_language_pack(self) -> None:
        said = machine.advice(["fonts-noto-cjk"], apt=False, root=False, system="win32")
        assert "中文" in said


class TestTheCommands:
    def test_an_old_python_gets_as_far_as_the_word_about_it(self) -> None:
        # The file must compile there, or nothing at all can be said.
        source = (TOP / "dev.py").read_text(encoding="utf-8")
        ast.parse(source, feature_version=(3, 7))

    @pytest.mark.parametrize("line", ["", "walk", "run --nowhere", "bench --xml"])
    def test_what_is_not_understood_ends_with_status_2(self, line: str) -> None:
        with pytest.raises(SystemExit) as ended:
            dev.main(line.split())
        assert ended.value.code == 2

    def test_every_command_has_its_own_work(self) -> None:
        lines = ["run --headless", "test", "bench --json", "setup --anew", "shots --guide"]
        works = [dev.parser().parse_args(line.split()).work for line in lines]
        assert works == [dev.run, dev.test, dev.bench, dev.setup, dev.shots]

    def test_continuous_integration_types_the_same_command_as_a_person(self) -> None:
        script = (TOP / ".ci" / "run").read_text(encoding="utf-8")
        assert script.rstrip().endswith("exec python3 dev.py test")
