"""The act of a merging: the second file of one person becomes one with her first.

Whole is every row moved, the second file led to the first, the entry of the merging with the rows it moved, and the
decision; absent is both files as they were.
"""

from dataclasses import dataclass

from tests.drills.persons import name_of, registered, second_name_of, send_paper
from tests.drills.uploading import picture_of

BORN = "05-08-1995"
STAYING = ("people_nameword", "people_duplicatedecision", "people_merge", "readiness_factsheet")
"""What hangs on a person and is not moved: made anew, or about the pair."""


@dataclass(frozen=True)
class Pair:
    """The addresses of the two files, the one that stays first."""

    first: str
    second: str

    @property
    def ids(self):
        return tuple(int(file.strip("/").split("/")[-1]) for file in (self.first, self.second))


def two_files(browser, number):
    """Her two files; of each there is a KTP, and of the second the better proof, a KK and its picture."""
    name, second_name = name_of(number), second_name_of(number)
    pair = Pair(registered(browser, name), registered(browser, second_name, BORN))
    assert send_paper(browser, pair.first, "ktp", name, proof="copy") == 302
    assert send_paper(browser, pair.second, "ktp", second_name, born=BORN) == 302
    assert send_paper(browser, pair.second, "kk", second_name, born=BORN, picture=picture_of(number)) == 302
    return pair


def merge(browser, pair):
    first, second = pair.ids
    return browser.post(f"/orang/{first}/gabung/{second}/", alasan="Orang yang sama menurut KK")


def merged(site, _browser, pair):
    first, second = pair.ids
    tables = [table for table in site.column("SELECT tenun_followers()") if table not in STAYING]
    hers, others = _rows(site, tables, first), _rows(site, tables, second)
    done = site.ask("SELECT merged_into_id FROM people_person WHERE id = %s", second) == first
    marks = {
        "entries": site.ask("SELECT count(*) FROM people_merge WHERE person_id = %s AND other_id = %s", first, second),
        "decisions": site.ask("SELECT count(*) FROM people_duplicatedecision WHERE is_same AND person_id = %s", first),
        "names": site.ask(
            "SELECT min((person_id = %s)::int) FROM people_nameword WHERE word = 'dorotea' AND person_id IN (%s, %s)",
            first,
            first,
            second,
        ),
    }
    assert set(marks.values()) == {int(done)}, marks
    whole = dict.fromkeys(tables, 0)
    absent = whole | {"documents_paper": 2, "documents_scan": 1, "people_journey": 1, "people_journeyentry": 1}
    assert others == (whole if done else absent), others
    assert hers["documents_paper"] == (3 if done else 1), hers
    current = "SELECT name FROM documents_paper WHERE person_id = %s AND kind = 'ktp' AND is_current"
    assert len(site.column(current, first)) == 1
    if done:
        noted = "SELECT sum(jsonb_array_length(value)) FROM people_merge m, jsonb_each(m.moved) WHERE person_id = %s"
        assert site.ask(noted, first) == sum(absent.values())
    return int(done)


def _rows(site, tables, person):
    """How many rows of each table are hers."""
    counts = " UNION ALL ".join(
        f"SELECT '{table} ' || count(*) FROM {table} WHERE person_id = {person}" for table in tables
    )
    return {table: int(count) for table, count in (line.split() for line in site.column(counts))}
