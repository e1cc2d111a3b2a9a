"""Invented people: the same every time, in both populations, through the real actions, whole districts at a time."""

from collections import Counter
from datetime import date

import pytest

from tenun.config.demo import ALL_DISTRICTS, make_population
from tenun.config.demo.invented import PROCEDURAL, UNSEEN, invent, shares
from tenun.domain.identifiers.nik import read_nik
from tenun.domain.identifiers.regions import is_village
from tenun.domain.papers import Sex
from tenun.people.models import Journey, JourneyEntry, Person, Seal
from tenun.shared.clock import now, pretending
from tenun.shared.scope import Scope, scoped

ON = date(2026, 11, 24)
EVERYWHERE = Scope(districts=ALL_DISTRICTS, cases=ALL_DISTRICTS)


@pytest.fixture(scope="module")
def people():
    return {district: invent(district, count, ON) for district, count in shares(2000).items()}


def test_everywhere_somebody_and_about_as_many_as_asked(people):
    assert set(people) == set(ALL_DISTRICTS) == set(PROCEDURAL)
    assert set(UNSEEN) <= set(PROCEDURAL)
    assert abs(sum(map(len, people.values())) - 2000) < 40


def test_they_are_the_same_every_time(people):
    assert invent("53.21", len(people["53.21"]), ON) == people["53.21"]


def test_two_populations(people):
    """Women of Sumba, Kupang and Belu for households; men of Malaka, Ende, Flores Timur and TTS for plantations."""
    everybody = [each for group in people.values() for each in group]
    women = {
        unseen: sum(each.dossier.sex is Sex.FEMALE for each in everybody if each.unseen is unseen)
        / sum(each.unseen is unseen for each in everybody)
        for unseen in (True, False)
    }
    assert 0.88 < women[False] < 0.96
    assert 0.10 < women[True] < 0.24
    origin = Counter(district for district, group in people.items() for each in group if each.unseen)
    assert {district for district, _ in origin.most_common(4)} == {"53.21", "53.08", "53.06", "53.02"}
    seen = Counter(district for district, group in people.items() for each in group if not each.unseen)
    assert {district for district, _ in seen.most_common(5)} == {"53.18", "53.11", "53.01", "53.12", "53.04"}


def test_no_number_can_be_that_of_somebody_alive(people):
    niks = [each.dossier.nik for group in people.values() for each in group if each.dossier.nik]
    assert len(set(niks)) == len(niks)
    assert all(int(nik[-4:]) >= 9000 for nik in niks)
    assert not [nik for nik in niks if read_nik(nik, on=ON).problems]


def test_every_village_is_one(people):
    villages = {each.dossier.village_code for group in people.values() for each in group}
    assert all(is_village(code) for code in villages)


@pytest.mark.django_db
class TestMade:
    @pytest.fixture
    def said(self):
        said = []
        make_population(150, said.append)
        return said

    def test_in_every_state_so_far_and_at_their_own_time(self, said):
        with scoped(EVERYWHERE):
            states = set(Journey.objects.values_list("state", flat=True))
            first, last = (Person.objects.order_by(order).first().created_at for order in ("created_at", "-created_at"))
            assert JourneyEntry.objects.count() > Person.objects.count()
        assert {"CONTACTED", "INFORMED", "VILLAGE_RECORDED", "REGISTERED", "PREPARING"} <= states
        assert (last - first).days > 60
        assert last < now()

    def test_what_is_sealed_is_sealed(self, said):
        with scoped(EVERYWHERE):
            held = Person.objects.filter(pk__in=Seal.objects.values("person")).count()
            young = Journey.objects.filter(state="UNDERAGE").count()
        assert held >= young

    def test_a_second_start_makes_nobody_twice(self, said):
        again = []
        assert make_population(150, again.append) == 0
        assert again == []

    def test_it_says_how_far_it_is(self, said):
        assert len(said) == 22
        assert said[-1].startswith("orang peragaan: ")


def test_the_clock_goes_on_after_a_pretended_moment():
    before = now()
    with pretending(before.replace(year=2020)):
        assert now().year == 2020
    assert now() >= before
