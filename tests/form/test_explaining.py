"""What the edition explains: a row, its column, its group, a section, and all of it together."""

from reportdesk.form.explaining import all_helps, helps_of, section_helps
from tests.builders import NEW, edition, table, text


def test_a_cell_is_explained_by_its_row_its_column_and_its_group():
    helps = helps_of(NEW, "requests.denied_secret.company")
    assert [help.title for help in helps] == ["1.属于国家秘密", "商业企业", "（三）不予公开"]
    assert helps[0].source == "《条例》第十四条"
    assert all(help.text for help in helps)


def test_a_row_is_called_by_its_numeral_and_its_short_name():
    assert helps_of(NEW, "requests.new.person")[0].title == "一、本年新收"
    assert helps_of(NEW, "requests.results.total")[0].title == "（七）总计"


def test_a_column_that_stands_alone_is_not_explained_apart():
    assert [h.title for h in helps_of(NEW, "disclosure.licensing.decisions")] == ["行政许可"]


def test_a_line_and_a_text_are_explained_by_their_own_help():
    assert helps_of(NEW, "organ")[0].text == "写全称，与印章一致。"
    assert "五个方面" in helps_of(NEW, "overview")[0].text


def test_a_blank_without_an_explanation_has_its_name():
    form = edition(table("x", "a"), text("words"))
    assert [tuple(help) for help in helps_of(form, "t.x.a")] == [("X", "", "")]
    assert helps_of(form, "words")[0].title == "WORDS"


def test_a_section_is_explained_as_a_whole_and_in_every_part():
    (third,) = (s for s in NEW.sections if s.id == "s3")
    assert section_helps(third)[0].title == third.heading
    titles = [help.title for help in all_helps(third)]
    rows = [row.label for part in NEW.table("requests").parts for row in part.rows]
    assert titles[0] == third.heading
    assert [title for title in titles if title in rows] == rows
    assert titles.index("（三）不予公开") < titles.index("1.属于国家秘密")
    assert titles.count("自然人") == 1
