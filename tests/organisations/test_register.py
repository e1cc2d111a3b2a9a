"""Who is meant by a name: by reference, by a known spelling, else a person is asked."""

import pytest

from tenun.organisations.enums import OrganisationKind
from tenun.organisations.models import Organisation
from tenun.organisations.register import (
    Known,
    SpellingTaken,
    enter_organisation,
    fold,
    keep_spelling,
    look_up,
)

pytestmark = pytest.mark.django_db
RIGHT, WRONG, REF = (
    "International Organization for Migration",
    "International Organization on Migration",
    "XM-DAC-47066",
)


@pytest.fixture
def iom():
    return enter_organisation(name=RIGHT, kind=OrganisationKind.PARTNER, ref=REF, type_code="40")


@pytest.fixture
def other():
    return enter_organisation(name="Yayasan Rekaan Flores", kind=OrganisationKind.PARTNER)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("  International   Organization FOR Migration ", "international organization for migration"),
        ("Kementerian P.U.", "kementerian p u"),
        ("Fundação", "fundacao"),
        ("—", ""),
    ],
)
def test_a_name_is_folded(name, folded):
    assert fold(name) == folded


@pytest.mark.parametrize("name", [RIGHT, RIGHT.upper(), f"  {RIGHT} "])
def test_a_known_name_is_found(iom, other, name):
    assert look_up(name).organisation == look_up(name, REF).organisation
    assert (look_up(name).known, look_up(name).organisation) == (Known.RIGHT, iom)


@pytest.mark.parametrize("name", [WRONG, f"{WRONG} (IOM)", "Int. Organization for Migration"])
@pytest.mark.parametrize("ref", ["", REF])
def test_an_unknown_spelling_is_asked_also_under_a_known_reference(iom, other, name, ref):
    found = look_up(name, ref)
    assert (found.known, found.organisation, found.offered) == (Known.ASK, None, (iom,))


def test_a_short_name_in_brackets_offers_and_does_not_settle(iom, other, django_user_model):
    by = django_user_model.objects.create(username="ani")
    keep_spelling(organisation=iom, spelling="IOM", is_wrong=False, by=by)
    assert look_up("iom").organisation == iom
    found = look_up("Badan Dunia Urusan Perpindahan (IOM)")
    assert (found.known, found.offered) == (Known.ASK, (iom,))


def test_a_name_like_no_other_offers_nobody(iom, other):
    assert look_up("Dewan Nelayan").offered == ()


def test_what_was_said_of_a_spelling_is_known_from_then_on(iom, django_user_model):
    by = django_user_model.objects.create(username="ani")
    keep_spelling(organisation=iom, spelling=WRONG, is_wrong=True, by=by)
    found = look_up(WRONG.lower())
    assert (found.known, found.organisation) == (Known.WRONG_SPELLING, iom)
    keep_spelling(organisation=iom, spelling=WRONG, is_wrong=False, by=by)
    assert look_up(WRONG).known is Known.RIGHT


def test_a_spelling_means_one_organisation(iom, other, django_user_model):
    by = django_user_model.objects.create(username="ani")
    keep_spelling(organisation=iom, spelling=WRONG, is_wrong=True, by=by)
    with pytest.raises(SpellingTaken):
        keep_spelling(organisation=other, spelling=WRONG, is_wrong=False, by=by)
    with pytest.raises(SpellingTaken):
        enter_organisation(name=WRONG, kind=OrganisationKind.PARTNER)
    with pytest.raises(SpellingTaken):
        enter_organisation(name="Yayasan Rekaan Flores", kind=OrganisationKind.PARTNER, ref=REF)


def test_a_reference_under_another_organisations_name_is_asked(iom, other):
    found = look_up("Yayasan Rekaan Flores", REF)
    assert (found.known, found.offered) == (Known.ASK, (iom, other))


def test_an_organisation_is_entered_once(iom):
    again = enter_organisation(name=f" {RIGHT} ", kind=OrganisationKind.PARTNER, ref=REF)
    assert again == iom
    assert Organisation.objects.filter(name=RIGHT).count() == 1
