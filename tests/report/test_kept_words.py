"""Words kept from last year: what still stands, and what surely holds."""

from reportdesk.report.document import Document, Origin
from reportdesk.report.kept_words import compared, held_words, holding, kept_words, stays
from tests.builders import NEW, report, requests

ONE, TWO = "重新梳理公开目录，下架失效信息。", "每周核对河道治理的信息，请群众评议。"
LAST = f"（一）主动公开\n{ONE}\n{TWO}"


def begun(words: str = LAST, last: str = LAST) -> Document:
    previous = report(NEW, 2024, texts={"overview": last})
    return report(NEW, 2025, texts={"overview": words}, previous=previous)


def test_paragraphs_are_looked_at_until_they_are_changed_or_hold():
    document = begun()
    assert kept_words(document, "overview") == ({1, 2}, set())
    document.origins["overview"] = holding(document, "overview", [ONE])
    assert kept_words(document, "overview") == ({2}, {1})
    document.values["overview"] = LAST.replace("每周", "每天")
    assert kept_words(document, "overview") == (set(), {1})


def test_that_a_paragraph_holds_is_said_of_its_words_and_not_of_its_place():
    document = begun()
    document.origins["overview"] = holding(document, "overview", [TWO])
    document.values["overview"] = f"{TWO}\n新的一段。\n{ONE}"
    assert kept_words(document, "overview") == ({2}, {0})


def test_it_can_be_taken_back():
    document = begun()
    document.origins["overview"] = holding(document, "overview", [ONE, TWO])
    document.origins["overview"] = holding(document, "overview", [ONE], holds=False)
    assert held_words(document, "overview") == TWO


def test_where_the_file_of_a_text_is_known_it_stays_known():
    document = begun()
    document.origins["overview"] = Origin("file", "2025.docx", "第2页", "原文")
    assert not stays(document, "overview")
    document.origins["overview"] = holding(document, "overview", [ONE])
    assert document.origins["overview"] == Origin("last_year", "2025.docx", "第2页", ONE)
    assert stays(document, "overview")


def test_without_a_report_or_a_text_of_last_year_nothing_is_kept():
    assert kept_words(report(NEW, 2025, texts={"overview": LAST}), "overview") == (set(), set())
    document = begun()
    assert document.previous is not None
    del document.previous.values["overview"]
    assert kept_words(document, "overview") == (set(), set())


def test_a_paragraph_whose_live_number_is_another_now_is_not_as_last_year():
    words = "全年收到申请{{requests.new.total}}件，都已答复。"
    previous = report(NEW, 2024, requests(new__person=3), texts={"overview": words})
    same = report(NEW, 2025, requests(new__person=3), texts={"overview": words}, previous=previous)
    assert kept_words(same, "overview").same == {0}
    other = report(NEW, 2025, requests(new__person=4), texts={"overview": words}, previous=previous)
    assert kept_words(other, "overview").same == set()


def test_words_on_screen_are_compared_in_the_same_way():
    assert compared([ONE, "别的一段话，和上年不同。"], [TWO, ONE], "").same == {0}
    assert compared([ONE], [TWO, ONE], ONE).held == {0}
