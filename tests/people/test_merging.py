"""Two files of one person become one, nothing of either is lost, and the undoing restores both exactly."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction
from tests.people.conftest import TODAY

from tenun.documents.actions import record_paper
from tenun.documents.models import Paper
from tenun.documents.queries import current_papers
from tenun.domain.journey import Event, Evidence
from tenun.domain.journey import Role as JourneyRole
from tenun.domain.papers import PaperKind, PaperRecord, Proof
from tenun.organisations.queries import standing_of
from tenun.people.access import PersonMerged, get_person
from tenun.people.actions import (
    NewPerson,
    NotMergeable,
    add_alias,
    change_person,
    merge_files,
    register_person,
    undo_merge,
)
from tenun.people.history import history_of
from tenun.people.models import Alias, Journey, JourneyEntry, NameWord, Person
from tenun.people.queries import find_persons
from tenun.readiness.actions import Noted, advance
from tenun.readiness.judged import Judged
from tenun.readiness.queries import facts_of
from tenun.shared.scope import Scope, scoped

IN_BELU = Scope(districts=("53.04",))

COPY, SEEN = PaperRecord(proof=Proof.COPY), PaperRecord(proof=Proof.ORIGINAL_SEEN)


@pytest.fixture
def counter(belu):
    with scoped(standing_of(belu, TODAY).scope):
        yield belu


@pytest.fixture
def second(counter):
    """Her second file, opened in another village of the district under a shorter name, without NIK."""
    new = NewPerson(
        full_name="Mery Bano", village_code="53.04.01.2001", target="my-domestic", birth_place="Atambua", phone="0812"
    )
    person = register_person(new=new, by=counter)
    for kind, record in ((PaperKind.ID_CARD, SEEN), (PaperKind.BIRTH_CERTIFICATE, COPY)):
        record_paper(person=person, kind=kind, record=record, by=counter)
    add_alias(person=person, name="Nona Mery", note="", by=counter)
    advance(
        person=person,
        journey=None,
        event=Event.CONTACT,
        noted=Noted(evidence=frozenset({Evidence.FIRST_TALK})),
        judged=Judged(birth_dates=(date(1999, 3, 12),)),
        role=JourneyRole.VILLAGE,
        on=TODAY,
        by=counter,
    )
    return person


@pytest.fixture
def first(counter, maria):
    record_paper(person=maria, kind=PaperKind.ID_CARD, record=COPY, by=counter)
    return maria


def state():
    """Every row of the two files that a merging touches, without the counter of versions."""
    persons = Person.objects.order_by("id").values()
    return (
        [{name: value for name, value in row.items() if name != "version"} for row in persons],
        *(list(model.objects.order_by("id").values()) for model in (Paper, Alias, Journey, JourneyEntry)),
        sorted(NameWord.objects.values_list("person_id", "word", "village_code")),
    )


def merge(first, second, by):
    return merge_files(survivor=first, other=second, by=by, reason="orang yang sama menurut KK")


def test_the_survivor_holds_what_both_held(counter, first, second):
    merge(first, second, counter)
    assert Paper.objects.filter(person=first).count() == 3
    assert Alias.objects.get().person == first
    assert (Journey.objects.get().person, JourneyEntry.objects.get().person) == (first, first)
    assert Journey.objects.get().village_code == "53.04.05.2001"


def test_of_two_current_papers_the_better_proven_stays_current(counter, first, second):
    merge(first, second, counter)
    assert {paper.kind: paper.proof for paper in current_papers(first)} == {
        PaperKind.ID_CARD: Proof.ORIGINAL_SEEN,
        PaperKind.BIRTH_CERTIFICATE: Proof.COPY,
    }


def test_only_what_the_survivor_does_not_say_is_filled(counter, first, second):
    merge(first, second, counter)
    survivor = Person.objects.get(pk=first.pk)
    assert (survivor.birth_place, survivor.phone) == ("Atambua", "0812")
    assert (survivor.full_name, survivor.nik) == ("Maria Goreti Bano", "5304055203999001")


def test_the_number_of_the_other_file_leads_to_the_survivor(counter, first, second):
    merge(first, second, counter)
    with pytest.raises(PersonMerged) as leads:
        get_person(standing=standing_of(counter, TODAY), person_id=second.pk)
    assert leads.value.person_id == first.pk
    assert list(find_persons("mery", scope=IN_BELU)) == [first]
    assert list(find_persons("", scope=IN_BELU)) == list(find_persons(f"{second.pk:06d}", scope=IN_BELU)) == [first]


def test_both_histories_are_told_on_the_survivor(counter, first, second):
    before = len(history_of(first)) + len(history_of(second))
    merge(first, second, counter)
    told = history_of(first)
    assert len(told) > before
    assert {"people_merge", "people_person", "people_alias"} <= {entry.kind for entry in told}


def test_undoing_restores_both_exactly(counter, first, second):
    before = state()
    done = merge(first, second, counter)
    assert state() != before
    undo_merge(merge=done, by=counter, reason="ternyata kembar")
    assert state() == before


def test_what_came_after_the_merging_stays_with_the_survivor(counter, first, second):
    done = merge(first, second, counter)
    record_paper(person=first, kind=PaperKind.ID_CARD, record=SEEN, by=counter)
    current = Person.objects.get(pk=first.pk)
    change_person(person=current, changes={"phone": "0813"}, version=current.version, by=counter, reason="nomor baru")
    undo_merge(merge=done, by=counter, reason="ternyata kembar")
    assert Person.objects.get(pk=first.pk).phone == "0813"
    assert Person.objects.get(pk=first.pk).birth_place == ""
    assert [paper.kind for paper in current_papers(first)] == [PaperKind.ID_CARD]
    assert Paper.objects.filter(person=second).count() == 2


def test_it_is_undone_once(counter, first, second):
    done = merge(first, second, counter)
    undo_merge(merge=done, by=counter, reason="ternyata kembar")
    with pytest.raises(NotMergeable):
        undo_merge(merge=done, by=counter, reason="lagi")


def test_a_chain_is_undone_from_its_end(counter, first, second):
    third = register_person(
        new=NewPerson(full_name="Lusia", village_code="53.04.05.2001", target="my-domestic"), by=counter
    )
    inner = merge(second, third, counter)
    merge(first, second, counter)
    with pytest.raises(NotMergeable):
        undo_merge(merge=inner, by=counter, reason="kembar")


def test_neither_a_file_with_itself_nor_one_already_merged(counter, first, second):
    with pytest.raises(NotMergeable):
        merge(first, first, counter)
    merge(first, second, counter)
    with pytest.raises(NotMergeable):
        merge(first, second, counter)


def test_files_of_two_districts_wait_for_a_transfer(belu, malaka, maria):
    with scoped(standing_of(malaka, TODAY).scope):
        other = register_person(new=NewPerson(full_name="Yosef", village_code="53.21.02.2004"), by=malaka)
    with scoped(Scope(districts=("53.04", "53.21"))), pytest.raises(NotMergeable) as refused:
        merge(maria, other, belu)
    assert refused.value.code == "district"


def test_rows_move_only_inside_the_own_territory(malaka, maria):
    with scoped(standing_of(malaka, TODAY).scope):
        other = register_person(
            new=NewPerson(full_name="Yosef", village_code="53.21.02.2004", target="my-domestic"), by=malaka
        )
        for pair in ((maria.pk, other.pk), (other.pk, maria.pk)):
            with pytest.raises(ProgrammingError, match="not both"), transaction.atomic():
                connection.cursor().execute("SELECT tenun_move_rows(%s, %s)", pair)
            with pytest.raises(ProgrammingError, match="not both"), transaction.atomic():
                connection.cursor().execute("SELECT tenun_move_rows_back('{}', %s, %s)", pair)


def test_a_file_of_her_own_date_is_filled_as_a_date(counter, first, second):
    Person.objects.filter(pk=second.pk).update(departure_on=date(2027, 3, 1))
    merge(first, second, counter)
    assert Person.objects.get(pk=first.pk).departure_on == date(2027, 3, 1)


def test_what_is_judged_follows_the_papers_there_and_back(counter, first, second):
    merge = merge_files(survivor=first, other=second, by=counter, reason="Orang yang sama")
    papers = {paper.kind for paper in current_papers(first)}
    facts = facts_of([first, second])
    assert {kind for kind in papers if getattr(facts[first.pk], kind).proof} == papers
    assert facts[second.pk].ktp.proof is None
    undo_merge(merge=merge, by=counter, reason="Ternyata lain")
    assert facts_of([second])[second.pk].ktp.proof == Proof.ORIGINAL_SEEN
