"""Which papers say the same, field by field: the core of document repair (handbook documents, part D).

The result is one small code per pair of sources and field, so that rules never see a name or a number, and the
mismatches in the words printed, for the officer who must see the differing letter.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import combinations
from typing import Any

from tenun.domain.facts import AGREEMENT_SOURCES, IDENTITY, Agreement, agreement_column
from tenun.domain.identifiers.mrz import Mrz, agrees_with_name, read_mrz
from tenun.domain.identifiers.names import compare_names, without_titles
from tenun.domain.identifiers.nik import Nik, birth_date_nearest, read_nik
from tenun.domain.papers import Dossier, MaritalStatus, PaperRecord

Verdict = tuple[Agreement, tuple[str, ...]]

SAME: Verdict = (Agreement.SAME, ())
_BY_VERDICT = {
    "same": Agreement.SAME,
    "fix_needed": Agreement.FIX_NEEDED,
    "ask": Agreement.ASK,
    "different": Agreement.DIFFERENT,
}
_SEX_OF_MRZ = {"M": "L", "F": "P"}
_TITLES_ALLOWED = ("ktp", "kk")
"""Academic and religious titles may stand on KTP and KK, never on civil acts (Permendagri 73/2022)."""

TRUTH_ORDER = ("akta", "ijazah", "nikah", "kk", "ktp", "paspor", "mrz", "nik", "isian")
"""Which source is taken as right when nobody has chosen another (handbook documents, part D): the birth act, else
the oldest authentic paper, then the family card, the identity card, the passport; a typed entry comes last."""

_MUST_BE_READ = ("name", "birth_date")
"""The fields that every identity paper states: while one paper was not read in them, nothing is known to agree."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One field in which papers differ: what each says, and the kinds of difference."""

    field: str
    papers: Mapping[str, str]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All codes by column, all mismatches, and the birth dates by source that were found on the way.

    `doubtful_births` stand in numbers that are at fault or contradicted: they prove no date, but an age of under
    18 may show in them, so they count where her age is in question.
    """

    agreements: Mapping[str, int] = field(default_factory=dict)
    mismatches: tuple[Mismatch, ...] = ()
    birth_dates: Mapping[str, date] = field(default_factory=dict)
    doubtful_births: tuple[date, ...] = ()
    nik: Nik | None = None
    mrz: Mrz | None = None


def compare_papers(dossier: Dossier, on: date) -> Comparison:
    """Compares everything in a dossier with everything else; `on` only settles the century of two-digit years."""
    papers = {str(kind): paper for kind, paper in dossier.papers.items() if paper.proof}
    niks = _read_niks(dossier, papers, on)
    nik = niks[0] if niks else None
    mrz = _read_mrz(papers, on)
    births = _birth_dates(dossier, papers, nik, mrz)
    values = _values(dossier, papers, nik, mrz, births)
    agreements: dict[str, int] = {}
    mismatches: list[Mismatch] = []
    for name, found in values.items():
        mismatch = _compare_field(name, found, agreements)
        if mismatch is not None:
            mismatches.append(mismatch)
    _mark_unread(papers, values, agreements)
    if "ktp" in papers and nik is None:
        agreements[agreement_column("birth_date", "nik", "ktp")] = int(Agreement.NOT_COMPARED)
    return Comparison(agreements, tuple(mismatches), births, _doubtful_births(births, niks, mrz), nik, mrz)


def _read_niks(dossier: Dossier, papers: Mapping[str, PaperRecord], on: date) -> tuple[Nik, ...]:
    """The NIK on file and, where it differs, the one on the KTP; the first of them is hers."""
    printed = papers["ktp"].number if "ktp" in papers else None
    numbers = dict.fromkeys(number for number in (dossier.nik, printed) if number)
    return tuple(read_nik(number, on=on) for number in numbers)


def _read_mrz(papers: Mapping[str, PaperRecord], on: date) -> Mrz | None:
    passport = papers.get("paspor")
    return read_mrz(passport.mrz, on=on) if passport is not None and passport.mrz else None


def _birth_dates(
    dossier: Dossier, papers: Mapping[str, PaperRecord], nik: Nik | None, mrz: Mrz | None
) -> dict[str, date]:
    """Every birth date that any source states; a NIK with a fault states none."""
    births = {name: papers[name].birth_date for name in IDENTITY if name in papers}
    births["isian"] = dossier.birth_date
    if mrz is not None and mrz.valid:
        births["mrz"] = mrz.fields.birth_date
    found = {name: born for name, born in births.items() if born is not None}
    readable = nik.birth_date_candidates if nik is not None and nik.valid else ()
    nearest = birth_date_nearest(readable, found.values())
    if nearest is not None:
        found["nik"] = nearest
    return found


def _doubtful_births(births: Mapping[str, date], niks: tuple[Nik, ...], mrz: Mrz | None) -> tuple[date, ...]:
    """Dates that can be read in a second NIK, a NIK with a fault, and machine lines with a fault elsewhere."""
    others = niks[1:] if "nik" in births else niks
    found = [birth_date_nearest(nik.birth_date_candidates, births.values()) for nik in others]
    if mrz is not None and not mrz.valid and mrz.checks["birth_date"]:
        found.append(mrz.fields.birth_date)
    return tuple(born for born in found if born is not None and born not in births.values())


def _values(
    dossier: Dossier,
    papers: Mapping[str, PaperRecord],
    nik: Nik | None,
    mrz: Mrz | None,
    births: Mapping[str, date],
) -> dict[str, dict[str, Any]]:
    """For each field, what each source says; silent sources are left out."""
    said: dict[str, dict[str, Any]] = {name: {} for name in AGREEMENT_SOURCES}
    said["birth_date"] |= births
    for name, source, value in _said_aside(dossier, papers, nik, mrz):
        if value is not None:
            said[name][source] = value
    for source, paper in papers.items():
        for name in _PRINTED.get(source, ()):
            value = getattr(paper, name)
            if value is not None:
                said[name][source] = value
    return said


_PRINTED: Mapping[str, tuple[str, ...]] = {
    source: tuple(
        name
        for name in ("name", "birth_place", "sex", "mother_name", "father_name", "marital_status")
        if source in AGREEMENT_SOURCES[name]
    )
    for source in IDENTITY
}
"""The fields that each identity paper prints and that are compared as they stand."""


def _said_aside(
    dossier: Dossier, papers: Mapping[str, PaperRecord], nik: Nik | None, mrz: Mrz | None
) -> Iterator[tuple[str, str, Any]]:
    """What the row's own cells, the NIK and the machine lines say, and the numbers of the papers."""
    yield "sex", "isian", dossier.sex
    yield "marital_status", "isian", dossier.marital_status
    yield "marital_status", "nikah", _said_by_marriage_paper(dossier, papers)
    yield "nik", "isian", dossier.nik
    yield "kk_number", "isian", dossier.family_card_number
    if nik is not None and nik.valid:
        yield "sex", "nik", nik.sex
    if "ktp" in papers:
        yield "nik", "ktp", papers["ktp"].number
    if "kk" in papers:
        yield "kk_number", "kk", papers["kk"].number
    if mrz is not None and "paspor" in papers:
        yield "name", "mrz", mrz if mrz.fields.surname else None
        yield "sex", "mrz", _SEX_OF_MRZ.get(mrz.fields.sex or "")
        yield "passport_number", "paspor", papers["paspor"].number
        yield "passport_number", "mrz", mrz.fields.number
        yield "passport_expiry", "paspor", papers["paspor"].valid_until
        yield "passport_expiry", "mrz", mrz.fields.expiry


def _said_by_marriage_paper(dossier: Dossier, papers: Mapping[str, PaperRecord]) -> MaritalStatus | None:
    """Whoever shows a marriage paper is married, unless any source says that the marriage has ended."""
    if "nikah" not in papers:
        return None
    stated = {dossier.marital_status, *(paper.marital_status for paper in papers.values())}
    return MaritalStatus.MARRIED if stated.isdisjoint((MaritalStatus.DIVORCED, MaritalStatus.WIDOWED)) else None


def _compare_field(name: str, found: Mapping[str, Any], agreements: dict[str, int]) -> Mismatch | None:
    if len(found) < 2:
        return None
    pairs = _pairs(name, tuple(found))
    first, *others = found.values()
    if all(value == first for value in others):
        agreements.update(_all_the_same(pairs))
        return None
    judge = _JUDGES.get(name, _compare_plain)
    kinds: dict[str, None] = {}
    for left, right, column in pairs:
        code, differences = judge(left, found[left], right, found[right])
        agreements[column] = int(code)
        if code >= Agreement.FIX_NEEDED:
            kinds |= dict.fromkeys(differences)
    if not kinds:
        return None
    return Mismatch(name, dict(_shown(name, found, agreements)), tuple(kinds))


@cache
def _pairs(name: str, sources: tuple[str, ...]) -> tuple[tuple[str, str, str], ...]:
    """Every pair of the sources that state a field, with its column."""
    ordered = [source for source in AGREEMENT_SOURCES[name] if source in sources]
    return tuple((left, right, agreement_column(name, left, right)) for left, right in combinations(ordered, 2))


@cache
def _all_the_same(pairs: tuple[tuple[str, str, str], ...]) -> dict[str, int]:
    return {column: int(Agreement.SAME) for _, _, column in pairs}


def _shown(name: str, found: Mapping[str, Any], agreements: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    """What each paper says. The row's own cell and the NIK are shown only where no paper supports them."""
    papers = [source for source in found if source not in ("isian", "nik")]
    for source in AGREEMENT_SOURCES[name]:
        if source not in found:
            continue
        aside = source in ("isian", "nik") and any(
            agreements[agreement_column(name, source, paper)] == Agreement.SAME for paper in papers
        )
        if not aside or len(papers) < 2:
            yield source, _text(found[source])


def _text(value: Any) -> str:
    if isinstance(value, Mrz):
        return f"{value.fields.surname} {value.fields.given_names or ''}".strip()
    return value.isoformat() if isinstance(value, date) else str(value)


def _compare_plain(left: str, first: Any, right: str, second: Any) -> Verdict:
    same = str(first).strip().casefold() == str(second).strip().casefold()
    return SAME if same else (Agreement.FIX_NEEDED, ("differs",))


def _compare_text(left: str, first: str, right: str, second: str) -> Verdict:
    if first.casefold() == second.casefold():
        return SAME
    found = compare_names(first, second)
    return _BY_VERDICT[found.verdict], tuple(kind for kind in found.kinds if kind != "case")


def _compare_name(left: str, first: Any, right: str, second: Any) -> Verdict:
    if isinstance(first, Mrz) or isinstance(second, Mrz):
        return _compare_with_mrz(first, second)
    if first.casefold() == second.casefold():
        return SAME
    return _compare_text(left, _plain_name(left, first), right, _plain_name(right, second))


def _plain_name(source: str, name: str) -> str:
    """The name without a title where one may stand; its own spaces stay, for a space is a difference."""
    plain = without_titles(name) if source in _TITLES_ALLOWED else name
    return name if len(plain.split()) == len(name.split()) else plain


def _compare_with_mrz(first: Any, second: Any) -> Verdict:
    """As sets of words, cut at 39 places: the order of an Indonesian MRZ is not confirmed."""
    mrz, printed = (first, second) if isinstance(first, Mrz) else (second, first)
    if agrees_with_name(mrz, without_titles(printed)):
        return SAME
    code, kinds = _compare_text("mrz", _text(mrz), "paspor", without_titles(printed))
    return max(code, Agreement.FIX_NEEDED), kinds or ("differs",)


def _compare_dates(left: str, first: date, right: str, second: date) -> Verdict:
    """A slip inside one year can be mended as a writing error; another year is a material difference."""
    if first == second:
        return SAME
    kinds = tuple(part for part in ("day", "month", "year") if getattr(first, part) != getattr(second, part))
    return (Agreement.DIFFERENT if "year" in kinds else Agreement.FIX_NEEDED), kinds


_JUDGES: Mapping[str, Callable[[str, Any, str, Any], Verdict]] = {
    "name": _compare_name,
    "birth_place": _compare_text,
    "mother_name": _compare_name,
    "father_name": _compare_name,
    "birth_date": _compare_dates,
}


def _mark_unread(
    papers: Mapping[str, PaperRecord], values: Mapping[str, Mapping[str, Any]], agreements: dict[str, int]
) -> None:
    """Two identity papers that are both there, one of them not read: not compared, and therefore not agreed."""
    there = [name for name in IDENTITY if name in papers and not (name == "paspor" and papers[name].mrz)]
    asked = set(there)
    for field_name in _MUST_BE_READ:
        found = values.get(field_name, {})
        if found.keys() >= asked:
            continue
        for left, right in combinations(there, 2):
            if left not in found or right not in found:
                agreements[agreement_column(field_name, left, right)] = int(Agreement.NOT_COMPARED)
