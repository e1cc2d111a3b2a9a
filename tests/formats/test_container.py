"""A file that is wrong, huge or hostile is refused before anything reads it, with one line that says so."""

import zipfile

import pytest

from tenun.formats import container
from tenun.formats.container import inspect
from tenun.formats.problems import UnreadableFile
from tenun.formats.spreadsheet import open_sheet

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def refusal(path):
    with pytest.raises(UnreadableFile) as caught:
        open_sheet(path)
    return caught.value.problem


@pytest.mark.parametrize(
    ("content", "name", "code", "message"),
    [
        (b"", "a.xlsx", "file.empty", "Berkas a.xlsx kosong."),
        (b" \n\n", "a.csv", "file.empty", "Berkas a.csv kosong."),
        (b"nama\n", "a.xls", "file.ending_unknown", "Berkas a.xls bukan .xlsx, .ods atau .csv."),
        (b"nama\n", "a", "file.ending_unknown", "Berkas a bukan .xlsx, .ods atau .csv."),
        (
            b"\x89PNG\r\n\x1a\n0000",
            "a.xlsx",
            "file.content_mismatch",
            "Isi berkas a.xlsx adalah PNG, bukan XLSX.",
        ),
        (
            b"\xff\xd8\xff\xe00000",
            "a.ods",
            "file.content_mismatch",
            "Isi berkas a.ods adalah JPEG, bukan ODS.",
        ),
        (b"%PDF-1.7\n", "a.csv", "file.content_mismatch", "Isi berkas a.csv adalah PDF, bukan CSV."),
        (b"<html><table>", "a.xlsx", "file.content_mismatch", "Isi berkas a.xlsx adalah HTML, bukan XLSX."),
        (b"nama;nik\n", "a.xlsx", "file.content_mismatch", "Isi berkas a.xlsx adalah CSV, bukan XLSX."),
        (_OLE, "a.xlsx", "file.content_mismatch", "Isi berkas a.xlsx adalah XLS, bukan XLSX."),
        (
            _OLE + "EncryptedPackage".encode("utf-16-le"),
            "a.xlsx",
            "file.password",
            "Berkas a.xlsx dikunci dengan kata sandi.",
        ),
        (b"PK\x03\x04" + b"x" * 50, "a.xlsx", "file.damaged", "Berkas a.xlsx rusak dan tidak dapat dibaca"),
    ],
)
def test_content_that_is_not_what_the_name_says(make_file, content, name, code, message):
    problem = refusal(make_file(content, name))
    assert problem.code == code
    assert problem.message("id").startswith(message)


def test_a_file_that_is_not_there(tmp_path):
    assert refusal(tmp_path / "hilang.xlsx").message("id").startswith("Berkas hilang.xlsx tidak ditemukan")


def test_a_folder_is_no_file(tmp_path):
    (tmp_path / "a.xlsx").mkdir()
    assert refusal(tmp_path / "a.xlsx").code == "file.not_found"


def test_two_hundred_megabytes_are_refused_without_being_read(tmp_path):
    path = tmp_path / "besar.csv"
    with path.open("wb") as file:
        file.write(b"nama\n")
        file.truncate(200_000_000)
    assert refusal(path).message("id").startswith("Berkas besar.csv berukuran 200 MB; batasnya 100 MB.")


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ({"xl/workbook.xml": "<workbook/>"}, "XLSX"),
        ({"[Content_Types].xml": "", "word/document.xml": ""}, "ZIP"),
        ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, "ODS"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "ZIP"),
        ({"foto.jpg": ""}, "ZIP"),
    ],
)
def test_an_archive_is_known_by_its_parts(make_zip, parts, found):
    for name, expected in (("a.xlsx", "XLSX"), ("a.ods", "ODS")):
        path = make_zip(parts, name)
        if found == expected:
            assert inspect(path) == f".{expected.lower()}"
        else:
            problem = refusal(path)
            assert problem.code == "file.content_mismatch"
            assert dict(problem.details) == {"found": found, "expected": expected}


def test_a_bomb_is_seen_in_the_directory(make_zip):
    problem = refusal(make_zip({"xl/workbook.xml": "", "xl/sharedStrings.xml": b"\0" * 20_000_000}))
    assert problem.code == "file.unpacks_too_big"
    assert problem.message("id").startswith("Berkas orang.xlsx mengembang tidak wajar saat dibuka (1:")


def test_a_bomb_of_many_parts(make_zip):
    problem = refusal(make_zip({f"xl/{index}": "" for index in range(2_001)}))
    assert (problem.code, dict(problem.details)) == ("file.unpacks_too_big", {"reason": "2001 > 2000"})


def test_a_bomb_that_is_large_in_all(make_zip, monkeypatch):
    monkeypatch.setattr(container, "UNPACKED_LIMIT", 1_000_000)
    problem = refusal(make_zip({"xl/workbook.xml": "x" * 2_000_000}))
    assert (problem.code, dict(problem.details)) == ("file.unpacks_too_big", {"reason": "2 MB > 1 MB"})


def test_a_locked_archive(make_zip):
    path = make_zip({"xl/workbook.xml": "<workbook/>"})
    content = bytearray(path.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert refusal(path).code == "file.password"


def test_an_archive_cut_short(make_xlsx):
    path = make_xlsx([["nama"], ["Maria"]])
    path.write_bytes(path.read_bytes()[:-100])
    assert refusal(path).code == "file.damaged"


def test_a_part_with_changed_bytes(make_zip):
    path = make_zip({"xl/workbook.xml": "<workbook/>", "xl/_rels/workbook.xml.rels": "<Relationships/>" * 9})
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        offset = archive.getinfo("xl/_rels/workbook.xml.rels").header_offset
    content[offset + 30 + len("xl/_rels/workbook.xml.rels") + 2] ^= 0xFF
    path.write_bytes(content)
    assert refusal(path).code == "file.damaged"


@pytest.mark.parametrize("missing", ["xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"])
def test_a_part_that_is_missing(make_raw_xlsx, missing):
    problem = refusal(make_raw_xlsx(parts={missing: None}))
    assert (problem.code, dict(problem.details)) == ("file.damaged", {"reason": missing})


def test_a_document_type_is_refused(make_raw_xlsx):
    evil = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'
    problem = refusal(make_raw_xlsx(parts={"xl/workbook.xml": evil}))
    assert (problem.code, dict(problem.details)) == ("file.damaged", {"reason": "DOCTYPE"})
