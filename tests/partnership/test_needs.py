"""Who needs what where: counted by a job over everybody, whole for the district's own office, hidden for the others."""

from collections import defaultdict

import pytest
from django.db import connections
from tests.people.conftest import TODAY
from tests.readiness.many import BELU, MALAKA, add_person, filled_server
from tests.strategies import crowd, packaged_targets

from tenun.domain.catalogue import packaged
from tenun.domain.coverage import CellState
from tenun.domain.disclosure import CLOSED, FEW
from tenun.domain.identifiers.regions import ntt_districts
from tenun.domain.journey import State
from tenun.domain.journey.states import BEFORE
from tenun.domain.programmes import ServiceLine
from tenun.organisations.enums import Role
from tenun.organisations.queries import Standing
from tenun.partnership.models import Need, NeedShown
from tenun.partnership.needs import HOME, asked_of, count_needs, kinds_of, map_for
from tenun.readiness.bulk import assess_all
from tenun.readiness.models import Assessment
from tenun.shared.scope import NOBODY, Scope, scoped

TARGETS = [target.id for target in packaged_targets()]
STATES = [State.PREPARING, State.CONTACTED, State.HOME, State.PREPARING, State.WORKING, State.PREPARING]
PEOPLE, SEALED = 180, 7
_SEAL = """
INSERT INTO people_seal (person_id, district_code, village_code, kind, since)
VALUES (%s, '53.04', '', 'referral', '2026-11-01')
"""
IN_BELU = Scope(user_id=1, districts=("53.04",), offices=("53.04",))
PROVINCE = Scope(user_id=2, districts=ntt_districts())


def standing(scope, role):
    return Standing(user_id=scope.user_id, roles=frozenset({role}), scope=scope, title="")


@pytest.fixture(scope="class")
def people(django_db_setup, django_db_blocker):
    """People of every target in two districts, judged, one of them sealed; by number their target, state, district."""
    with django_db_blocker.unblock(), filled_server() as maker:
        facts = dict(enumerate(crowd(11, PEOPLE, likely=True), start=1))
        wanted = {
            number: (TARGETS[number % len(TARGETS)], STATES[number % len(STATES)], MALAKA if number % 9 == 0 else BELU)
            for number in facts
        }
        with maker.transaction():
            for number, (target, state, village) in wanted.items():
                add_person(maker, number, facts[number], target=target, state=str(state), village=village)
            maker.execute(_SEAL, [SEALED])
        assess_all(on=TODAY, workers=1)
        count_needs(packaged(), TODAY)
        yield wanted
        for alias in ("default", "worker"):
            connections[alias].close()


def recount(wanted):
    """The same by hand, from the stored answers one by one."""
    asked = {(target, item): (service, kind) for target, item, service, kind in asked_of(packaged(), TODAY)}
    found = defaultdict(set)
    with connections["worker"].cursor() as cursor:
        cursor.execute("BEGIN")
        cursor.execute("SET LOCAL tenun.in_bulk = 'on'")
        answers = {each.person_id: each for each in Assessment.objects.using("worker")}
        cursor.execute("ROLLBACK")
    for number, (_, state, village) in wanted.items():
        district, answer = village[:5], answers.get(number)
        needs = set()
        if state in BEFORE and answer:
            needs |= {asked[answer.target, item] for item in answer.blocking if (answer.target, item) in asked}
        if state is State.PREPARING and answer and answer.verdict == "ready":
            needs.add((ServiceLine.PLACEMENT, f"target:{answer.target}"))
        if state is State.CONTACTED:
            needs.add((ServiceLine.INFORMATION, f"state:{state}"))
        if state in HOME:
            needs.add((ServiceLine.RETURN, f"state:{state}"))
        for service, kind in needs if number != SEALED else ():
            found[district, service, kind].add(number)
            found[district, service, ""].add(number)
    return {key: len(numbers) for key, numbers in found.items()}


@pytest.mark.django_db(databases=["default", "worker"], transaction=False)
class TestCounted:
    def whole(self, scope):
        with scoped(scope):
            return {(each.district_code, each.service, each.kind): each.people for each in Need.objects.all()}

    def shown(self, scope):
        with scoped(scope):
            return {(each.district_code, each.service, each.kind): each.shown for each in NeedShown.objects.all()}

    def test_every_number_is_that_of_a_count_by_hand(self, people):
        by_hand = recount(people)
        assert len(by_hand) > 30
        assert self.whole(IN_BELU) == {key: number for key, number in by_hand.items() if key[0] == "53.04"}
        malaka = Scope(user_id=3, offices=("53.21",))
        assert self.whole(malaka) == {key: number for key, number in by_hand.items() if key[0] == "53.21"}

    def test_whole_numbers_are_the_own_offices_alone(self, people):
        assert self.whole(PROVINCE) == {}
        assert self.whole(NOBODY) == {}
        assert self.shown(NOBODY) == {}

    def test_others_read_no_number_from_one_to_four(self, people):
        by_hand, shown = recount(people), self.shown(PROVINCE)
        for key, number in by_hand.items():
            assert shown[key] in ({FEW} if number < 5 else {str(number), CLOSED})
        assert {each for each in shown.values() if each.isdigit() and 0 < int(each) < 5} == set()
        assert FEW in shown.values()

    def test_one_hidden_district_is_never_alone_beside_a_shown_total(self, people):
        columns = defaultdict(dict)
        for (district, service, kind), number in self.shown(PROVINCE).items():
            columns[service, kind][district] = number
        for column in columns.values():
            hidden = [district for district, number in column.items() if not number.isdigit()]
            assert len(hidden) != 1, column

    def test_the_site_writes_no_number(self, people):
        with connections["default"].cursor() as cursor:
            cursor.execute(
                "SELECT has_table_privilege('partnership_need', 'insert, update, delete'),"
                " has_table_privilege('partnership_needshown', 'insert, update, delete')"
            )
            assert cursor.fetchone() == (False, False)

    def test_the_map_gives_the_office_its_own_number_and_others_the_shown_one(self, people):
        by_hand = recount(people)
        with scoped(IN_BELU):
            own = map_for(standing(IN_BELU, Role.COUNTER), TODAY)
        with scoped(PROVINCE):
            others = map_for(standing(PROVINCE, Role.PROVINCE), TODAY)
        key = ("53.04", ServiceLine.DOCUMENTS)
        assert own.cells[key].need == by_hand[*key, ""]
        assert own.cells[key].state is CellState.GAP
        assert own.counted_at is not None
        assert others.cells["53.01", ServiceLine.DOCUMENTS].need == 0
        assert len(others.cells) == 22 * 6

    def test_behind_a_number_stand_its_kinds_with_their_desk(self, people):
        by_hand = recount(people)
        with scoped(IN_BELU):
            kinds = kinds_of(standing(IN_BELU, Role.COUNTER), "53.04", ServiceLine.SKILLS, packaged(), TODAY)
        found = {kind.code: kind.people for kind in kinds}
        assert found == {kind: count for (at, of, kind), count in by_hand.items() if (at, of) == key_of() and kind}
        assert all(kind.title.id for kind in kinds)
        assert any(kind.where for kind in kinds)
        assert [kind.people for kind in kinds] == sorted(found.values(), reverse=True)


def key_of():
    return "53.04", ServiceLine.SKILLS


@pytest.mark.django_db
def test_before_anything_was_counted_nothing_is_said_to_be_zero(province, programme):
    with scoped(PROVINCE):
        found = map_for(standing(PROVINCE, Role.PROVINCE), TODAY)
    assert found.counted_at is None
    assert {cell.need for cell in found.cells.values()} == {None}
