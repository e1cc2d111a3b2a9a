"""Berkas names the programmes of her district that give what she lacks and do not shut her out."""

from dataclasses import replace
from datetime import date

import pytest
from django.urls import reverse
from tests.partnership.conftest import RECORD, in_scope, owner, partner, province  # noqa: F401  Fixtures.
from tests.people.conftest import belu, maria, officer  # noqa: F401  Fixtures.

from tenun.domain.papers import Education, Sex
from tenun.domain.programmes import ProgrammeStatus, ServiceLine
from tenun.domain.rules import AgeWindow, EducationAtLeast, ValueIn
from tenun.organisations.enums import Role
from tenun.partnership.actions.programmes import enter_programme

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
HERS = replace(RECORD, districts=("53.04",), entry_rules=(), entry_words="")


@pytest.fixture
def offered(province, owner):  # noqa: F811
    def enter(number, **changed):
        record = replace(HERS, identifier=f"R-{number}", title=f"Program rekaan {number}", **changed)
        with in_scope(province):
            return enter_programme(record=record, owner=owner, partners=[], by=province)

    return enter


@pytest.fixture
def page(client, belu, maria):  # noqa: F811
    def opened(user=belu):
        client.force_login(user)
        return client.get(reverse("berkas", args=[maria.pk])).text

    return opened


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({}, True),
        ({"services": (ServiceLine.DOCUMENTS,)}, True),
        ({"districts": ()}, True),
        ({"districts": ("53.21",)}, False),
        ({"services": (ServiceLine.RETURN,)}, False),
        ({"status": ProgrammeStatus.OFFERED}, False),
        ({"status": ProgrammeStatus.AGREED}, True),
        ({"entry_rules": (AgeWindow(minimum=21, below=46),)}, True),
        ({"entry_rules": (AgeWindow(minimum=40),)}, False),
        ({"entry_rules": (ValueIn("sex", (Sex.MALE.value,)),)}, False),
        ({"entry_rules": (EducationAtLeast(Education.PRIMARY),)}, True),
    ],
)
def test_a_programme_is_named_when_it_may_be_hers(page, offered, changed, named):
    offered(1, **changed)
    assert ("Program rekaan 1" in page()) is named


def test_what_is_not_known_of_her_is_asked_and_stands_after_what_is_open(page, offered):
    offered(1, entry_rules=(EducationAtLeast(Education.PRIMARY),))
    offered(2, entry_rules=(AgeWindow(minimum=21),))
    text = page()
    assert text.index("Program rekaan 2") < text.index("Program rekaan 1")
    assert text.index("Syaratnya terpenuhi") < text.index("Tanyakan syaratnya")


def test_at_most_five_are_named(page, offered):
    for number in range(7):
        offered(number)
    assert page().count("Program rekaan") == 5


def test_without_any_the_section_is_not_there(page, offered):
    offered(1, districts=("53.21",), checked_on=date(2026, 11, 2))
    assert "Program yang mungkin cocok" not in page()


def test_a_village_is_told_of_it_without_a_way_to_the_map(page, offered):
    made = offered(1)
    text = page(officer("desa", Role.VILLAGE, villages=("53.04.05.2001",)))
    assert "Program rekaan 1" in text
    assert reverse("programme", args=[made.pk]) not in text
