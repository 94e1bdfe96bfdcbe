import io
import random
import struct
import zipfile

import pytest

from reportdesk.errors import ReadError
from reportdesk.formats.readers.package import MAX_PART, Package
from reportdesk.formats.readers.safe_xml import parse
from tests.formats.readers.word_files import docx, p, zipped


def whole() -> bytes:
    return docx(p("青禾市档案馆"))


def test_parts_are_found_whatever_the_case_and_slashes_of_their_names() -> None:
    package = Package(zipped({"Word\\Document.xml": b"<a/>"}))

    assert "word/document.xml" in package
    assert package.part("/WORD/document.xml") == b"<a/>"
    assert list(package) == ["word/document.xml"]


def test_the_links_of_a_part_are_told_from_its_own_folder() -> None:
    links = (
        '<L><l Id="1" Type="http://x/styles" Target="styles.xml"/>'
        '<l Id="2" Type="http://x/theme" Target="/word/theme/t.xml"/>'
        '<l Id="3" Type="http://x/item" Target="../customXml/i.xml"/>'
        '<l Id="4" Type="http://x/image" Target="file:///c:/secret" TargetMode="External"/></L>'
    )
    found = Package(zipped({"word/_rels/document.xml.rels": links.encode()})).relationships(
        "word/document.xml"
    )

    assert [(link.kind, link.target, link.external) for link in found.values()] == [
        ("styles", "word/styles.xml", False),
        ("theme", "word/theme/t.xml", False),
        ("item", "customXml/i.xml", False),
        ("image", "file:///c:/secret", True),
    ]


def test_the_document_is_found_wherever_the_package_says() -> None:
    links = '<L><l Id="1" Type="http://x/officeDocument" Target="/word/document2.xml"/></L>'

    package = Package(zipped({"_rels/.rels": links.encode(), "word/document2.xml": b"<a/>"}))

    assert package.main_part() == "word/document2.xml"
    with pytest.raises(ReadError):
        Package(zipped({"a.xml": b"<a/>"})).main_part()


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04" + b"\x00" * 60, b"not a zip at all"])
def test_what_is_no_zip_is_told_as_damaged(data: bytes) -> None:
    with pytest.raises(ReadError, match="损坏"):
        Package(data)


def test_a_file_cut_off_is_told_as_damaged() -> None:
    with pytest.raises(ReadError, match="损坏"):
        Package(whole()[:-40])


def test_a_part_with_a_password_is_told() -> None:
    data = bytearray(zipped({"a.xml": b"<a/>"}))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    package = Package(bytes(data))

    with pytest.raises(ReadError, match="密码"):
        package.part("a.xml")
    with pytest.raises(ReadError, match="密码"):
        package.require_moderate()


def test_a_part_that_inflates_without_measure_is_refused_unread() -> None:
    package = Package(zipped({"a.xml": b" " * (8 << 20)}))

    with pytest.raises(ReadError, match="太大"):
        package.part("a.xml")
    with pytest.raises(ReadError, match="太大"):
        package.require_moderate()


def test_a_part_larger_than_its_limit_is_refused() -> None:
    noise = random.Random(1).randbytes(3000)

    with pytest.raises(ReadError, match="太大"):
        Package(zipped({"a.bin": noise})).part("a.bin", limit=2999)
    assert Package(zipped({"a.bin": noise})).part("a.bin", limit=3000) == noise


def test_many_parts_are_refused_once_they_are_too_much_together() -> None:
    block = random.Random(1).randbytes(1 << 16) * 40
    package = Package(zipped({"a.xml": block}))

    with pytest.raises(ReadError, match="太大"):
        package.require_moderate(limit=len(block) - 1)
    for _ in range((160 << 20) // len(block)):
        package.part("a.xml")
    with pytest.raises(ReadError, match="太大"):
        package.part("a.xml")


def test_a_part_that_lies_about_its_size_is_told_as_damaged() -> None:
    data = bytearray(zipped({"a.xml": b" " * 100_000}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)

    with pytest.raises(ReadError, match="损坏"):
        Package(bytes(data)).part("a.xml")
    data[at + 24 : at + 28] = struct.pack("<I", MAX_PART + 1)
    with pytest.raises(ReadError, match="太大"):
        Package(bytes(data)).part("a.xml")


def test_a_package_of_countless_parts_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(10_001):
            archive.writestr(f"{number}", b"")

    with pytest.raises(ReadError, match="太大"):
        Package(out.getvalue())


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>',
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>',
        '<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a/>',
        "<a>" * 300 + "</a>" * 300,
        "<a>&undefined;</a>",
        "<a>",
        "",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_that_reaches_out_or_is_broken_is_told_as_damaged(text: str, encoding: str) -> None:
    with pytest.raises(ReadError, match="损坏"):
        parse(text.encode(encoding))


def test_xml_of_the_strict_standard_gets_the_usual_names() -> None:
    root = parse(b'<w:p xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>')

    assert root.tag == "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"


def test_comments_and_instructions_are_no_elements() -> None:
    assert [child.tag for child in parse(b"<a><!-- b --><?c d?><e/></a>")] == ["e"]
