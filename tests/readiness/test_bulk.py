"""A run over everybody gives each open journey the answer of the closures, whole ranges at a time, and loses none."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.db import DatabaseError, IntegrityError, ProgrammingError, connection, connections, transaction
from tests.readiness.many import BELU, MALAKA, add_journey, add_person, answers, filled_server
from tests.strategies import TODAY, crowd, packaged_targets, ready_person

from tenun.domain.assessment import assess
from tenun.domain.catalogue import packaged
from tenun.domain.journey import Scheme, State, aims_at
from tenun.readiness import bulk
from tenun.readiness.bulk import AlreadyJudging, assess_all, counts, in_bulk
from tenun.readiness.in_place import MONTH, waits_at
from tenun.readiness.models import Assessment, BulkRun
from tenun.shared.scope import Scope, scoped

TARGETS = [target.id for target in packaged_targets()]
STATES = [state.value for state in State]
PEOPLE, FEW, SMALL = 240, 30, 100


@pytest.fixture
def maker(monkeypatch, django_db_setup, django_db_blocker):
    """Small ranges, transactions of their own, and every person gone at the end."""
    monkeypatch.setattr(bulk, "RANGE", SMALL)
    with django_db_blocker.unblock(), filled_server() as maker:
        yield maker
        for alias in ("default", "worker"):
            connections[alias].close()


@pytest.fixture
def people(maker):
    """People of every target and stage, in three ranges."""
    facts = dict(enumerate(crowd(7, PEOPLE, likely=True), start=1))
    wanted = {
        number: (TARGETS[number % len(TARGETS)], STATES[number // 3 % len(STATES)], (BELU, MALAKA)[number % 2])
        for number in facts
    }
    with maker.transaction():
        for number, (target, state, village) in wanted.items():
            add_person(maker, number, facts[number], target=target, state=state, village=village)
    return facts, wanted


@pytest.fixture
def few(maker, monkeypatch):
    """A handful who want the same, in four ranges."""
    monkeypatch.setattr(bulk, "RANGE", 10)
    with maker.transaction():
        for number, facts in enumerate(crowd(7, FEW, likely=True), start=1):
            village = (BELU, MALAKA)[number % 2]
            add_person(maker, number, facts, target="sg-domestic", state="PREPARING", village=village)


def by_closures(facts, target, state, on=TODAY):
    aim = aims_at(State(state), Scheme(packaged().entries[target].scheme))
    return assess(packaged().target(target, on), facts, on, aim) if aim else None


def test_everybody_has_the_answer_of_the_closures(maker, people):
    facts, wanted = people
    done = assess_all(on=TODAY, workers=2)
    stored, judged = answers(maker), {n: by_closures(facts[n], *wanted[n][:2]) for n in facts}
    open_ones = {number for number, answer in judged.items() if answer is not None}
    assert set(stored) == open_ones
    assert SMALL < done.judged == len(open_ones) < PEOPLE
    for number in open_ones:
        answer, (target, _, village) = judged[number], wanted[number]
        journey, district, place, goal, aim, verdict, ready_for, states, blocking, version, mark, change, at = stored[
            number
        ]
        assert (journey, district, place, goal, version) == (number + 1000, village[:5], village, target, 1)
        assert (aim, verdict, ready_for) == (answer.for_state, answer.verdict, answer.ready_for or "")
        assert states == [int(finding.state) for finding in answer.findings]
        assert blocking == [finding.requirement.id for finding in answer.blocking]
        assert at == next((waits_at(finding.requirement) for finding in answer.blocking), "")
        assert mark == packaged().digest[:16]
        assert answer.next_change_on is None or TODAY < change <= answer.next_change_on
    assert sum(counts().values()) == len(open_ones)


def test_one_connection_or_several_give_the_same(maker, few):
    assess_all(on=TODAY)
    one = answers(maker)
    maker.execute("DELETE FROM readiness_assessment")
    told = []
    assess_all(on=TODAY, workers=3, told=lambda done, of: told.append((done, of)))
    assert answers(maker) == one
    assert sorted(told) == [(done, 4) for done in range(1, 5)]


def test_only_what_is_due_ends_with_the_answers_of_a_whole_run(maker, people):
    assess_all(on=TODAY)
    later = TODAY + timedelta(days=20)
    maker.execute("SET session_replication_role = origin")
    with maker.transaction():
        maker.execute("UPDATE readiness_factsheet SET ktp_proof = 0, version = version + 1 WHERE person_id % 37 = 0")
        maker.execute("UPDATE people_journey SET state = 'PREPARING' WHERE person_id % 41 = 0")
        maker.execute("UPDATE people_person SET target = 'sg-domestic' WHERE id % 43 = 0")
        maker.execute("UPDATE people_person SET merged_into_id = 1 WHERE id IN (2, 3)")
        maker.execute("DELETE FROM readiness_factsheet WHERE person_id = 47")
    done = assess_all(on=later, due_only=True, workers=2)
    by_due = answers(maker)
    whole = assess_all(on=later)
    assert answers(maker) == by_due
    assert 0 < done.judged < whole.judged / 2
    assert not {2, 3} & set(by_due)
    assert maker.execute("SELECT count(*) FROM readiness_due").fetchone() == (0,)


def test_a_person_saved_since_is_due_and_nobody_else(maker, few):
    assess_all(on=TODAY)
    assert assess_all(on=TODAY, due_only=True).judged == 0
    maker.execute("SET session_replication_role = origin")
    maker.execute("UPDATE readiness_factsheet SET ktp_proof = 0 WHERE person_id = 1")
    assert assess_all(on=TODAY, due_only=True).judged == 1


def test_another_catalogue_or_an_earlier_day_makes_everybody_due(maker, few):
    judged = assess_all(on=TODAY, due_only=True).judged
    assert judged == FEW
    assert assess_all(on=TODAY - timedelta(days=1), due_only=True).judged == judged
    assert assess_all(on=TODAY, due_only=True).judged < judged
    BulkRun.objects.using("worker").update(catalogue="x" * 16)
    assert assess_all(on=TODAY, due_only=True).judged == judged


def test_after_a_month_everybody_is_judged_for_the_index_reaches_no_further(maker, few):
    assess_all(on=TODAY)
    within, beyond = TODAY + MONTH - timedelta(days=1), TODAY + MONTH
    assert assess_all(on=within, due_only=True).judged < FEW
    assert assess_all(on=beyond, due_only=True).judged == FEW
    stored = answers(maker)
    assess_all(on=beyond)
    assert answers(maker) == stored


class PowerCut(Exception):  # noqa: N818  The name says what happened.
    """The run ends between two ranges."""


def test_a_run_that_was_cut_off_goes_on_where_it_stood(maker, few):
    def cut(done, of):
        if done == 2:
            raise PowerCut

    with pytest.raises(PowerCut):
        assess_all(on=TODAY, told=cut)
    half = set(answers(maker))
    assert half
    maker.execute("UPDATE readiness_assessment SET catalogue = 'judged before'")
    assess_all(on=TODAY)
    stored = answers(maker)
    assert half < set(stored)
    assert {number for number, row in stored.items() if row[10] == "judged before"} == half
    assert BulkRun.objects.using("worker").count() == 1


def test_a_run_that_was_cut_off_yesterday_is_begun_anew(maker, few):
    def cut(done, of):
        raise PowerCut

    with pytest.raises(PowerCut):
        assess_all(on=TODAY - timedelta(days=1), told=cut)
    assess_all(on=TODAY, due_only=True)
    assert all(answer == packaged().digest[:16] for answer in (row[10] for row in answers(maker).values()))
    assert maker.execute("SELECT count(*) FROM readiness_assessment WHERE judged_on = %s", [TODAY]).fetchone() == (
        len(answers(maker)),
    )


def test_whoever_saves_in_the_midst_of_a_range_is_not_overwritten(maker, monkeypatch):
    add_person(maker, 1, ready_person(), target="sg-domestic", state="PREPARING")
    assess_all(on=TODAY)
    measure, saved = bulk._Doing._measure, []

    def meanwhile(self, cursor, each):
        measure(self, cursor, each)
        if not saved:
            saved.append(True)
            maker.execute("UPDATE people_journey SET state = 'MATCHED'")
            maker.execute("UPDATE readiness_assessment SET for_state = 'PLACEMENT_AGREED'")

    monkeypatch.setattr(bulk._Doing, "_measure", meanwhile)
    assess_all(on=TODAY)
    assert answers(maker)[1][4] == "PLACEMENT_AGREED"


def test_a_file_moves_to_another_district_only_after_the_range(maker):
    add_person(maker, 1, ready_person(), target="sg-domestic", state="PREPARING")
    maker.execute("SET session_replication_role = origin")
    maker.execute("SET lock_timeout = '200ms'")
    with in_bulk(), pytest.raises(Exception, match="lock timeout"):
        maker.execute("UPDATE people_person SET district_code = '53.21', village_code = '53.21.01.2001'")
    assess_all(on=TODAY)
    maker.execute("UPDATE people_person SET district_code = '53.21', village_code = '53.21.01.2001'")
    assert answers(maker)[1][1:3] == ("53.21", "53.21.01.2001")


def test_two_runs_at_once_are_one(maker, few):
    with bulk._alone():
        other = settings.DATABASES["worker"]
        assert other["USER"] == "tenun_worker"

        def judge():
            try:
                assess_all(on=TODAY)
            except AlreadyJudging:
                return True
            finally:
                connections["worker"].close()
            return False

        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(1) as pool:
            assert pool.submit(judge).result()


def test_the_latest_journey_counts_and_what_cannot_be_judged_is_told(maker):
    add_person(maker, 1, ready_person(), target="sg-domestic", state="REINTEGRATED")
    add_journey(maker, 2000, 1, "PREPARING")
    add_person(maker, 2, ready_person(), target="", state="PREPARING")
    add_person(maker, 3, ready_person(), target="mars-miner", state="PREPARING")
    add_person(maker, 4, ready_person(), target="sg-domestic", state="WORKING")
    add_person(maker, 5, None, target="sg-domestic", state="PREPARING")
    done = assess_all(on=TODAY)
    stored = answers(maker)
    assert {number: row[0] for number, row in stored.items()} == {1: 2000, 5: 1005}
    assert stored[5][5] == "repair"
    assert (done.judged, done.without_target, dict(done.unknown_targets)) == (2, 1, {"mars-miner": 1})


def test_an_answer_whose_journey_is_over_goes(maker):
    add_person(maker, 1, ready_person(), target="sg-domestic", state="PREPARING")
    assess_all(on=TODAY)
    assert set(answers(maker)) == {1}
    maker.execute("UPDATE people_journey SET state = 'WITHDREW'")
    assess_all(on=TODAY)
    assert answers(maker) == {}


def test_nobody_at_all(maker):
    assert assess_all(on=TODAY).judged == 0


class TestSight:
    """The worker sees facts and answers of everybody in bulk, and in bulk alone; never a name."""

    def count(self, table):
        with connections["worker"].cursor() as cursor:
            cursor.execute(f"SELECT count(*) FROM {table}")
            return cursor.fetchone()[0]

    def test_nothing_is_seen_outside_a_range(self, maker, few):
        assess_all(on=TODAY)
        assert self.count("readiness_factsheet") == self.count("readiness_assessment") == 0

    def test_in_bulk_neither_persons_nor_journeys_are_seen(self, maker, few):
        with in_bulk():
            assert self.count("readiness_factsheet") == FEW
            assert self.count("people_person") == self.count("people_journey") == self.count("people_nameword") == 0

    def test_in_bulk_no_fact_is_changed(self, maker, few):
        with in_bulk() as cursor:
            cursor.execute("UPDATE readiness_factsheet SET ktp_proof = 3")
            assert cursor.rowcount == 0
            cursor.execute("DELETE FROM readiness_factsheet")
            assert cursor.rowcount == 0

    @pytest.mark.parametrize(
        "statement",
        [
            "SELECT * FROM tenun_journeys_to_judge(1, 100, NULL)",
            "SELECT * FROM tenun_numbers_of_persons()",
            "SELECT * FROM readiness_due",
            "DELETE FROM readiness_due",
            "INSERT INTO readiness_bulkrun VALUES (1)",
            "DELETE FROM readiness_bulkrange",
        ],
    )
    def test_the_site_has_no_such_sight(self, maker, few, statement):
        with pytest.raises(ProgrammingError, match="permission denied"), connection.cursor() as cursor:
            cursor.execute(statement)

    def test_the_word_in_bulk_opens_nothing_to_the_site(self, maker, few):
        assess_all(on=TODAY)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL tenun.in_bulk = 'on'")
            cursor.execute("SELECT count(*) FROM readiness_factsheet")
            assert cursor.fetchone() == (0,)
            cursor.execute("SELECT count(*) FROM readiness_assessment")
            assert cursor.fetchone() == (0,)

    def test_an_office_sees_its_own_answers(self, maker, few):
        assess_all(on=TODAY)
        with scoped(Scope(districts=("53.04",))):
            seen = set(Assessment.objects.values_list("district_code", flat=True))
        assert seen == {"53.04"}

    def test_a_save_by_the_site_cannot_give_other_codes(self, maker, few):
        assess_all(on=TODAY)
        number = next(iter(answers(maker)))
        with scoped(Scope(districts=("53.04", "53.21"))):
            before = Assessment.objects.get(pk=number).district_code
            Assessment.objects.filter(pk=number).update(district_code="53.71")
            assert Assessment.objects.get(pk=number).district_code == before

    def test_a_new_row_by_the_site_with_other_codes_is_refused(self, maker, few):
        assess_all(on=TODAY)
        with scoped(Scope(districts=("53.04", "53.21"))):
            row = Assessment.objects.filter(district_code="53.04").first()
            Assessment.objects.filter(pk=row.pk).delete()
            row.district_code = "53.21"
            with pytest.raises(IntegrityError, match="stands where its person stands"), transaction.atomic():
                row.save(force_insert=True)


def test_a_fault_of_the_database_is_not_swallowed(maker, few, monkeypatch):
    monkeypatch.setattr(bulk.in_place, "KINDS", "SELECT nothing FROM nowhere")
    with pytest.raises(DatabaseError):
        assess_all(on=date(2026, 11, 24))
