"""`make start` as a person meets it: real processes, real signals, a data folder of its own."""

import os
import pty
import select
import signal
import subprocess
import sys
import time

import pytest
from tests.running import ROOT, Site, lives, wait_for

from tenun.config.embedded import Embedded
from tenun.organisations.enums import Role


@pytest.fixture(scope="module")
def site():
    """One installation, made by a first start; each test leaves it ended."""
    place = Site()
    place.begin().ready()
    place.interrupt()
    yield place
    place.remove()


@pytest.fixture
def another():
    place = Site()
    yield place
    place.remove()


def everything(place):
    return [pid for pids in place.processes().values() for pid in pids]


def test_one_command_makes_everything_and_ctrl_c_ends_it(another):
    another.begin().ready()
    running = wait_for(lambda: all(another.processes().values()) and another.processes())
    assert another.interrupt() in (0, 130)
    assert "Traceback" not in another.said
    assert "10 siap · 25 perlu dibenahi · 2 bukan tujuan ini · 3 berhenti" in another.said
    assert "39 orang peragaan dicatat" in another.said
    wait_for(lambda: not any(lives(pid) for pids in running.values() for pid in pids))


def test_it_says_that_it_is_ready_when_it_answers(site):
    site.begin()
    wait_for(lambda: "siap dalam" in site.hear())
    assert site.answers()
    assert site.interrupt() == 0


def test_a_second_start_takes_seconds_makes_nothing_twice_and_hears_the_systems_signal(site):
    begun = time.monotonic()
    site.begin().ready()
    assert time.monotonic() - begun < 15
    assert site.ask("SELECT count(*) FROM people_person") == 39
    assert set(site.column("SELECT role FROM organisations_post")) == set(Role)
    assert site.interrupt(signal.SIGTERM, group=False) == 0
    assert "Traceback" not in site.said
    assert "menyiapkan tabel" not in site.said
    assert everything(site) == []


def test_what_is_killed_is_begun_again_and_ends_with_the_rest(site):
    site.begin().ready()
    before = wait_for(lambda: all(site.processes().values()) and site.processes())
    for name in ("worker", "site", "postgres"):
        os.kill(before[name][0], signal.SIGKILL)
    wait_for(lambda: all(site.processes()[name][:1] not in ([], before[name][:1]) for name in before))
    site.ready()
    assert site.interrupt() == 0
    assert everything(site) == []


def test_a_start_that_was_killed_leaves_nothing_in_the_way_of_the_next(site):
    site.begin().ready()
    server = site.processes()["postgres"][0]
    os.kill(site.process.pid, signal.SIGKILL)
    site.process.wait()
    wait_for(lambda: not site.answers())
    assert lives(server)
    site.begin().ready()
    # Another user of the server, a backup for example, keeps it alive past the start.
    other = Embedded(site.data / "postgres")
    other.open()
    assert site.interrupt() == 0
    assert lives(server)
    other.close()
    wait_for(lambda: not lives(server))


def test_ctrl_c_while_it_is_set_up_ends_quietly(another):
    another.begin()
    wait_for(lambda: "menyiapkan tabel" in another.hear())
    assert another.interrupt(group=False) in (0, 130)
    assert "Traceback" not in another.said
    assert everything(another) == []


def test_a_process_that_only_ends_takes_the_server_it_began_with_it(site):
    folder = site.data / "postgres"
    code = (
        f"from pathlib import Path; from tenun.config.embedded import Embedded; Embedded(Path({str(folder)!r})).open()"
    )
    subprocess.run([sys.executable, "-c", f"{code}; print(1)"], cwd=ROOT, env=site.environment(), check=True)
    assert everything(site) == []


def test_a_busy_port_is_said(site):
    import socket

    with socket.socket() as busy:
        busy.bind(("127.0.0.1", site.port))
        busy.listen()
        assert f"Pintu {site.port} sedang dipakai program lain" in site.refused()


def test_a_demonstration_is_never_taken_for_the_real_thing(site):
    assert "berisi akun peragaan" in site.refused(DEMO="0")
    assert "berisi akun peragaan" in site.refused(TENUN_PRODUCTION="1")
    assert everything(site) == []


def test_lost_keys_are_refused_and_no_new_ones_are_left_in_their_place(site):
    keys, away = site.data / "keys", site.data / "away"
    keys.rename(away)
    assert "bukan kunci yang dipakai menulis nomor" in site.refused()
    assert not (keys / "tenun_field_key").exists()
    for file in away.iterdir():
        file.replace(keys / file.name)


def test_an_unfinished_restore_is_refused(site):
    mark = site.data / "restore-unfinished"
    mark.touch()
    assert "pemulihan cadangan terputus" in site.refused().lower()
    mark.unlink()


def test_a_first_start_killed_in_the_middle_is_finished_by_the_second(another):
    another.begin()
    wait_for(lambda: "menyiapkan tabel" in another.hear())
    time.sleep(0.4)
    for pid in (another.process.pid, *another.processes()["postgres"]):
        os.kill(pid, signal.SIGKILL)
    another.process.wait()
    another.begin().ready()
    assert another.ask("SELECT count(*) FROM people_person") == 39
    assert another.interrupt() == 0


def test_without_the_demonstration_it_starts_empty_and_names_the_command_for_the_first_admin(another):
    another.begin(DEMO="0").ready()
    assert another.ask("SELECT count(*) FROM organisations_user") == 0
    assert another.interrupt() == 0
    assert "tenun admin create" in another.said
    on_a_terminal(another, [("Nama pengguna", "ina"), ("Nama lengkap", "Ina Rekaan")])
    assert "dipakai sungguhan" in another.refused()


def on_a_terminal(place, answers):
    """`DEMO=0 make start` with somebody at the keyboard; ended by Ctrl-C once it serves."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "tenun.config.start"],
        cwd=ROOT,
        env=place.environment(DEMO="0", LANG="id_ID.UTF-8"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
        preexec_fn=lambda: os.close(os.open(os.ttyname(0), os.O_RDWR)),  # The first terminal opened is the own one.
    )
    os.close(theirs)
    secret = "padi-menguning-di-lereng"
    questions = [*answers, ("Kata sandi (", "pendek"), ("sekali lagi", "pendek"), ("tidak dapat dipakai", None)]
    for question, answer in [*questions, ("Kata sandi (", secret), ("sekali lagi", secret), ("buka http", "\x03")]:
        expect(ours, question)
        if answer == "\x03":
            assert place.ask("SELECT role FROM organisations_post") == "admin"
        if answer:
            os.write(ours, (answer if answer == "\x03" else f"{answer}\n").encode())
    process.wait(60)
    os.close(ours)


def expect(terminal, words):
    """Reads until these words stand on the terminal."""
    seen = b""
    while words.encode() not in seen:
        assert select.select([terminal], [], [], 60)[0], seen
        seen += os.read(terminal, 1)
