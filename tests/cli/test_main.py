"""The command itself: every sub-command is there, wrong use ends with 2 and one line in the person's language."""

import io
import sys
from contextlib import redirect_stdout

import pytest

from tenun.cli.main import cli, main


@pytest.mark.parametrize("ask", ["--help", "-h"])
@pytest.mark.parametrize("name", [None, *sorted(cli.commands)])
def test_every_command_explains_itself(tenun, name, ask):
    result = tenun(*([name] if name else []), ask)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith(f"Usage: tenun{' ' + name if name else ''} ")


def test_the_commands_of_the_contract_are_there():
    assert {"nik", "mrz", "names", "targets", "check", "template", "bench"} <= set(cli.commands)


def test_the_version_is_told(tenun):
    assert tenun("--version").out.startswith("tenun, version ")


@pytest.mark.parametrize(
    ("arguments", "indonesian", "english"),
    [
        (("periksa",), "Perintah periksa tidak dikenal. Lihat `tenun --help`.", "Command periksa is not known."),
        (("check",), "FILE belum diisi. Lihat `tenun check --help`.", "FILE is missing."),
        (("check", "a", "--nama"), "Pilihan --nama tidak dikenal.", "Option --nama is not known."),
        (("check", "a", "--for", "x"), "--for harus salah satu dari: MATCHED", "--for must be one of: MATCHED"),
        (("check", "a", "--on", "x"), "Nilai untuk --on tidak dapat dipakai", "The value for --on cannot be used"),
        (("check", "a", "b"), "Perintah tidak dapat dibaca", "The command cannot be read"),
        (("check", "a", "--on"), "Perintah tidak dapat dibaca", "The command cannot be read"),
        (("bench", "lari"), "harus salah satu dari: person, readiness, check", "must be one of: person"),
        (("bench", "--size", "1"), "Nilai untuk --size", "The value for --size"),
        (("names", "a"), "B belum diisi.", "B is missing."),
    ],
)
def test_wrong_use_is_one_line_in_the_persons_language(tenun, monkeypatch, arguments, indonesian, english):
    for language, words in (("id_ID.UTF-8", indonesian), ("en_US.UTF-8", english)):
        monkeypatch.setenv("LANG", language)
        result = tenun(*arguments)
        assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
        assert words in result.err


def test_an_interrupted_run_ends_as_a_shell_expects(tenun, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", type("Terminal", (), {"buffer": type("Bytes", (), {"read": interrupt})()})())
    assert tenun("mrz", "-").code == 130


def test_a_pipe_with_an_old_code_page_is_made_to_speak_utf_8():
    raw = io.BytesIO()
    with redirect_stdout(io.TextIOWrapper(raw, encoding="cp1252")) as out:
        with pytest.raises(SystemExit):
            main(["names", "Ñahak", "Ñahaķ", "--json"])
        out.flush()
        assert "ñahaķ" in raw.getvalue().decode()


def test_run_without_a_command_it_shows_what_there_is(tenun):
    result = tenun()
    assert result.code == 2
    assert "check" in result.out + result.err
