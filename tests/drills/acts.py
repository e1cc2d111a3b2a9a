"""The acts that a drill interrupts: how each is begun over HTTP, and how to see that it is whole or absent.

To add one (an upload, a merge): write `send` and `found`, name what to lock so that it stops in the middle, and put
it into `ACTS`.
"""

from collections.abc import Callable
from dataclasses import dataclass

FAMILY = "Maria Ba% Seran"
VILLAGE = "53.04.05.2001"
OFFICER = "loket-belu"


@dataclass(frozen=True)
class Act:
    """`hold` is the statement by which another session stops the act after its first writes.

    `prepare` makes what the act needs; `send` does it and gives the status; `found` tells whether it is there: 1
    whole, 0 absent. Half an act is an `AssertionError`.
    """

    name: str
    hold: str
    prepare: Callable
    send: Callable
    found: Callable


def name_of(number):
    """A name that nobody else has, all letters; `FAMILY` finds all of them."""
    word = "".join(
        ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu")[int(digit)] for digit in f"{number:05d}"
    )
    return f"Maria {word.title()} Seran"


def register(browser, number):
    """A new person; three words of her name go with her."""
    fields = {"nama": name_of(number), "tanggal_lahir": "12-03-1999", "desa": VILLAGE, "tujuan": "my-domestic"}
    return browser.post("/orang/daftarkan/", another="1", **fields)


def registered(site, number):
    persons = site.column("SELECT id FROM people_person WHERE full_name = %s", name_of(number))
    words = site.column("SELECT count(*) FROM people_nameword WHERE person_id = ANY(%s) GROUP BY person_id", persons)
    assert (len(persons), words) in {0: [(0, [])], 1: [(1, [3])]}.get(len(persons), []), f"{persons} with {words} words"
    return len(persons)


def person_with_a_card(browser, number):
    """Somebody whose KTP stands already."""
    assert register(browser, number) == 302
    assert send_card(browser, number, "Yang Lama") == 302


def send_card(browser, number, name):
    person = _PERSONS.setdefault(number, browser.went_to)
    fields = {"ktp_bukti": "original_seen", "ktp_nama": name, "ktp_tanggal_lahir": "12-03-1999"}
    return browser.post(f"{person}surat/ktp/", **fields)


_PERSONS: dict[int, str] = {}


def card(browser, number):
    """A newer KTP: the old version must stop being the current one, and the new one be it."""
    return send_card(browser, number, name_of(number))


def carded(site, number):
    query = (
        "SELECT name || ':' || is_current FROM documents_paper JOIN people_person p ON p.id = person_id"
        " WHERE kind = 'ktp' AND full_name = %s ORDER BY documents_paper.id"
    )
    papers = site.column(query, name_of(number))
    absent, whole = ["Yang Lama:true"], ["Yang Lama:false", f"{name_of(number)}:true"]
    assert papers in (absent, whole), papers
    return int(papers == whole)


ACTS = (
    Act("daftar", "LOCK TABLE people_nameword IN SHARE MODE", lambda *_: None, register, registered),
    # A key is proven when the transaction ends, so this stops when all is written and nothing is committed.
    Act(
        "surat",
        f"SELECT 1 FROM organisations_user WHERE username = '{OFFICER}' FOR UPDATE",
        person_with_a_card,
        card,
        carded,
    ),
)
