"""What the surroundings say, and keys that are made once and stay outside the database."""

import stat

import pytest

from tenun.config.environment import VARIABLES, read_environment, secret, setting


def test_without_a_word_it_is_the_demonstration_on_this_machine(monkeypatch):
    for variable in VARIABLES:
        monkeypatch.delenv(variable.name, raising=False)
    found = read_environment()
    assert (found.demo, found.production, found.database_url) == (True, False, None)
    assert found.hosts == ("localhost", "127.0.0.1")
    assert found.data.name == "var"


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("DEMO", "0", "demo", False),
        ("TENUN_PRODUCTION", "1", "production", True),
        ("TENUN_HOSTS", "tenun.example,", "hosts", ("tenun.example",)),
        ("DATABASE_URL", "postgresql://db/", "database_url", "postgresql://db/"),
    ],
)
def test_each_variable_is_heard(monkeypatch, name, value, field, expected):
    monkeypatch.setenv(name, value)
    assert getattr(read_environment(), field) == expected


def test_an_unknown_variable_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        setting("TENUN_UNKNOWN")


def test_a_key_is_made_once_and_only_its_owner_may_read_it(monkeypatch, tmp_path):
    monkeypatch.delenv("TENUN_SECRET_KEY", raising=False)
    first = secret("TENUN_SECRET_KEY", tmp_path)
    assert len(first) >= 40
    assert secret("TENUN_SECRET_KEY", tmp_path) == first
    assert stat.S_IMODE((tmp_path / "keys" / "tenun_secret_key").stat().st_mode) == 0o600


def test_a_key_of_the_environment_goes_first(monkeypatch, tmp_path):
    monkeypatch.setenv("TENUN_SECRET_KEY", "from the environment")
    assert secret("TENUN_SECRET_KEY", tmp_path) == "from the environment"
    assert not (tmp_path / "keys").exists()
