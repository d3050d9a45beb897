"""Files are known by what they hold, not by what they are called."""

import io
import struct
import zipfile
from os import urandom

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from engagements.documents import MB, Refused, check, clean_name

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + struct.pack(">II", 40, 30)
JPG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x1e\x00\x28\x03"
ODT = "application/vnd.oasis.opendocument.text"
ODS = "application/vnd.oasis.opendocument.spreadsheet"


def packed(members):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return stream.getvalue()


def office(part, **more):
    return packed({"[Content_Types].xml": "<Types/>", part: "<x/>"} | more)


def upload(content, name="fil.pdf"):
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize(
    ("content", "ending"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (PNG, "png"),
        (JPG, "jpg"),
        (office("word/document.xml"), "docx"),
        (office("xl/workbook.xml"), "xlsx"),
        (office("xl/workbook.xml", **{"xl/printerSettings/printerSettings1.bin": "A4"}), "xlsx"),
        (packed({"mimetype": ODT, "content.xml": "<x/>"}), "odt"),
        (packed({"mimetype": ODS, "content.xml": "<x/>"}), "ods"),
    ],
)
def test_a_file_is_what_it_holds(content, ending):
    found = check(upload(content, "vad-som-helst.exe"))

    assert (found.ending, found.name) == (ending, f"vad-som-helst.{ending}")
    assert found.size == len(content)


@pytest.mark.parametrize(
    "content",
    [
        b"MZ\x90\x00",
        b"<html><script>alert(1)</script></html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"PK\x03\x04 but not a zip",
        packed({"a.txt": "hej"}),
        packed({"mimetype": "text/html"}),
        b"\x89PNG\r\n\x1a\n" + b"0" * 16,
        b"\xff\xd8\xff\xe0\x00\x04ab",
    ],
)
def test_what_is_not_on_the_list_is_refused(content):
    with pytest.raises(Refused, match="Använd PDF, Word, Excel eller bild"):
        check(upload(content))


def test_a_large_file_is_refused_with_its_size():
    large = upload(b"%PDF-1.7")
    large.size = 14 * MB

    with pytest.raises(Refused, match=r"Filen är 14 MB\. Den får vara högst 10 MB\."):
        check(large)


def test_an_empty_file_is_refused():
    with pytest.raises(Refused, match="tom"):
        check(upload(b""))


@pytest.mark.parametrize(
    "members",
    [
        {"word/media.xml": "0" * 2 * MB},
        {f"word/{number}.xml": "" for number in range(2001)},
    ],
)
def test_what_swells_when_unpacked_is_refused(members):
    with pytest.raises(Refused, match="packas upp"):
        check(upload(office("word/document.xml", **members)))


@pytest.mark.parametrize(
    "macro",
    [
        "word/vbaProject.bin",
        "word/activeX/activeX1.xml",
        "xl/macrosheets/sheet1.xml",
        "word/embeddings/rapport.exe",
        "word/embeddings/Bok1.xlsm",
        "word/embeddings/oleObject1.bin",
    ],
)
def test_macros_and_programs_are_refused(macro):
    with pytest.raises(Refused, match="makron"):
        check(upload(office("word/document.xml", **{macro: "x"})))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "media_type",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
        "application/vnd.ms-office.vbaProject",
    ],
)
def test_a_macro_under_another_name_is_refused_by_what_it_says_it_is(media_type, encoding):
    listed = f'<Types><Override PartName="/word/a.xml" ContentType="{media_type}"/></Types>'
    types = {"[Content_Types].xml": listed.encode(encoding)}

    with pytest.raises(Refused, match="makron"):
        check(upload(office("word/document.xml", **types)))


def test_an_embedded_table_is_no_program():
    found = check(upload(office("word/document.xml", **{"word/embeddings/Tabell.xlsx": "x"})))

    assert found.ending == "docx"


def test_a_list_of_parts_too_long_to_read_is_refused():
    types = {"[Content_Types].xml": urandom(MB + 1)}

    with pytest.raises(Refused, match="Använd PDF, Word, Excel eller bild"):
        check(upload(office("word/document.xml", **types)))


def test_a_picture_that_would_fill_memory_is_refused():
    huge = PNG[:16] + struct.pack(">II", 100_000, 100_000)

    with pytest.raises(Refused, match="bildpunkter"):
        check(upload(huge))


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("C:\\Users\\amina\\Program.pdf", "Program.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("cod\u202efdp.exe", "codfdp.pdf"),
        ("", "handling.pdf"),
        ("...", "handling.pdf"),
        ("Följebrev å.pdf", "Följebrev å.pdf"),
    ],
)
def test_names_are_cleaned(given_name, kept):
    assert clean_name(given_name, "pdf") == kept


@given(st.text())
def test_no_name_leads_out_of_its_folder_or_hides_anything(name):
    kept = clean_name(name, "pdf")

    assert "/" not in kept
    assert "\\" not in kept
    assert kept.endswith(".pdf")
    assert not kept.startswith(".")
    assert kept.isprintable()
    assert len(kept) <= 124
