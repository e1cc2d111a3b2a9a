"""Finding persons by the words of a name or by NIK, and those who look alike, inside the scope of the transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Q, QuerySet, When

from tenun.domain.identifiers.names import fold_name
from tenun.people.enums import Purpose, TransferState
from tenun.people.models import (
    Alias,
    Consent,
    Contact,
    DuplicateDecision,
    ExternalId,
    HouseholdMember,
    Merge,
    NameWord,
    Person,
    Transfer,
)
from tenun.shared.encryption import keyed_hash
from tenun.shared.scope import Scope

MOST_ROWS = 50
NIK_DIGITS = 16


def within(scope: Scope, key: str = "pk") -> Q:
    """The territory written into a query as well. It lets nobody through: row-level security stands behind it.

    It leads the planner to the index of the district or the village, which the policy alone cannot.
    """
    parts = (("district_code", scope.districts), ("village_code", scope.villages), (key, scope.persons))
    found = Q(pk__in=())
    for name, values in parts:
        if values:
            found |= Q(**{f"{name}__in": values})
    return found


def find_persons(text: str, *, scope: Scope, after: int = 0) -> QuerySet[Person]:
    """At most fifty persons: by NIK, by ticket, or by the beginnings of all words of a name; everybody when empty.

    The longest waiting stand first; `after` is the number of the last person of the page before.
    """
    words = fold_name(text).split()
    found = Person.objects.filter(within(scope), pk__gt=after, merged_into__isnull=True).order_by("id")
    digits = text.strip()
    if digits.isascii() and digits.isdigit():
        is_nik = len(digits) == NIK_DIGITS
        found = found.filter(nik_hash=keyed_hash(digits)) if is_nik else _with_ticket(found, int(digits))
    else:
        for word in words:
            # `>=` and `<` are let through by row-level security before its own condition; LIKE is not.
            named = NameWord.objects.filter(within(scope, "person"), word__gte=word, word__lt=_after(word))
            ids = named.values("person_id")
            found = found.filter(pk__in=ids)
    return found[:MOST_ROWS]


def persons_named(numbers: Sequence[int]) -> list[Person]:
    """One query: those of the numbers whom the scope of the transaction lets through, at most fifty."""
    return list(Person.objects.filter(pk__in=numbers, merged_into__isnull=True).order_by("pk")[:MOST_ROWS])


def _with_ticket(found: QuerySet[Person], number: int) -> QuerySet[Person]:
    """The file of that number, or the one into which it was merged."""
    return found.filter(Q(pk=number) | Q(pk__in=Person.objects.filter(pk=number).values("merged_into")))


def _after(word: str) -> str:
    """The first word that no longer begins with this one, in byte order."""
    return word[:-1] + chr(ord(word[-1]) + 1)


@dataclass(frozen=True, slots=True)
class Likeness:
    """By what two files are thought to be one person."""

    folded_name: str
    nik_hash: str
    birth_date: date | None
    mother_name: str


def likeness_of(full_name: str, nik: str | None, birth_date: date | None, mother_name: str) -> Likeness:
    """What is compared of a person, as the columns hold it."""
    return Likeness(fold_name(full_name), keyed_hash(nik) if nik else "", birth_date, mother_name.strip())


def possible_duplicates(like: Likeness) -> QuerySet[Person]:
    """Persons in scope with the same NIK, or the same folded name (her own or another one) and birth date or mother.

    Asked by one index after the other: all in one condition would read every person of the territory.
    """
    found = set(Person.objects.filter(nik_hash=like.nik_hash).values_list("pk", flat=True)) if like.nik_hash else set()
    aliases = Alias.objects.filter(folded_name=like.folded_name).values_list("person_id", flat=True)
    fields = ("pk", "birth_date", "mother_name")
    for same_name in (Person.objects.filter(folded_name=like.folded_name), Person.objects.filter(pk__in=list(aliases))):
        for number, birth_date, mother_name in same_name.values_list(*fields):
            if _one_more(like, birth_date, mother_name):
                found.add(number)
    return Person.objects.filter(pk__in=found, merged_into__isnull=True).order_by("id")


def _one_more(like: Likeness, birth_date: date | None, mother_name: str) -> bool:
    """Whether beside the name the birth date or the mother is the same too."""
    same_day = like.birth_date is not None and birth_date == like.birth_date
    return same_day or (like.mother_name != "" and mother_name.casefold() == like.mother_name.casefold())


def undecided(like: Likeness, of: Person | None = None) -> QuerySet[Person]:
    """Who looks alike and was not yet decided about; `of` is the file that is compared, when there is one already."""
    found = possible_duplicates(like)
    if of is None:
        return found
    decided = DuplicateDecision.objects.filter(Q(person=of) | Q(other=of)).values_list("person_id", "other_id")
    return found.exclude(pk__in={of.pk, *(number for pair in decided for number in pair)})


def alike(person: Person) -> QuerySet[Person]:
    """The files in scope that look like hers and wait for a decision."""
    return undecided(likeness_of(person.full_name, person.nik, person.birth_date, person.mother_name), of=person)


def has_consent(person: Person, purpose: Purpose) -> bool:
    """Whether the last word on this purpose was a yes."""
    last = Consent.objects.filter(person=person, purpose=purpose).order_by("-on", "-id").first()
    return last is not None and last.is_given


def known_of(person: Person) -> tuple[list[Alias], list[HouseholdMember], list[ExternalId]]:
    """Other names, household with its head first, numbers in other systems."""
    return (
        list(Alias.objects.filter(person=person).order_by("id")),
        list(HouseholdMember.objects.filter(person=person).select_related("file").order_by("-is_head", "id")),
        list(ExternalId.objects.filter(person=person).order_by("system", "id")),
    )


def contacts_of(person: Person) -> list[Contact]:
    """The ways to reach her, the one confirmed last first; where she is not to be called stands before all."""
    return list(Contact.objects.filter(person=person).order_by("-do_not_call", "-confirmed_on", "-id"))


def consents_of(person: Person) -> list[Consent]:
    """Every giving and withdrawing, the last one first."""
    return list(Consent.objects.filter(person=person).select_related("recorded_by").order_by("-on", "-id"))


def merges_of(person: Person) -> list[Merge]:
    """The mergings that made this file what it is, the last one first."""
    return list(Merge.objects.filter(person=person).select_related("other", "by").order_by("-id"))


def transfers_in_scope() -> list[Transfer]:
    """At most a hundred requests that ask or are asked of the territory, open ones first, then the last answered."""
    waiting = Case(When(state=TransferState.ASKED, then=0), default=1)
    rows = Transfer.objects.select_related("asked_by", "answered_by").order_by(waiting, "-asked_at")
    return list(rows[:100])


def transfers_waiting(districts: Sequence[str]) -> int:
    """How many requests wait for an answer of these districts."""
    return Transfer.objects.filter(state=TransferState.ASKED, from_district__in=districts).count()
