"""Finding persons by the words of a name or by NIK, inside the scope of the transaction."""

from datetime import date

from django.db.models import QuerySet

from tenun.domain.identifiers.names import fold_name
from tenun.people.models import NameWord, Person
from tenun.shared.encryption import keyed_hash

MOST_ROWS = 50
NIK_DIGITS = 16


def find_persons(text: str, *, after: int = 0) -> QuerySet[Person]:
    """At most fifty persons: by NIK, by ticket, or by the beginnings of all words of a name; everybody when empty.

    The longest waiting stand first; `after` is the number of the last person of the page before.
    """
    words = fold_name(text).split()
    found = Person.objects.filter(pk__gt=after).order_by("id")
    digits = text.strip()
    if digits.isascii() and digits.isdigit():
        is_nik = len(digits) == NIK_DIGITS
        found = found.filter(nik_hash=keyed_hash(digits)) if is_nik else found.filter(pk=int(digits))
    else:
        for word in words:
            # `>=` and `<` are let through by row-level security before its own condition; LIKE is not.
            ids = NameWord.objects.filter(word__gte=word, word__lt=_after(word)).values("person_id")
            found = found.filter(pk__in=ids)
    return found[:MOST_ROWS]


def _after(word: str) -> str:
    """The first word that no longer begins with this one, in byte order."""
    return word[:-1] + chr(ord(word[-1]) + 1)


def possible_duplicates(
    *, full_name: str, nik: str | None, birth_date: date | None, mother_name: str
) -> QuerySet[Person]:
    """Persons in scope with the same NIK, or the same folded name and birth date or mother."""
    found = Person.objects.none()
    if nik:
        found = found | Person.objects.filter(nik_hash=keyed_hash(nik))
    same_name = Person.objects.filter(folded_name=fold_name(full_name))
    if birth_date is not None:
        found = found | same_name.filter(birth_date=birth_date)
    if mother_name:
        found = found | same_name.filter(mother_name__iexact=mother_name)
    return found.order_by("id")
