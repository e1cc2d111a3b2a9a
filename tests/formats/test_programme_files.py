"""Whatever form a file of programmes has, it is read by the same door."""

import pytest
from tests.formats.iati.samples import PARTNER_FILE, small

from tenun.formats.iati import FaultyFile
from tenun.formats.iati.parsing import SIZE_LIMIT
from tenun.formats.problems import UnreadableFile
from tenun.formats.programme_files import Form, read_programme_file

PLAIN = "kode_program,nama_program,pemilik\nP-1,Kelas,Kantor\n"
TAGGED = "Apa,Kode,Siapa\n#activity,#activity+code,#org+prog\nKelas,P-1,Kantor\n"


@pytest.mark.parametrize(
    ("text", "name", "form", "row", "identifier"),
    [
        (PARTNER_FILE, "a.XML", Form.IATI, 5, "XX-CONTOH-0001"),
        (TAGGED, "a.csv", Form.THREE_W, 3, "P-1"),
        (PLAIN, "a.csv", Form.SHEET, 2, "P-1"),
    ],
)
def test_the_form_is_told_by_what_is_inside(make_file, text, name, form, row, identifier):
    found = read_programme_file(make_file(text, name))
    assert found.form is form
    (programme,) = found.programmes
    assert (programme.row, programme.record.identifier) == (row, identifier)


def test_notes_of_a_partners_file_are_its_problems(make_file):
    assert [problem.code for problem in read_programme_file(make_file(PARTNER_FILE, "a.xml")).problems] == [
        "iati.place_unknown"
    ]


def test_a_faulty_file_is_refused(make_file):
    with pytest.raises(FaultyFile):
        read_programme_file(make_file(small(title=""), "a.xml"))


@pytest.mark.parametrize(
    ("name", "code"), [("a.xml", "file.not_found"), ("a.csv", "file.not_found"), ("a.pdf", "file.ending_unknown")]
)
def test_a_file_that_is_not_there_or_of_another_kind(tmp_path, name, code):
    with pytest.raises(UnreadableFile) as refused:
        read_programme_file(tmp_path / name)
    assert refused.value.problem.code == code


def test_a_large_file_is_not_read_whole(make_file):
    path = make_file(b"<", "a.xml")
    with path.open("r+b") as file:
        file.truncate(60 * SIZE_LIMIT)
        with pytest.raises(UnreadableFile, match="1200 MB; the limit is 20 MB"):
            read_programme_file(path)
