"""Programmes as IATI 2.03 activities, in and out: the form in which agencies publish what they do.

A faulty file is refused with line and reason. Of an activity that came from somewhere, every part that we do not say
ourselves goes out again as it came (`ProgrammeRecord.kept`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from typing import Any

from lxml import etree

from tenun.domain.programmes import ProgrammeRecord
from tenun.formats.iati.checking import faults
from tenun.formats.iati.parsing import ROOT, VERSIONS, parse
from tenun.formats.iati.reading import dated, day, identifier_of, read_activity, text_of
from tenun.formats.iati.writing import write_activity
from tenun.formats.problems import Problem, UnreadableFile

__all__ = ["FaultyFile", "IatiFile", "missing", "read", "write"]

MOST_FAULTS = 50


@dataclass(frozen=True, slots=True)
class IatiFile:
    """What a file says: its programmes, the lines in which they begin, its version, what somebody should look at."""

    activities: tuple[ProgrammeRecord, ...]
    lines: tuple[int, ...]
    version: str
    notes: tuple[Problem, ...]


class FaultyFile(UnreadableFile):
    """A file that breaks the rules; `problem` is the first of `problems`, at most `MOST_FAULTS`, in order of lines."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda each: each.row or 0))
        super().__init__(self.problems[0])


def read(content: bytes) -> IatiFile:
    """The programmes of a file. Raises `UnreadableFile`, or `FaultyFile` with every fault that was found."""
    root = parse(content)
    found = list(islice(faults(root), MOST_FAULTS)) or list(islice(_beyond_the_schema(root), MOST_FAULTS))
    if found:
        raise FaultyFile(found)
    notes: list[Problem] = []
    elements = root.findall("iati-activity")
    activities = tuple(replace(read_activity(each, notes), kept=text_of(each)) for each in elements)
    if any(each.tag != "iati-activity" for each in root.iterchildren("*")):
        notes.append(Problem("iati.beside_activities", root.sourceline))
    lines = tuple(each.sourceline for each in elements)
    return IatiFile(activities, lines, root.get("version"), tuple(notes))


def _beyond_the_schema(root: Any) -> Iterator[Problem]:
    """What the schema lets pass and no reader can use."""
    first: dict[str, int] = {}
    for activity in root.findall("iati-activity"):
        line = activity.find("iati-identifier").sourceline
        identifier = identifier_of(activity)
        if not identifier:
            yield Problem("iati.no_identifier", line)
        elif identifier in first:
            yield Problem("iati.identifier_twice", line, value=identifier, details=(("first", first[identifier]),))
        first.setdefault(identifier, line)
        yield from _reversed(activity)


def _reversed(activity: Any) -> Iterator[Problem]:
    """Days on which something ends before it begins."""
    pairs = [(dated(activity, "1"), dated(activity, "3")), (dated(activity, "2"), dated(activity, "4"))]
    for part in activity.iter("budget", "planned-disbursement", "period"):
        pairs.append((part.find("period-start"), part.find("period-end")))
    for begin, end in pairs:
        starts_on, ends_on = day(begin), day(end)
        if begin is None or end is None or starts_on is None or ends_on is None:
            continue
        if ends_on < starts_on:
            details = (("begin", starts_on.isoformat()), ("line", begin.sourceline))
            yield Problem("iati.ends_before_it_begins", end.sourceline, value=ends_on.isoformat(), details=details)


def missing(record: ProgrammeRecord) -> tuple[Problem, ...]:
    """What IATI asks of every activity and this record does not know; such a record cannot go out."""
    problems = []
    if not record.identifier.strip():
        problems.append(Problem("iati.cannot_without_identifier", value=record.title))
    if record.starts_on is None and record.ends_on is None:
        problems.append(Problem("iati.cannot_without_date", value=record.title))
    spans = [(record.planned_start, record.planned_end), (record.actual_start, record.actual_end)]
    spans += [(capacity.starts_on, capacity.ends_on) for capacity in record.capacities]
    if any(start is not None and end is not None and end < start for start, end in spans):
        problems.append(Problem("iati.cannot_reversed", value=record.title))
    return tuple(problems)


def write(records: Iterable[ProgrammeRecord], now: datetime) -> bytes:
    """A valid file of these programmes. Raises `ValueError` for one with something `missing`, for two of the same
    identifier, and for none at all.

    What goes out was held against the rules before; a fault found there is one of this program (`RuntimeError`).
    """
    records = tuple(records)
    identifiers = {record.identifier.strip() for record in records}
    if not records or len(identifiers) < len(records) or any(missing(record) for record in records):
        raise ValueError("a record cannot be said in IATI")
    root = etree.Element(ROOT, {"version": VERSIONS[-1], "generated-datetime": now.isoformat(timespec="seconds")})
    root.text = "\n"
    for record in records:
        activity = write_activity(record, now)
        root.append(activity)
        activity.tail = "\n"
    found = next(faults(root), None) or next(_beyond_the_schema(root), None)
    if found is not None:
        raise RuntimeError(found.message("en"))
    content: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return content
