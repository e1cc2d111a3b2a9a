"""The HXL tags of a 3W file (who does what, where): which field each is, in whatever order its attributes stand."""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from tenun.domain.programmes import PartnerRole

_TAG = re.compile(r"\s*(#[A-Za-z]\w*)((?:\s*\+\s*[A-Za-z]\w*)*)\s*", re.ASCII)
_LANGUAGES = frozenset({"id", "en", "in"})
"""Attributes that only say in which language a column is."""


class Tag(NamedTuple):
    """A hashtag and its attributes, whose order says nothing."""

    name: str
    attributes: frozenset[str]


def tag_of(text: str) -> Tag | None:
    """The tag of a cell such as `#adm2 +code+v_kemendagri`; `None` when it is none."""
    found = _TAG.fullmatch(text)
    if found is None:
        return None
    attributes = (each.strip().lower() for each in found[2].split("+"))
    return Tag(found[1].lower(), frozenset(each for each in attributes if each))


ORGANISATIONS: Mapping[str, PartnerRole] = MappingProxyType(
    {
        "funder": PartnerRole.FUNDING,
        "accountable": PartnerRole.ACCOUNTABLE,
        "extending": PartnerRole.EXTENDING,
        "impl": PartnerRole.IMPLEMENTING,
    }
)
"""What `#org` says with each of these attributes; `prog` is the owner."""
OWNER = "prog"
HARMLESS = frozenset("=+-@")
"""Before these a program would run a cell; a quote in front keeps it text."""

_WRITTEN = {
    "identifier": "#activity+code",
    "title": "#activity+name",
    "description": "#description",
    "services": "#sector+name",
    "sectors": "#sector+code+v_dac",
    "gcm_objectives": "#sector+code+v_gcm",
    "phases": "#subsector+phase",
    "problem": "#subsector+problem",
    "target_group": "#beneficiary",
    "province": "#adm1+name",
    "province_code": "#adm1+code+v_kemendagri",
    "district": "#adm2+name",
    "district_code": "#adm2+code+v_kemendagri",
    "start": "#date+start",
    "end": "#date+end",
    "planned_start": "#date+start+planned",
    "actual_start": "#date+start+actual",
    "planned_end": "#date+end+planned",
    "actual_end": "#date+end+actual",
    "status": "#status",
    "places": "#targeted+total",
    "amount": "#value+budget",
    "currency": "#currency+code",
    "entry_words": "#description+entry",
    "contact_name": "#contact+name",
    "contact_post": "#contact+position",
    "contact_email": "#contact+email",
    "contact_telephone": "#contact+phone",
    "source": "#meta+source",
    "source_url": "#meta+url",
    "checked_on": "#date+checked",
}
TAGS: Mapping[str, str] = MappingProxyType(_WRITTEN)
"""How each field is tagged when we write."""

_ALSO_READ = {
    "#activity": "title",
    "#activity+id": "identifier",
    "#activity+project": "title",
    "#activity+desc": "description",
    "#sector": "services",
    "#sector+code+dac": "sectors",
    "#beneficiary+desc": "target_group",
    "#adm1": "province",
    "#adm2": "district",
    "#status+name": "status",
    "#status+code": "status",
    "#sector+code+v_tenun": "services",
    "#targeted": "places",
    "#value+total": "amount",
    "#currency": "currency",
    "#contact": "contact_name",
    "#contact+telephone": "contact_telephone",
    "#meta+source+url": "source_url",
    "#date+reported": "checked_on",
}
_PASSED_OVER = frozenset({"#reached", "#meta", "#geo", "#country", "#indicator", "#loc"})
"""What a 3W often has and a programme does not need."""
DISTRICT_CODE, OTHER_CODE = "district_code", "other_code"
PASSED_OVER = ""


def _known() -> dict[Tag, str]:
    texts = {**_ALSO_READ, **{text: field for field, text in _WRITTEN.items()}}
    return {tag: field for text, field in texts.items() if (tag := tag_of(text)) is not None}


_KNOWN = _known()


def field_of(tag: Tag) -> str | None:
    """The field a column feeds, `PASSED_OVER` for one that is not needed, `None` for one that is not known."""
    if tag.name == "#org":
        return _organisation(tag.attributes)
    for attributes in (tag.attributes, tag.attributes - _LANGUAGES):
        if (field := _KNOWN.get(Tag(tag.name, attributes))) is not None:
            return field
    if tag.name == "#adm2" and "code" in tag.attributes | _codes(tag.attributes):
        return OTHER_CODE
    if tag.name in _PASSED_OVER or (tag.name in ("#adm1", "#targeted") and tag.attributes):
        return PASSED_OVER
    return None


def _codes(attributes: frozenset[str]) -> frozenset[str]:
    """A vocabulary is only named beside codes."""
    return frozenset({"code"}) if any(each.startswith("v_") or each == "pcode" for each in attributes) else frozenset()


def _organisation(attributes: frozenset[str]) -> str | None:
    """`org.impl.name`, `org.prog.code`: who, and what is said of it."""
    alike = {"implementing": "impl", "partner": "impl", "funding": "funder", "donor": "funder", "lead": OWNER}
    said = {alike.get(each, each) for each in attributes} - _LANGUAGES
    roles = said & {*ORGANISATIONS, OWNER} or {"impl"}
    what = said - roles or {"name"}
    if len(roles) > 1 or len(what) > 1:
        return None
    role, part = roles.pop(), what.pop()
    return f"org.{role}.{part}" if part in ("name", "code", "type") else None
