"""Beginning a new year: what moves, what is kept as words, what stays blank, what is told."""

import pytest

from reportdesk.form.edition import Edition
from reportdesk.report.document import Document, Origin, Unplaced
from reportdesk.report.rollover import begin, fill_default, roll_over
from tests.builders import NEW, OLD, cells, edition, report, table

APPLICANTS = ("person", "company", "research", "charity", "legal", "other")


def last_year(form: Edition = NEW, year: int = 2023) -> Document:
    """A report with 1…6 cases left over, one kind of applicant each, and 21 in all."""
    left = {f"requests.left.{who}": n for n, who in enumerate(APPLICANTS, start=1)}
    return report(form, year, {**left, "requests.left.total": 21, "requests.new.person": 9})


def figures(document: Document) -> dict[str, str]:
    every = set(cells(document.edition, totals=True))
    return {key: value for key, value in document.values.items() if key in every}


def test_what_was_left_is_carried_over_applicant_by_applicant_and_nothing_else():
    rolled = roll_over(last_year(), NEW, 2024)
    assert figures(rolled.document) == {
        f"requests.carried.{who}": str(n) for n, who in enumerate(APPLICANTS, start=1)
    }
    assert rolled.notes == []


def test_a_figure_carried_over_says_where_it_comes_from():
    rolled = roll_over(last_year(), NEW, 2024)
    origin = rolled.document.origins["requests.carried.legal"]
    assert origin == Origin("rolled", place="requests.left.legal")


@pytest.mark.parametrize("year", [2023, 2025, 2030])
def test_a_report_that_is_not_of_the_year_before_gives_no_figures_and_says_so(year: int):
    rolled = roll_over(last_year(), NEW, year)
    assert figures(rolled.document) == {}
    (note,) = rolled.notes
    assert "2023年的报告，不是上一年的，没有结转" in note
    assert "上年结转" in note


def test_a_report_of_an_unknown_year_gives_no_figures():
    last = last_year()
    last.year = None
    rolled = roll_over(last, NEW, 2024)
    assert figures(rolled.document) == {}
    assert any("没有年份" in note for note in rolled.notes)


def test_a_blank_is_carried_over_as_a_blank_and_told():
    last = last_year()
    del last.values["requests.left.company"], last.values["requests.left.other"]
    rolled = roll_over(last, NEW, 2024)
    assert "requests.carried.company" not in rolled.document.values
    assert rolled.document.values["requests.carried.person"] == "1"
    assert any("有 2 格是空白" in note for note in rolled.notes)


def test_last_year_is_kept_whole_for_comparison_but_not_the_year_before_it():
    before, last = last_year(year=2022), last_year()
    last.previous = before
    last.unplaced.append(Unplaced("第2页", "", "收费", "", "3"))
    kept = roll_over(last, NEW, 2024).document.previous
    assert kept is not None
    assert (kept.year, kept.values, kept.unplaced) == (2023, last.values, last.unplaced)
    assert kept.previous is None
    assert last.previous is before


def test_the_report_of_last_year_is_left_as_it_was():
    last = last_year()
    values, origins = dict(last.values), dict(last.origins)
    rolled = roll_over(last, NEW, 2024)
    rolled.document.values["requests.left.person"] = "7"
    assert (last.values, last.origins, last.year) == (values, origins, 2023)


def test_narratives_and_the_offices_data_are_kept_with_their_origin():
    last = last_year()
    last.values |= {
        "problems": "2023年网页更新慢。\n2024年起每周核对。",
        "contact_phone": "0555-7700123",
        "signature": "云溪县水务局",
    }
    new = roll_over(last, NEW, 2024).document
    for key in ("overview", "problems", "others", "organ", "contact_phone", "signature"):
        assert new.values[key] == last.values[key]
        assert new.origins[key] == Origin("last_year", place="2023")


def test_notes_under_the_tables_are_last_years_business():
    last = last_year()
    last.values["requests_note"] = "含转办2件。"
    assert "requests_note" not in roll_over(last, NEW, 2024).document.values


def test_the_title_and_the_preamble_are_of_the_new_year():
    last = last_year()
    last.values |= {
        "title": "云溪县水务局2023年政府信息公开工作年度报告",
        "preamble": "根据2019年修订的条例编制。统计期限自2023年1月1日至2023年12月31日。",
    }
    new = roll_over(last, NEW, 2024).document
    assert new.values["title"] == "云溪县水务局2024年政府信息公开工作年度报告"
    assert new.values["preamble"] == (
        "根据2019年修订的条例编制。统计期限自2024年1月1日至2024年12月31日。"
    )


def test_a_report_without_a_title_gets_the_forms_own():
    new = roll_over(last_year(), NEW, 2024).document
    assert new.values["title"] == "云溪县水务局2024年政府信息公开工作年度报告"
    assert "title" not in new.origins


def test_without_the_organ_no_title_is_made_up():
    last = last_year()
    del last.values["organ"]
    assert "title" not in roll_over(last, NEW, 2024).document.values


def test_the_date_and_the_number_of_the_document_are_emptied():
    last = last_year()
    last.values |= {"date": "2024-01-18", "number": "云水〔2024〕3号"}
    values = roll_over(last, NEW, 2024).document.values
    assert "date" not in values
    assert "number" not in values


def test_flat_and_unplaced_figures_are_not_carried_but_told():
    last = last_year()
    last.group_values["requests.other.person"] = "5"
    last.unplaced.append(Unplaced("第 2 页", "", "收费", "", "3"))
    rolled = roll_over(last, NEW, 2024)
    assert rolled.document.group_values == {}
    assert rolled.document.unplaced == []
    assert any("（六）其他处理" in note and "5" in note for note in rolled.notes)
    assert any("有 1 个数字没有找到位置" in note for note in rolled.notes)


# From the form of 2019 to that of 2021


def of_2020(**figures: int | str) -> Document:
    named = {key.replace("__", "."): value for key, value in figures.items()}
    return report(OLD, 2020, named)


def test_the_old_form_gives_the_new_one_what_was_left():
    last = of_2020(requests__left__person=3, requests__left__company=1)
    new = roll_over(last, NEW, 2021).document
    moved = {key: value for key, value in figures(new).items() if value != "0"}
    assert moved == {"requests.carried.person": "3", "requests.carried.company": "1"}
    assert set(figures(new)) == {f"requests.carried.{who}" for who in APPLICANTS}
    assert new.edition is NEW


@pytest.mark.parametrize(
    ("key", "value", "word"),
    [
        ("disclosure.regulations.opened", "11", "本年新公开数量"),
        ("disclosure.documents.opened", "12", "本年新公开数量"),
        ("disclosure.licensing.items_before", "131", "上一年项目数量"),
        ("disclosure.licensing.change", "-14", "本年增/减"),
        ("disclosure.services.decisions", "15", "其他对外管理服务事项"),
        ("disclosure.penalties.items_before", "161", "上一年项目数量"),
        ("disclosure.enforcement.change", "-17", "本年增/减"),
        ("disclosure.fees.items_before", "18", "不能互相换算"),
        ("disclosure.procurement.items", "19", "政府集中采购"),
        ("disclosure.procurement.amount", "678.15万元", "政府集中采购"),
        ("disclosure.documents.public", "166", "现行有效件数"),
        ("requests.other.person", "23", "不能拆分"),
    ],
)
def test_every_figure_that_has_no_place_in_the_new_form_is_told(key: str, value: str, word: str):
    rolled = roll_over(of_2020(**{key.replace(".", "__"): value}), NEW, 2021)
    assert [n for n in rolled.notes if word in n and value in n], rolled.notes
    assert value not in figures(rolled.document).values()


def test_the_words_about_the_change_of_the_form_are_told():
    notes = roll_over(of_2020(), NEW, 2021).notes
    assert any("一千字" in note for note in notes)
    assert any("信息处理费" in note for note in notes)
    assert any("本年废止件数" in note for note in notes)


def test_the_preamble_names_the_notice_of_the_new_form():
    last = of_2020()
    last.values["preamble"] = (
        "根据《中华人民共和国政府信息公开工作年度报告格式（试行）》"
        "（国办公开办函[2019] 60号）编制，数据截至2020年12月31日。"
    )
    assert roll_over(last, NEW, 2021).document.values["preamble"] == (
        "根据《中华人民共和国政府信息公开工作年度报告格式》"
        "（国办公开办函〔2021〕30号）编制，数据截至2021年12月31日。"
    )


def test_narratives_come_along_unchanged():
    last = of_2020()
    last.values["overview"] = "2020年公开信息10条。"
    new = roll_over(last, NEW, 2021).document
    assert new.values["overview"] == "2020年公开信息10条。"


def test_a_form_without_a_rule_for_carrying_takes_only_the_words():
    other = edition(table("a b", "x"), id="other")
    last = report(other, 2023, {"t.a.x": 4})
    rolled = roll_over(last, NEW, 2024)
    assert figures(rolled.document) == {}
    assert rolled.document.organ == "云溪县水务局"
    assert any("没有结转规则" in note for note in rolled.notes)


def test_a_default_needs_all_that_it_names():
    known = Document(NEW, 2024, {"organ": "青禾市档案馆"})
    unknown = Document(NEW)
    assert fill_default("{organ}{year}年，{next}年公布", known) == "青禾市档案馆2024年，2025年公布"
    assert fill_default("{headline}", known) == "青禾市档案馆2024年政府信息公开工作年度报告"
    assert fill_default("截至{year}年底", unknown) == ""
    assert fill_default("无需填写", unknown) == "无需填写"


def test_a_report_from_nothing_has_the_office_s_own_data_and_what_the_edition_begins_with():
    office = {"organ": "云溪县水务局", "contact_phone": "0000-1234567"}
    document = begin(NEW, 2025, office)
    assert document.values["contact_phone"] == "0000-1234567"
    assert document.values["title"] == "云溪县水务局2025年政府信息公开工作年度报告"
    assert document.values["signature"] == "云溪县水务局"
    assert "2025年1月1日" in document.values["preamble"]
    assert figures(document) == {}
    assert document.previous is None


def test_a_report_from_nothing_at_all_waits_for_the_organ_s_name():
    document = begin(NEW, 2025)
    assert "title" not in document.values
    assert "organ" not in document.values
