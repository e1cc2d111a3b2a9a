"""Every measured indicator, counted a second time by hand over people made at random, beside what the database says."""

from collections import Counter
from datetime import timedelta
from statistics import median

import pytest
from django.db import connections
from tests.insight.invented import EVERYBODY, GATES, ON, PROGRAMMES, People
from tests.readiness.many import filled_server

from tenun.domain.identifiers.regions import ntt_districts
from tenun.domain.papers import CompetenceScheme
from tenun.insight.indicators.counting import OF_PERSONS, OTHERS, count_all, in_bulk
from tenun.insight.indicators.definitions import DefinitionError, Kind, indicators, outcomes, read


def papers_in_order(people):
    judged = {
        number: answer["blocking"]
        for number, answer in people.answers.items()
        if people.counts(number) and answer["stage"] != "DEPARTED"
    }
    clear = [number for number, held in judged.items() if "documents" not in {GATES[item] for item in held}]
    value, base = people.by_district(clear), people.by_district(judged)
    return {(code, ""): (value[code], base[code]) for code in EVERYBODY}


def days_to_ready(people):
    days = {code: [] for code in EVERYBODY}
    for number, answer in people.answers.items():
        papers = [p["at"] for p in people.papers if p["person"] == number and p["current"] and p["proof"] > 0]
        ready = answer["verdict"] == "ready" and answer["for_state"] == "MATCHED" and answer["stage"] != "DEPARTED"
        if people.counts(number) and ready and papers:
            person = people.persons[number]
            took = (max(papers).date() - person["made"].date()).days
            days[""].append(took)
            days[person["district"]].append(took)
    return {(code, ""): (median(took) if took else None, len(took)) for code, took in days.items()}


def competence_held(people):
    schemes = {scheme.value for scheme in CompetenceScheme}
    holders = {
        paper["person"]
        for paper in people.papers
        if paper["kind"] in schemes
        and paper["current"]
        and paper["proof"] >= 3
        and not paper["defect"]
        and (paper["until"] is None or paper["until"] >= ON)
        and people.counts(paper["person"])
    }
    return {(code, ""): (value, None) for code, value in people.by_district(holders).items()}


def defects_mended(people):
    mended, noted = Counter(), Counter()
    versions = {}
    for paper in people.papers:
        if people.counts(paper["person"]):
            versions.setdefault((paper["person"], paper["kind"]), []).append(paper["defect"])
    for (number, kind), defects in versions.items():
        for before, after in zip(["", *defects], defects, strict=False):
            for key in (("", ""), (people.persons[number]["district"], ""), ("", kind)):
                noted[key] += bool(after and not before)
                mended[key] += bool(before and not after)
    keys = {(code, "") for code in EVERYBODY} | {("", kind) for _, kind in versions}
    return {key: (mended[key], noted[key]) for key in keys}


def non_procedural(people):
    left = set()
    for entry in people.entries:
        later = [e["event"] for e in people.entries if e["person"] == entry["person"] and e["id"] > entry["id"]]
        recent = entry["at"].date() > ON - timedelta(days=365)
        if entry["event"] == "record_non_procedural" and recent and later[:1] != ["undo"]:
            left.add(entry["person"])
    value = people.by_district(number for number in left if people.counts(number))
    return {(code, ""): (value[code], None) for code in EVERYBODY}


def readiness_confirmed(people):
    latest = {(each["district"], each["service"]): each["said_on"] for each in people.services}
    fresh = Counter(code for (code, _), said_on in latest.items() if (ON - said_on).days <= 92)
    return {("", ""): (sum(fresh.values()), 66), **{(code, ""): (fresh[code], 3) for code in ntt_districts()}}


def self_assessment(people):
    last = [states[-1] if states else "" for states in people.questions]
    return {("", ""): (last.count("complete"), len(last) - last.count("na"))}


def programmes_running(people):
    running = [districts for status, districts in PROGRAMMES if status == "running"]
    each = {(code, ""): (sum(not places or code in places for places in running), None) for code in ntt_districts()}
    return {("", ""): (len(running), None), **each}


def commitments_on_time(people):
    due = [
        each
        for each in people.promises
        if each["due_on"] and each["state"] != "withdrawn" and (each["due_on"] < ON or each["state"] == "kept")
    ]
    in_time = [each for each in due if each["state"] == "kept" and each["said_at"].date() <= each["due_on"]]
    return {("", ""): (len(in_time), len(due))}


BY_HAND = {
    each.__name__: each
    for each in (
        papers_in_order,
        days_to_ready,
        competence_held,
        defects_mended,
        non_procedural,
        readiness_confirmed,
        self_assessment,
        programmes_running,
        commitments_on_time,
    )
}


@pytest.fixture(scope="module")
def filler(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), filled_server() as filler:
        yield filler
        connections["worker"].close()


@pytest.fixture(scope="module", params=[(1, 60), (2, 25), (3, 0), (4, 120)], ids=lambda each: f"{each[1]} people")
def judged(request, filler):
    """What the database says of so many people, beside their rows."""
    people = People(filler, *request.param)
    with in_bulk() as cursor:
        found = count_all(cursor, ON)
    yield people, found
    for table in ("people_journeyentry", "readiness_assessment", *People.TABLES, "people_person"):
        filler.execute(f"DELETE FROM {table}")


@pytest.mark.parametrize("name", BY_HAND)
def test_the_database_counts_what_is_counted_by_hand(judged, name):
    people, found = judged
    said = {(each.district, each.part): (each.value, each.base) for each in found if each.indicator == name}
    assert said == BY_HAND[name](people)


def test_every_indicator_is_whole_and_every_measured_one_is_counted_twice():
    measured = {each.id for each in indicators() if each.kind is not Kind.UNMEASURED}
    assert measured == {*BY_HAND} == {*OF_PERSONS, *OTHERS}
    for each in indicators():
        assert all(
            (each.title, each.short, each.definition, each.formula, each.source, each.unit, each.owner, each.direction)
        )
        assert all((each.definition.endswith("."), each.gcm, all(1 <= goal <= 23 for goal in each.gcm)))
        assert bool(each.waits_for) is (each.kind is Kind.UNMEASURED)
    assert {each.outcome for each in indicators()} == {each.number for each in outcomes()} == {1, 2, 3, 4}


WHOLE = """
[[outcome]]
number = 1
title = "Satu"
[[indicator]]
id = "a"
outcome = 1
title = "A"
short = "A"
definition = "A."
formula = "a"
source = ["a"]
unit = "a"
direction = "a"
owner = "A"
gcm = [1]
kind = "open"
"""


@pytest.mark.parametrize("key", ["definition", "formula", "source", "unit", "owner", "gcm", "direction"])
def test_an_indicator_without_its_words_does_not_load(key):
    assert len(read(WHOLE)[1]) == 1
    with pytest.raises(DefinitionError, match=key):
        read("\n".join(line for line in WHOLE.splitlines() if not line.startswith(f"{key} ")))


@pytest.mark.parametrize(
    "more",
    ['colour = "red"', 'waits_for = "sesuatu"', WHOLE.split('title = "Satu"\n')[1]],
    ids=["unknown", "waits", "twice"],
)
def test_an_indicator_that_says_too_much_does_not_load(more):
    with pytest.raises(DefinitionError):
        read(WHOLE + more)
