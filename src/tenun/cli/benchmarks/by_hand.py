"""The twenty-five rules as somebody would write them by hand in plain Python: no reasons, no catalogue.

A peer for `tenun bench person`. A test holds it equal to the engine, so that the two do the same work.
"""

from datetime import date

from tenun.domain.facts import Facts, PaperFact, agreement_column

MET, UNVERIFIED, UNKNOWN, EXPIRED, DEFECTIVE, MISSING, NOT_NEEDED = 1, 3, 4, 5, 6, 7, 0


def _pairs(field: str, *papers: str) -> tuple[str, ...]:
    return tuple(agreement_column(field, a, b) for i, a in enumerate(papers) for b in papers[i + 1 :])


def _with_nik(field: str, *papers: str) -> tuple[str, ...]:
    return tuple(agreement_column(field, "nik", paper) for paper in papers)


NAME = _pairs("name", "ktp", "kk", "akta", "ijazah", "nikah", "paspor", "mrz")
BIRTH = _pairs("birth_date", "isian", "ktp", "kk", "akta", "ijazah", "nikah", "paspor", "mrz")
BIRTH_NIK = _with_nik("birth_date", "isian", "ktp", "kk", "akta", "ijazah", "nikah", "paspor")
PLACE = _pairs("birth_place", "ktp", "kk", "akta", "ijazah", "nikah", "paspor")
SEX = _pairs("sex", "isian", "ktp", "kk", "akta", "paspor", "mrz")
SEX_NIK = _with_nik("sex", "isian", "ktp", "kk", "akta", "paspor")
MOTHER = _pairs("mother_name", "kk", "akta", "ijazah")
MARITAL = _pairs("marital_status", "isian", "ktp", "kk", "nikah")


def years_before(day: date, years: int) -> date:
    """The latest birth date of someone who is `years` old on `day`."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def original(paper: PaperFact, on: date) -> int:
    """The original was seen, and it is not dated after today."""
    if paper.proof is None:
        return UNKNOWN
    if paper.proof == 0:
        return MISSING
    if paper.defect is not None or (paper.issued_on is not None and paper.issued_on > on):
        return DEFECTIVE
    if paper.proof < 3:
        return UNVERIFIED
    return MET


def agree(facts: Facts, columns: tuple[str, ...]) -> int:
    """All papers say the same."""
    worst = -1
    for column in columns:
        code = facts.agreements.get(column)
        if code is not None and code > worst:
            worst = code
    if worst == -1:
        return NOT_NEEDED
    if worst == 0:
        return MET
    if worst == 1:
        return UNKNOWN
    return DEFECTIVE


def ages(facts: Facts, on: date, departure: date) -> list[int]:
    """18 at departure, 18 today, papers on one side of 18, 21 and 23 at departure and of 18 and 23 today."""
    latest, earliest = facts.birth_date_latest, facts.birth_date_earliest
    if latest is None or earliest is None:
        return [UNKNOWN, UNKNOWN, NOT_NEEDED]
    certain = MET
    if earliest != latest:
        for day, line in ((departure, 18), (departure, 21), (departure, 23), (on, 18), (on, 23)):
            limit = years_before(day, line)
            if earliest <= limit < latest:
                certain = DEFECTIVE
    return [
        DEFECTIVE if latest > years_before(departure, 18) else MET,
        DEFECTIVE if latest > years_before(on, 18) else MET,
        certain,
    ]


def where_it_applies(applies: bool | None, state: int) -> int:
    """A rule that holds only for some."""
    if applies:
        return state
    if applies is None:
        return UNKNOWN if state == MISSING else state
    return NOT_NEEDED


def job_seeker_card(facts: Facts, on: date) -> int:
    """AK1, at most two years old."""
    card = facts.ak1
    state = original(card, on)
    if not card.proof:
        return state
    if card.issued_on is None:
        return max(state, UNKNOWN)
    if card.issued_on > on:
        return max(state, DEFECTIVE)
    if card.issued_on < years_before(on, 2):
        return max(state, EXPIRED)
    return state


def singapore(facts: Facts, on: date) -> list[int]:
    """Age 23 to 49, women, eight years of school."""
    if facts.birth_date is None:
        age = UNKNOWN
    elif facts.birth_date > years_before(on, 23) or facts.birth_date <= years_before(on, 50):
        age = DEFECTIVE
    else:
        age = MET
    sex = UNKNOWN if facts.sex is None else MET if facts.sex == "P" else DEFECTIVE
    school = UNKNOWN if facts.education is None else MET if facts.education >= 2 else DEFECTIVE
    return [age, sex, school]


def certificate(paper: PaperFact, on: date) -> int:
    """A competence certificate in date."""
    if not paper.proof:
        return MISSING
    if paper.defect is not None:
        return DEFECTIVE
    if paper.valid_until is not None and paper.valid_until < on:
        return EXPIRED
    return MET if paper.proof >= 3 else UNVERIFIED


def best_certificate(facts: Facts, on: date) -> int:
    """The best of those of which anybody has spoken."""
    best = UNKNOWN
    for paper in (
        facts.kompetensi_rumah_tangga,
        facts.kompetensi_lansia,
        facts.kompetensi_anak,
        facts.kompetensi_masak,
    ):
        if paper.proof is not None:
            state = certificate(paper, on)
            if best == UNKNOWN or state < best:
                best = state
    return best


def judge(facts: Facts, on: date) -> tuple[list[int], int]:
    """The twenty-five states and the verdict (0 ready, 1 repair, 2 not this target, 3 stop)."""
    departure = facts.departure_on if facts.departure_on is not None and facts.departure_on > on else on
    married = None if facts.marital_status is None else facts.marital_status == "kawin"
    known = facts.consent_known_by_village_head
    states = [
        *ages(facts, on, departure),
        original(facts.ktp, on),
        original(facts.kk, on),
        original(facts.akta, on),
        NOT_NEEDED if facts.education == 0 else original(facts.ijazah, on),
        where_it_applies(married, original(facts.nikah, on)),
        original(facts.status_kawin_surat, on),
        original(facts.izin, on),
        UNKNOWN
        if facts.consent_giver is None
        else MET
        if facts.consent_giver in ("suami", "istri", "orang_tua", "wali")
        else DEFECTIVE,
        UNKNOWN if known is None else MET if known else DEFECTIVE,
        job_seeker_card(facts, on),
        agree(facts, NAME),
        agree(facts, BIRTH),
        agree(facts, BIRTH_NIK),
        agree(facts, PLACE),
        agree(facts, SEX),
        agree(facts, SEX_NIK),
        agree(facts, MOTHER),
        agree(facts, MARITAL),
        *singapore(facts, on),
        best_certificate(facts, on),
    ]
    if states[0] == DEFECTIVE or states[2] == DEFECTIVE:
        return states, 3
    if states[1] == DEFECTIVE or DEFECTIVE in (states[21], states[22], states[23]):
        return states, 2
    return states, 1 if max(states) > MET else 0
