"""`tenun check` at its promised interface: real files in, exit codes, one line of complaint, whole files out."""

import json
import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.cli.conftest import run_main
from tests.cli.people import KK, NIK, ON, READY, WRITERS, without, write_csv, write_xlsx

from tenun.formats.columns import COLUMNS
from tenun.formats.spreadsheet import open_sheet


@pytest.fixture
def file(tmp_path):
    """An office's file of these rows."""
    return lambda rows, name="orang.csv": WRITERS["." + name.rpartition(".")[2]](tmp_path / name, rows)


@pytest.mark.parametrize("name", ["orang.csv", "orang.xlsx", "orang.ods", "ORANG TUA.CSV"])
def test_every_kind_of_file_gives_the_same_answer(tenun, tmp_path, name):
    ending = "." + name.lower().rpartition(".")[2]
    path = WRITERS[ending](tmp_path / name, [READY, READY | {"nama": "Petrus", "akta_nomor": "-", "nik": ""}])
    document = json.loads(tenun("check", path, "--on", ON, "--json").out)
    assert [(row["row"], row["name"], row["verdict"]) for row in document["rows"]] == [(2, READY["nama"], "ready")]
    assert document["errors"][0]["code"] == "row.absent_but_filled"


def test_semicolons_separate_as_well_as_commas(tenun, tmp_path):
    path = write_csv(tmp_path / "orang.csv", [READY], separator=";")
    assert tenun("check", path, "--on", ON).code == 0


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([READY], 0),
        ([READY | {"hobi": "tenun"}], 0),  # A warning asks for a look and is no finding.
        ([READY | {"tujuan": "sg-domestic"}], 0),  # So is what cannot block.
        ([READY | {"ktp_bukti": "copy"}], 1),
        ([READY | {"tujuan": "sg-domestic", "pendidikan": "SD"}], 1),
        ([READY | {"ijazah_tanggal_lahir": "2010-05-20"}], 1),
        ([READY, READY | {"nama": "", "nik": ""}], 1),
        ([READY | {"tujuan": "mars"}], 1),
        ([without(READY, "tujuan")], 1),
    ],
)
def test_exit_codes(check, rows, code):
    assert check(rows).code == code
    assert check(rows, "--json").code == code


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--target", "mars"), "Tujuan mars tidak dikenal. Pilih salah satu: bn-general"),
        (("--for", "READY"), "--for harus salah satu dari: MATCHED"),
        (("--on", "24/11/2026"), 'Nilai untuk --on tidak dapat dipakai: "24/11/2026" bukan tanggal.'),
        (("--on", "2017-11-21"), "Aturan sebelum 2017-11-22 tidak ada di katalog; siapa pun tampak siap."),
        (("--departure", "20261124"), "Nilai untuk --departure"),
        (("--departure", "2026-02-30"), "Nilai untuk --departure"),
        (("--format", "xml"), "--format harus salah satu dari"),
        (("--format", "xlsx"), "Hasil xlsx harus ditulis ke berkas"),
        (("--json", "--format", "csv"), "--json dan --format csv tidak dapat dipakai bersama."),
        (("--hasil",), "Pilihan --hasil tidak dikenal. Lihat `tenun check --help`."),
        (("--out", "ada/tidak/hasil.json"), "tidak dapat ditulis"),
        (("--out", "ada/tidak/hasil.xlsx"), "tidak dapat ditulis"),
    ],
)
def test_wrong_use_is_one_clear_line(check, arguments, words):
    result = check([READY], *arguments)
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("tidak-ada.xlsx", None, "tidak ditemukan"),
        ("orang.txt", b"nama\nMaria\n", "bukan .xlsx, .ods atau .csv"),
        ("orang.xlsx", b"nama\nMaria\n", "bukan"),
        ("orang.csv", b"", "kosong"),
        ("orang.csv", b"nik\n1\n", "Tidak ada kolom `nama`"),
        ("orang.csv", b"nama\nMar\xeda\n", "bukan teks UTF-8"),
        ("orang.csv", b"nama,nama\na,b\n", "ada dua kali"),
    ],
)
def test_an_unreadable_file_is_one_clear_line(tenun, tmp_path, name, content, words):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    result = tenun("check", tmp_path / name, "--target", "my-domestic")
    assert (result.code, result.out) == (2, "")
    assert words in result.err
    assert result.err.count("\n") == 1


def test_damage_that_shows_only_late_leaves_no_result(tenun, tmp_path):
    path, out = tmp_path / "orang.csv", tmp_path / "hasil.csv"
    path.write_bytes(b"nama,tujuan\n" + b"Maria,kr-eps\n" * 20_000 + b"Mar\xeda,kr-eps\n")
    out.write_text("lama", encoding="utf-8")
    assert tenun("check", path, "--out", out).code == 2
    assert out.read_text(encoding="utf-8") == "lama"
    assert sorted(item.name for item in tmp_path.iterdir()) == ["hasil.csv", "orang.csv"]


@pytest.mark.parametrize("form", ["json", "csv", "xlsx", "table"])
def test_a_result_file_appears_whole_and_alone(tenun, file, tmp_path, form):
    path, out = file([READY, READY | {"nama": "", "nik": "", "hobi": "tenun"}]), tmp_path / "hasil.out"
    result = tenun("check", path, "--on", ON, "--format", form, "--out", out)
    assert (result.code, result.out) == (1, "")
    assert f"Hasil ditulis ke {out}" in result.err
    assert sorted(item.name for item in tmp_path.iterdir()) == ["hasil.out", "orang.csv"]
    assert ("Nama kosong" in result.err) is (form != "table")  # The table itself holds them.


@pytest.mark.parametrize(
    ("ending", "begins"), [("json", b'{"on"'), ("csv", b"row,"), ("xlsx", b"PK"), ("txt", b"Diperiksa")]
)
def test_the_name_of_the_result_chooses_its_form(tenun, file, tmp_path, ending, begins):
    out = tmp_path / f"hasil.{ending}"
    assert tenun("check", file([READY]), "--on", ON, "--out", out).code == 0
    assert out.read_bytes().startswith(begins)


@pytest.mark.parametrize("name", ["orang.csv", "orang.xlsx"])
def test_the_checked_file_is_never_replaced(tenun, file, tmp_path, name):
    path = file([READY], name)
    before = path.read_bytes()
    result = tenun("check", path, "--on", ON, "--out", tmp_path / "." / name)
    assert (result.code, result.out) == (2, "")
    assert path.read_bytes() == before


def test_a_folder_is_no_result_file(tenun, file, tmp_path):
    for form in ("json", "xlsx"):
        assert tenun("check", file([READY]), "--format", form, "--out", tmp_path).code == 2


def test_a_bad_row_does_not_stop_the_others(judge):
    rows = [
        READY,
        READY | {"tanggal_lahir": "kemarin", "nik": ""},
        READY | {"nik": "5,30406E+15"},
        READY | {"nama": "Petrus", "nik": "", "kk_nomor": ""},
        READY | {"tujuan": "mars", "nik": ""},
    ]
    document = judge(rows)
    assert [row["row"] for row in document["rows"]] == [2, 5]
    assert [(error["row"], error["column"], error["code"]) for error in document["errors"]] == [
        (3, "tanggal_lahir", "date.form_unknown"),
        (4, "nik", "cell.digits_lost"),
        (6, "tujuan", "row.unknown_target"),
    ]


def test_unknown_columns_are_named_in_a_warning_and_kept(tenun, file, tmp_path, judge):
    rows = [READY | {"Hobi": "menenun", "catatan": "rajin"}]
    warnings = judge(rows)["warnings"]
    assert [(item["row"], item["column"], item["code"]) for item in warnings] == [
        (None, "Hobi", "header.unknown"),
        (None, "catatan", "header.unknown"),
    ]
    out = tmp_path / "hasil.xlsx"
    tenun("check", file(rows), "--on", ON, "--out", out)
    ((_, cells),) = open_sheet(out).rows()
    assert (cells["hobi"], cells["catatan"]) == ("menenun", "rajin")


def test_one_nik_in_two_rows_is_named_without_the_number(judge):
    (warning,) = judge([READY, READY | {"nama": "Petrus"}])["warnings"]
    assert (warning["row"], warning["column"], warning["code"]) == (3, "nik", "row.nik_repeated")
    assert NIK not in warning["message"]
    assert "baris 2" in warning["message"]


def test_complaints_go_to_standard_error_beside_a_csv_on_standard_output(check):
    result = check([READY | {"hobi": "tenun"}], "--format", "csv")
    assert result.out.count("\n") == 2
    assert "Kolom hobi" in result.err


def test_a_long_sheet_shows_its_progress_only_on_a_terminal(tenun, tmp_path):
    rows = [{"nama": f"Maria {number}", "tujuan": "my-domestic"} for number in range(600)]
    result = tenun("check", write_xlsx(tmp_path / "orang.xlsx", rows), "--on", ON, "--format", "csv")
    assert (result.out.count("\n"), result.err) == (601, "")


def subprocess_of(*arguments, **variables):
    command = [sys.executable, "-m", "tenun.cli.main", *map(str, arguments)]
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG"))}
    return subprocess.run(command, capture_output=True, env=plain | variables, timeout=60, check=False)


def test_the_command_itself_answers_in_bytes_of_utf_8_on_any_pipe(file):
    path = file([READY | {"nama": "Yosé Ñahak", "akta_bukti": "copy"}])
    result = subprocess_of("check", path, "--on", ON, PYTHONIOENCODING="ascii")
    assert (result.returncode, result.stderr) == (1, b"")
    assert "PERLU DIBENAHI · Yosé Ñahak" in result.stdout.decode()
    as_json = subprocess_of("check", path, "--on", ON, "--json", PYTHONIOENCODING="cp1252", LANG="en_US.UTF-8")
    assert json.loads(as_json.stdout)["rows"][0]["name"] == "Yosé Ñahak"
    missing = subprocess_of("check", "tidak-ada.xlsx", "--target", "my-domestic")
    assert (missing.returncode, missing.stdout, missing.stderr.count(b"\n")) == (2, b"", 1)


TEXTS = st.one_of(
    st.sampled_from(["-", " ", "ya", "tidak", "P", "kawin", "original_seen", "0", "SD", "JFT", "A2", "kebun", "=1+1"]),
    st.sampled_from([NIK, KK, "5304055203099001", "2010-02-29", "31/12/1996", "1 Januari 2009", "9999-12-31", "1-1-1"]),
    st.dates().map(str),
    st.text(max_size=20),
    st.integers().map(str),
)
TARGETS = ["my-domestic", "sg-domestic", "kr-eps", "de-nurse", "crew-fishing", "sa-domestic", "independent", "", "x"]
ROWS = st.builds(
    lambda base, odd, target: base | odd | {"nama": odd.get("nama", "Maria"), "tujuan": target},
    st.sampled_from([{}, READY]),
    st.dictionaries(st.sampled_from(sorted(set(COLUMNS) - {"tujuan"})), TEXTS, max_size=12),
    st.sampled_from(TARGETS),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(ROWS, min_size=1, max_size=3), form=st.sampled_from(["table", "json", "csv", "xlsx"]))
def test_no_row_however_odd_stops_the_check(tmp_path, rows, form):
    path, out = write_xlsx(tmp_path / "orang.xlsx", rows), tmp_path / f"hasil.{form}"
    result = run_main("check", path, "--on", ON, "--for", "DEPARTED", "--format", form, "--out", out)
    assert result.code in (0, 1), result.err
    assert out.exists()
    if form == "json":
        document = json.loads(out.read_text(encoding="utf-8"))
        told = {row["row"] for row in document["rows"]} | {error["row"] for error in document["errors"]}
        assert told <= set(range(2, 5))
        for row in document["rows"]:
            if row["verdict"] == "stop":
                assert row["plan"]["steps"] == []
