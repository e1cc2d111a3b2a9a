"""A database that cannot be used is said in words: what happened, what to do. Each against a real server."""

import psycopg
import pytest
from tests.running import Site

from tenun.config.embedded import VERSION, Embedded
from tenun.config.postgres import ROLES, SITE, WORKER, parse, prepare
from tenun.shared.faults import UnusableDatabase

PASSWORDS = {role: f"sandi-{role}" for role in ROLES}
STRICT = "local all postgres trust\nlocal all all scram-sha-256\n"


@pytest.fixture(scope="module")
def site():
    """A server of one's own that asks everybody but its superuser for a password."""
    place = Site()
    server = Embedded(place.data / "postgres")
    server.open()
    with psycopg.connect(host=str(server.folder), user="postgres", dbname="postgres", autocommit=True) as connection:
        connection.execute("CREATE ROLE pengelola LOGIN CREATEROLE CREATEDB PASSWORD 'benar'")
        connection.execute("CREATE ROLE tamu LOGIN PASSWORD 'benar'")
        (server.folder / "pg_hba.conf").write_text(STRICT, encoding="ascii")
        connection.execute("SELECT pg_reload_conf()")
    prepare(parse(address(place, "pengelola")), "cukup", PASSWORDS)
    yield place
    server.close()
    place.remove()


def address(site, account, password="benar"):
    return f"postgresql://{account}:{password}@/?host={site.data / 'postgres'}"


def refusal(url, name="tenun"):
    with pytest.raises(UnusableDatabase) as refused:
        prepare(parse(url), name, PASSWORDS)
    return str(refused.value)


def test_an_account_that_may_only_make_roles_and_databases_is_enough(site):
    server = parse(address(site, "pengelola"))
    for _ in range(2):
        prepare(server, "cukup", PASSWORDS)
    with psycopg.connect(host=server.host, user=SITE, password=PASSWORDS[SITE], dbname="cukup") as connection:
        assert connection.execute("SELECT current_user").fetchone() == (SITE,)


def test_each_role_has_a_password_of_its_own_which_follows_its_key(site):
    server = parse(address(site, "pengelola"))
    prepare(server, "cukup", PASSWORDS)
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(host=server.host, user=SITE, password=PASSWORDS[WORKER], dbname="cukup")
    prepare(server, "cukup", {**PASSWORDS, SITE: "baru"})
    psycopg.connect(host=server.host, user=SITE, password="baru", dbname="cukup").close()
    prepare(server, "cukup", PASSWORDS)


def test_a_server_that_does_not_answer():
    said = refusal("postgresql://ada:x@127.0.0.1:1/")
    assert "tidak menjawab" in said
    assert "DATABASE_URL" in said


def test_a_wrong_password(site):
    assert "menolak kata sandi akun pengelola" in refusal(address(site, "pengelola", "salah"))


def test_an_account_that_is_not_known(site):
    said = refusal(address(site, "siapa"))
    assert "menolak kata sandi akun siapa" in said or "tidak mengenal akun siapa" in said


def test_an_account_that_may_not_make_roles(site):
    said = refusal(address(site, "tamu"))
    assert "tidak boleh membuat peran" in said
    assert 'ALTER ROLE "tamu" CREATEROLE CREATEDB' in said


def test_roles_that_another_account_made(site):
    with parse(address(site, "postgres")).connect("postgres") as connection:
        connection.execute("CREATE ROLE lain LOGIN CREATEROLE CREATEDB PASSWORD 'benar'")
    assert 'tenun_worker TO "lain" WITH ADMIN OPTION' in refusal(address(site, "lain"))


def test_a_database_that_somebody_else_filled_is_left_alone(site):
    server = parse(address(site, "postgres"))
    with server.connect("postgres") as connection:
        connection.execute("CREATE DATABASE milik_orang")
    with server.connect("milik_orang") as connection:
        connection.execute("CREATE TABLE gaji (n int)")
    said = refusal(address(site, "postgres"), "milik_orang")
    assert "bukan dari Tenun (gaji)" in said
    with server.connect("milik_orang") as connection:
        assert connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (1,)


def test_a_role_that_may_pass_the_policies_is_refused(site):
    server = parse(address(site, "postgres"))
    prepare(server, "cukup", PASSWORDS)
    with server.connect("postgres") as connection:
        connection.execute(f"ALTER ROLE {SITE} BYPASSRLS")
        try:
            assert f"Peran {SITE} di server ini boleh melewati" in refusal(address(site, "postgres"))
        finally:
            connection.execute(f"ALTER ROLE {SITE} NOBYPASSRLS")


def test_a_start_says_it_too_and_ends_with_2(site):
    place = Site()
    said = place.refused(DATABASE_URL=address(site, "tamu"))
    place.remove()
    assert "tidak boleh membuat peran" in said


@pytest.fixture(scope="module")
def served(site):
    """An installation over a server of one's own, after one start."""
    place = Site()
    place.begin(DATABASE_URL=address(site, "pengelola")).ready()
    code = place.interrupt()
    yield place
    place.remove()
    assert code == 0


def test_a_start_leaves_a_server_of_ones_own_running(site, served):
    with psycopg.connect(host=str(site.data / "postgres"), user="postgres", dbname="tenun") as connection:
        assert connection.execute("SELECT count(*) FROM people_person").fetchone() == (39,)


def test_a_backup_by_an_account_that_does_not_see_every_row_is_refused(site, served):
    done = served.run("backup", served.data / "x", DATABASE_URL=address(site, "pengelola"))
    assert (done.returncode, (served.data / "x").exists()) == (2, False)
    assert "tidak boleh melihat semua baris" in done.stderr
    assert served.run("backup", served.data / "x", DATABASE_URL=address(site, "postgres")).returncode == 0


def test_a_backup_of_a_server_without_our_database_is_refused_and_makes_nothing(site, served):
    url = address(site, "postgres")
    with parse(url).connect("postgres") as connection:
        connection.execute("ALTER DATABASE tenun RENAME TO simpan")
        try:
            done = served.run("backup", served.data / "y", DATABASE_URL=url)
            names = {row[0] for row in connection.execute("SELECT datname FROM pg_database")}
        finally:
            connection.execute("ALTER DATABASE simpan RENAME TO tenun")
    assert done.returncode == 2
    assert "belum ada basis data Tenun" in done.stderr
    assert "tenun" not in names


def test_tables_of_a_newer_version_are_refused(site, served):
    url = address(site, "postgres")
    with parse(url).connect("tenun") as connection:
        connection.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('shared', '9999_baru', now())")
        said = served.refused(DATABASE_URL=url)
        connection.execute("DELETE FROM django_migrations WHERE name = '9999_baru'")
    assert "Tenun yang lebih baru (langkah shared.9999_baru" in said


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "p"


def said_of(folder):
    with pytest.raises(UnusableDatabase) as refused:
        Embedded(folder).open()
    return str(refused.value)


def test_a_folder_of_another_version(folder):
    folder.mkdir()
    (folder / "PG_VERSION").write_text("16\n", encoding="ascii")
    assert f"dibuat oleh PostgreSQL 16; Tenun memakai PostgreSQL {VERSION}" in said_of(folder)


def test_a_folder_that_cannot_be_made(folder):
    folder.write_text("", encoding="ascii")
    assert "tidak dapat dibuka" in said_of(folder / "below")


def test_a_path_too_long_for_a_socket(folder):
    assert "terlalu panjang" in said_of(folder / ("x" * 120))


def test_a_folder_that_is_broken_ends_in_words_with_what_the_server_said(folder):
    folder.mkdir()
    (folder / "PG_VERSION").write_text(f"{VERSION}\n", encoding="ascii")
    said = said_of(folder)
    assert "tidak mau mulai" in said
    assert "tenun restore" in said


def test_a_data_folder_that_cannot_be_written_is_said_by_the_start(tmp_path):
    place = Site()
    file = tmp_path / "file"
    file.write_text("", encoding="ascii")
    said = place.refused(TENUN_DATA=str(file / "below"))
    place.remove()
    assert "tidak dapat dibaca atau ditulis" in said
