"""One activity as the record of a programme; what is unclear in it is noted and left open, not guessed."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar

from lxml import etree

from tenun.domain.catalogue import CatalogueError
from tenun.domain.programmes import (
    Capacity,
    Contact,
    Fit,
    Money,
    OrganisationNamed,
    Partner,
    Phase,
    Problem,
    ProgrammeRecord,
    ProgrammeStatus,
    ServiceLine,
)
from tenun.domain.rules import Rule
from tenun.formats.districts import district_by_code, district_by_name, is_province
from tenun.formats.entry_rules import read_entry_rules_text
from tenun.formats.iati import vocabulary as v
from tenun.formats.iati.checking import day_of
from tenun.formats.iati.elements import STANDS_IN, one_line, said
from tenun.formats.problems import Problem as Note

E = TypeVar("E", bound=Enum)
_MOST_GCM = 23


def read_activity(activity: Any, notes: list[Note] | None = None) -> ProgrammeRecord:
    """The record of a valid activity, without `kept`; `notes` takes what somebody should look at."""
    notes = [] if notes is None else notes
    own = own_texts(activity)
    return ProgrammeRecord(
        identifier=identifier_of(activity),
        title=one_line(said(activity.find("title"))),
        owner=_organisation(activity.find("reporting-org")),
        description=said(description(activity, v.GENERAL)),
        partners=tuple(partner for partner, _ in partners(activity)),
        services=_codes(activity, v.SERVICE, ServiceLine),
        phases=_codes(activity, v.PHASE, Phase),
        target_group=said(description(activity, v.TARGET_GROUP)),
        districts=_districts(activity, notes),
        planned_start=day(dated(activity, "1")),
        actual_start=day(dated(activity, "2")),
        planned_end=day(dated(activity, "3")),
        actual_end=day(dated(activity, "4")),
        status=_status(activity, notes),
        capacities=tuple(_capacities(activity)),
        entry_words=own.get("entry-words", ""),
        entry_rules=_entry_rules(activity, own.get("entry-rules", ""), notes),
        money=_money(activity, notes),
        contact=contact_of(activity.find("contact-info")),
        source=own.get("source", ""),
        source_url=own.get("source-url", ""),
        checked_on=day_of(own.get("checked-on", "")),
        problem=next(iter(_codes(activity, v.PROBLEM, Problem)), None),
        gcm_objectives=tuple(_objectives(activity)),
        sectors=tuple(code for code, _ in sectors(activity)),
        counterpart=own.get("counterpart", ""),
        budget_code=own.get("budget-code", ""),
        fit=_member(Fit, own.get("fit", "")),
        next_step=own.get("next-step", ""),
    )


def text_of(activity: Any) -> str:
    """The activity's own text, with every part of it."""
    text: str = etree.tostring(activity, encoding="unicode", with_tail=False)
    return text


def identifier_of(activity: Any) -> str:
    """Its identifier without the blanks around it."""
    return (activity.findtext("iati-identifier") or "").strip()


def _organisation(element: Any) -> OrganisationNamed:
    return OrganisationNamed(
        name=one_line(said(element)),
        ref=element.get("ref", "").strip(),
        type_code=element.get("type", "").strip(),
    )


def description(activity: Any, kind: str) -> Any | None:
    """The first description of this kind; one without a kind is a general one."""
    found = (each for each in activity.findall("description") if each.get("type", v.GENERAL) == kind)
    return next(found, None)


def partners(activity: Any) -> list[tuple[Partner, Any]]:
    """Who takes part in a role that is known, with the elements that say so."""
    return [
        (Partner(role=v.ROLES[each.get("role")], organisation=_organisation(each)), each)
        for each in activity.findall("participating-org")
        if each.get("role") in v.ROLES and each.get(STANDS_IN) is None
    ]


def tags(activity: Any, address: str) -> list[tuple[str, Any]]:
    """The codes of one of our own vocabularies, with their elements."""
    return [
        (each.get("code"), each)
        for each in activity.findall("tag")
        if each.get("vocabulary") == v.OWN_VOCABULARY and each.get("vocabulary-uri") == address
    ]


def _member(kind: type[E], code: str) -> E | None:
    return next((each for each in kind if each.value == code), None)


def _codes(activity: Any, address: str, kind: type[E]) -> tuple[E, ...]:
    found = (_member(kind, code) for code, _ in tags(activity, address))
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _objectives(activity: Any) -> Iterator[int]:
    codes = dict.fromkeys(code for code, _ in tags(activity, v.GCM))
    yield from (int(code) for code in codes if code in {str(number) for number in range(1, _MOST_GCM + 1)})


def sectors(activity: Any) -> list[tuple[str, Any]]:
    """The purpose codes of the DAC, with their elements."""
    return [(each.get("code"), each) for each in activity.findall("sector") if each.get("vocabulary", v.DAC) == v.DAC]


def places(activity: Any) -> list[tuple[str, Any]]:
    """The district of each location, empty for the whole province, with its element; others are left out."""
    found = ((_place(each), each) for each in activity.findall("location"))
    return [(code, each) for code, each in found if code is not None]


def _place(location: Any) -> str | None:
    ref = location.get("ref", "").strip().lower()
    codes = [ref.removeprefix(v.KEMENDAGRI)] if ref.startswith(v.KEMENDAGRI) else []
    for name in ("location-id", "administrative"):
        codes += [
            each.get("code", "")
            for each in location.findall(name)
            if each.get("vocabulary", "").strip().lower() == v.KEMENDAGRI.rstrip(":")
        ]
    for code in codes:
        if is_province(code):
            return ""
        if (district := district_by_code(code, plain=True)) is not None:
            return district
    name = said(location.find("name"))
    return "" if is_province(name) else district_by_name(name)


def _districts(activity: Any, notes: list[Note]) -> tuple[str, ...]:
    known = places(activity)
    elements = [element for _, element in known]
    for each in activity.findall("location"):
        if not any(each is element for element in elements):
            name = said(each.find("name")) or each.get("ref", "") or "-"
            notes.append(
                Note("iati.place_unknown", each.sourceline, value=name, details=(("id", identifier_of(activity)),))
            )
    return tuple(sorted({code for code, _ in known if code}))


def dated(activity: Any, kind: str) -> Any | None:
    """The first date of a kind."""
    return next((each for each in activity.findall("activity-date") if each.get("type") == kind), None)


def day(element: Any | None) -> date | None:
    """The day an element says."""
    return None if element is None else day_of(element.get("iso-date", ""))


def _status(activity: Any, notes: list[Note]) -> ProgrammeStatus:
    """The exact status where a tag of ours says it and the coarse one does not deny it."""
    element = activity.find("activity-status")
    code = element.get("code", "").strip()
    exact = _codes(activity, v.STATUS, ProgrammeStatus)
    if exact and v.STATUSES.get(code) is v.STATUSES[v.STATUS_CODES[exact[0]]]:
        return exact[0]
    if code not in v.STATUSES or code in v.NOT_ON_TIME:
        notes.append(Note("iati.status", element.sourceline, value=code, details=(("id", identifier_of(activity)),)))
    return v.STATUSES.get(code, ProgrammeStatus.IDEA)


def own_result(activity: Any) -> Any | None:
    """The result in which the places per period stand."""
    for indicator in activity.iterfind("result/indicator"):
        for reference in indicator.findall("reference"):
            if reference.get("indicator-uri") == v.CAPACITY and reference.get("code") == v.PLACES:
                return indicator.getparent()
    return None


def _capacities(activity: Any) -> Iterator[Capacity]:
    result = own_result(activity)
    for period in () if result is None else result.iterfind("indicator/period"):
        starts_on, ends_on = day(period.find("period-start")), day(period.find("period-end"))
        for target in period.findall("target"):
            value = target.get("value", "").strip()
            if starts_on and ends_on and value.isascii() and value.isdigit() and len(value) < 10:
                location = target.find("location")
                ref = "" if location is None else location.get("ref", "").strip()
                district = district_by_code(ref.removeprefix(v.KEMENDAGRI)) or ""
                yield Capacity(starts_on=starts_on, ends_on=ends_on, places=int(value), district=district)


def _entry_rules(activity: Any, text: str, notes: list[Note]) -> tuple[Rule, ...]:
    try:
        return read_entry_rules_text(text)
    except CatalogueError:
        element = activity.find(f"{{{v.NAMESPACE}}}programme")
        notes.append(
            Note("iati.entry_rules", element.sourceline, details=(("id", identifier_of(activity)),)),
        )
        return ()


def budgets(activity: Any) -> list[Any]:
    """The budgets that count: a revised one (2) stands for the original of the same days."""
    found: dict[tuple[date | None, date | None], Any] = {}
    for each in activity.findall("budget"):
        days = day(each.find("period-start")), day(each.find("period-end"))
        if days not in found or each.get("type") == "2":
            found[days] = each
    return list(found.values())


def _money(activity: Any, notes: list[Note]) -> Money | None:
    """The sum of its budgets; unknown when they are in several currencies or in none that is named."""
    values = [each.find("value") for each in budgets(activity)]
    if not values:
        return None
    default = activity.get("default-currency", "")
    currencies = {each.get("currency", default).strip().upper() for each in values}
    currency = currencies.pop()
    if currencies or not currency:
        notes.append(
            Note("iati.currency", values[0].sourceline, details=(("id", identifier_of(activity)),)),
        )
        return None
    return Money(
        amount=sum((Decimal("".join(each.itertext()).strip()) for each in values), Decimal()), currency=currency
    )


CONTACT_PARTS = {"name": "person-name", "post": "job-title", "email": "email", "telephone": "telephone"}


def contact_of(element: Any | None) -> Contact:
    """Whom an activity names to be asked."""
    if element is None:
        return Contact()
    return Contact(
        name=one_line(said(element.find("person-name"))),
        post=one_line(said(element.find("job-title"))),
        email=(element.findtext("email") or "").strip(),
        telephone=(element.findtext("telephone") or "").strip(),
    )


def own_texts(activity: Any) -> dict[str, str]:
    """What stands in our own element, by name."""
    own = activity.find(f"{{{v.NAMESPACE}}}programme")
    if own is None:
        return {}
    return {each.tag.rpartition("}")[2]: (each.text or "").strip() for each in own.iterchildren("*")}
