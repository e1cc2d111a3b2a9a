"""The rules of the IATI 2.03 activity schema as a table: what stands in what, in which order, how often, of which kind.

Written in our own short form after the published schema (IATI Standard, iatistandard.org, CC BY 4.0), so that a fault
can be said in words and by its line; a test holds the table against the schema itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NamedTuple


class Part(NamedTuple):
    """One element that may stand in another."""

    name: str
    required: bool
    repeated: bool


class Attribute(NamedTuple):
    """One attribute: the kind of its value, and whether it must be there."""

    kind: str
    required: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """What an element may hold. With `text` it holds a value of that kind, otherwise only elements."""

    parts: tuple[Part, ...]
    attributes: Mapping[str, Attribute]
    text: str | None = None
    foreign_parts: bool = True
    foreign_attributes: bool = True


_COUNTS = {"?": (False, False), "*": (False, True), "+": (True, True)}


def _part(written: str) -> Part:
    """`title` once, `title?` at most once, `title*` any number, `title+` at least once."""
    if written[-1] in _COUNTS:
        return Part(written[:-1], *_COUNTS[written[-1]])
    return Part(written, required=True, repeated=False)


def _attribute(written: str) -> tuple[str, Attribute]:
    """`code` may be there, `code!` must; `percentage=decimal` says the kind, which else is text."""
    name, _, kind = written.partition("=")
    return name.removesuffix("!"), Attribute(kind or "string", name.endswith("!"))


def _shape(parts: str = "", attributes: str = "", text: str | None = None, closed: str = "") -> Shape:
    return Shape(
        parts=tuple(map(_part, parts.split())),
        attributes=MappingProxyType(dict(map(_attribute, attributes.split()))),
        text=text,
        foreign_parts=text is None and "parts" not in closed,
        foreign_attributes="attributes" not in closed,
    )


_ACTIVITY = (
    "iati-identifier reporting-org title description+ participating-org+ other-identifier* activity-status "
    "activity-date+ contact-info* activity-scope? recipient-country* recipient-region* location* sector* tag* "
    "country-budget-items? humanitarian-scope* policy-marker* collaboration-type? default-flow-type? "
    "default-finance-type? default-aid-type* default-tied-status? budget* planned-disbursement* capital-spend? "
    "transaction* document-link* related-activity* legacy-data* conditions? result* crs-add? fss?"
)
_ACTIVITY_ATTRIBUTES = (
    "last-updated-datetime=dateTime xml:lang=language default-currency humanitarian=boolean hierarchy=int "
    "linked-data-uri=anyURI budget-not-provided"
)
_TRANSACTION = (
    "transaction-type transaction-date value description? provider-org? receiver-org? disbursement-channel? sector* "
    "recipient-country? recipient-region? flow-type? finance-type? aid-type* tied-status?"
)
_LOCATION = (
    "location-reach? location-id* name? description? activity-description? administrative* point? exactness? "
    "location-class? feature-designation?"
)
_CONTACT = "organisation? department? person-name? job-title? telephone* email* website* mailing-address*"
_VOCABULARY = "vocabulary vocabulary-uri=anyURI"
_BOTH_VOCABULARY = "vocabulary! vocabulary-uri=anyURI"

_TEXT = _shape(text="string")
_NARRATED = _shape("narrative+")
_CODED = _shape(attributes="code!")
_DAY = _shape(attributes="iso-date!=date")
_AMOUNT = _shape(text="decimal", attributes="currency value-date!=date")
_BARE_AMOUNT = _shape(text="decimal", closed="attributes")
_BARE_TEXT = _shape(text="string", closed="attributes")
_COUNTED = _shape("location* dimension* comment? document-link*", "value", closed="attributes")

_NAMED_ALIKE: Mapping[str, Shape] = {
    **dict.fromkeys(("email", "telephone", "iati-identifier"), _TEXT),
    **dict.fromkeys(
        [
            "title",
            "comment",
            "name",
            "organisation",
            "department",
            "person-name",
            "job-title",
            "mailing-address",
            "activity-description",
            "description",
        ],
        _NARRATED,
    ),
    **dict.fromkeys(
        [
            "activity-scope",
            "activity-status",
            "category",
            "collaboration-type",
            "default-finance-type",
            "default-flow-type",
            "default-tied-status",
            "disbursement-channel",
            "exactness",
            "feature-designation",
            "finance-type",
            "flow-type",
            "language",
            "location-class",
            "location-reach",
            "repayment-plan",
            "repayment-type",
            "tied-status",
            "transaction-type",
        ],
        _CODED,
    ),
    **dict.fromkeys(
        [
            "commitment-date",
            "document-date",
            "period-end",
            "period-start",
            "repayment-final-date",
            "repayment-first-date",
            "transaction-date",
        ],
        _DAY,
    ),
    **dict.fromkeys(
        ["interest-arrears", "interest-received", "principal-arrears", "principal-outstanding"], _BARE_AMOUNT
    ),
    **dict.fromkeys(("aid-type", "default-aid-type"), _shape(attributes="code! vocabulary")),
    **dict.fromkeys(("channel-code", "pos"), _BARE_TEXT),
    **dict.fromkeys(("actual", "target"), _COUNTED),
}

SHAPES: Mapping[str, Shape] = MappingProxyType(
    {
        **_NAMED_ALIKE,
        "iati-activities": _shape("iati-activity+", "version! generated-datetime=dateTime linked-data-default=anyURI"),
        "iati-activity": _shape(_ACTIVITY, _ACTIVITY_ATTRIBUTES),
        "reporting-org": _shape("narrative+", "ref! type! secondary-reporter=boolean"),
        "narrative": _shape(text="string", attributes="xml:lang=language"),
        "iati-activity/description": _shape("narrative+", "type"),
        "participating-org": _shape("narrative*", "ref type role! activity-id crs-channel-code"),
        "other-identifier": _shape("owner-org?", "ref! type!"),
        "owner-org": _shape("narrative*", "ref"),
        "activity-date": _shape("narrative*", "type! iso-date!=date"),
        "contact-info": _shape(_CONTACT, "type"),
        "website": _shape(text="anyURI"),
        "recipient-country": _shape("narrative*", "code! percentage=decimal"),
        "recipient-region": _shape("narrative*", f"code! {_VOCABULARY} percentage=decimal"),
        "location": _shape(_LOCATION, "ref"),
        "location-id": _shape(attributes="code! vocabulary!"),
        "administrative": _shape(attributes="code! vocabulary! level=nonNegativeInteger"),
        "point": _shape("pos", "srsName!"),
        "sector": _shape("narrative*", f"{_VOCABULARY} code! percentage=decimal"),
        "tag": _shape("narrative*", f"code! {_BOTH_VOCABULARY}"),
        "country-budget-items": _shape("budget-item+", "vocabulary!"),
        "budget-item": _shape("description?", "code! percentage=decimal"),
        "humanitarian-scope": _shape("narrative*", f"type! {_BOTH_VOCABULARY} code!"),
        "policy-marker": _shape("narrative*", f"{_VOCABULARY} code! significance"),
        "budget": _shape("period-start period-end value", "type status"),
        "value": _AMOUNT,
        "planned-disbursement": _shape("period-start period-end? value provider-org? receiver-org?", "type"),
        "provider-org": _shape("narrative*", "ref provider-activity-id type"),
        "receiver-org": _shape("narrative*", "ref receiver-activity-id type"),
        "capital-spend": _shape(attributes="percentage!=decimal"),
        "transaction": _shape(_TRANSACTION, "ref humanitarian=boolean"),
        "transaction/sector": _shape("narrative*", f"{_VOCABULARY} code!"),
        "transaction/recipient-country": _shape("narrative*", "code!"),
        "transaction/recipient-region": _shape("narrative*", f"code! {_VOCABULARY}"),
        "document-link": _shape("title description? category+ language* document-date?", "url!=anyURI format!"),
        "related-activity": _shape(attributes="ref! type!", closed="attributes"),
        "legacy-data": _shape(attributes="name! value! iati-equivalent=NMTOKEN", closed="attributes"),
        "conditions": _shape("condition*", "attached!=boolean"),
        "condition": _shape("narrative+", "type!", closed="attributes"),
        "result": _shape("title description? document-link* reference* indicator+", "type! aggregation-status=boolean"),
        "result/reference": _shape(attributes=f"code! {_BOTH_VOCABULARY}"),
        "indicator": _shape(
            "title description? document-link* reference* baseline* period*",
            "measure! ascending=boolean aggregation-status=boolean",
        ),
        "indicator/reference": _shape(attributes="vocabulary! code! indicator-uri=anyURI"),
        "baseline": _shape("location* dimension* document-link* comment?", "iso-date=date year!=positiveInteger value"),
        **dict.fromkeys(
            ("baseline/location", "target/location", "actual/location"),
            _shape(attributes="ref"),
        ),
        "dimension": _shape(attributes="name value"),
        "period": _shape("period-start period-end target* actual*"),
        "crs-add": _shape("other-flags* loan-terms? loan-status? channel-code?"),
        "other-flags": _shape(attributes="code! significance!=boolean"),
        "loan-terms": _shape(
            "repayment-type? repayment-plan? commitment-date? repayment-first-date? repayment-final-date?",
            "rate-1=decimal rate-2=decimal",
        ),
        "loan-status": _shape(
            "interest-received? principal-outstanding? principal-arrears? interest-arrears?",
            "year!=decimal currency value-date!=date",
        ),
        "fss": _shape("forecast*", "extraction-date!=date priority=boolean phaseout-year=decimal"),
        "forecast": _shape(text="decimal", attributes="year!=decimal currency value-date=date"),
    }
)
"""The shape of every element; of one that differs by where it stands, also under `parent/name`."""


@cache
def shape_of(parent: str, name: str) -> Shape:
    """The shape of an element that stands in `parent`."""
    return SHAPES.get(f"{parent}/{name}") or SHAPES[name]


ORDER: Mapping[str, int] = MappingProxyType(
    {part.name: index for index, part in enumerate(SHAPES["iati-activity"].parts)}
)
"""The place of each part among those of an activity."""
