"""`tenun nik`, `tenun mrz` and `tenun names` as an officer types them."""

import json

import pytest
from click.testing import CliRunner

from tenun.cli.identify import mrz_command, names_command, nik_command
from tenun.cli.language import language

TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")


@pytest.fixture(autouse=True)
def _indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)


def run(command, *arguments: str, stdin: str | None = None):
    return CliRunner().invoke(command, arguments, input=stdin)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("5304055203990001",), 0),
        (("5304055203990001", "--born", "1999-03-12", "--sex", "P"), 0),
        (("5304055203990001", "--sex", "p"), 0),
        (("5399055203990001",), 0),  # A warning is no finding.
        (("5304055203990001", "--born", "1999-03-13"), 1),
        (("5304055203990001", "--sex", "L"), 1),
        (("123",), 1),
        ((" ",), 2),
        ((), 2),
        (("5304055203990001", "--born", "kemarin"), 2),
        (("5304055203990001", "--sex", "X"), 2),
    ],
)
def test_nik_exit_codes(arguments: tuple[str, ...], code: int) -> None:
    result = run(nik_command, *arguments)
    assert result.exit_code == code
    assert bool(result.stdout) is (code < 2)
    assert bool(result.stderr) is (code == 2)


def test_nik_json_is_one_document_and_nothing_else() -> None:
    result = run(nik_command, "5304055203990001", "--json")
    assert json.loads(result.stdout)["birth_date_candidates"] == ["1999-03-12"]
    assert result.stdout.count("\n") == 1


def test_nik_in_words() -> None:
    result = run(nik_command, "5304055203990001", "--born", "1999-03-13")
    assert result.stdout == (
        "5304055203990001  ADA MASALAH\n"
        "  lahir 12/03/1999, perempuan, Kakuluk Mesak, Kabupaten Belu, Nusa Tenggara Timur\n"
        "  x Tanggal lahir berbeda dengan NIK. Bawa ke Dukcapil.\n"
    )


def test_nik_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    result = run(nik_command, "5399991203050001")
    assert result.stdout == (
        "5399991203050001  WELL FORMED; only Dukcapil can confirm it\n"
        "  born 12/03/1905 or 12/03/2005, male, 53.99.99 unknown, 53.99 unknown, Nusa Tenggara Timur\n"
        "  ! The district code is not in the present list.\n"
    )


def test_an_unreadable_date_is_one_line_that_says_what_to_do() -> None:
    result = run(nik_command, "5304055203990001", "--born", "31/02/1999")
    assert (
        result.stderr == "--born 31/02/1999: Tanggal itu tidak ada di kalender. Tulis seperti 1999-03-12.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "stdin"),
    [(TD3, None), (("\n".join(TD3),), None), (("-",), "\n".join(TD3) + "\n"), (("-",), "\r\n\r\n".join(TD3))],
)
def test_mrz_takes_lines_one_text_or_standard_input(arguments: tuple[str, ...], stdin: str | None) -> None:
    result = run(mrz_command, *arguments, "--json", stdin=stdin)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["fields"]["surname"] == "ERIKSSON"


def test_mrz_in_words() -> None:
    assert run(mrz_command, *TD3).stdout == (
        "BENAR: semua angka uji cocok\n  TD3  L898902C3  ERIKSSON  ANNA MARIA  1974-08-12  2012-04-15\n"
    )


def test_mrz_proposes_and_does_not_apply() -> None:
    result = run(mrz_command, TD3[0], TD3[1].replace("740812", "74O812"))
    assert result.exit_code == 1
    assert "L898902C3" in result.stdout
    assert "Usul perbaikan birth_date: 74O812 -> 740812" in result.stdout


@pytest.mark.parametrize(("arguments", "code"), [(("P<IDN",), 1), (("",), 2), ((), 2)])
def test_mrz_exit_codes(arguments: tuple[str, ...], code: int) -> None:
    result = run(mrz_command, *arguments)
    assert result.exit_code == code
    assert bool(result.stderr) is (code == 2)


@pytest.mark.parametrize(
    ("left", "right", "code"),
    [
        ("Maria Bano", "MARIA BANO", 0),
        ("Maria Bano", "Maria  Bano", 1),
        ("Maria Bano", "Maria Tefa", 1),
        ("Maria Bano", "Yuliana Tefa", 1),
        ("", "Maria", 2),
        ("Maria", " ", 2),
    ],
)
def test_names_exit_codes(left: str, right: str, code: int) -> None:
    assert run(names_command, left, right).exit_code == code


def test_names_show_the_missing_space() -> None:
    assert run(names_command, "Maria  Bano", "Maria Bano").stdout == (
        "PERLU DIPERBAIKI: satu surat harus disamakan (spasi)\n  huruf ke-7: [_] / []\n"
    )
    assert run(names_command, "Maria", "Maria").stdout == "SAMA\n"


def test_names_json() -> None:
    document = json.loads(run(names_command, "Goretti", "Goreti", "--json").stdout)
    assert document == {
        "verdict": "fix_needed",
        "kinds": ["spelling_variant"],
        "normalised": ["goretti", "goreti"],
        "differences": [{"position": 5, "left": "t", "right": ""}],
    }


@pytest.mark.parametrize(
    ("settings", "spoken"),
    [
        ({}, "id"),
        ({"LANG": "C.UTF-8"}, "id"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id_ID", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "en_US", "LC_ALL": "id_ID"}, "id"),
        ({"LANG": "en_US", "LC_ALL": ""}, "en"),
    ],
)
def test_language(settings: dict[str, str], spoken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for variable, value in settings.items():
        monkeypatch.setenv(variable, value)
    assert language() == spoken


def test_bytes_that_are_no_text_are_a_problem_and_no_crash() -> None:
    zone = "\n".join(TD3).encode().replace(b"ANNA", b"\xff\xfeNA")
    result = CliRunner().invoke(mrz_command, ["-", "--json"], input=zone)
    assert result.exit_code == 1
    assert json.loads(result.stdout)["problems"] == ["characters"]
