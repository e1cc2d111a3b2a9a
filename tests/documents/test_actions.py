"""A paper is recorded: the new version is the current one, the old one stays, and the verdict follows."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from tests.people.conftest import TODAY, belu, maria  # noqa: F401  Fixtures.

from tenun.documents.actions import record_dossier, record_paper
from tenun.documents.models import Paper
from tenun.documents.queries import current_papers, dossier_of
from tenun.domain.assessment import assess
from tenun.domain.catalogue import packaged
from tenun.domain.papers import (
    CompetenceResult,
    CompetenceScheme,
    ConsentGiver,
    Dossier,
    Education,
    LanguageResult,
    LanguageScale,
    MaritalStatus,
    PaperDefect,
    PaperKind,
    PaperRecord,
    Proof,
    Sex,
)
from tenun.domain.recording import record
from tenun.formats.dossiers import read_dossiers
from tenun.organisations.queries import standing_of
from tenun.people.actions import choose_target
from tenun.people.models import Person
from tenun.readiness.models import Factsheet
from tenun.readiness.queries import facts_of
from tenun.shared.scope import Scope, scoped


@pytest.fixture
def counter(belu):  # noqa: F811
    with scoped(standing_of(belu, TODAY).scope):
        yield belu


KTP = PaperRecord(proof=Proof.COPY, number="5304055203999001", name="Maria Goreti Bano", birth_date=date(1999, 3, 12))


def state_of(person, requirement):
    facts = record(dossier_of(person, current_papers(person)), TODAY).facts
    found = assess(packaged().target("my-domestic", TODAY), facts, TODAY).findings
    return next(finding.state.word for finding in found if finding.requirement.id == requirement)


def test_the_verdict_changes_with_the_paper(counter, maria):  # noqa: F811
    assert state_of(maria, "ktp") == "unknown"
    record_paper(person=maria, kind=PaperKind.ID_CARD, record=KTP, by=counter)
    assert state_of(maria, "ktp") == "unverified"


def test_a_new_version_is_the_current_one_and_the_old_one_stays(counter, maria):  # noqa: F811
    for proof in (Proof.COPY, Proof.ORIGINAL_SEEN):
        record_paper(person=maria, kind=PaperKind.ID_CARD, record=PaperRecord(proof=proof), by=counter)
    assert [paper.proof for paper in current_papers(maria)] == [Proof.ORIGINAL_SEEN]
    assert Paper.objects.filter(person=maria).count() == 2


def test_a_paper_stands_in_the_district_of_its_person(counter, maria):  # noqa: F811
    paper = record_paper(person=maria, kind=PaperKind.ID_CARD, record=KTP, by=counter)
    paper.refresh_from_db()
    assert (paper.district_code, paper.village_code) == ("53.04", "53.04.05.2001")


def test_certificates_and_tests_are_papers_too(counter, maria):  # noqa: F811
    seen = PaperRecord(proof=Proof.ORIGINAL_SEEN, issued_on=date(2026, 7, 1))
    record_paper(person=maria, kind=CompetenceScheme.DOMESTIC_WORK, record=seen, by=counter)
    record_paper(person=maria, kind=LanguageScale.JFT, record=seen, particulars={"rank": 2}, by=counter)
    dossier = dossier_of(maria, current_papers(maria))
    assert [result.scheme for result in dossier.competences] == [CompetenceScheme.DOMESTIC_WORK]
    assert [(result.scale, result.rank) for result in dossier.languages] == [(LanguageScale.JFT, 2)]


SAMPLE = Path(__file__).parents[2] / "samples" / "calon-contoh.xlsx"
DOSSIERS = [reading.dossier for reading in read_dossiers(SAMPLE) if reading.dossier and reading.dossier.village_code]


def same(dossier):
    """A dossier in one form: skills in one order, for a file keeps none; a contract is valid until its end."""
    papers = dict(dossier.papers)
    if contract := papers.get(PaperKind.WORK_CONTRACT):
        papers[PaperKind.WORK_CONTRACT] = replace(contract, valid_until=dossier.contract_end)
    competences = tuple(sorted(dossier.competences, key=lambda each: each.scheme))
    languages = tuple(sorted(dossier.languages, key=lambda each: each.scale))
    return replace(dossier, papers=papers, competences=competences, languages=languages)


def kept(dossier, by):
    with scoped(Scope(districts=(dossier.village_code[:5],))):
        person = record_dossier(dossier=dossier, by=by, another=True)
        return dossier_of(Person.objects.get(pk=person.pk), current_papers(person))


@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda dossier: dossier.name)
def test_a_file_says_what_the_sheet_said(belu, dossier):  # noqa: F811
    assert same(kept(dossier, belu)) == same(dossier)


def test_nothing_that_a_sheet_can_say_is_lost(belu):  # noqa: F811
    """Every field of every paper at once: a new field of the domain that no column keeps fails here."""
    record_of_all = PaperRecord(
        proof=Proof.COPY,
        number="X1",
        name="Maria Bano",
        birth_place="Atambua",
        birth_date=date(1999, 3, 12),
        sex=Sex.FEMALE,
        mother_name="Yuliana Seran",
        father_name="Yosef Bano",
        marital_status=MaritalStatus.MARRIED,
        issued_on=date(2026, 1, 2),
        valid_until=date(2031, 1, 2),
        defect=PaperDefect.OUTDATED,
        mrz=("P<IDNBANO<<MARIA", "X000001"),
    )
    whole = Dossier(
        name="Maria Bano",
        nik="5304055203999001",
        family_card_number="5304051103199002",
        birth_place="Atambua",
        birth_date=date(1999, 3, 12),
        sex=Sex.FEMALE,
        marital_status=MaritalStatus.MARRIED,
        mother_name="Yuliana Seran",
        village_code="53.04.05.2001",
        education=Education.UPPER_SECONDARY,
        phone="+6281234567890",
        target="my-domestic",
        departure_on=date(2027, 3, 1),
        papers=dict.fromkeys(PaperKind, record_of_all),
        languages=tuple(
            LanguageResult(scale=scale, proof=Proof.COPY, rank=2, tested_on=date(2026, 5, 1)) for scale in LanguageScale
        ),
        competences=tuple(
            CompetenceResult(scheme=scheme, proof=Proof.COPY, number="L1", valid_until=date(2029, 1, 1))
            for scheme in CompetenceScheme
        ),
        training_hours=200,
        experience_months=12,
        consent_giver=ConsentGiver.HUSBAND,
        consent_known_by_village_head=False,
        medical_fit=True,
        psychology_fit=False,
        contract_start=date(2027, 3, 1),
        contract_end=date(2031, 1, 2),
    )
    unsaid = [field.name for each in (whole, record_of_all) for field in fields(each) if not said(each, field.name)]
    assert unsaid == []
    assert same(kept(whole, belu)) == same(whole)


def said(each, name):
    return getattr(each, name) not in (None, (), {})


class TestStoredFacts:
    """What is judged on the page is what the papers say: stored at each change, never behind it."""

    def test_they_are_what_the_papers_say(self, counter):
        for dossier in DOSSIERS:
            with scoped(Scope(districts=(dossier.village_code[:5],))):
                person = record_dossier(dossier=dossier, by=counter, another=True)
                papers = current_papers(person)
                assert facts_of([person])[person.pk] == record(dossier_of(person, papers), TODAY).facts

    def test_each_paper_makes_a_new_version(self, counter, maria):  # noqa: F811
        before = Factsheet.objects.get(person=maria).version
        record_paper(person=maria, kind=PaperKind.ID_CARD, record=KTP, by=counter)
        sheet = Factsheet.objects.get(person=maria)
        assert (sheet.version, sheet.ktp_proof) == (before + 1, int(Proof.COPY))

    def test_another_wish_is_a_fact_too(self, counter, maria):  # noqa: F811
        choose_target(person=maria, target="hk-domestic", departure_on=date(2027, 6, 1), by=counter)
        assert facts_of([maria])[maria.pk].departure_on == date(2027, 6, 1)

    def test_of_two_tests_on_one_scale_the_better_counts(self, counter):
        tests = tuple(
            LanguageResult(scale=LanguageScale.JLPT, proof=Proof.COPY, rank=rank, tested_on=TODAY) for rank in (3, 1)
        )
        dossier = Dossier(name="Ana", village_code="53.04.05.2001", languages=tests)
        person = record_dossier(dossier=dossier, by=counter)
        assert facts_of([person])[person.pk].bahasa_jlpt.rank == 3

    def test_nobody_outside_the_scope_sees_them(self, counter, maria):  # noqa: F811
        with scoped(Scope(districts=("53.21",))):
            assert not facts_of([maria])
