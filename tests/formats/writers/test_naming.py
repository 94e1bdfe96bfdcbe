import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportdesk.formats.writers.naming import file_name


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("云溪县水务局2025年报告", "云溪县水务局2025年报告.docx"),
        ("云溪县/水务局: 2025?", "云溪县水务局 2025.docx"),
        ("  ", "年报.docx"),
        ("CON", "年报CON.docx"),
        ("nul.2025", "年报nul.2025.docx"),
        ("报告. ", "报告.docx"),
        ("换\n行", "换行.docx"),
    ],
)
def test_a_name_has_only_what_every_system_takes(stem: str, name: str) -> None:
    assert file_name(stem, ".docx") == name


@given(st.text(max_size=300))
def test_any_text_becomes_a_short_name_without_forbidden_characters(stem: str) -> None:
    name = file_name(stem, ".docx")
    assert name.endswith(".docx")
    assert not set(name) & set('\\/:*?"<>|\n\r\t\0')
    assert 5 < len(name) < 80
    assert not name.startswith((" ", "."))
