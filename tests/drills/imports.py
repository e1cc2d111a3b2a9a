"""`make drills`, second part: the worker, the server or everything dies in the middle of an import, ten rounds.

After each kill the import goes on by itself; then every row of the list is one person with all that hangs on her, and
nobody stands there twice. Half of the rounds are killed within the dry run, which must leave nobody at all. Some of the
lists are of Sisko: then a number and a listing stand beside each person, and no journey.
"""

import contextlib
import random
import sys
import time
import urllib.error
import urllib.request
import uuid

from tests.drills.__main__ import kill, kill_everything
from tests.drills.acts import OFFICER
from tests.drills.browser import Browser
from tests.intake.lists import as_csv
from tests.running import Site, wait_for

ROUNDS = 10
ROWS = 3_000
SISKO_ROUNDS = frozenset({2, 5, 9})
VICTIMS = {"pekerja": kill("worker"), "server": kill("postgres"), "semuanya": kill_everything}
_SOUNDS = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu")
STATE = "SELECT state FROM intake_batch ORDER BY id DESC LIMIT 1"
STAGED = "SELECT count(*) FROM intake_row WHERE batch_id = (SELECT max(id) FROM intake_batch)"
WHOLE = """
    SELECT count(*) FROM people_person p WHERE p.full_name LIKE %s
        AND (SELECT count(*) FROM people_nameword w WHERE w.person_id = p.id) = 3
        AND (SELECT count(*) FROM people_journey j WHERE j.person_id = p.id) = 1
        AND (SELECT count(*) FROM people_journeyentry e WHERE e.person_id = p.id) = 1
        AND (SELECT count(*) FROM documents_paper d WHERE d.person_id = p.id AND d.is_current) = 1
        AND (SELECT count(*) FROM readiness_factsheet f WHERE f.person_id = p.id AND f.ktp_proof = 2) = 1
        AND (SELECT count(*) FROM people_personevent v WHERE v.pgh_obj_id = p.id) = 1
"""
WHOLE_OF_SISKO = """
    SELECT count(*) FROM people_person p WHERE p.full_name LIKE %s
        AND (SELECT count(*) FROM people_nameword w WHERE w.person_id = p.id) = 3
        AND (SELECT count(*) FROM people_journey j WHERE j.person_id = p.id) = 0
        AND (SELECT count(*) FROM people_externalid x WHERE x.person_id = p.id AND x.system = 'sisko') = 1
        AND (SELECT count(*) FROM people_siskolisting l WHERE l.person_id = p.id AND l.steps ->> 'opp' = 'true') = 1
        AND (SELECT count(*) FROM people_siskolistingevent v WHERE v.person_id = p.id) = 1
        AND (SELECT count(*) FROM readiness_factsheet f WHERE f.person_id = p.id) = 1
"""


class Uploader(Browser):
    """A browser that sends a file too."""

    def upload(self, path, name, content, kind):
        """The status; `went_to` is where it led."""
        mark = uuid.uuid4().hex
        token = next(cookie.value for cookie in self._cookies if cookie.name == "csrftoken")
        parts = (
            f'--{mark}\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{token}\r\n'
            f'--{mark}\r\nContent-Disposition: form-data; name="jenis"\r\n\r\n{kind}\r\n'
            f'--{mark}\r\nContent-Disposition: form-data; name="daftar"; filename="{name}"\r\n'
            "Content-Type: text/csv\r\n\r\n"
        ).encode()
        body = parts + content + f"\r\n--{mark}--\r\n".encode()
        head = {"Content-Type": f"multipart/form-data; boundary={mark}"}
        request = urllib.request.Request(self._root + path, body, head)
        try:
            with self._opener.open(request, timeout=60) as answer:
                return answer.status
        except urllib.error.HTTPError as error:
            with error:
                self.went_to = error.headers.get("Location", "")
                return error.code


def family_of(number):
    """A name that the people of one round share and nobody else has."""
    return "".join(_SOUNDS[int(digit)] for digit in f"{number:04d}").title()


def people_of(number):
    family = family_of(number)
    names = [f"Maria {family_of(each + 5_000)} {family}" for each in range(ROWS)]
    if number in SISKO_ROUNDS:
        return [
            {"sisko_nomor": f"S-{number}-{each}", "nama": name, "desa": "53.04.05.2001", "sisko_opp": "ya"}
            for each, name in enumerate(names)
        ]
    papers = {"tujuan": "my-domestic", "ktp_nama": f"Maria {family}", "bukti": "copy"}
    return [{"nama": name, "desa": "53.04.05.2001", **papers} for name in names]


class Import:
    """One list through one killed installation."""

    def __init__(self, site):
        self.site = site
        self.browser = Uploader(site.port).sign_in(OFFICER)

    def round(self, number, victim, *, early):
        """Kills within the dry run or within the writing; what stood when it was killed."""
        kind, whole_of = ("sisko", WHOLE_OF_SISKO) if number in SISKO_ROUNDS else ("office", WHOLE)
        assert self.browser.upload("/impor/", f"daftar-{number}.csv", as_csv(people_of(number)), kind) == 302
        page = self.browser.went_to
        if early:
            wait_for(lambda: self.site.ask(STAGED) or self.state() != "uploaded")
            self.killed(victim)
            assert self.stored(number) == 0, "a dry run has stored somebody"
        wait_for(lambda: self.state() == "examined", seconds=120)
        assert self.browser.post(f"{page}simpan/") == 302
        stood = 0
        if not early:
            wait_for(lambda: self.stored(number) or self.state() == "done", seconds=120)
            time.sleep(random.uniform(0, 1))
            stood = self.killed(victim, number)
        wait_for(lambda: self.state() == "done", seconds=90)
        whole = self.site.ask(whole_of, f"Maria % {family_of(number)}")
        assert (self.stored(number), whole) == (ROWS, ROWS), f"{self.stored(number)} stored, {whole} whole"
        return f"{stood} dari {ROWS} tersimpan saat mati" if not early else "mati saat diperiksa"

    def state(self):
        with contextlib.suppress(Exception):
            return self.site.ask(STATE)
        return None

    def stored(self, number):
        return self.site.ask(
            "SELECT count(*) FROM people_person WHERE full_name LIKE %s", f"Maria % {family_of(number)}"
        )

    def killed(self, victim, number=None):
        stood = self.stored(number) if number is not None else 0
        victim(self)
        if self.site.process.poll() is not None:
            wait_for(lambda: not self.site.answers())
            self.site.begin()
        wait_for(lambda: all(self.site.processes().values()))
        wait_for(self.signed_in)
        return stood

    def signed_in(self):
        with contextlib.suppress(AssertionError):
            self.browser.sign_in(OFFICER)
            return self.browser.get("/") == 200
        return False


def main():
    """Every victim in turn, ten rounds. Returns the exit code."""
    begun = time.monotonic()
    site = Site()
    try:
        drill = Import(site.begin().ready())
        for number in range(1, ROUNDS + 1):
            name, victim = list(VICTIMS.items())[number % len(VICTIMS)]
            outcome = drill.round(number, victim, early=number % 2 == 0)
            print(f"{number:>2}. {name} mati saat impor: {outcome}", flush=True)
        people = site.ask("SELECT count(*) FROM people_person WHERE full_name LIKE 'Maria %%'")
        assert people >= ROUNDS * ROWS, people
        stuck = "SELECT count(*) FROM procrastinate_jobs WHERE status NOT IN ('todo', 'doing')"
        assert site.ask(stuck) == 0
        assert site.interrupt() == 0
    except BaseException:
        with contextlib.suppress(Exception), site.connect() as connection:
            print(connection.execute("SELECT task_name, status, attempts FROM procrastinate_jobs").fetchall())
        print(site.hear()[-3000:], file=sys.stderr)
        raise
    finally:
        site.remove()
    print(f"{ROUNDS} putaran, {ROUNDS * ROWS} orang, tidak ada yang hilang, setengah, atau ganda")
    print(f"{time.monotonic() - begun:.0f} detik")
    return 0


if __name__ == "__main__":
    sys.exit(main())
