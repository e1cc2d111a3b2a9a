"""A paper is recorded: the new version is the current one, the old one stays, and the verdict follows."""

from datetime import date

import pytest
from tests.people.conftest import TODAY, belu, maria  # noqa: F401  Fixtures.

from tenun.documents.actions import record_paper
from tenun.documents.models import Paper
from tenun.documents.queries import current_papers, dossier_of
from tenun.domain.assessment import assess
from tenun.domain.catalogue import packaged
from tenun.domain.papers import CompetenceScheme, LanguageScale, PaperKind, PaperRecord, Proof
from tenun.domain.recording import record
from tenun.organisations.queries import standing_of
from tenun.shared.scope import scoped


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
    record_paper(person=maria, kind=LanguageScale.JFT, record=seen, rank=2, by=counter)
    dossier = dossier_of(maria, current_papers(maria))
    assert [result.scheme for result in dossier.competences] == [CompetenceScheme.DOMESTIC_WORK]
    assert [(result.scale, result.rank) for result in dossier.languages] == [(LanguageScale.JFT, 2)]
