"""Five hundred people by the set: rows that hold together as if each had been recorded at a desk."""

import itertools
from collections import Counter
from datetime import date

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from tests.people.conftest import officer

from tenun.config.demo.invented import STORIES, STORIES_OF_UNSEEN
from tenun.config.many import NotForBenches, fill, make_many
from tenun.config.many.people import Numbers, districts
from tenun.config.many.statements import TABLES, WAYS
from tenun.domain.facts import Facts
from tenun.domain.identifiers.names import fold_name
from tenun.domain.identifiers.nik import read_nik
from tenun.domain.identifiers.regions import is_village
from tenun.domain.journey import State
from tenun.organisations.enums import Role
from tenun.people.models import Journey, JourneyEntry, NameWord, Person, Seal
from tenun.people.queries import find_persons
from tenun.readiness.models import Factsheet, Referral
from tenun.readiness.queries import facts_of
from tenun.shared.clock import now
from tenun.shared.encryption import keyed_hash
from tenun.shared.scope import Scope, scoped

PEOPLE = 500
DISTRICTS, WEIGHTS = districts()
EVERYWHERE = Scope(user_id=1, districts=DISTRICTS, cases=DISTRICTS)


@pytest.fixture(scope="module")
def said(django_db_setup, django_db_blocker):
    """The database filled, in two goes, and emptied again; what was said of the progress."""
    lines = []
    officers = dict.fromkeys(DISTRICTS, 1)
    with settings.SERVER.connect(connection.settings_dict["NAME"]) as maker:
        for count in (PEOPLE - 100, 100):
            with settings.SERVER.connect(connection.settings_dict["NAME"]) as filler:
                fill(filler, count, officers=officers, at=now(), say=lambda *line: lines.append(line))
        yield lines
        maker.execute("SET session_replication_role = replica")
        for table in TABLES:
            maker.execute(f"DELETE FROM {table}")


@pytest.fixture
def everybody(said, db):
    with scoped(EVERYWHERE):
        yield list(Person.objects.order_by("id"))


def test_the_progress_is_told(said):
    assert [(made, of) for made, of, _ in said] == [(PEOPLE - 100, PEOPLE - 100), (100, 100)]


def test_they_stand_in_the_villages_of_the_districts_in_their_proportions(everybody):
    assert len(everybody) == PEOPLE
    assert all(is_village(each.village_code) and each.village_code[:5] == each.district_code for each in everybody)
    found = Counter(each.district_code for each in everybody)
    likely = dict(zip(DISTRICTS, WEIGHTS, strict=True))
    assert {code for code, _ in found.most_common(3)} <= {code for code, _ in Counter(likely).most_common(6)}


def test_their_numbers_are_in_order_and_nobodys(everybody):
    assert len({each.nik for each in everybody}) == PEOPLE
    for each in everybody:
        read = read_nik(each.nik, on=now().date())
        assert (read.problems, int(each.nik[-4:]) >= 9000, each.nik_hash) == ((), True, keyed_hash(each.nik))
        assert each.birth_date in read.birth_date_candidates
        assert (read.sex, each.nik[:6]) == (each.sex, each.village_code[:8].replace(".", ""))
        assert len(each.family_card_number) == 16


@pytest.mark.parametrize("model", [NameWord, Factsheet, Journey, JourneyEntry, Seal, Referral])
def test_every_follower_stands_where_its_person_stands(everybody, model):
    home = {each.pk: (each.district_code, each.village_code) for each in everybody}
    rows = list(model.objects.values_list("person_id", "district_code", "village_code"))
    assert rows
    assert [row for row in rows if home[row[0]] != row[1:]] == []


def test_each_is_found_by_the_words_of_her_name_and_by_her_nik(everybody):
    for each in everybody[::25]:
        assert each.folded_name == fold_name(each.full_name)
        scope = Scope(user_id=1, districts=(each.district_code,))
        by_nik = find_persons(each.nik, scope=scope)
        assert list(by_nik) == [each]
        words = sorted(NameWord.objects.filter(person=each).values_list("word", flat=True))
        assert words == sorted(set(each.folded_name.split()))
        rarest = " ".join(word[:-1] or word for word in words)
        assert each in find_persons(rarest, scope=scope) or find_persons(rarest, scope=scope).count() == 50


def test_each_has_facts_that_agree_with_her_row(everybody):
    found = facts_of(everybody)
    assert len(found) == PEOPLE
    for each in everybody:
        facts: Facts = found[each.pk]
        said = (facts.birth_date, facts.sex, facts.marital_status, facts.education, facts.departure_on)
        assert said == (each.birth_date, each.sex, each.marital_status, each.education, each.departure_on)
        assert facts.birth_date_earliest <= each.birth_date <= facts.birth_date_latest
    proofs = Counter(facts.ktp.proof for facts in found.values())
    assert len(proofs) > 2, "a spread, and not one answer for all"


def test_each_journey_is_the_end_of_its_log(everybody):
    logs = {}
    for entry in JourneyEntry.objects.order_by("id"):
        logs.setdefault(entry.journey_id, []).append(entry)
    journeys = list(Journey.objects.all())
    assert len(journeys) == len(logs) == PEOPLE
    for journey in journeys:
        log = logs[journey.pk]
        states = [entry.after for entry in log]
        assert (states[-1], journey.history, log[0].before) == (journey.state, states[:-1], "")
        assert [entry.before for entry in log[1:]] == states[:-1]
        assert all(one.at <= next_.at for one, next_ in itertools.pairwise(log))
        assert log[-1].at <= now()
    assert len({journey.state for journey in journeys}) > 8


def test_every_story_of_the_demonstration_has_its_way():
    assert WAYS.keys() == STORIES.keys() | STORIES_OF_UNSEEN.keys()


def test_children_and_files_handed_over_are_sealed_as_the_database_would_have(everybody):
    children = {each.person_id for each in Journey.objects.filter(state=State.UNDERAGE)}
    handed_over = set(Referral.objects.values_list("person_id", flat=True))
    seals = {seal.person_id: seal for seal in Seal.objects.all()}
    assert seals.keys() == children | handed_over
    before = {number: (seal.kind, seal.until) for number, seal in seals.items()}
    with settings.SERVER.connect(connection.settings_dict["NAME"]) as maker:
        for number in seals:
            maker.execute("SELECT tenun_settle_seal(%s)", [number])
        after = maker.execute("SELECT person_id, kind, until FROM people_seal").fetchall()
    assert {number: tuple(rest) for number, *rest in after} == before


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("scope", [Scope(), Scope(user_id=1, districts=("53.99",))], ids=["nobody", "elsewhere"])
def test_every_row_stands_under_its_policy(said, db, table, scope):
    with scoped(scope), connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {table}")
        assert cursor.fetchone() == (0,)


def test_no_number_is_given_twice_however_many_there_are():
    numbers = Numbers(date(2026, 11, 24), {"53.04.05": 7})
    given = [numbers.take("53.04.05", child=False, woman=True) for _ in range(20_000)]
    assert len({nik for _, nik, _ in given}) == len(given)
    assert all(date(1982, 1, 1) < born <= date(2005, 11, 24) for born, _, _ in given)


class TestRefused:
    def test_where_somebody_real_has_an_account(self, db, settings):
        settings.DEMO = True
        officer("nyata", Role.ADMIN)
        with pytest.raises(NotForBenches, match="real_accounts"):
            make_many(10, print)

    def test_outside_the_demonstration(self, db, settings):
        settings.DEMO = False
        with pytest.raises(NotForBenches, match="not_demo"):
            make_many(10, print)

    def test_for_an_account_that_may_not_switch_triggers_off(self, db):
        site = settings.SERVER.settings(
            connection.settings_dict["NAME"], "tenun_site", settings.DATABASE_PASSWORDS["tenun_site"]
        )
        given = {"host": site["HOST"], "dbname": site["NAME"], "user": site["USER"], "password": site["PASSWORD"]}
        with psycopg.connect(**given, autocommit=True) as weak, pytest.raises(NotForBenches, match="no_right"):
            fill(weak, 10, officers={}, at=now(), say=print)
