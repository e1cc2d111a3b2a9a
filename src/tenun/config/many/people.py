"""Who they are: rows of persons from a number, in the proportions of the demonstration and with its names."""

from bisect import bisect
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import accumulate
from random import Random
from typing import Any

from tenun.config.demo.invented import (
    PROCEDURAL,
    SHARE_OF_UNSEEN,
    STORIES,
    STORIES_OF_UNSEEN,
    UNSEEN,
    shares,
)
from tenun.config.demo.names import name_of
from tenun.domain.calendar import add_months
from tenun.domain.identifiers.names import fold_name
from tenun.domain.identifiers.regions import ntt_villages
from tenun.shared.encryption import encrypt, keyed_hash

COLUMNS = (
    *("id", "district_code", "village_code", "full_name", "folded_name", "nik", "nik_hash", "family_card_number"),
    *("birth_place", "birth_date", "sex", "marital_status", "mother_name", "education", "target", "departure_on"),
    *("created_at", "created_by_id", "version"),
)
"""What is written of a person; everything else of her row stays empty."""

_ADULT_DAYS, _STEP = 8_387, 7_919
"""Days from the 21st to the 44th year, a prime, and a step that visits each of them before any of them twice."""
_CHILD_DAYS, _CARD_DAYS = 887, 1_499
_FIRST_SERIAL = 9_000
_TARGETS = {True: (("my-domestic", 85), ("sg-domestic", 15)), False: (("my-plantation", 88), ("my-factory", 12))}
_PLACES = ("Atambua", "Betun", "Kefamenanu", "Soe", "Kupang", "Larantuka", "Ende", "Maumere", "Ruteng", "Waingapu")
_SPAN = timedelta(days=720)


def districts() -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The districts, and how many of a hundred thousand people come from each."""
    found = shares(100_000)
    return tuple(found), tuple(found.values())


class Numbers:
    """Numbers that nobody else of the database has; serials of 9000 and above are given to nobody alive.

    `taken` says how many persons of a sub-district there are already.
    """

    def __init__(self, on: date, taken: Mapping[str, int]) -> None:
        self._youngest, self._child = add_months(on, -12 * 21), add_months(on, -12 * 15)
        self._next: Counter[str] = Counter(taken)

    def take(self, place: str, *, child: bool, woman: bool) -> tuple[date, str, str]:
        """Birth date, NIK and KK number of the next person of a sub-district."""
        number = self._next[place]
        self._next[place] += 1
        days, last = (_CHILD_DAYS, self._child) if child else (_ADULT_DAYS, self._youngest)
        born = last - timedelta(days=number * _STEP % days)
        region = place.replace(".", "")
        nik = f"{region}{born.day + 40 * woman:02d}{born:%m%y}{_FIRST_SERIAL + number // days:04d}"
        issued = date(2016, 1, 4) + timedelta(days=number % _CARD_DAYS)
        return born, nik, f"{region}{issued:%d%m%y}{_FIRST_SERIAL + number // _CARD_DAYS:04d}"


class Inventor:
    """Makes the persons of a bench, the same ones for the same first number, the longest waiting first."""

    def __init__(
        self, total: int, first: int, now: datetime, officers: Mapping[str, int], taken: Mapping[str, int]
    ) -> None:
        self._total, self._first, self._now, self._officers = total, first, now, officers
        self._numbers = Numbers(now.date(), taken)
        self._chance = Random(f"tenun many {first}")
        self._codes, weights = districts()
        self._bounds = list(accumulate(weights))
        self._villages = {code: _villages(code) for code in self._codes}
        self._unseen = {code: _unseen_share(code) for code in self._codes}

    def rows(self, since: int, until: int) -> Iterator[tuple[Any, ...]]:
        """The persons from one place in the row to another: the columns of `COLUMNS`, and her story."""
        for place in range(since, until):
            yield self._row(place)

    def _row(self, place: int) -> tuple[Any, ...]:
        chance = self._chance
        district = self._codes[bisect(self._bounds, chance.random() * self._bounds[-1])]
        unseen = chance.random() < self._unseen[district]
        woman = chance.random() < (0.16 if unseen else 0.92)
        stories = STORIES_OF_UNSEEN if unseen else STORIES
        story = chance.choices(list(stories), list(stories.values()))[0]
        village = chance.choice(self._villages[district])
        born, nik, card = self._numbers.take(village[:8], child=story == "under_age", woman=woman)
        name = name_of(chance, district, woman=woman)
        targets = _TARGETS[woman]
        return (
            self._first + place,
            district,
            village,
            name,
            fold_name(name),
            encrypt(nik),
            keyed_hash(nik),
            encrypt(card),
            chance.choice(_PLACES),
            born,
            "P" if woman else "L",
            "kawin" if chance.random() < 0.35 else "belum_kawin",
            name_of(chance, district, woman=True),
            chance.randint(1, 3),
            targets[0][0] if chance.random() * 100 < targets[0][1] else targets[1][0],
            self._now.date() + timedelta(days=chance.randint(40, 200)) if chance.random() < 0.3 else None,
            self._now - _SPAN * (1 - place / self._total),
            self._officers[district],
            1,
            story,
        )


def _villages(district: str) -> list[str]:
    return [village.code for village in ntt_villages() if village.code.startswith(district)]


def _unseen_share(district: str) -> float:
    seen = (1 - SHARE_OF_UNSEEN) * PROCEDURAL[district] / sum(PROCEDURAL.values())
    unseen = SHARE_OF_UNSEEN * UNSEEN.get(district, 0) / sum(UNSEEN.values())
    return unseen / (seen + unseen)
