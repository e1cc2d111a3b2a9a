"""Every save keeps the answer of whom it concerns, in the same transaction, as a run over everybody would give it."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.db import connection
from tests.people.conftest import TODAY, belu, maria  # noqa: F401  Fixtures.
from tests.readiness.many import add_person, filled_server
from tests.strategies import ready_person

from tenun.documents.actions import record_paper
from tenun.domain.assessment import assess
from tenun.domain.catalogue import packaged
from tenun.domain.journey import Event, Evidence, Role
from tenun.domain.papers import PaperRecord, Proof
from tenun.organisations.queries import standing_of
from tenun.people.actions import NewPerson, choose_target, merge_files, register_person, undo_merge
from tenun.people.models import Person
from tenun.readiness.actions import Noted, advance, first_talk, record_facts
from tenun.readiness.in_place import waits_at
from tenun.readiness.judged import Judged
from tenun.readiness.models import Assessment
from tenun.readiness.queries import facts_of
from tenun.readiness.standing import judged_later
from tenun.shared.clock import today
from tenun.shared.scope import NOBODY, Scope, scoped

KTP = PaperRecord(proof=Proof.ORIGINAL_SEEN, number="5304055203999001", name="Maria Goreti Bano")


@pytest.fixture
def talked(belu, maria):  # noqa: F811
    """Maria with her first talk entered, inside the scope of the counter."""
    with scoped(standing_of(belu, TODAY).scope):
        first_talk(person=maria, role=Role.COUNTER, on=TODAY, by=belu)
        yield maria


def standing(person):
    return Assessment.objects.get(person=person)


def assert_as_the_closures(person):
    stored = standing(person)
    judged = assess(packaged().target(stored.target, today()), facts_of([person])[person.pk], today())
    assert (stored.verdict, stored.for_state) == (judged.verdict, "MATCHED")
    assert stored.states == [int(finding.state) for finding in judged.findings]
    assert stored.blocking == [finding.requirement.id for finding in judged.blocking]
    assert stored.waits_at == next((waits_at(finding.requirement) for finding in judged.blocking), "")
    assert stored.next_change_on == judged.next_change_on
    assert stored.judged_on == today()


def test_nobody_is_judged_before_her_journey_is_open(belu, maria):  # noqa: F811
    with scoped(standing_of(belu, TODAY).scope):
        assert not Assessment.objects.exists()


def test_the_first_talk_opens_the_answer(talked):
    assert_as_the_closures(talked)
    assert "ktp" in standing(talked).blocking
    assert standing(talked).district_code == "53.04"


def test_a_paper_recorded_is_judged_at_once(belu, talked):  # noqa: F811
    before = standing(talked)
    record_paper(person=talked, kind="ktp", record=KTP, by=belu)
    assert_as_the_closures(talked)
    assert "ktp" not in standing(talked).blocking
    assert standing(talked).facts_version > before.facts_version


def test_an_act_over_many_leaves_the_judging_to_the_run_that_ends_it(belu, talked):  # noqa: F811
    before = standing(talked)
    with judged_later():
        record_paper(person=talked, kind="ktp", record=KTP, by=belu)
    after = standing(talked)
    assert (after.judged_at, after.facts_version) == (before.judged_at, before.facts_version)
    record_paper(person=talked, kind="kk", record=PaperRecord(proof=Proof.COPY), by=belu)
    assert standing(talked).facts_version == before.facts_version + 2
    assert_as_the_closures(talked)


def test_another_target_or_departure_is_judged_at_once(belu, talked):  # noqa: F811
    leaves = today() + timedelta(days=90)
    choose_target(person=talked, target="sg-domestic", departure_on=leaves, by=belu)
    assert standing(talked).target == "sg-domestic"
    assert_as_the_closures(talked)
    choose_target(person=talked, target="", departure_on=None, by=belu)
    assert not Assessment.objects.exists()


def test_a_journey_that_ends_takes_its_answer_away(belu, talked):  # noqa: F811
    advance(
        person=talked,
        journey=talked.journeys.get(),
        event=Event.WITHDRAW,
        noted=Noted(evidence=frozenset(Evidence), reason="Tidak jadi"),
        judged=Judged(birth_dates=(date(1999, 3, 12),)),
        role=Role.COUNTER,
        on=TODAY,
        by=belu,
    )
    assert not Assessment.objects.exists()


def test_a_merged_file_has_no_answer_and_has_it_again_when_that_is_undone(belu, talked):  # noqa: F811
    new = NewPerson(full_name="Mery Bano", village_code="53.04.01.2001", target="sg-domestic")
    second = register_person(new=new, by=belu, another=True)
    first_talk(person=second, role=Role.COUNTER, on=TODAY, by=belu)
    both = set(Assessment.objects.values_list("person_id", "journey_id"))
    assert len(both) == 2
    merge = merge_files(survivor=talked, other=second, by=belu, reason="sama")
    assert standing(talked).journey_id == max(journey for _, journey in both)
    assert not Assessment.objects.filter(person=second).exists()
    undo_merge(merge=merge, by=belu, reason="keliru")
    assert set(Assessment.objects.values_list("person_id", "journey_id")) == both


def test_nobody_outside_the_scope_sees_an_answer(talked):
    with scoped(NOBODY):
        assert not Assessment.objects.exists()


def due():
    with settings.SERVER.connect(connection.settings_dict["NAME"]) as maker:
        return {row[0] for row in maker.execute("SELECT person_id FROM readiness_due")}


def run_by(maker, catalogue):
    maker.execute(
        'INSERT INTO readiness_bulkrun ("on", catalogue, due_only, started_at)'
        " VALUES ('2026-11-24', %s, true, now())",
        [catalogue],
    )


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """One person with an answer of yesterday's run, saved by connections of their own."""
    with django_db_blocker.unblock(), filled_server() as maker:
        add_person(maker, 1, ready_person(), target="sg-domestic", state="PREPARING")
        maker.execute("SET session_replication_role = origin")
        yield maker
        connection.close()


def saved():
    with scoped(Scope(districts=("53.04",))):
        record_facts(person=Person.objects.get(pk=1), facts=ready_person())


def test_whoever_is_judged_at_a_save_is_not_due(committed):
    run_by(committed, packaged().digest[:16])
    saved()
    assert due() == set()
    with scoped(Scope(districts=("53.04",))):
        assert Assessment.objects.get(pk=1).verdict == "ready"


def test_she_is_when_a_run_has_judged_by_a_catalogue_that_this_process_does_not_know(committed):
    run_by(committed, "another")
    saved()
    assert due() == {1}


def test_a_change_past_the_actions_is_noted(committed):
    run_by(committed, packaged().digest[:16])
    committed.execute("UPDATE people_journey SET state = 'MATCHED'")
    assert due() == {1}
