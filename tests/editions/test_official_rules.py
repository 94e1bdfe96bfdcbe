"""What the official editions say besides their labels: kinds, help, identities, carrying over."""

import re
from collections.abc import Iterator

import pytest

from reportdesk.form.edition import Check, Edition, Group, Line, Row, Sum, TextRule
from reportdesk.form.expression import parse
from reportdesk.form.soundness import faults
from reportdesk.paths import shipped_catalog

CATALOG = shipped_catalog()
OLD, NEW = CATALOG["cn-2019"], CATALOG["cn-2021"]


@pytest.fixture(params=["cn-2019", "cn-2021"])
def edition(request: pytest.FixtureRequest) -> Edition:
    return CATALOG[request.param]


def rows(edition: Edition) -> Iterator[Row]:
    for table in edition.tables:
        for part in table.parts:
            yield from part.rows


def table_rules(edition: Edition) -> dict[str, Sum | Check]:
    return {rule.id: rule for table in edition.tables for rule in (*table.sums, *table.checks)}


def text_rules(edition: Edition, text: str) -> list[TextRule]:
    return [rule for t in edition.texts if t.id == text for rule in t.rules]


def test_the_editions_are_of_one_family_and_follow_each_other():
    assert (OLD.family, OLD.first_year, OLD.last_year) == ("cn-annual", 2019, 2020)
    assert (NEW.family, NEW.first_year, NEW.last_year) == ("cn-annual", 2021, None)
    assert OLD.basis == "国办公开办函〔2019〕60号"
    assert NEW.basis == "国办公开办函〔2021〕30号"
    assert OLD.title == NEW.title == "政府信息公开工作年度报告"


def test_every_name_in_the_editions_meets_what_it_means(edition: Edition):
    assert list(faults(edition)) == []


def test_every_row_and_column_has_its_help_and_says_where_it_comes_from(edition: Edition):
    for row in rows(edition):
        assert len(row.help) >= 8, row.id
        assert re.search("《|〔|勾稽|实践|答复规范", row.source), row.id
    for table in edition.tables:
        for part in table.parts:
            for item in (*part.columns, *part.groups):
                if not (isinstance(item, Group) and item.id == "outcome"):
                    assert item.help, item.id
                assert item.source, item.id


def test_every_help_is_a_sentence(edition: Edition):
    for row in rows(edition):
        assert row.help.endswith("。"), row.id
    for section in edition.sections:
        assert section.help.endswith("。"), section.id
        assert section.source


def test_no_label_stands_among_its_own_other_wordings(edition: Edition):
    for row in rows(edition):
        assert row.label not in row.also
    for section in edition.sections:
        assert section.heading not in section.also
        assert len(set(section.also)) == len(section.also)


def test_no_two_labels_of_one_group_share_a_wording(edition: Edition):
    for table in edition.tables:
        for part in table.parts:
            for items in (part.rows, part.columns):
                seen: dict[tuple[str, str], str] = {}
                for item in items:
                    for wording in (item.label, *item.also):
                        assert (item.under, wording) not in seen, wording
                        seen[item.under, wording] = item.id


@pytest.mark.parametrize(
    ("id", "key", "holds", "unit"),
    [
        ("cn-2021", "disclosure.fees.amount", "money", "万元"),
        ("cn-2021", "disclosure.regulations.made", "count", "件"),
        ("cn-2019", "disclosure.licensing.change", "signed", "项"),
        ("cn-2019", "disclosure.services.change", "signed", "项"),
        ("cn-2019", "disclosure.penalties.change", "signed", "项"),
        ("cn-2019", "disclosure.enforcement.change", "signed", "项"),
        ("cn-2019", "disclosure.fees.change", "signed", "项"),
        ("cn-2019", "disclosure.fees.items_before", "count", "项"),
        ("cn-2019", "disclosure.procurement.items", "count", "项"),
        ("cn-2019", "disclosure.procurement.amount", "amount", ""),
        ("cn-2021", "requests.new.person", "count", "件"),
        ("cn-2021", "date", "date", ""),
    ],
)
def test_each_blank_takes_its_kind(id: str, key: str, holds: str, unit: str):
    field = CATALOG[id].fields[key]
    assert (field.holds, field.unit) == (holds, unit)


def test_nothing_but_these_is_no_count(edition: Edition):
    kinds = {
        key: f.holds
        for key, f in edition.fields.items()
        if f.holds not in ("count", "text", "date")
    }
    signed = {f"disclosure.{r}.change": "signed" for r in ("licensing", "services", "penalties")}
    signed |= {f"disclosure.{r}.change": "signed" for r in ("enforcement", "fees")}
    old = {**signed, "disclosure.procurement.amount": "amount"}
    assert kinds == (old if edition is OLD else {"disclosure.fees.amount": "money"})


@pytest.mark.parametrize(
    ("id", "severities"),
    [
        (
            "cn-2021",
            {
                "T2-1": "review",
                "T3-1": "error",
                "T3-2": "error",
                "T3-3": "error",
                "T4-1": "error",
                "Y-1": "review",
                "Y-2": "review",
            },
        ),
        (
            "cn-2019",
            {
                "T2-2": "hint",
                "T3-1": "error",
                "T3-2": "error",
                "T3-3": "error",
                "T4-1": "error",
                "Y-1": "review",
                "Y-3": "review",
                "Y-4": "hint",
            },
        ),
    ],
)
def test_every_identity_is_there_with_its_severity(id: str, severities: dict[str, str]):
    found = {key: rule.severity for key, rule in table_rules(CATALOG[id]).items()}
    assert found == severities


def test_the_built_in_rules_have_their_severities(edition: Edition):
    assert edition.level("V-1") == edition.level("V-2") == "error"
    assert edition.level("hybrid") == "review"
    assert edition.level("printed") == "hint"


def test_every_rule_says_its_formula_and_a_sentence(edition: Edition):
    for id, rule in table_rules(edition).items():
        assert rule.words, id
        assert rule.message.endswith("。"), id
        assert "{where}" in rule.message, id
        assert "{left}" in rule.message, id
        assert "{right}" in rule.message, id
        assert rule.message.format(where="自然人", left=1, right=2, difference=1)


@pytest.mark.parametrize(
    ("id", "rule", "expr", "over"),
    [
        ("cn-2021", "T3-1", "new + carried == results + left", ()),
        ("cn-2019", "T3-1", "new + carried == results + left", ()),
        ("cn-2021", "Y-1", "carried == last_year.left", ()),
        ("cn-2019", "Y-1", "carried == last_year.left", ()),
        ("cn-2021", "T2-1", "abolished <= last_year.in_force + made", ("regulations", "documents")),
        (
            "cn-2021",
            "Y-2",
            "in_force == last_year.in_force + made - abolished",
            ("regulations", "documents"),
        ),
        ("cn-2019", "T2-2", "opened <= made", ("regulations", "documents")),
        (
            "cn-2019",
            "Y-3",
            "items_before == last_year.items_before + last_year.change",
            ("licensing", "services", "penalties", "enforcement", "fees"),
        ),
        ("cn-2019", "Y-4", "public == last_year.public + opened", ("regulations", "documents")),
    ],
)
def test_each_check_is_the_relation_of_the_form(
    id: str, rule: str, expr: str, over: tuple[str, ...]
):
    check = table_rules(CATALOG[id])[rule]
    assert isinstance(check, Check)
    assert parse(check.expr) == parse(expr)
    assert check.over == over


def test_last_years_stock_is_no_key_of_the_old_form_so_it_cannot_be_compared():
    assert not any(key.endswith(".in_force") for key in OLD.fields)
    assert not any(key.endswith(".public") for key in NEW.fields)


@pytest.mark.parametrize(("id", "leaves"), [("cn-2021", 21), ("cn-2019", 19)])
def test_the_total_of_results_takes_every_outcome_once(id: str, leaves: int):
    table = CATALOG[id].table("requests")
    (part,) = table.parts
    total = next(s for s in table.sums if s.id == "T3-2")
    members = [m for name in total.of for m in table.members(part, name)]
    others = ("new", "carried", "results", "left")
    assert members == [row.id for row in part.rows if row.id not in others]
    assert (total.row, len(members)) == ("results", leaves)


def test_the_total_columns_take_every_other_column(edition: Edition):
    requests, disputes = edition.table("requests"), edition.table("disputes")
    assert [s.id for s in (*requests.sums, *disputes.sums)] == ["T3-3", "T3-2", "T4-1"]
    assert requests.sums[0].of == ("person", "entities")
    inside = [c.id for c in requests.parts[0].columns if c.under == "entities"]
    assert inside == ["company", "research", "charity", "legal", "other"]
    assert disputes.sums[0].of == tuple(c.id for c in disputes.parts[0].columns[:-1])


def test_groups_without_a_cell_of_their_own_have_a_subtotal(edition: Edition):
    groups = edition.table("requests").parts[0].groups
    wanted = ["denied", "unable", "refused", *(["other"] if edition is NEW else [])]
    assert [group.id for group in groups if group.subtotal] == wanted


@pytest.mark.parametrize(
    ("id", "text", "rules"),
    [
        (
            "cn-2021",
            "overview",
            [
                ("L-2", "filled", "error"),
                ("L-2", "not_just", "review"),
                ("L-1", "length", "hint"),
                ("X-9", "denial", "hint"),
            ],
        ),
        (
            "cn-2019",
            "overview",
            [
                ("L-2", "filled", "error"),
                ("L-2", "not_just", "review"),
                ("X-9", "denial", "hint"),
            ],
        ),
        ("cn-2021", "problems", [("L-2", "filled", "error"), ("L-2", "not_just", "review")]),
        ("cn-2019", "problems", [("L-2", "filled", "error"), ("L-2", "not_just", "review")]),
        (
            "cn-2021",
            "others",
            [
                ("L-2", "filled", "error"),
                ("L-2", "mentions", "review"),
                ("X-8", "denial", "review"),
                ("X-8", "denial", "hint"),
                ("X-8", "adds_up", "review"),
            ],
        ),
        ("cn-2019", "others", [("L-2", "filled", "error"), ("L-2", "not_just", "review")]),
    ],
)
def test_the_narratives_have_their_rules(id: str, text: str, rules: list[tuple[str, str, str]]):
    found = [(r.id, r.kind, r.severity) for r in text_rules(CATALOG[id], text)]
    assert [each for each in found if each[1] not in COMPARING] == rules


COMPARING = ("stale_year", "same_as_last", "figure", "share")


def test_figures_in_the_first_section_are_compared_with_the_tables(edition: Edition):
    rules = [r for r in text_rules(edition, "overview") if r.kind in COMPARING]
    assert {(r.id, r.severity) for r in rules} == {(f"X-{n}", "review") for n in range(1, 8)}


def test_what_last_year_left_is_looked_for(edition: Edition):
    lines = [b for s in edition.sections for b in s.blocks if isinstance(b, Line)]
    looked = {line.id: [(r.id, r.offset) for r in line.rules] for line in lines if line.rules}
    assert looked == {"title": [("L-3", 0)], "date": [("L-3", 1)]}
    assert [r.id for r in text_rules(edition, "preamble")] == ["L-3"]
    assert [(r.id, r.kind) for r in edition.text_rules] == [
        ("L-3", "stale_year"),
        ("L-3", "old_year"),
    ]
    (same,) = [r for r in text_rules(edition, "problems") if r.kind in COMPARING]
    assert (same.id, same.kind, same.severity) == ("L-4", "same_as_last", "hint")


def test_only_the_new_form_limits_the_first_section():
    (limit,) = [r.limit for r in text_rules(NEW, "overview") if r.kind == "length"]
    assert limit == 1000


@pytest.mark.parametrize(
    ("text", "denies"),
    [
        ("本年度未收到政府信息公开申请。", True),
        ("2023年，我局没有收到公民、法人或其他组织的政府信息公开申请。", True),
        ("全年无依申请公开事项。", True),
        ("全年收到政府信息公开申请0件。", True),
        ("全年共收到0件政府信息公开申请。", True),
        ("全年主动公开信息20条，收到政府信息公开申请 0 件。", True),
        ("收到政府信息公开申请10件。", False),
        ("收到政府信息公开申请5件，其中网络收到申请0件。", False),
        ("未收到因政府信息公开引起的行政复议申请。", False),
        ("未收到行政复议、行政诉讼申请。", False),
        ("收到申请3件，未收取信息处理费。", False),
        ("规范依申请公开办理流程，按时答复申请。", False),
        ("收到政府信息公开申请30件。", False),
    ],
)
def test_words_that_deny_any_request_are_known_from_others(text: str, denies: bool):
    (rule,) = [r for r in text_rules(NEW, "overview") if r.kind == "denial"]
    assert any(re.search(words, text) for words in rule.words) is denies


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("2023年，本机关未收取信息处理费。", True),
        ("本年度信息处理费0元。", True),
        ("发出收费通知2件，收取费用380元。", True),
        ("无。", False),
        ("没有其他需要报告的事项。", False),
    ],
)
def test_words_about_the_fee_are_known(text: str, speaks: bool):
    (rule,) = [r for r in text_rules(NEW, "others") if r.kind == "mentions"]
    assert any(words in text for words in rule.words) is speaks


def test_the_preamble_names_the_notice_of_its_own_edition():
    for edition, other in ((OLD, NEW), (NEW, OLD)):
        (text,) = [t for t in edition.texts if t.id == "preamble"]
        assert edition.basis in text.default
        assert other.basis not in text.default
        assert ("（试行）" in text.default) is (edition is OLD)
