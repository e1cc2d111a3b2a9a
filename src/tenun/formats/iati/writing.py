"""A record as an activity. What the source said and we do not say stays; what we say and did not change stays too."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from lxml import etree

from tenun.domain.identifiers.regions import NTT, region_name
from tenun.domain.programmes import Capacity, Contact, OrganisationNamed, Partner, ProgrammeRecord
from tenun.domain.words import Words
from tenun.formats.entry_rules import entry_rules_as_text
from tenun.formats.iati import reading
from tenun.formats.iati import vocabulary as v
from tenun.formats.iati.elements import (
    LANG,
    OURS,
    STANDS_IN,
    arrange,
    clean,
    element,
    insert,
    put_after,
    remove,
    say,
)
from tenun.formats.iati.parsing import parser
from tenun.formats.programme_names import PHASES, PROBLEMS, SERVICES, STATUSES

_OBJECTIVE = Words("Tujuan GCM {number}", "GCM objective {number}")
_CAPACITY_TITLE = "Daya tampung per masa"
_SPACES = {v.PREFIX: v.NAMESPACE}


def write_activity(record: ProgrammeRecord, now: datetime) -> Any:
    """The element of a record; of one with `kept`, the source's own with nothing changed but what differs."""
    if not record.kept:
        activity = _new(record)
        _change(activity, record, set(_WRITING))
        etree.indent(activity, space="  ")
    else:
        activity = etree.fromstring(record.kept, parser())
        before = reading.read_activity(activity)
        changed = {fields for fields in _WRITING if any(_differs(before, record, name) for name in fields)}
        if not changed:
            return activity
        _change(activity, record, changed)
    activity.set("last-updated-datetime", now.isoformat(timespec="seconds"))
    return activity


def _differs(before: ProgrammeRecord, record: ProgrammeRecord, name: str) -> bool:
    if name == "districts":  # Their order says nothing.
        return set(before.districts) != set(record.districts)
    return bool(getattr(before, name) != getattr(record, name))


def _change(activity: Any, record: ProgrammeRecord, changed: set[tuple[str, ...]]) -> None:
    for fields, write in _WRITING.items():
        if fields in changed:
            write(activity, record)


def _new(record: ProgrammeRecord) -> Any:
    """The parts that the schema asks of every activity."""
    activity = etree.Element("iati-activity", {LANG: OURS}, nsmap=_SPACES)
    etree.SubElement(activity, "iati-identifier")
    for name in ("reporting-org", "title", "description"):
        etree.SubElement(etree.SubElement(activity, name), "narrative")
    activity.find("description").set("type", v.GENERAL)
    etree.SubElement(activity, "activity-status")
    etree.SubElement(activity, "recipient-country", code=v.COUNTRY)
    return activity


def _identifier(activity: Any, record: ProgrammeRecord) -> None:
    activity.find("iati-identifier").text = clean(record.identifier)


def _title(activity: Any, record: ProgrammeRecord) -> None:
    say(activity.find("title"), record.title)


def _owner(activity: Any, record: ProgrammeRecord) -> None:
    _name(activity.find("reporting-org"), record.owner)
    for each in activity.findall("participating-org"):
        if each.get(STANDS_IN) is not None:
            _name(each, record.owner)


def _name(part: Any, organisation: OrganisationNamed) -> None:
    part.set("ref", clean(organisation.ref))
    part.set("type", clean(organisation.type_code))
    say(part, organisation.name)


def _description(activity: Any, record: ProgrammeRecord) -> None:
    _described(activity, v.GENERAL, record.description)


def _target_group(activity: Any, record: ProgrammeRecord) -> None:
    _described(activity, v.TARGET_GROUP, record.target_group)


def _described(activity: Any, kind: str, text: str) -> None:
    """The schema asks for one description, also where nobody has described anything."""
    found = reading.description(activity, kind)
    if found is None and text:
        insert(activity, element("description", text, type=kind))
    elif found is not None and (text or len(activity.findall("description")) == 1):
        say(found, text)
    elif found is not None:
        remove(found)


def _partners(activity: Any, record: ProgrammeRecord) -> None:
    arrange(activity, reading.partners(activity), record.partners, _partner)
    for each in activity.findall("participating-org"):
        if each.get(STANDS_IN) is not None:
            remove(each)
    if activity.find("participating-org") is None:
        # The schema asks for one: the owner answers for its programme.
        owner = element("participating-org", record.owner.name, role="2")
        _name(owner, record.owner)
        owner.set(STANDS_IN, "true")
        insert(activity, owner)


def _partner(partner: Partner) -> Any:
    named = partner.organisation
    said = {"ref": named.ref, "type": named.type_code}
    said = {key: value for key, value in said.items() if value}
    return element("participating-org", named.name, role=v.ROLE_CODES[partner.role], **said)


def _status(activity: Any, record: ProgrammeRecord) -> None:
    activity.find("activity-status").set("code", v.STATUS_CODES[record.status])
    _tags(activity, v.STATUS, {record.status: STATUSES[record.status].id})


def _tags(activity: Any, address: str, names: Mapping[str, str]) -> None:
    def tag(code: str) -> Any:
        own = {"vocabulary": v.OWN_VOCABULARY, "vocabulary_uri": address}
        return element("tag", names[code], code=code, **own)

    arrange(activity, reading.tags(activity, address), [str(code) for code in names], tag)


def _services(activity: Any, record: ProgrammeRecord) -> None:
    _tags(activity, v.SERVICE, {each: SERVICES[each].id for each in record.services})


def _phases(activity: Any, record: ProgrammeRecord) -> None:
    _tags(activity, v.PHASE, {each: PHASES[each].id for each in record.phases})


def _problem(activity: Any, record: ProgrammeRecord) -> None:
    problems = [record.problem] if record.problem else []
    _tags(activity, v.PROBLEM, {each: PROBLEMS[each].id for each in problems})


def _objectives(activity: Any, record: ProgrammeRecord) -> None:
    names = {str(each): _OBJECTIVE.say("id", number=each) for each in record.gcm_objectives}
    _tags(activity, v.GCM, names)


def _sectors(activity: Any, record: ProgrammeRecord) -> None:
    arrange(
        activity,
        reading.sectors(activity),
        record.sectors,
        lambda code: element("sector", vocabulary=v.DAC, code=code),
    )
    # Shares of a whole that is another now are no longer true.
    for _, each in reading.sectors(activity):
        each.attrib.pop("percentage", None)


def _districts(activity: Any, record: ProgrammeRecord) -> None:
    wanted = record.districts or ("",)
    present = reading.places(activity)
    for code, each in present:
        if code not in wanted:
            remove(each)
    there = {code for code, _ in present}
    for code in wanted:
        if code not in there:
            insert(activity, _location(code or NTT))


def _location(code: str) -> Any:
    location = element("location", ref=f"{v.KEMENDAGRI}{code}")
    location.append(element("name", region_name(code)))
    return location


def _dates(activity: Any, record: ProgrammeRecord) -> None:
    for kind, field in v.DATES.items():
        day, found = getattr(record, field), reading.dated(activity, kind)
        if found is not None and day is None:
            remove(found)
        elif found is not None and reading.day(found) != day:
            found.set("iso-date", day.isoformat())
        elif found is None and day is not None:
            insert(activity, element("activity-date", type=kind, iso_date=day.isoformat()))


def _money(activity: Any, record: ProgrammeRecord) -> None:
    for each in activity.findall("budget"):
        remove(each)
    days = [day for day in (record.starts_on, record.ends_on) if day is not None]
    if record.money is None:
        return
    activity.attrib.pop("budget-not-provided", None)
    budget = element("budget", type="1", status="1")
    start, end = min(days).isoformat(), max(days).isoformat()
    etree.SubElement(budget, "period-start", {"iso-date": start})
    etree.SubElement(budget, "period-end", {"iso-date": end})
    value = etree.SubElement(budget, "value", {"currency": clean(record.money.currency), "value-date": start})
    value.text = f"{record.money.amount:f}"
    insert(activity, budget)


def _contact(activity: Any, record: ProgrammeRecord) -> None:
    info = activity.find("contact-info")
    if info is None:
        if record.contact == Contact():
            return
        info = element("contact-info")
        insert(activity, info)
    for field, name in reading.CONTACT_PARTS.items():
        _contact_part(info, name, getattr(record.contact, field), getattr(reading.contact_of(info), field))
    if not len(info):
        remove(info)


_CONTACT_ORDER = (
    "organisation",
    "department",
    "person-name",
    "job-title",
    "telephone",
    "email",
    "website",
    "mailing-address",
)


def _contact_part(info: Any, name: str, value: str, before: str) -> None:
    found = info.find(name)
    if value == before:
        return
    if not value:
        remove(found)
        return
    if found is None:
        found = element(name)
        ahead = _CONTACT_ORDER[: _CONTACT_ORDER.index(name)]
        earlier = list(info.iterchildren(*ahead))
        if earlier:
            put_after(earlier[-1], found)
        else:
            info.insert(0, found)
    if name in ("email", "telephone"):
        found.text = clean(value)
    else:
        say(found, value)


def _capacities(activity: Any, record: ProgrammeRecord) -> None:
    found = reading.own_result(activity)
    if found is not None:
        remove(found)
    if not record.capacities:
        return
    result = element("result", type="1")
    result.append(element("title", _CAPACITY_TITLE))
    indicator = etree.SubElement(result, "indicator", measure="1", ascending="true")
    indicator.append(element("title", _CAPACITY_TITLE))
    indicator.append(element("reference", vocabulary=v.OWN_VOCABULARY, code=v.PLACES, indicator_uri=v.CAPACITY))
    for capacity in record.capacities:
        indicator.append(_period(capacity))
    insert(activity, result)


def _period(capacity: Capacity) -> Any:
    period = element("period")
    etree.SubElement(period, "period-start", {"iso-date": capacity.starts_on.isoformat()})
    etree.SubElement(period, "period-end", {"iso-date": capacity.ends_on.isoformat()})
    target = etree.SubElement(period, "target", value=str(capacity.places))
    if capacity.district:
        etree.SubElement(target, "location", ref=f"{v.KEMENDAGRI}{capacity.district}")
    return period


def _own(activity: Any, record: ProgrammeRecord) -> None:
    """What IATI has no place for, in an element of our own at the end."""
    found = activity.find(f"{{{v.NAMESPACE}}}programme")
    if found is not None:
        remove(found)
    texts = {
        "source": record.source,
        "source-url": record.source_url,
        "checked-on": record.checked_on.isoformat() if record.checked_on else "",
        "entry-words": record.entry_words,
        "entry-rules": entry_rules_as_text(record.entry_rules),
        "counterpart": record.counterpart,
        "budget-code": record.budget_code,
        "fit": record.fit.value if record.fit else "",
        "next-step": record.next_step,
    }
    if not any(texts.values()):
        return
    own = etree.Element(f"{{{v.NAMESPACE}}}programme", nsmap=_SPACES)
    for name, text in texts.items():
        if text:
            etree.SubElement(own, f"{{{v.NAMESPACE}}}{name}").text = clean(text)
    insert(activity, own)


_WRITING: Mapping[tuple[str, ...], Callable[[Any, ProgrammeRecord], None]] = {
    ("identifier",): _identifier,
    ("title",): _title,
    ("owner",): _owner,
    ("description",): _description,
    ("partners",): _partners,
    ("target_group",): _target_group,
    ("status",): _status,
    tuple(v.DATES.values()): _dates,
    ("contact",): _contact,
    ("districts",): _districts,
    ("sectors",): _sectors,
    ("services",): _services,
    ("phases",): _phases,
    ("problem",): _problem,
    ("gcm_objectives",): _objectives,
    ("money",): _money,
    ("capacities",): _capacities,
    (
        "source",
        "source_url",
        "checked_on",
        "entry_words",
        "entry_rules",
        "counterpart",
        "budget_code",
        "fit",
        "next_step",
    ): _own,
}
"""Which fields each part of an activity says; a part is written when one of its fields was changed."""
