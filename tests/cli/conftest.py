"""The command as a person at a terminal meets it: arguments in; exit code, output and complaints out."""

import json
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from types import SimpleNamespace

import pytest
from tests.cli.people import ON, write_csv

from tenun.cli.main import main


@pytest.fixture(autouse=True)
def _indonesian(monkeypatch):
    """The language is the terminal's; no test leans on that of the machine it runs on."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)


def run_main(*arguments):
    """Run `tenun` in this process."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    return SimpleNamespace(code=end.value.code, out=out.getvalue(), err=err.getvalue())


@pytest.fixture
def tenun():
    """Run `tenun` with these arguments."""
    return run_main


@pytest.fixture
def check(tmp_path):
    """`tenun check` of these rows as of `ON`."""

    def run(rows, *arguments, on=ON):
        path = write_csv(tmp_path / "orang.csv", rows)
        return run_main("check", path, "--on", on, *arguments)

    return run


@pytest.fixture
def judge(check):
    """The JSON document of these rows; `judge.one` gives the only row."""

    def run(rows, *arguments, on=ON):
        return json.loads(check(rows, "--json", *arguments, on=on).out)

    run.one = lambda person, *arguments, on=ON: run([person], *arguments, on=on)["rows"][0]
    return run
