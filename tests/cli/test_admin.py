"""`tenun admin create` asks on the terminal, refuses a weak password and a second first admin, in words."""

import getpass

import pytest
from click.testing import CliRunner

from tenun.cli.main import cli
from tenun.organisations.actions import create_user
from tenun.organisations.models import User

pytestmark = pytest.mark.django_db
SECRET = "padi-menguning-di-lereng"


@pytest.fixture
def create(monkeypatch):
    """The command with these passwords typed unseen, and a name."""

    def run(*passwords, username="ina"):
        typed = iter(passwords)
        monkeypatch.setattr(getpass, "getpass", lambda _prompt: next(typed))
        return CliRunner().invoke(cli, ["admin", "create"], input=f"{username}\nIna Rekaan\n")

    return run


def test_she_is_made(create):
    done = create(SECRET, SECRET)
    assert (done.exit_code, User.objects.get().full_name) == (0, "Ina Rekaan")
    assert "Admin Ina Rekaan dibuat" in done.stdout
    assert SECRET not in done.output


def test_it_asks_again_until_the_password_is_strong_and_twice_the_same(create):
    done = create("pendek", "pendek", SECRET, "lain sama sekali", SECRET, SECRET)
    assert done.exit_code == 0
    assert "tidak dapat dipakai" in done.stdout
    assert "tidak sama" in done.stdout


def test_there_is_no_second_first_admin(create):
    create(SECRET, SECRET)
    done = create(SECRET, SECRET, username="budi")
    assert (done.exit_code, User.objects.count()) == (2, 1)
    assert "Sudah ada admin" in done.stderr


def test_a_name_in_use_is_said(create):
    create_user(username="ina", full_name="Lain", password=SECRET)
    done = create(SECRET, SECRET)
    assert done.exit_code == 2
    assert "ina sudah dipakai" in done.stderr
