"""The register on the page: an unknown spelling is asked, and what was said of it is kept."""

import pytest
from django.urls import reverse
from tests.partnership.conftest import province  # noqa: F401  A fixture.

from tenun.organisations.enums import OrganisationKind
from tenun.organisations.models import Organisation
from tenun.organisations.register import Known, enter_organisation, look_up

pytestmark = pytest.mark.django_db(databases=["default", "audit"])
WRONG = "International Organization on Migration"


@pytest.fixture
def iom():
    return enter_organisation(
        name="International Organization for Migration", kind=OrganisationKind.PARTNER, ref="XM-DAC-47066"
    )


@pytest.fixture
def keeper(client, province):  # noqa: F811
    client.force_login(province)
    return client


def test_the_wrong_spelling_is_caught_and_kept_as_wrong(keeper, iom):
    page = keeper.get(reverse("settle-spelling"), {"spelling": WRONG})
    assert "International Organization for Migration, ditulis salah" in page.text
    sent = keeper.post(reverse("settle-spelling"), {"spelling": WRONG, "means": f"salah:{iom.pk}"})
    assert sent.status_code == 302
    found = look_up(WRONG)
    assert (found.known, found.organisation) == (Known.WRONG_SPELLING, iom)
    listed = keeper.get(reverse("organisations"), {"nama": "Migration"}).text
    assert WRONG in listed
    assert "salah eja" in listed


def test_another_right_name_is_kept_as_right(keeper, iom):
    asked = {"spelling": "IOM Indonesia", "ref": "XM-DAC-47066"}
    assert "International Organization for Migration" in keeper.get(reverse("settle-spelling"), asked).text
    keeper.post(reverse("settle-spelling"), {**asked, "means": f"benar:{iom.pk}"})
    assert look_up("iom indonesia").known is Known.RIGHT


@pytest.mark.parametrize(("means", "known"), [("salah:", Known.WRONG_SPELLING), ("benar:", Known.RIGHT)])
def test_one_that_is_spelt_like_no_other_is_chosen_from_the_register(keeper, iom, means, known):
    asked = {"spelling": "Badan Dunia Rekaan", "means": means}
    sent = keeper.post(reverse("settle-spelling"), asked)
    assert (sent.status_code, "Pilih organisasinya dari daftar." in sent.text) == (422, True)
    assert keeper.post(reverse("settle-spelling"), {**asked, "other": iom.pk}).status_code == 302
    found = look_up("badan dunia rekaan")
    assert (found.known, found.organisation) == (known, iom)


def test_a_new_organisation_has_a_kind(keeper, iom):
    asked = {"spelling": "Dewan Nelayan Rekaan", "means": "baru"}
    assert keeper.post(reverse("settle-spelling"), asked).status_code == 422
    sent = keeper.post(reverse("settle-spelling"), {**asked, "sort": "partner", "back": "/program/"})
    assert (sent.status_code, sent.url) == (302, "/program/")
    assert Organisation.objects.get(name="Dewan Nelayan Rekaan").kind == "partner"


@pytest.mark.parametrize("back", ["https://jahat.example/", "//jahat.example/", "/\\jahat.example"])
def test_the_way_back_stays_inside(keeper, iom, back):
    sent = keeper.post(
        reverse("settle-spelling"), {"spelling": "Kelompok Rekaan", "means": "baru", "sort": "partner", "back": back}
    )
    assert sent.url == reverse("organisations")


def test_a_known_name_is_not_asked(keeper, iom):
    assert keeper.get(reverse("settle-spelling"), {"spelling": iom.name}).status_code == 302


def test_a_reference_of_another_is_refused_in_words(keeper, iom):
    sent = keeper.post(
        reverse("settle-spelling"),
        {"spelling": "Kelompok Rekaan", "ref": "XM-DAC-47066", "means": "baru", "sort": "partner"},
    )
    assert (sent.status_code, "sudah dipakai organisasi lain" in sent.text) == (422, True)
