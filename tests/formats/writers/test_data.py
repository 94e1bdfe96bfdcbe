"""The report as JSON: true to its published schema, and nothing of the report is lost in it."""

import json
from pathlib import Path
from typing import Any

import fastjsonschema  # pyright: ignore[reportMissingTypeStubs]
import pytest

from reportdesk import jobs
from reportdesk.form.edition import Edition
from reportdesk.formats.writers.data import render
from reportdesk.paths import resource
from reportdesk.report.document import Document
from reportdesk.report.live import printed_values
from tests.builders import CATALOG, NEW, OLD, edition, report, requests, table, text

SCHEMA = json.loads(resource("schema", "report-1.json").read_text(encoding="utf-8"))


def checked(document: Document, *, draft: bool = False) -> dict[str, Any]:
    outline: dict[str, Any] = json.loads(render(document, draft=draft))
    fastjsonschema.compile(SCHEMA)(outline)  # pyright: ignore
    return outline


@pytest.mark.parametrize("form", [OLD, NEW], ids=["2019", "2021"])
def test_every_value_of_the_report_is_in_it_by_its_key(form: Edition) -> None:
    document = report(form)
    outline = checked(document)
    found: dict[str, str] = {}
    for section in outline["sections"]:
        for line in section["lines"]:
            found[line["key"]] = line["value"]
        for each in section["texts"]:
            found[each["key"]] = "\n".join(each["paragraphs"])
        for one in section["tables"]:
            found.update({cell["key"]: cell["value"] for cell in one["cells"]})
    assert set(found) == set(form.fields)
    assert {k: v for k, v in found.items() if v} == printed_values(document)


def test_a_blank_is_null_and_a_waiting_total_too() -> None:
    outline = checked(report(NEW, 2025, requests(new__person=None)))
    (requests_table,) = outline["sections"][3]["tables"]
    cells = {cell["key"]: cell["value"] for cell in requests_table["cells"]}
    assert cells["requests.new.person"] is None
    assert cells["requests.new.total"] is None
    assert cells["requests.new.company"] == "0"


def test_rows_and_columns_are_named_as_on_the_form_with_their_unit() -> None:
    outline = checked(report(NEW, 2025))
    cells = {c["key"]: c for s in outline["sections"] for t in s["tables"] for c in t["cells"]}
    cell = cells["requests.denied_secret.company"]
    assert cell["row"] == ["三、本年度办理结果", "（三）不予公开", "1.属于国家秘密"]
    assert cell["column"] == ["申请人情况", "法人或其他组织", "商业企业"]
    assert cell["unit"] == "件"
    assert cells["disclosure.fees.amount"]["unit"] == "万元"


def test_an_empty_report_and_a_form_of_ones_own_fit_the_schema_too() -> None:
    assert checked(Document(NEW))["year"] is None
    own = edition(table("a b", "x y"), text("words"))
    assert checked(Document(own, 2020, {"t.a.x": "5", "words": "一\n\n二"}), draft=True)["draft"]


def test_the_schema_refuses_what_is_not_as_it_says() -> None:
    outline = json.loads(render(report(NEW, 2025), draft=False))
    outline["sections"][2]["tables"][0]["cells"][0]["value"] = "若干"
    with pytest.raises(fastjsonschema.JsonSchemaException):
        fastjsonschema.compile(SCHEMA)(outline)  # pyright: ignore


def test_it_is_written_like_any_other_file(tmp_path: Path) -> None:
    out = tmp_path / "报告.json"
    jobs.write(report(NEW, 2025), out, CATALOG)
    assert json.loads(out.read_text(encoding="utf-8"))["organ"] == "云溪县水务局"
