from reportdesk.paths import resource, shipped_catalog, template


def test_the_shipped_data_lie_where_the_program_looks():
    assert resource("editions", "cn-2021.toml").is_file()
    assert resource("editions").is_dir()
    assert template().is_dir()
    assert template("cn-2021.docx").parent == template()


def test_the_shipped_catalog_has_both_official_editions():
    catalog = shipped_catalog()
    assert sorted(catalog) == ["cn-2019", "cn-2021"]
    assert [
        (e.id if (e := catalog.for_year(y)) else None) for y in (2018, 2019, 2020, 2021, 2030)
    ] == [
        None,
        "cn-2019",
        "cn-2019",
        "cn-2021",
        "cn-2021",
    ]
