"""Invented people: who they are, what their papers say and what is wrong with them, and how far they have come.

Two populations are told apart, for they are two (handbook ntt, section 3): women who leave through the offices, mostly
for households in Malaysia, from Sumba, Kupang and Belu; and men who leave without them, mostly for plantations, from
Malaka, Ende, Flores Timur and Timor Tengah Selatan. Everything follows from a number, so a demonstration is the same
everywhere. NIK serials are 9000 and above, which no register has given out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from tenun.config.demo.names import name_of
from tenun.domain.calendar import add_months
from tenun.domain.identifiers.regions import ntt_villages
from tenun.domain.papers import (
    CompetenceResult,
    CompetenceScheme,
    ConsentGiver,
    Dossier,
    Education,
    MaritalStatus,
    PaperDefect,
    PaperKind,
    PaperRecord,
    Proof,
    Sex,
)

PROCEDURAL = {
    "53.18": 318,
    "53.11": 189,
    "53.01": 158,
    "53.12": 141,
    "53.04": 128,
    "53.17": 90,
    "53.71": 60,
    "53.07": 35,
    "53.06": 30,
    "53.02": 30,
    "53.03": 25,
    "53.21": 25,
    "53.08": 20,
    "53.14": 15,
    "53.13": 12,
    "53.09": 10,
    "53.16": 10,
    "53.05": 5,
    "53.15": 4,
    "53.10": 3,
    "53.19": 3,
    "53.20": 3,
}
"""Leavers of 2023 by district where a source has them (handbook ntt, section 2); the others are our estimate."""
UNSEEN = {
    "53.21": 18,
    "53.08": 14,
    "53.06": 12,
    "53.02": 10,
    "53.18": 8,
    "53.16": 7,
    "53.03": 5,
    "53.04": 5,
    "53.01": 4,
    "53.07": 4,
    "53.13": 3,
    "53.12": 3,
    "53.11": 2,
    "53.05": 1,
    "53.09": 1,
    "53.10": 1,
    "53.14": 1,
    "53.15": 1,
    "53.19": 1,
}
"""Deaths of January to August 2023 by district: where those come from who leave unseen (handbook ntt, section 3)."""
SHARE_OF_UNSEEN = 0.35
"""Our choice: large enough that every list shows both."""

_TARGETS_OF_WOMEN = {
    "my-domestic": 82,
    "sg-domestic": 8,
    "hk-domestic": 4,
    "my-factory": 3,
    "jp-ssw-care": 2,
    "tw-caregiver": 1,
}
_TARGETS_OF_MEN = {"my-plantation": 84, "my-factory": 8, "crew-fishing": 5, "kr-eps": 3}
_SKILLS = {
    "my-domestic": CompetenceScheme.DOMESTIC_WORK,
    "sg-domestic": CompetenceScheme.DOMESTIC_WORK,
    "hk-domestic": CompetenceScheme.DOMESTIC_WORK,
    "tw-caregiver": CompetenceScheme.ELDERLY_CARE,
    "my-plantation": CompetenceScheme.PLANTATION,
    "my-factory": CompetenceScheme.MANUFACTURING,
    "jp-ssw-care": CompetenceScheme.KAIGO,
    "kr-eps": CompetenceScheme.EPS_SKILL_TEST,
    "crew-fishing": CompetenceScheme.SEAFARER,
}


@dataclass(frozen=True, slots=True)
class Invented:
    """One person: what her dossier says, how far she has come, and how many days ago it began."""

    dossier: Dossier
    story: str
    days_ago: int
    unseen: bool


def invent(district: str, count: int, on: date) -> list[Invented]:
    """That many people of one district, the same ones every time."""
    chance = Random(f"tenun {district}")
    villages = [region.code for region in ntt_villages() if region.code.startswith(district)]
    numbers = Numbers(chance)
    return [_invent(chance, district, villages, numbers, on) for _ in range(count)]


def shares(total: int) -> dict[str, int]:
    """How many people of each of the 22 districts, by the two populations; everywhere at least three."""
    found = {}
    for district in PROCEDURAL:
        seen = (1 - SHARE_OF_UNSEEN) * PROCEDURAL[district] / sum(PROCEDURAL.values())
        unseen = SHARE_OF_UNSEEN * UNSEEN.get(district, 0) / sum(UNSEEN.values())
        found[district] = max(3, round(total * (seen + unseen)))
    return dict(sorted(found.items()))


class Numbers:
    """Numbers of papers that nobody else has, with the serials that no register gives out."""

    def __init__(self, chance: Random) -> None:
        self._chance, self._given = chance, set[str]()

    def nik(self, district: str, born: date, *, woman: bool) -> str:
        """A NIK of the district's first sub-district."""
        day = born.day + (40 if woman else 0)
        return self._new(f"{district.replace('.', '')}01{day:02d}{born:%m%y}")

    def family_card(self, district: str) -> str:
        """The number of a family card."""
        return self._new(f"{district.replace('.', '')}01{self._chance.randint(1, 28):02d}0719")

    def _new(self, start: str) -> str:
        while (number := f"{start}{self._chance.randint(9000, 9999)}") in self._given:
            pass
        self._given.add(number)
        return number


def _unseen_share(district: str) -> float:
    seen = (1 - SHARE_OF_UNSEEN) * PROCEDURAL[district] / sum(PROCEDURAL.values())
    unseen = SHARE_OF_UNSEEN * UNSEEN.get(district, 0) / sum(UNSEEN.values())
    return unseen / (seen + unseen)


def _invent(chance: Random, district: str, villages: list[str], numbers: Numbers, on: date) -> Invented:
    unseen = chance.random() < _unseen_share(district)
    woman = chance.random() < (0.16 if unseen else 0.92)
    story = _choice(chance, STORIES_OF_UNSEEN if unseen else STORIES)
    born = _born(chance, on, story)
    days_ago = _days_ago(chance, story)
    begun = on - timedelta(days=days_ago)
    dossier = _dossier(chance, district, numbers, begun, woman=woman, born=born)
    dossier = replace(dossier, village_code=chance.choice(villages))
    wrong = _choice(chance, DEFECTS)
    wrong = {"under_age": "nothing", "came_back": "nothing_shown"}.get(story, wrong)
    dossier = _WRONG[wrong](chance, dossier, begun)
    return Invented(dossier, story, days_ago, unseen)


def _choice(chance: Random, weights: Mapping[str, int]) -> str:
    return chance.choices(list(weights), list(weights.values()))[0]


def _born(chance: Random, on: date, story: str) -> date:
    youngest, oldest = (15, 17) if story == "under_age" else (21, 44)
    return add_months(on, -12 * chance.randint(youngest, oldest)) - timedelta(days=chance.randint(40, 320))


STORIES = {
    "contacted": 8,
    "informed": 9,
    "village_recorded": 12,
    "registered": 14,
    "screened": 9,
    "preparing": 34,
    "withdrew": 3,
    "postponed": 3,
    "refused": 2,
    "lost_contact": 2,
    "referred": 2,
    "under_age": 2,
}
"""How far those have come who go through the offices, in a hundred."""
STORIES_OF_UNSEEN = {
    "contacted": 22,
    "informed": 14,
    "village_recorded": 12,
    "registered": 10,
    "preparing": 8,
    "left_without": 22,
    "came_back": 6,
    "lost_contact": 4,
    "under_age": 2,
}
"""And those who would leave, or have left, without them."""


def _days_ago(chance: Random, story: str) -> int:
    short = {"contacted": 20, "informed": 40, "village_recorded": 60}
    return chance.randint(2, short.get(story, 150)) + (15 if story not in short else 0)


def _dossier(chance: Random, district: str, numbers: Numbers, on: date, *, woman: bool, born: date) -> Dossier:
    """Somebody whose papers were all in order for a match on the day on which she came."""
    name, mother = name_of(chance, district, woman=woman), f"{name_of(chance, district, woman=True)}"
    sex = Sex.FEMALE if woman else Sex.MALE
    married = chance.random() < 0.35
    state = MaritalStatus.MARRIED if married else MaritalStatus.SINGLE
    target = _choice(chance, _TARGETS_OF_WOMEN if woman else _TARGETS_OF_MEN)
    nik, card = numbers.nik(district, born, woman=woman), numbers.family_card(district)
    place = chance.choice(_PLACES)
    said: dict[str, Any] = {"name": name, "birth_place": place, "birth_date": born}
    seen, skill_ends = Proof.ORIGINAL_SEEN, on + timedelta(days=chance.randint(60, 900))
    papers = {
        PaperKind.ID_CARD: PaperRecord(proof=seen, number=nik, sex=sex, marital_status=state, **said),
        PaperKind.FAMILY_CARD: PaperRecord(
            proof=seen, number=card, sex=sex, marital_status=state, mother_name=mother, **said
        ),
        PaperKind.BIRTH_CERTIFICATE: PaperRecord(proof=seen, sex=sex, mother_name=mother, **said),
        PaperKind.SCHOOL_CERTIFICATE: PaperRecord(proof=seen, issued_on=add_months(born, 12 * 18), **said),
        PaperKind.FAMILY_CONSENT: PaperRecord(proof=seen, issued_on=on - timedelta(days=chance.randint(5, 60))),
        PaperKind.MARITAL_STATUS_LETTER: PaperRecord(proof=seen, issued_on=on - timedelta(days=chance.randint(5, 60))),
        PaperKind.JOB_SEEKER_CARD: PaperRecord(proof=seen, issued_on=on - timedelta(days=chance.randint(20, 400))),
    }
    if married:
        papers[PaperKind.MARRIAGE_BOOK] = PaperRecord(proof=seen, name=name, birth_date=born, birth_place=place)
    return Dossier(
        name=name,
        nik=nik,
        family_card_number=card,
        birth_place=place,
        birth_date=born,
        sex=sex,
        marital_status=state,
        mother_name=mother,
        education=chance.choice((Education.PRIMARY, Education.LOWER_SECONDARY, Education.UPPER_SECONDARY)),
        phone=f"08120000{chance.randint(9000, 9999)}",
        target=target,
        departure_on=on + timedelta(days=chance.randint(200, 360)) if chance.random() < 0.3 else None,
        papers=papers,
        competences=(CompetenceResult(scheme=_SKILLS[target], proof=seen, valid_until=skill_ends),),
        consent_giver=(ConsentGiver.HUSBAND if woman else ConsentGiver.WIFE) if married else ConsentGiver.PARENT,
        consent_known_by_village_head=True,
    )


_PLACES = ("Atambua", "Betun", "Kupang", "Soe", "Kalabahi", "Larantuka", "Maumere", "Ende", "Ruteng", "Waingapu")

DEFECTS = {
    "nothing": 16,
    "letter": 17,
    "birth_day": 8,
    "birth_act_missing": 12,
    "only_copies": 10,
    "untrained": 18,
    "unmarried_on_card": 4,
    "old_job_card": 4,
    "nik_not_found": 3,
    "nothing_shown": 6,
    "no_number": 2,
}
"""What is wrong with the papers, in a hundred: our estimate, so that every finding has somebody."""

Defect = Callable[[Random, Dossier, date], Dossier]


def _with(dossier: Dossier, kind: PaperKind, **changes: Any) -> Dossier:
    return replace(dossier, papers={**dossier.papers, kind: replace(dossier.papers[kind], **changes)})


def _letter(chance: Random, dossier: Dossier, _on: date) -> Dossier:
    """One letter doubled in the name of one paper, as typists do."""
    kind = chance.choice((PaperKind.SCHOOL_CERTIFICATE, PaperKind.FAMILY_CARD, PaperKind.BIRTH_CERTIFICATE))
    at = chance.choice([index for index, letter in enumerate(dossier.name) if letter in "nlstra"] or [1])
    return _with(dossier, kind, name=dossier.name[: at + 1] + dossier.name[at:])


def _birth_day(chance: Random, dossier: Dossier, _on: date) -> Dossier:
    born = dossier.birth_date or date(2000, 1, 1)
    other = born + timedelta(days=chance.choice((-1, 1, 3, 10)))
    return _with(dossier, PaperKind.SCHOOL_CERTIFICATE, birth_date=other)


def _birth_act_missing(_chance: Random, dossier: Dossier, _on: date) -> Dossier:
    papers = {**dossier.papers, PaperKind.BIRTH_CERTIFICATE: PaperRecord(proof=Proof.ABSENT)}
    return replace(dossier, papers=papers)


def _only_copies(chance: Random, dossier: Dossier, _on: date) -> Dossier:
    papers = {
        kind: replace(paper, proof=Proof.COPY if chance.random() < 0.7 else paper.proof)
        for kind, paper in dossier.papers.items()
    }
    return replace(dossier, papers=papers)


def _untrained(_chance: Random, dossier: Dossier, _on: date) -> Dossier:
    return replace(dossier, competences=())


def _unmarried_on_card(_chance: Random, dossier: Dossier, _on: date) -> Dossier:
    married = replace(dossier, marital_status=MaritalStatus.MARRIED)
    papers = {**married.papers, PaperKind.MARRIAGE_BOOK: PaperRecord(proof=Proof.ABSENT)}
    return replace(married, papers=papers)


def _old_job_card(_chance: Random, dossier: Dossier, on: date) -> Dossier:
    return _with(dossier, PaperKind.JOB_SEEKER_CARD, issued_on=add_months(on, -30))


def _nik_not_found(_chance: Random, dossier: Dossier, _on: date) -> Dossier:
    return _with(dossier, PaperKind.ID_CARD, defect=PaperDefect.NIK_NOT_FOUND)


def _nothing_shown(_chance: Random, dossier: Dossier, _on: date) -> Dossier:
    return replace(dossier, papers={}, competences=())


def _no_number(_chance: Random, dossier: Dossier, _on: date) -> Dossier:
    """Who never had a KTP starts without a NIK."""
    papers = {**dossier.papers, PaperKind.ID_CARD: PaperRecord(proof=Proof.ABSENT)}
    return replace(dossier, nik=None, papers=papers)


_WRONG: Mapping[str, Defect] = {
    "nothing": lambda _chance, dossier, _on: dossier,
    "letter": _letter,
    "birth_day": _birth_day,
    "birth_act_missing": _birth_act_missing,
    "only_copies": _only_copies,
    "untrained": _untrained,
    "unmarried_on_card": _unmarried_on_card,
    "old_job_card": _old_job_card,
    "nik_not_found": _nik_not_found,
    "nothing_shown": _nothing_shown,
    "no_number": _no_number,
}
