"""`tenun backup` and `tenun restore` between two installations: equal counts and hashes, or nothing at all."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys

import pytest
from tests.running import Site, wait_for


@pytest.fixture(scope="module")
def site():
    """A running demonstration with two stored files."""
    place = Site()
    scans = place.data / "files" / "scans"
    scans.mkdir(parents=True)
    (scans / "ktp.jpg").write_bytes(bytes(range(256)) * 9000)
    (place.data / "files" / "nama dengan spasi.txt").write_text("padi", encoding="utf-8")
    place.begin().ready()
    yield place
    place.remove()


@pytest.fixture(scope="module")
def backup(site):
    """Its backup, made while it runs."""
    file = site.data / "cadangan.tenun"
    done = site.run("backup", file)
    assert (done.returncode, done.stderr) == (0, "")
    return file


@contextlib.contextmanager
def place_with_the_keys_of(site):
    place = Site()
    shutil.copytree(site.data / "keys", place.data / "keys")
    try:
        yield place
    finally:
        place.remove()


@pytest.fixture
def empty(site):
    """An empty place with the keys of the first, to be filled."""
    with place_with_the_keys_of(site) as place:
        yield place


@pytest.fixture(scope="module")
def vacant(site):
    """One that stays empty, for everything that is refused."""
    with place_with_the_keys_of(site) as place:
        yield place


def refused(place, file, **more):
    done = place.run("restore", file, **more)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    return done.stderr


def is_empty(place):
    return not list((place.data / "files").rglob("*")) and not (place.data / "restore-unfinished").exists()


def test_a_restore_gives_equal_counts_and_hashes_and_a_site_that_starts(site, backup, empty):
    made = json.loads(site.run("backup", backup, "--json").stdout)
    restored = json.loads(empty.run("restore", backup, "--json").stdout)
    assert restored == made
    assert made["tables"]["people_person"]["rows"] == 39
    assert set(made["files"]) == {"scans/ktp.jpg", "nama dengan spasi.txt"}
    again = json.loads(empty.run("backup", empty.data / "again", "--json").stdout)
    assert (again["tables"], again["files"]) == (made["tables"], made["files"])
    empty.begin().ready()
    assert empty.ask("SELECT count(*) FROM people_person") == 39
    assert empty.interrupt() == 0


def test_words_say_that_all_is_equal_and_where_it_stands(backup, empty):
    done = empty.run("restore", backup)
    assert done.returncode == 0
    assert "setiap jumlah dan sidik sama" in done.stdout
    assert "people_person" in done.stdout
    assert "tidak kosong" in refused(empty, backup)


def test_a_restore_killed_in_the_middle_leaves_the_mark_that_a_start_refuses(backup, empty):
    mark = empty.data / "restore-unfinished"
    killed = subprocess.Popen([sys.executable, "-m", "tenun.cli.main", "restore", backup], env=empty.environment())
    wait_for(mark.exists)
    os.kill(killed.pid, signal.SIGKILL)
    killed.wait()
    assert "Pemulihan cadangan terputus" in empty.refused()
    assert mark.exists()


def test_a_changed_byte_is_refused(backup, vacant, tmp_path):
    changed = bytearray(backup.read_bytes())
    changed[len(changed) // 2] ^= 1
    file = tmp_path / "changed"
    file.write_bytes(changed)
    assert "telah berubah sejak dibuat" in refused(vacant, file)
    assert is_empty(vacant)


def test_a_truncated_file_is_refused(backup, vacant, tmp_path):
    file = tmp_path / "cut"
    file.write_bytes(backup.read_bytes()[:-1000])
    assert "terpotong" in refused(vacant, file)
    assert is_empty(vacant)


def test_a_wrong_key_is_refused(backup, vacant):
    assert "Kunci cadangan tidak cocok" in refused(vacant, backup, TENUN_BACKUP_KEY="salah")


def test_keys_under_which_no_number_could_be_read_are_refused(backup, vacant):
    assert "Kunci tenun_field_key di sini bukan kunci" in refused(vacant, backup, TENUN_FIELD_KEY="lain")
    assert is_empty(vacant)


def test_what_is_no_backup_and_what_is_not_there_are_refused(vacant, tmp_path):
    file = tmp_path / "surat.txt"
    file.write_text("surat", encoding="utf-8")
    assert "bukan cadangan Tenun" in refused(vacant, file)
    assert "tidak dapat dibuka" in refused(vacant, tmp_path / "tidak-ada")


def test_no_key_and_no_name_is_readable_in_the_file(site, backup):
    content = backup.read_bytes()
    assert b"Maria" not in content
    keys = [file.read_bytes() for file in (site.data / "keys").iterdir()]
    assert not any(key in content for key in keys)
    assert backup.stat().st_mode & 0o777 == 0o600


def test_where_nothing_is_there_is_nothing_to_back_up():
    nowhere = Site()
    done = nowhere.run("backup", nowhere.data / "x")
    nowhere.remove()
    assert done.returncode == 2
    assert "make start" in done.stderr
