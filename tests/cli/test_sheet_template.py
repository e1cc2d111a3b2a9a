"""`tenun template` writes the form, and never over people that an office has filled in."""

import pytest
from click.testing import CliRunner

from tenun.cli.sheet_template import DEFAULT_NAME, template
from tenun.formats.spreadsheet import open_sheet


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(template, arguments)


def test_it_writes_where_it_is_told(run, tmp_path):
    result = run("--out", "form.xlsx")
    assert (result.exit_code, result.stdout) == (0, "form.xlsx\n")
    assert "nama" in open_sheet(tmp_path / "form.xlsx").columns.values()


def test_it_has_a_name_of_its_own(run, tmp_path):
    assert run().exit_code == 0
    assert (tmp_path / DEFAULT_NAME).exists()


@pytest.mark.parametrize(
    ("out", "message"),
    [
        ("form.ods", "Nama form.ods tidak berakhir dengan .xlsx. Tambahkan .xlsx di akhir nama.\n"),
        (
            "isi.xlsx",
            "Berkas isi.xlsx sudah ada. Pilih nama lain, atau tambahkan --force untuk menggantinya.\n",
        ),
        ("tidak/ada.xlsx", "Berkas tidak/ada.xlsx tidak dapat ditulis"),
    ],
)
def test_it_says_in_one_line_why_it_writes_nothing(run, tmp_path, out, message):
    (tmp_path / "isi.xlsx").write_bytes(b"isi")
    result = run("--out", out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(message)
    assert result.stderr.count("\n") == 1
    assert (tmp_path / "isi.xlsx").read_bytes() == b"isi"


def test_it_replaces_a_file_when_told_so(run, tmp_path):
    (tmp_path / "isi.xlsx").write_bytes(b"isi")
    assert run("--out", "isi.xlsx", "--force").exit_code == 0
    assert open_sheet(tmp_path / "isi.xlsx").rows_expected == 2


def test_an_empty_file_holds_no_people(run, tmp_path):
    (tmp_path / "kosong.xlsx").touch()
    assert run("--out", "kosong.xlsx").exit_code == 0
