from pathlib import Path

import pytest

from reportdesk.errors import EditionError
from reportdesk.form.catalog import Catalog
from reportdesk.paths import shipped_catalog

BODY = "[[section]]\nid = 's'\ntitle = 's'\n[[section.block]]\nkind = 'text'\nid = 'w'\n"


def edition(id: str, years: str, family: str = "cn-annual") -> str:
    return f"id = '{id}'\nfamily = '{family}'\ntitle = 't'\nbasis = 'b'\n{years}\n{BODY}"


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "old.toml").write_text(edition("old", "from = 2019\nto = 2020"), encoding="utf-8")
    (folder / "new.toml").write_text(edition("new", "from = 2021"), encoding="utf-8")
    return folder


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "new.docx").write_bytes(b"")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_editions_are_found_by_id_and_by_the_years_they_cover(shipped: Path, templates: Path):
    catalog = Catalog(shipped, templates)
    assert sorted(catalog) == ["new", "old"]
    assert catalog["old"].id == "old"
    assert [(e.id if (e := catalog.for_year(y)) else None) for y in (2018, 2019, 2020, 2021)] == [
        None,
        "old",
        "old",
        "new",
    ]
    assert catalog.for_year(2021, "other-family") is None


def test_an_unknown_id_is_simply_not_there(shipped: Path, templates: Path):
    catalog = Catalog(shipped, templates)
    assert "none" not in catalog
    assert catalog.get("none") is None
    with pytest.raises(KeyError):
        catalog["none"]


def test_an_edition_is_read_once_and_only_when_asked_for(shipped: Path, templates: Path):
    catalog = Catalog(shipped, templates)
    broken = shipped / "old.toml"
    broken.write_text(broken.read_text(encoding="utf-8") + "[[", encoding="utf-8")
    found = catalog.for_year(2023)
    assert found is not None
    assert found is catalog["new"]
    with pytest.raises(EditionError, match=r"old\.toml"):
        catalog["old"]


def test_own_editions_come_first_whatever_their_files_are_called(
    shipped: Path, templates: Path, own: Path
):
    put(own, "任意名称.toml", edition("mine", "from = 2022"))
    put(own, "foreign.toml", edition("foreign", "from = 2022", "foreign"))
    catalog = Catalog(shipped, templates, own)
    assert list(catalog) == ["foreign", "mine", "new", "old"]
    assert len(catalog) == 4
    assert [(e.id if (e := catalog.for_year(y)) else None) for y in (2021, 2022)] == ["new", "mine"]
    assert (e := catalog.for_year(2030, "foreign")) is not None
    assert e.id == "foreign"
    assert catalog.is_own("mine")
    assert not catalog.is_own("new")


@pytest.mark.parametrize("name", ["~$任意名称.toml", ".~任意名称.toml"])
def test_what_a_program_leaves_beside_an_open_file_is_no_edition(
    name: str, shipped: Path, templates: Path, own: Path
):
    put(own, name, "no edition at all")
    assert list(Catalog(shipped, templates, own)) == ["new", "old"]


def test_the_id_of_a_shipped_edition_is_refused(shipped: Path, templates: Path, own: Path):
    put(own, "x.toml", edition("new", "from = 2022"))
    with pytest.raises(EditionError, match="「new」是软件自带的版式"):
        Catalog(shipped, templates, own)


def test_an_id_used_twice_is_refused(shipped: Path, templates: Path, own: Path):
    put(own, "a.toml", edition("mine", "from = 2022"))
    put(own, "b.toml", edition("mine", "from = 2023"))
    with pytest.raises(EditionError, match=r"「a\.toml」已经用了「mine」这个 id"):
        Catalog(shipped, templates, own)


def test_everything_wrong_in_all_files_is_told_at_once(shipped: Path, templates: Path, own: Path):
    put(own, "a.toml", edition("a", "form = 2022"))
    put(own, "b.toml", edition("new", "from = 2022"))
    put(own, "c.toml", "id = \n")
    put(own, "d.toml", "family = 'f'\n" + BODY)
    (own / "e.toml").write_bytes("id = '机关'".encode("gbk"))
    put(own, "f.toml", edition("f", "from = 2022") + "[[carry]]\nfrom = 'gone'\nmove = {}\n")
    with pytest.raises(EditionError) as refused:
        Catalog(shipped, templates, own)
    words = refused.value.message
    assert "不认识「form」，是不是「from」？" in words
    assert "「new」是软件自带的版式" in words
    assert "第 1 行" in words
    assert "缺少「id」" in words
    assert "「e.toml」" in words
    assert "不是UTF-8" in words
    assert "carry gone：没有「gone」这个版式" in words


def test_a_carry_names_what_the_edition_it_starts_from_has(
    shipped: Path, templates: Path, own: Path
):
    carry = "[[carry]]\nfrom = 'old'\nmove = {}\ndropped = [{ from = 'q.r.*', note = 'n' }]\n"
    put(own, "a.toml", edition("a", "from = 2022") + carry)
    with pytest.raises(EditionError, match=r"「old」里没有「q\.r\.\*」"):
        Catalog(shipped, templates, own)


def test_overlays_lie_over_shipped_and_own_editions_in_any_order_of_files(
    shipped: Path, templates: Path, own: Path
):
    put(own, "a.toml", "id = 'top'\nextends = 'middle'\n")
    put(own, "b.toml", "id = 'middle'\nextends = 'new'\n")
    catalog = Catalog(shipped, templates, own)
    assert catalog["top"].extends == "middle"
    assert catalog["top"].fields.keys() == catalog["new"].fields.keys()
    assert (found := catalog.for_year(2024)) is not None
    assert found.id in ("top", "middle")


def test_overlays_in_a_circle_are_refused(shipped: Path, templates: Path, own: Path):
    put(own, "a.toml", "id = 'a'\nextends = 'b'\n")
    put(own, "b.toml", "id = 'b'\nextends = 'a'\n")
    with pytest.raises(EditionError, match="extends 绕成了圈：a → b → a"):
        Catalog(shipped, templates, own)


def test_an_overlay_of_itself_is_refused(shipped: Path, templates: Path, own: Path):
    put(own, "a.toml", "id = 'a'\nextends = 'a'\n")
    with pytest.raises(EditionError, match="extends 绕成了圈：a → a"):
        Catalog(shipped, templates, own)


def test_templates_are_the_offices_own_first_then_shipped_then_the_bases(
    shipped: Path, templates: Path, own: Path
):
    put(own, "a.toml", "id = 'over'\nextends = 'new'\n")
    put(own, "b.toml", edition("mine", "from = 2022"))
    (own / "mine.docx").write_bytes(b"")
    catalog = Catalog(shipped, templates, own)
    assert catalog.template("mine") == own / "mine.docx"
    assert catalog.template("new") == templates / "new.docx"
    assert catalog.template("over") == templates / "new.docx"
    assert catalog.template("old") is None
    (own / "new.docx").write_bytes(b"")
    assert catalog.template("new") == own / "new.docx"


def test_a_folder_that_is_not_there_is_told(shipped: Path, templates: Path, tmp_path: Path):
    with pytest.raises(EditionError, match="没有找到放版式文件的文件夹"):
        Catalog(shipped, templates, tmp_path / "none")
    with pytest.raises(EditionError, match="没有找到放版式文件的文件夹"):
        Catalog(shipped, templates, shipped / "new.toml")


def test_an_empty_folder_adds_nothing(shipped: Path, templates: Path, own: Path):
    assert sorted(Catalog(shipped, templates, own)) == ["new", "old"]


def test_a_folder_named_like_an_edition_is_told(shipped: Path, templates: Path, own: Path):
    (own / "x.toml").mkdir()
    with pytest.raises(EditionError, match=r"「x\.toml」"):
        Catalog(shipped, templates, own)


def test_a_list_of_lists_in_the_head_does_not_hide_what_follows(
    shipped: Path, templates: Path, own: Path
):
    text = edition("mine", "from = 2022").replace("basis = 'b'", "signs = [\n'x',\n]\nbasis = 'b'")
    put(own, "a.toml", text)
    assert Catalog(shipped, templates, own)["mine"].signs == ("x",)


def test_the_forms_for_a_year_are_listed_the_preferred_one_first(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("id = 'own'\nextends = 'cn-2021'\n", encoding="utf-8")
    catalog = shipped_catalog(tmp_path)
    assert catalog.fitting(2025) == ["own", "cn-2021"]
    assert catalog.fitting(2020) == ["cn-2019"]
    assert catalog.fitting(2018) == []
    assert catalog.fitting(2025, "another") == []


def test_a_family_and_a_first_year_are_known_of_every_form(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text("id = 'own'\nextends = 'cn-2021'\n", encoding="utf-8")
    catalog = shipped_catalog(tmp_path)
    assert catalog.families == ["cn-annual"]
    first = {id: catalog.first_year(id) for id in catalog}
    assert first == {"own": 2021, "cn-2019": 2019, "cn-2021": 2021}
    assert {catalog.family(id) for id in catalog} == {"cn-annual"}
