"""`tenun demo`: says that its people are invented, adds them with progress, and stays out of a real installation."""

import pytest
from tests.running import Site


@pytest.fixture(scope="module")
def site():
    one = Site()
    one.begin()
    yield one.ready()
    one.remove()


def test_it_adds_people_and_says_what_they_are(site):
    before = site.ask("SELECT count(*) FROM people_person")
    done = site.run("demo", "--people", 300)
    assert done.returncode == 0, done.stderr
    assert "300 orang rekaan ditambahkan" in done.stdout
    assert "hanya untuk mengukur" in done.stderr
    assert "orang rekaan: 300 dari 300" in done.stderr
    assert site.ask("SELECT count(*) FROM people_person") == before + 300
    assert site.ask("SELECT count(DISTINCT nik_hash) = count(*) FROM people_person WHERE nik_hash <> ''")


def test_a_person_can_still_be_recorded_afterwards(site):
    assert site.ask("SELECT nextval(pg_get_serial_sequence('people_person', 'id')) > max(id) FROM people_person")


@pytest.mark.parametrize("more", [{"DEMO": "0"}, {"TENUN_PRODUCTION": "1"}], ids=["no demonstration", "production"])
def test_outside_the_demonstration_it_is_refused(site, more):
    refused = site.run("demo", "--people", 300, **more)
    assert refused.returncode == 2
    assert "Traceback" not in refused.stderr


def test_where_somebody_real_has_an_account_it_is_refused(site):
    new = site.ask(
        "INSERT INTO organisations_user (password, username, full_name, is_active, is_demo, must_change_password)"
        " VALUES ('', 'nyata', 'Nyata', true, false, false) RETURNING id"
    )
    refused = site.run("demo", "--people", 300)
    site.column("DELETE FROM organisations_user WHERE id = %s RETURNING id", new)
    assert (refused.returncode, "akun sungguhan" in refused.stderr) == (2, True)


@pytest.mark.parametrize("given", [(), ("--people", "0"), ("--people", "x")])
def test_wrong_use_is_one_line(site, given):
    refused = site.run("demo", *given)
    assert (refused.returncode, refused.stderr.count("\n")) == (2, 1)
