"""What follows from the persons of one portion, a statement a table: words, facts, journeys with their log, seals.

Triggers do not run here, so what they would keep is written out: the district and village of every follower, and the
seals. The history of changes is not written: nobody changed anything.
"""

import json
from functools import cache

from tenun.cli.benchmarks.people import fact_expressions
from tenun.config.many.people import COLUMNS
from tenun.domain.facts import COLUMNS as FACTS
from tenun.domain.journey import EVENTS, Event, Role

_TO_PREPARATION = (
    Event.CONTACT,
    Event.INFORM,
    Event.REGISTER_VILLAGE,
    Event.ENROL,
    Event.SCREEN,
    Event.BEGIN_PREPARATION,
)
WAYS: dict[str, tuple[Event, ...]] = {
    **{
        story: _TO_PREPARATION[: place + 1]
        for place, story in enumerate(
            ("contacted", "informed", "village_recorded", "registered", "screened", "preparing")
        )
    },
    "withdrew": (*_TO_PREPARATION[:4], Event.WITHDRAW),
    "postponed": (*_TO_PREPARATION[:4], Event.POSTPONE),
    "refused": (*_TO_PREPARATION[:5], Event.REFUSE),
    "lost_contact": (*_TO_PREPARATION[:3], Event.LOSE_CONTACT),
    "referred": _TO_PREPARATION[:4],
    "under_age": (Event.CONTACT, Event.FIND_UNDER_AGE),
    "left_without": (Event.RECORD_NON_PROCEDURAL,),
    "came_back": (Event.RETURN,),
}
"""What was entered of each story of the demonstration."""
_ACTORS = (Role.VILLAGE, Role.COUNTER, Role.BP3MI, Role.PROTECTION, Role.MISSION)

PREPARE = (
    "SET session_replication_role = replica",
    """
CREATE TEMP TABLE many (
    id bigint, district_code text, village_code text, full_name text, folded_name text, nik text, nik_hash text,
    family_card_number text, birth_place text, birth_date date, sex text, marital_status text, mother_name text,
    education smallint, target text, departure_on date, created_at timestamptz, created_by_id bigint, version integer,
    story text
)""",
    """
CREATE TEMP TABLE many_step (
    story text, place integer, steps integer, event text, role text, before text, after text, evidence jsonb,
    history jsonb
)""",
    """
CREATE FUNCTION pg_temp.hash(number bigint, salt bigint) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
    AS 'SELECT hashint8extended(number, salt) & 9223372036854775807'""",
)

_ALL = ", ".join(COLUMNS)
_PERSONS = f"INSERT INTO people_person ({_ALL}) SELECT {_ALL} FROM many"
_WORDS = """
INSERT INTO people_nameword (person_id, district_code, village_code, word)
SELECT DISTINCT id, district_code, village_code, word
FROM many CROSS JOIN LATERAL unnest(string_to_array(folded_name, ' ')) AS word WHERE word <> ''
"""
_JOURNEYS = """
INSERT INTO people_journey (person_id, district_code, village_code, state, history, is_held, red_flag, retry_on,
    started_at)
SELECT id, district_code, village_code, after, history, false, many.story = 'referred',
    CASE WHEN many.story = 'postponed' THEN (created_at + interval '150 days')::date END, created_at
FROM many JOIN many_step ON many_step.story = many.story AND place = steps
"""
_ENTRIES = """
INSERT INTO people_journeyentry (journey_id, person_id, district_code, village_code, at, by_id, role, event, before,
    after, evidence, details, reason)
SELECT journey.id, many.id, many.district_code, many.village_code,
    created_at + greatest(interval '0', least(interval '60 days', now() - created_at))
        * ((place - 1)::double precision / steps),
    created_by_id, role, event, before, after, evidence, '{}', ''
FROM many JOIN many_step ON many_step.story = many.story JOIN people_journey journey ON journey.person_id = many.id
ORDER BY many.id, place
"""
_REFERRALS = """
INSERT INTO readiness_referral (person_id, district_code, village_code, reason, by_id, at)
SELECT id, district_code, village_code, 'red_answer', created_by_id, created_at FROM many WHERE story = 'referred'
"""
_SEALS = """
INSERT INTO people_seal (person_id, district_code, village_code, kind, since, until)
SELECT id, many.district_code, many.village_code, CASE WHEN story = 'referred' THEN 'protection' ELSE 'child' END,
    created_at, CASE WHEN story = 'under_age' THEN grown + CASE
        WHEN extract(day FROM grown) <> extract(day FROM birth_date_latest) THEN 1 ELSE 0 END END
FROM many JOIN (
    SELECT person_id, birth_date_latest, (birth_date_latest + interval '18 years')::date AS grown
    FROM readiness_factsheet
) facts ON facts.person_id = many.id
WHERE story IN ('referred', 'under_age')
"""
SEQUENCE = "SELECT setval(pg_get_serial_sequence('people_person', 'id'), (SELECT max(id) FROM people_person))"
TABLES = (
    *("people_person", "people_nameword", "people_journey", "people_journeyentry", "people_seal"),
    *("readiness_factsheet", "readiness_referral"),
)
"""Every table that is filled."""


def steps() -> list[tuple[str, int, int, str, str, str, str, str, str]]:
    """The lines of the log of every story, from the table of the journey itself, as `many_step` holds them."""
    found = []
    for story, events in WAYS.items():
        states: list[str] = []
        for place, event in enumerate(events, 1):
            rule = EVENTS[event]
            role = next(role for role in _ACTORS if role in rule.actors)
            evidence = json.dumps(sorted(rule.evidence))
            before = states[-1] if states else ""
            history, after = json.dumps(states), str(rule.target)
            found.append((story, place, len(events), str(event), str(role), before, after, evidence, history))
            states.append(after)
    return found


@cache
def portion() -> tuple[str, ...]:
    """The statements of one portion, in their order; `many` holds its persons."""
    return (_PERSONS, _WORDS, _factsheets(), _JOURNEYS, _ENTRIES, _REFERRALS, _SEALS)


def _factsheets() -> str:
    """The facts of the other benches, with what her own row says in their place."""
    made = fact_expressions()
    hers = {name: f"many.{name}" for name in ("birth_date", "sex", "marital_status", "education", "departure_on")}
    chosen = {name: hers.get(name, expression) for name, expression in made.items()}
    for name in ("birth_date_earliest", "birth_date_latest"):
        chosen[name] = made[name].replace(made["birth_date"], "many.birth_date")
    values = ", ".join(f"CAST({chosen[name]} AS {kind})" for name, kind in FACTS.items())
    source = f"""
INSERT INTO readiness_factsheet (person_id, district_code, village_code, version, updated_at, {", ".join(FACTS)})
SELECT i, district_code, village_code, 1, created_at, {values} FROM (SELECT id AS i, * FROM many) many
"""
    return source.replace("hash(", "pg_temp.hash(")
