"""The acts that a drill interrupts: how each is begun over HTTP, and how to see that it is whole or absent.

To add one: write `prepare`, `send` and `found`, name what to lock so that it stops in the middle, and put it into
`ACTS`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.drills import merging, uploading
from tests.drills.persons import OFFICER, name_of, register, registered, send_paper


@dataclass(frozen=True)
class Act:
    """`hold` is the statement by which another session stops the act after its first writes.

    `prepare` makes what the act needs and gives it to the other two; `send` does the act and gives the status; `found`
    tells whether it is there: 1 whole, 0 absent. Half an act is an `AssertionError`.
    """

    name: str
    hold: str
    prepare: Callable
    send: Callable
    found: Callable


def begin(browser, number):
    """A new person; three words of her name go with her."""
    return register(browser, name_of(number))


def begun(site, _browser, number):
    persons = site.column("SELECT id FROM people_person WHERE full_name = %s", name_of(number))
    words = site.column("SELECT count(*) FROM people_nameword WHERE person_id = ANY(%s) GROUP BY person_id", persons)
    assert (len(persons), words) in {0: [(0, [])], 1: [(1, [3])]}.get(len(persons), []), f"{persons} with {words} words"
    return len(persons)


@dataclass(frozen=True)
class Holder:
    """Somebody whose KTP stands already."""

    number: int
    file: str


def person_with_a_card(browser, number):
    holder = Holder(number, registered(browser, name_of(number)))
    assert send_paper(browser, holder.file, "ktp", "Yang Lama") == 302
    return holder


def card(browser, holder):
    """A newer KTP: the old version must stop being the current one, and the new one be it."""
    return send_paper(browser, holder.file, "ktp", name_of(holder.number))


def carded(site, _browser, holder):
    name = name_of(holder.number)
    query = (
        "SELECT name || ':' || is_current FROM documents_paper JOIN people_person p ON p.id = person_id"
        " WHERE kind = 'ktp' AND full_name = %s ORDER BY documents_paper.id"
    )
    papers = site.column(query, name)
    absent, whole = ["Yang Lama:true"], ["Yang Lama:false", f"{name}:true"]
    assert papers in (absent, whole), papers
    return int(papers == whole)


ACTS = (
    Act("daftar", "LOCK TABLE people_nameword IN SHARE MODE", lambda _browser, number: number, begin, begun),
    # A key is proven when the transaction ends, so this stops when all is written and nothing is committed.
    Act(
        "surat",
        f"SELECT 1 FROM organisations_user WHERE username = '{OFFICER}' FOR UPDATE",
        person_with_a_card,
        card,
        carded,
    ),
    # The file lies in the store, its row is not written yet.
    Act(
        "unggah",
        "LOCK TABLE documents_scan IN SHARE MODE",
        uploading.somebody,
        uploading.upload,
        uploading.uploaded,
    ),
    # All rows have moved, the entry of the merging is the last that is written.
    Act("gabung", "LOCK TABLE people_merge IN SHARE MODE", merging.two_files, merging.merge, merging.merged),
)
