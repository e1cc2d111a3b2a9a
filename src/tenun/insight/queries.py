"""The figures of a district's month, each table by one aggregate query inside the scope of whoever asks.

Everything is counted by the day on which it was entered. So what is entered late stands in the report of the month in
which it was entered, and no report that was sent has to change. What holds people back is known of the present alone:
that table is of the day on which the report is counted. A sealed file's steps, papers and answer are not seen here.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection
from django.utils.text import capfirst

from tenun.documents.kinds import OTHER_KINDS
from tenun.documents.models import KINDS
from tenun.domain.catalogue import packaged
from tenun.domain.identifiers.regions import ntt_villages, region_name
from tenun.domain.journey import State
from tenun.formats.figures import Line, Table
from tenun.insight import words
from tenun.insight.blocking import asked_of, blocking_table
from tenun.insight.models import ReportSending
from tenun.insight.month import Month
from tenun.insight.report import Report
from tenun.shared.clock import today

_PEOPLE = """
SELECT grouping(sex, age, education, target, village_code), COALESCE(sex, age, education, target, village_code, ''),
    count(*) FILTER (WHERE is_new), count(*)
FROM (
    SELECT sex, target, village_code, created_at >= %(since)s AS is_new,
        CASE WHEN birth_date IS NULL THEN '' ELSE (
            SELECT max(youngest)::text FROM unnest(ARRAY[0, 18, 21, 25, 30, 35, 45]) youngest
            WHERE youngest = 0 OR youngest <= extract(year FROM age(%(last)s::date, birth_date))
        ) END AS age,
        CASE WHEN education IS NULL THEN '' ELSE least(education, 4)::text END AS education
    FROM people_person
    WHERE district_code = %(district)s AND created_at < %(until)s AND merged_into_id IS NULL
) persons
GROUP BY GROUPING SETS ((), (sex), (age), (education), (target), (village_code))
"""
_GROUPS = {31: "people", 15: "sex", 23: "age", 27: "education", 29: "target", 30: "village"}
"""By the mask of `grouping`: a bit is 0 for the column by which it is grouped."""

_STATES = """
SELECT COALESCE(latest.after, ''), count(*)
FROM people_person person LEFT JOIN (
    SELECT DISTINCT ON (person_id) person_id, after FROM people_journeyentry
    WHERE district_code = %(district)s AND at < %(until)s ORDER BY person_id, id DESC
) latest ON latest.person_id = person.id
WHERE person.district_code = %(district)s AND person.created_at < %(until)s AND person.merged_into_id IS NULL
GROUP BY 1
"""
# A step raises the depth and an undoing lowers it; a step was undone when the depth falls below its own afterwards.
_STEPS = """
SELECT event, count(*) FROM (
    SELECT event, moves, depth, min(depth) OVER (
        PARTITION BY journey_id ORDER BY id ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS lowest
    FROM (
        SELECT id, journey_id, event, before <> after AS moves, sum(
            CASE WHEN event = 'undo' THEN -1 WHEN before <> after THEN 1 ELSE 0 END
        ) OVER (PARTITION BY journey_id ORDER BY id) AS depth
        FROM people_journeyentry WHERE district_code = %(district)s AND at >= %(since)s AND at < %(until)s
    ) entries
) steps
WHERE event <> 'undo' AND (NOT moves OR lowest IS NULL OR lowest >= depth)
GROUP BY event
"""
_MOVEMENTS = """
SELECT kind, count(*) FROM readiness_movement
WHERE district_code = %(district)s AND at >= %(since)s AND at < %(until)s GROUP BY kind
"""
_PAPERS = """
SELECT kind, count(*) FILTER (WHERE recorded_at >= %(since)s), count(DISTINCT person_id) FROM documents_paper
WHERE district_code = %(district)s AND recorded_at < %(until)s AND proof > 0 GROUP BY kind
"""
_BLOCKING = """
SELECT held.target, asked.id, asked.gate, count(DISTINCT held.person_id)
FROM (
    SELECT answer.person_id, answer.target, unnest(answer.blocking) AS id
    FROM readiness_assessment answer JOIN people_person person ON person.id = answer.person_id
    WHERE answer.district_code = %(district)s AND answer.stage = ANY(%(stages)s)
        AND person.created_at < %(until)s AND person.merged_into_id IS NULL
) held JOIN unnest(%(ids)s::text[], %(gates)s::text[]) AS asked (id, gate) ON asked.id = held.id
GROUP BY GROUPING SETS ((), (asked.gate), (held.target, asked.id, asked.gate))
"""
_SEALED = "SELECT handed_over, still_open, recruiters FROM tenun_sealed_counts(%(district)s, %(since)s, %(until)s)"

Found = dict[str, tuple[int, ...]]
Named = Mapping[str, tuple[str, str]]
Given = Mapping[str, Any]


def report_of(district: str, month: Month) -> Report:
    """The report of one district on one month as the database stands now. Seven queries.

    Raises `ValueError` for a district outside the scope, of which everything would be zero.
    """
    given = {"district": district, "since": month.since, "until": month.until, "last": month.last}
    grouped, catalogue, on = _grouped(given), packaged(), today()
    tables = (
        *_people_tables(district, grouped),
        _states(grouped["people"].get("", (0, 0))[1], _counts(_STATES, given)),
        blocking_table(_asked(_BLOCKING, {**given, **asked_of(catalogue, on)}), catalogue, on),
        _simple("steps", words.STEPS, _counts(_STEPS, given)),
        _simple("movements", words.MOVEMENTS, _counts(_MOVEMENTS, given)),
        _papers(_counts(_PAPERS, given)),
        _protection(_asked(_SEALED, given)),
    )
    return Report(district, region_name(district), str(month), month.name, tables)


def _asked(sql: str, given: Given) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return list(cursor.fetchall())


def _counts(sql: str, given: Given) -> Found:
    return {str(code): tuple(map(int, counts)) for code, *counts in _asked(sql, given)}


def _grouped(given: Given) -> dict[str, Found]:
    found: dict[str, Found] = {name: {} for name in _GROUPS.values()}
    for mask, code, new, all_ in _asked(_PEOPLE, given):
        found[_GROUPS[mask]][code] = (new, all_)
    return found


def _people_tables(district: str, grouped: dict[str, Found]) -> Iterable[Table]:
    people, villages = grouped["people"].get("", (0, 0)), grouped["village"]
    named = [counts for code, counts in villages.items() if code]
    places = tuple(sum(counts[place] > 0 for counts in named) for place in (0, 1))
    yield Table(
        "people",
        words.TITLES["people"],
        (words.MONTH, words.ALL),
        (
            Line("people", "Orang", people, words.COUNTED),
            Line("villages", "Desa dan kelurahan", places, words.VILLAGES),
        ),
    )
    yield _parts("sex", words.SEXES, grouped["sex"], people)
    yield _parts("age", words.AGES, grouped["age"], people)
    yield _parts("education", words.EDUCATION, grouped["education"], people)
    yield _parts("target", _targets(grouped["target"]), grouped["target"], people)
    yield _parts("place", _places(district, villages), _by_place(villages), people)


def _targets(found: Found) -> dict[str, tuple[str, str]]:
    """The targets that somebody chose, the most chosen first; nobody's choice last."""
    entries = packaged().entries
    chosen = sorted((code for code in found if code), key=lambda code: (-found[code][1], code))
    named = {code: (entries[code].title.id if code in entries else code, words.TARGET_MEANS) for code in chosen}
    return {**named, "": words.NO_TARGET}


def _by_place(villages: Found) -> Found:
    found: dict[str, list[int]] = {}
    for code, (new, all_) in villages.items():
        counts = found.setdefault(code[:8], [0, 0])
        counts[0] += new
        counts[1] += all_
    return {code: tuple(counts) for code, counts in found.items()}


def _places(district: str, villages: Found) -> dict[str, tuple[str, str]]:
    """Every sub-district, also one from which nobody is recorded."""
    codes = {village.code[:8] for village in ntt_villages() if village.code.startswith(f"{district}.")}
    codes |= {code[:8] for code in villages if code}
    named = {code: (region_name(code).removeprefix("Kecamatan "), words.PLACE_MEANS) for code in sorted(codes)}
    return {**named, "": words.NO_PLACE}


def _parts(code: str, lines: Named, found: Found, people: tuple[int, ...]) -> Table:
    """A table whose lines add up to all people."""
    shown = tuple(
        Line(each or "unknown", label, found.get(each, (0, 0)), meaning) for each, (label, meaning) in lines.items()
    )
    total = Line("total", words.TOTAL, people, words.SUM_OF_PEOPLE)
    return Table(code, words.TITLES[code], (words.MONTH, words.ALL), shown, total)


def _states(people: int, found: Found) -> Table:
    shown = [state for state in State if state in words.ALWAYS_SHOWN or state in found]
    lines = [Line(state, state.label.id, found.get(state, (0,)), words.STATE_MEANS) for state in shown]
    label, meaning = words.NO_STATE
    lines.append(Line("none", label, found.get("", (0,)), meaning))
    total = Line("total", words.TOTAL, (people,), words.SUM_OF_PEOPLE)
    return Table("states", words.TITLES["states"], (words.PEOPLE,), tuple(lines), total)


def _simple(code: str, lines: Named, found: Found) -> Table:
    """A table of the month alone whose lines are no parts of a whole."""
    shown = tuple(Line(each, label, found.get(each, (0,)), meaning) for each, (label, meaning) in lines.items())
    return Table(code, words.TITLES[code], (words.MONTH,), shown)


def _papers(found: Found) -> Table:
    names = {**packaged().lists.papers, **{kind: other.words for kind, other in OTHER_KINDS.items()}}
    kinds = [kind for kind, _ in KINDS if kind in found]
    lines = tuple(Line(kind, capfirst(names[kind].id), found[kind], words.PAPER_MEANS) for kind in kinds)
    return Table("papers", words.TITLES["papers"], (words.MONTH, words.PEOPLE), lines)


def _protection(rows: Sequence[tuple[Any, ...]]) -> Table:
    if not rows:
        raise ValueError("the district lies outside the scope")
    handed_over, still_open, recruiters = rows[0]
    lines = (
        Line("handed_over", words.HANDED_OVER[0], (handed_over,), words.HANDED_OVER[1]),
        Line("still_open", words.STILL_OPEN[0], (still_open,), words.STILL_OPEN[1]),
        Line("recruiters", words.RECRUITERS[0], (recruiters,), words.RECRUITERS[1]),
    )
    return Table("protection", words.TITLES["protection"], (words.COUNT,), lines)


def sending_of(district: str, month: Month) -> ReportSending | None:
    """The sending of that report, when there was one. One query."""
    return ReportSending.objects.filter(district_code=district, month=month.first).first()


def sent_in(month: Month) -> dict[str, ReportSending]:
    """Which districts of the scope have sent that month's report: when, by which office. One query."""
    found = ReportSending.objects.filter(month=month.first).defer("figures", "copy")
    return {sending.district_code: sending for sending in found}


def sent_by(district: str) -> frozenset[Month]:
    """The months of which that district has sent the report. One query."""
    months = ReportSending.objects.filter(district_code=district).values_list("month", flat=True)
    return frozenset(map(Month.of, months))
