"""Invented rows of everything that an indicator counts, made at random and kept beside the database as dictionaries."""

from collections import Counter
from datetime import date, datetime, timedelta
from random import Random
from typing import ClassVar

from tenun.domain.catalogue import packaged
from tenun.domain.identifiers.regions import ntt_districts
from tenun.domain.journey.states import BEFORE
from tenun.shared.clock import WITA

ON = date(2026, 11, 24)
PLACES = {"53.04": "53.04.05.2001", "53.21": "53.21.01.2001", "53.71": "53.71.01.1001"}
GATES = {item.id: item.gate.value for target in packaged().targets(ON) for item in target.requirements}
DEFECTS = ("", "", "rusak", "hilang")
KINDS = ("ktp", "akta", "ijazah", "kompetensi_rumah_tangga", "kompetensi_lansia")
EVENTS = ("contact", "record_non_procedural", "undo", "inform")
PROGRAMMES = [("running", ["53.04"]), ("running", []), ("idea", ["53.04"]), ("ended", []), ("running", ["53.21"])]
EVERYBODY = ("", *ntt_districts())
EMPTY = {
    **dict.fromkeys(("bigint", "integer", "smallint"), 1),
    "boolean": False,
    "date": ON,
    "ARRAY": [],
    "jsonb": "[]",
    "timestamp with time zone": datetime(2026, 11, 24, 9, tzinfo=WITA),
}
"""What a column of a kind holds that no indicator looks at."""


def moment(rng, days):
    return datetime(2026, 11, 24, rng.randrange(24), 30, tzinfo=WITA) - timedelta(days=rng.randrange(days))


class People:
    """Invented rows, kept as dictionaries, and written past the models."""

    TABLES: ClassVar = (
        "documents_paper",
        "people_seal",
        "partnership_selfanswer",
        "partnership_selfquestion",
        "partnership_serviceentry",
        "partnership_programme",
        "partnership_commitment",
        "organisations_organisation",
    )

    def __init__(self, maker, seed, count):
        self.maker, self.rng = maker, Random(seed)
        self.persons, self.papers, self.answers, self.entries, self.sealed = {}, [], {}, [], set()
        self.services, self.questions, self.promises, self.blanks = [], [], [], {}
        for number in range(1, count + 1):
            self._person(number)
        self._seals(count)
        self._together()

    def add(self, table, **row):
        """One row; what it has to hold besides is empty."""
        row = {**{name: value for name, value in self._blanks(table).items() if name not in row}, **row}
        names = ", ".join(f'"{name}"' for name in row)
        self.maker.execute(f"INSERT INTO {table} ({names}) VALUES ({', '.join(['%s'] * len(row))})", list(row.values()))

    def _blanks(self, table):
        if table not in self.blanks:
            asked = (
                "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s"
                " AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'"
            )
            columns = self.maker.execute(asked, [table]).fetchall()
            self.blanks[table] = {name: EMPTY.get(kind, "") for name, kind in columns}
        return self.blanks[table]

    def _person(self, number):
        rng = self.rng
        district = rng.choice([*PLACES])
        merged = number > 1 and rng.random() < 0.1
        made = moment(rng, 400)
        where = {"district_code": district, "village_code": PLACES[district]}
        self.persons[number] = {"district": district, "merged": merged, "made": made}
        self.add("people_person", id=number, created_at=made, merged_into_id=1 if merged else None, **where)
        for kind in KINDS:
            for _ in range(rng.choice((0, 1, 1, 2, 3))):
                self._paper(number, kind, where)
        if rng.random() < 0.85:
            self._answer(number, where)
        for _ in range(rng.randrange(3)):
            entry = {"id": len(self.entries) + 1, "person": number, "event": rng.choice(EVENTS), "at": moment(rng, 500)}
            self.entries.append(entry)
            self.add(
                "people_journeyentry",
                id=entry["id"],
                journey_id=number,
                person_id=number,
                event=entry["event"],
                at=entry["at"],
                reason="sebab",
                **where,
            )

    def _paper(self, number, kind, where):
        rng = self.rng
        paper = {
            "id": len(self.papers) + 1,
            "person": number,
            "kind": kind,
            "defect": rng.choice(DEFECTS),
            "proof": rng.randrange(5),
            "until": rng.choice((None, ON, ON - timedelta(days=1), ON + timedelta(days=9))),
            "at": moment(rng, 300),
            "current": True,
        }
        for before in self.papers:
            if (before["person"], before["kind"]) == (number, kind) and before["current"]:
                before["current"] = False
                self.maker.execute("UPDATE documents_paper SET is_current = false WHERE id = %s", [before["id"]])
        self.papers.append(paper)
        self.add(
            "documents_paper",
            id=paper["id"],
            person_id=number,
            kind=kind,
            is_current=True,
            proof=paper["proof"],
            defect=paper["defect"],
            valid_until=paper["until"],
            recorded_at=paper["at"],
            **where,
        )

    def _answer(self, number, where):
        rng = self.rng
        answer = {
            "stage": rng.choice([*(str(state) for state in BEFORE), "DEPARTED"]),
            "for_state": rng.choice(("MATCHED", "MATCHED", "PASSPORT_OK")),
            "verdict": rng.choice(("ready", "ready", "repair")),
            "blocking": rng.sample(sorted(GATES), rng.choice((0, 0, 1, 2))),
        }
        self.answers[number] = answer
        self.add("readiness_assessment", person_id=number, id=number, **answer, **where)

    def _seals(self, count):
        for number in range(3, count, 7):
            until = self.rng.choice((None, ON, ON + timedelta(days=1)))
            self.add("people_seal", person_id=number, until=until, district_code=self.persons[number]["district"])
            if until is None or until > ON:
                self.sealed.add(number)

    def _together(self):
        rng = self.rng
        self.add("organisations_organisation", id=10**9, name="Rekaan", kind="partner")
        for number, (status, districts) in enumerate(PROGRAMMES, 1):
            self.add(
                "partnership_programme",
                id=number,
                identifier=f"R-{number}",
                owner_id=10**9,
                services=["skills"],
                districts=districts,
                status=status,
            )
        for _ in range(30):
            promise = {
                "state": rng.choice(("promised", "begun", "kept", "kept", "not_kept", "withdrawn")),
                "due_on": rng.choice((None, ON - timedelta(days=20), ON, ON + timedelta(days=20))),
                "said_at": moment(rng, 60),
            }
            self.promises.append(promise)
            self.add("partnership_commitment", owner_id=10**9, **promise)
        for number in range(1, 40):
            entry = {
                "district": rng.choice([*PLACES]),
                "service": rng.choice(("placement", "training", "documents")),
                "said_on": ON - timedelta(days=rng.randrange(180)),
            }
            self.services.append(entry)
            self.add(
                "partnership_serviceentry",
                id=number,
                district_code=entry["district"],
                service=entry["service"],
                said_on=entry["said_on"],
                by_id=1,
            )
        for number in range(1, 12):
            states = [rng.choice(("absent", "partial", "complete", "na")) for _ in range(rng.randrange(4))]
            self.questions.append(states)
            self.add("partnership_selfquestion", id=number, code=f"R{number}")
            for state in states:
                self.add("partnership_selfanswer", question_id=number, state=state, evidence="rekaan")

    def counts(self, number):
        """Whether a person counts at all."""
        return not self.persons[number]["merged"] and number not in self.sealed

    def by_district(self, numbers):
        """So many of every district, and of the province."""
        found = Counter(self.persons[number]["district"] for number in numbers)
        return {"": sum(found.values()), **{code: found[code] for code in ntt_districts()}}
