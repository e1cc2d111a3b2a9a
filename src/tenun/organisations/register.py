"""The one register of organisations: by reference first, by a spelling that is known, else a person is asked.

IOM was published in more than seventeen spellings under one reference, two of them plainly wrong (handbook
standards/04). So a new spelling is never taken for a new organisation, nor for a known one, by the machine.
"""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from django.db import transaction

from tenun.organisations.enums import OrganisationKind
from tenun.organisations.models import Organisation, OrganisationRef, OrganisationSpelling, User
from tenun.shared.clock import now

LIKE_ENOUGH = 0.6
"""How much of two folded names must be the same, for one to be offered beside the other."""
MOST_OFFERED = 5

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_NO_WORD = re.compile(r"[^\w]+")


class Known(StrEnum):
    """What the register says of a name."""

    RIGHT = "right"
    WRONG_SPELLING = "wrong_spelling"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Lookup:
    """The answer: the organisation when it is known, else the ones it may be, the likeliest first."""

    known: Known
    name: str
    organisation: Organisation | None = None
    offered: tuple[Organisation, ...] = ()
    ref: str = ""


class SpellingTaken(Exception):  # noqa: N818  It tells a state; it is not a fault.
    """That spelling is said to mean another organisation already."""


def fold(name: str) -> str:
    """A name without capitals, accents and signs: `"Kementerian  P.U."` is `"kementerian p u"`."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(_NO_WORD.sub(" ", plain.casefold()).split())


def look_up(name: str, ref: str = "") -> Lookup:
    """Who is meant by one name. Three queries; for many names see `Register`."""
    return Register().look_up(name, ref)


class Register:
    """The whole register as it stands now, for as many questions as somebody has. Three queries."""

    def __init__(self) -> None:
        self._spellings = _spellings()
        self._refs = {each.value: each.organisation for each in OrganisationRef.objects.select_related("organisation")}

    def look_up(self, name: str, ref: str = "") -> Lookup:
        """Who is meant.

        A reference says who it is, but an unknown spelling under it is asked about all the same. A short name in
        brackets behind the long one (`… Migration (IOM)`) offers an organisation; it never settles the long one.
        """
        meant = self._refs.get(ref.strip()) if ref else None
        found = self._spellings.get(fold(name))
        if found is not None and (meant is None or meant.pk == found.organisation_id):
            known = Known.WRONG_SPELLING if found.is_wrong else Known.RIGHT
            return Lookup(known, name, found.organisation, ref=ref)
        offered = [meant] if meant else []
        offered += [each for each in _alike(name, self._spellings) if each not in offered]
        return Lookup(Known.ASK, name, None, tuple(offered[:MOST_OFFERED]), ref)


@dataclass(frozen=True, slots=True)
class _Spelling:
    organisation: Organisation
    is_wrong: bool = False

    @property
    def organisation_id(self) -> int:
        return self.organisation.pk


def _spellings() -> dict[str, _Spelling]:
    said = OrganisationSpelling.objects.select_related("organisation")
    found = {each.folded: _Spelling(each.organisation, each.is_wrong) for each in said}
    return found | {fold(each.name): _Spelling(each) for each in Organisation.objects.all()}


def _alike(name: str, spellings: dict[str, _Spelling]) -> list[Organisation]:
    shorter = [fold(each) for each in _IN_BRACKETS.findall(name)]
    whole, bare = fold(name), fold(_IN_BRACKETS.sub(" ", name))
    scored: dict[Organisation, float] = {}
    for folded, spelling in spellings.items():
        likeness = 1.0 if folded in shorter or folded == bare else _likeness(bare or whole, folded)
        scored[spelling.organisation] = max(likeness, scored.get(spelling.organisation, 0))
    like = [(score, each) for each, score in scored.items() if score >= LIKE_ENOUGH]
    return [each for _, each in sorted(like, key=lambda pair: (-pair[0], pair[1].name))]


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


@transaction.atomic
def keep_spelling(
    *, organisation: Organisation, spelling: str, is_wrong: bool, by: User, ref: str = ""
) -> OrganisationSpelling:
    """Somebody says that this spelling means that organisation. Raises `SpellingTaken`."""
    text = " ".join(spelling.split())[:200]
    kept, made = OrganisationSpelling.objects.get_or_create(
        folded=fold(text),
        defaults={
            "organisation": organisation,
            "spelling": text,
            "is_wrong": is_wrong,
            "said_at": now(),
            "said_by_id": by.pk,
        },
    )
    if kept.organisation_id != organisation.pk:
        raise SpellingTaken
    if not made and kept.is_wrong is not is_wrong:
        kept.is_wrong, kept.said_at, kept.said_by_id = is_wrong, now(), by.pk
        kept.save(update_fields=["is_wrong", "said_at", "said_by_id"])
    _keep_ref(organisation, ref)
    return kept


@transaction.atomic
def enter_organisation(*, name: str, kind: OrganisationKind, ref: str = "", type_code: str = "") -> Organisation:
    """A new organisation, or the one of exactly that name. Raises `SpellingTaken` when the name means another one."""
    text = " ".join(name.split())[:200]
    said = OrganisationSpelling.objects.filter(folded=fold(text)).select_related("organisation").first()
    if said is not None and fold(said.organisation.name) != fold(text):
        raise SpellingTaken
    organisation, _ = Organisation.objects.get_or_create(name=text, defaults={"kind": kind, "type_code": type_code})
    _keep_ref(organisation, ref)
    return organisation


def _keep_ref(organisation: Organisation, ref: str) -> None:
    if not ref.strip():
        return
    kept, _ = OrganisationRef.objects.get_or_create(value=ref.strip()[:120], defaults={"organisation": organisation})
    if kept.organisation_id != organisation.pk:
        raise SpellingTaken
