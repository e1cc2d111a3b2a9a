"""From a dossier to facts: what may be judged, with the names and numbers left behind."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from tenun.domain.comparison import TRUTH_ORDER, Comparison, compare_papers
from tenun.domain.facts import Facts, PaperFact, ScoreFact
from tenun.domain.identifiers.family_card import read_family_card
from tenun.domain.identifiers.nik import read_nik
from tenun.domain.identifiers.passport import read_passport_number
from tenun.domain.papers import IDENTITY_PAPERS, Dossier, PaperDefect, PaperKind, PaperRecord, Proof


@dataclass(frozen=True, slots=True)
class Recorded:
    """Facts, the comparison they came from, and remarks that never hold anybody back (codes)."""

    facts: Facts
    comparison: Comparison
    remarks: tuple[str, ...]


def record(dossier: Dossier, on: date) -> Recorded:
    """The facts of one dossier. `on` settles the century of two-digit years and nothing else."""
    comparison = compare_papers(dossier, on)
    births = comparison.birth_dates
    every_birth = (*births.values(), *comparison.doubtful_births)
    facts = Facts(
        birth_date=next((births[source] for source in TRUTH_ORDER if source in births), None),
        birth_date_earliest=min(every_birth, default=None),
        birth_date_latest=max(every_birth, default=None),
        sex=_first_stated(dossier, "sex", ("akta", "kk", "ktp", "paspor")) or _sex_of_nik(comparison),
        marital_status=_first_stated(dossier, "marital_status", ("nikah", "kk", "ktp")),
        education=None if dossier.education is None else int(dossier.education),
        training_hours=dossier.training_hours,
        experience_months=dossier.experience_months,
        consent_giver=dossier.consent_giver.value if dossier.consent_giver else None,
        consent_known_by_village_head=dossier.consent_known_by_village_head,
        medical_fit=dossier.medical_fit,
        psychology_fit=dossier.psychology_fit,
        contract_start=dossier.contract_start,
        contract_end=dossier.contract_end,
        departure_on=dossier.departure_on,
        agreements=comparison.agreements,
        **_papers(dossier, comparison, on),
        **_competences(dossier),
        **_scores(dossier),
    )
    return Recorded(facts, comparison, tuple(_remarks(dossier, facts, comparison)))


def _first_stated(dossier: Dossier, name: str, papers: tuple[str, ...]) -> str | None:
    """The file's own entry, else the first paper that says it."""
    own = getattr(dossier, name)
    if own is not None:
        return str(own.value)
    for paper in papers:
        record_of = dossier.papers.get(PaperKind(paper))
        said = None if record_of is None or record_of.proof is Proof.ABSENT else getattr(record_of, name)
        if said is not None:
            return str(said.value)
    return None


def _sex_of_nik(comparison: Comparison) -> str | None:
    nik = comparison.nik
    return nik.sex if nik is not None and nik.valid else None


def _papers(dossier: Dossier, comparison: Comparison, on: date) -> dict[str, Any]:
    facts: dict[str, Any] = {
        kind: PaperFact(int(paper.proof), paper.issued_on, paper.valid_until, _defect(paper))
        for kind, paper in dossier.papers.items()
    }
    for kind, fault in _number_faults(dossier, comparison, on).items():
        known = facts.get(kind)
        if known is not None and known.proof and known.defect is None:
            facts[kind] = replace(known, defect=fault.value)
    passport, mrz = facts.get("paspor"), comparison.mrz
    if passport is not None and passport.valid_until is None and mrz is not None and mrz.valid:
        facts["paspor"] = replace(passport, valid_until=mrz.fields.expiry)
    contract = facts.get("perjanjian_kerja")
    if contract is not None and contract.proof:
        facts["perjanjian_kerja"] = replace(contract, valid_until=dossier.contract_end)
    return facts


def _defect(paper: PaperRecord) -> str | None:
    return paper.defect.value if paper.defect else None


def _number_faults(dossier: Dossier, comparison: Comparison, on: date) -> dict[str, PaperDefect]:
    """Numbers that cannot be right by their own structure."""
    faults: dict[str, PaperDefect] = {}
    id_card = dossier.papers.get(PaperKind.ID_CARD)
    number = id_card.number if id_card is not None and id_card.number else dossier.nik
    nik = comparison.nik
    if number and (nik if nik is not None and nik.nik == number else read_nik(number, on=on)).problems:
        faults["ktp"] = PaperDefect.NUMBER_INVALID
    family_card = dossier.papers.get(PaperKind.FAMILY_CARD)
    number = family_card.number if family_card is not None and family_card.number else dossier.family_card_number
    if number and read_family_card(number, nik=dossier.nik).problems:
        faults["kk"] = PaperDefect.NUMBER_INVALID
    if comparison.mrz is not None and not comparison.mrz.valid:
        faults["paspor"] = PaperDefect.MRZ_INVALID
    return faults


def _competences(dossier: Dossier) -> dict[str, Any]:
    return {
        result.scheme.value: PaperFact(int(result.proof), None, result.valid_until) for result in dossier.competences
    }


def _scores(dossier: Dossier) -> dict[str, Any]:
    """The best rank a scale whose paper was seen, else the best stated; of equals the better proven, then the newer."""
    best: dict[str, ScoreFact] = {}
    for result in dossier.languages:
        new = ScoreFact(int(result.proof), result.rank, result.tested_on)
        old = best.get(result.scale.value)
        if old is None or score_order(new) > score_order(old):
            best[result.scale.value] = new
    return best


def score_order(score: ScoreFact) -> tuple[bool, int, int, date]:
    """The order by which of two tests on one scale the better one counts."""
    proof = score.proof or 0
    return proof >= Proof.ORIGINAL_SEEN, score.rank or 0, proof, score.tested_on or date.min


def _remarks(dossier: Dossier, facts: Facts, comparison: Comparison) -> list[str]:
    """Soft flags (handbook documents, B3, C1 and part F): worth a question, never a ground for refusal."""
    remarks = []
    born = facts.birth_date
    if born is not None and (born.month, born.day) in ((12, 31), (1, 1)):
        remarks.append("birth_date_round")
    if len(dossier.name.split()) == 1:
        remarks.append("one_word_name")
    passport = dossier.papers.get(PaperKind.PASSPORT)
    if passport is not None and passport.number and _is_unusual(passport.number):
        remarks.append("passport_number_unusual")
    names = _printed_names(dossier.papers)
    if names and all(name.casefold() != dossier.name.casefold() for name in names):
        remarks.append("name_unlike_papers")
    return remarks


def _is_unusual(number: str) -> bool:
    """Not like the passports seen in practice; no source confirms their shape (handbook documents, C1)."""
    found = read_passport_number(number)
    return bool(found.problems or found.warnings)


def _printed_names(papers: Mapping[PaperKind, PaperRecord]) -> list[str]:
    there = (papers[kind] for kind in IDENTITY_PAPERS if kind in papers)
    return [paper.name for paper in there if paper.name and paper.proof > Proof.ABSENT]
