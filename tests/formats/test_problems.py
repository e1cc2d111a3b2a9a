"""Every code in use has its sentences, in both languages, and every message is one plain line."""

import re
from pathlib import Path
from string import Formatter

import pytest

import tenun
from tenun.domain.identifiers.dates import parse_date
from tenun.formats.problems import PROBLEMS, Problem, Severity, UnreadableFile, refuse

_SOURCES = [
    path
    for part in ("formats", "cli", "intake", "readiness", "web")
    for path in (Path(tenun.__file__).parent / part).rglob("*.py")
]
_CODE = re.compile(
    r'(?:Problem|Note|refuse|problem|CellProblem)\(\s*"'
    r'((?:file|header|row|cell|date|import|sisko|rules|iati|hxl|programme)\.[a-z0-9_]+)"'
)
_USED = {code for path in _SOURCES for code in _CODE.findall(path.read_text())}
# The codes of `parse_date` as its docstring lists them; an empty text never gets so far.
_DATE_CODES = {f"date.{code}" for code in re.findall(r"`([a-z_]+)`", parse_date.__doc__)} & {
    code for code in PROBLEMS if code.startswith("date.")
}


# What a NIK or the number of a family card can have against it, and why a village cannot be taken: said by variables.
_NUMBER_CODES = {f"import.{code}" for code in ("length", "not_digits", "province_unknown", "day_impossible")}
_NUMBER_CODES |= {f"import.{code}" for code in ("month_impossible", "date_impossible", "serial_zero", "same_as_nik")}
_VILLAGE_CODES = {"import.outside", "import.village_unknown"}


def test_the_codes_in_use_are_found():
    assert len(_USED) > 20


def test_the_catalogue_holds_the_codes_in_use_and_no_others():
    assert set(PROBLEMS) == _USED | _DATE_CODES | _NUMBER_CODES | _VILLAGE_CODES


def test_every_problem_of_a_date_has_its_sentences():
    listed = re.findall(r"`([a-z_]+)`", parse_date.__doc__.partition("with")[2])
    assert {f"date.{code}" for code in listed} - {"date.empty"} <= set(PROBLEMS)


@pytest.mark.parametrize("kind", PROBLEMS.values(), ids=lambda kind: kind.code)
def test_both_languages_ask_for_the_same_details(kind):
    for words in (kind.what, kind.what_to_do):
        names = [{name for _, name, _, _ in Formatter().parse(text) if name} for text in (words.id, words.en)]
        assert names[0] == names[1]
        assert words.id.endswith(".")
        assert words.en.endswith(".")


@pytest.mark.parametrize(
    ("problem", "message"),
    [
        (
            Problem("date.date_impossible", 7, "tanggal_lahir", "31/02/1999"),
            (
                "Baris 7, kolom tanggal_lahir: Tanggal `31/02/1999` tidak ada di kalender. "
                "Tulis seperti 2026-11-24, 24/11/2026 atau 24 November 2026."
            ),
        ),
        (Problem("row.no_name", 7), "Baris 7: Nama kosong. Isi kolom `nama`."),
        (
            Problem("header.unknown", None, "hobi", "hobi"),
            (
                "Kolom hobi: Kolom ini tidak dikenal; isinya disimpan tetapi tidak dinilai. "
                "Periksa ejaannya pada lembar Penjelasan dari `tenun template`."
            ),
        ),
        (
            Problem("file.password", value="a.xlsx"),
            "Berkas a.xlsx dikunci dengan kata sandi. Simpan sekali lagi tanpa kata sandi.",
        ),
    ],
)
def test_a_message_says_where_what_and_what_to_do(problem, message):
    assert problem.message("id") == message


def test_a_message_is_one_line_and_takes_braces_as_they_are():
    message = Problem("cell.not_a_number", 2, "pelatihan_jam", "{row}\nx").message("en")
    assert message == (
        "Row 2, column pelatihan_jam: `{row} x` is no whole number. Fill in digits only, without a unit."
    )


def test_an_unknown_code_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        _ = Problem("file.unheard_of").kind


def test_a_refusal_carries_its_problem():
    refusal = refuse("file.quotes", value="a.csv", row=3)
    assert isinstance(refusal, UnreadableFile)
    assert refusal.problem == Problem("file.quotes", 3, None, "a.csv")
    assert str(refusal) == refusal.problem.message("en")


def test_errors_and_warnings_are_told_apart():
    assert Problem("row.no_name").is_error
    assert not Problem("header.unknown").is_error
    assert {kind.severity for kind in PROBLEMS.values()} == set(Severity)
