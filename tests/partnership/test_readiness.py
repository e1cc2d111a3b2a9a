"""What a district can do: said by its own office or by its head's link, only added, stale after a quarter."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from tests.partnership.conftest import in_scope
from tests.people.conftest import TODAY, belu, malaka, officer  # noqa: F401  Fixtures.

from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.partnership.actions.readiness import (
    Said,
    answer_about_services,
    ask_district,
    confirm_services,
    note_due,
    tell_service,
)
from tenun.partnership.enums import DistrictServiceKind
from tenun.partnership.links import open_link, scope_of
from tenun.partnership.models import ConfirmationDue, ServiceEntry
from tenun.partnership.readiness import (
    FRESH_FOR,
    DistrictNotFound,
    Freshness,
    get_district,
    get_district_to_keep,
    history_of,
    matrix,
    quarter_of,
    services_of,
    to_ask,
)
from tenun.shared.clock import today
from tenun.shared.scope import NOBODY, scoped

pytestmark = pytest.mark.django_db
PLACEMENT, TRAINING, DOCUMENTS = DistrictServiceKind
TABLES = (
    "partnership_serviceentry",
    "partnership_confirmationdue",
    "partnership_selfquestion",
    "partnership_selfanswer",
)


def said(kind=PLACEMENT, **more):
    return Said(**{"kind": kind, "is_offered": True, "can_do": "Mendaftar", "contact": "0389 1", **more})


@pytest.fixture
def told(belu):  # noqa: F811
    with in_scope(belu):
        return tell_service(district="53.04", said=said(), by=belu)


def states(district="53.04", on=None):
    return [each.freshness for each in services_of(district, on or today())]


def test_what_nobody_has_said_is_unknown_and_never_nothing(belu, told):  # noqa: F811
    with in_scope(belu):
        assert states() == [Freshness.FRESH, Freshness.UNKNOWN, Freshness.UNKNOWN]
        assert len(matrix(today())) == 22
        assert {each.freshness for each in matrix(today())["53.21"]} == {Freshness.UNKNOWN}


def test_a_word_grows_old_after_a_quarter(belu, told):  # noqa: F811
    with in_scope(belu):
        assert states(on=told.said_on + FRESH_FOR)[0] is Freshness.FRESH
        assert states(on=told.said_on + FRESH_FOR + timedelta(days=1))[0] is Freshness.STALE


def test_a_confirmation_is_one_more_word_of_the_same(belu, told):  # noqa: F811
    with in_scope(belu):
        assert confirm_services(district="53.04", by=belu) == 1
        last, first = history_of("53.04")
    assert (first.pk, last.can_do, last.contact, last.by) == (told.pk, "Mendaftar", "0389 1", belu)


def test_a_press_word_that_an_office_confirms_is_the_offices(belu):  # noqa: F811
    with in_scope(belu):
        tell_service(district="53.04", said=said(source="Koran", said_on=date(2025, 7, 2)), by=belu)
        assert states()[0] is Freshness.STALE
        confirm_services(district="53.04", by=belu)
        entry = services_of("53.04", today())[0].entry
    assert (entry.source, entry.said_on) == ("", today())


def test_a_service_that_is_not_there_has_no_places(belu):  # noqa: F811
    with in_scope(belu):
        entry = tell_service(district="53.04", said=said(is_offered=False, places=9, hours="pagi"), by=belu)
    assert (entry.places, entry.hours, entry.can_do) == (None, "", "Mendaftar")


def test_one_that_is_there_says_what_it_does(belu):  # noqa: F811
    with in_scope(belu), pytest.raises(IntegrityError), transaction.atomic():
        tell_service(district="53.04", said=said(can_do=" "), by=belu)


def test_nothing_that_was_said_is_changed_or_removed(belu, told):  # noqa: F811
    for act in (ServiceEntry.objects.update, ServiceEntry.objects.all().delete):
        with in_scope(belu), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            act(**({"office": "x"} if act == ServiceEntry.objects.update else {}))


def test_the_telephone_lies_encrypted(told):
    with connection.cursor() as cursor, scoped(NOBODY):
        cursor.execute("SELECT set_config('tenun.together', 'on', true)")
        cursor.execute("SELECT contact FROM partnership_serviceentry")
        assert "0389" not in str(cursor.fetchone()[0])


class TestLink:
    @pytest.fixture
    def link(self, province, told):
        with in_scope(province):
            made = ask_district(district="53.04", addressee="Kepala dinas", by=province)
        return open_link(made.token)

    def test_it_opens_its_own_district_alone(self, link, malaka):  # noqa: F811
        with in_scope(malaka):
            tell_service(district="53.21", said=said(), by=malaka)
        with scoped(scope_of(link)):
            assert {each.district_code for each in ServiceEntry.objects.all()} == {"53.04"}
            with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
                ServiceEntry.objects.create(
                    district_code="53.21",
                    service=PLACEMENT,
                    is_offered=False,
                    said_on=today(),
                    at=link.made_at,
                    by_link="x",
                )

    def test_its_answer_confirms_and_corrects_in_the_name_of_the_addressee(self, link):
        with scoped(scope_of(link)):
            answer_about_services(link=link, changed=[said(TRAINING, can_do="Kelas bahasa")])
            placement, training, documents = services_of("53.04", today())
        assert [(each.by, each.by_link) for each in (placement.entry, training.entry)] == [(None, "Kepala dinas")] * 2
        assert (placement.entry.can_do, training.entry.can_do, documents.entry) == ("Mendaftar", "Kelas bahasa", None)


class TestDue:
    def noted(self, on):
        with scoped(NOBODY), connection.cursor() as cursor:
            cursor.execute("SELECT set_config('tenun.together', 'on', true)")
            return note_due(on, using="default")

    def test_every_district_without_a_word_of_the_quarter_is_noted_once(self, province, belu):  # noqa: F811
        with in_scope(belu):
            for kind in DistrictServiceKind:
                tell_service(district="53.04", said=said(kind), by=belu)
        assert (self.noted(today()), self.noted(today())) == (21, 0)
        with in_scope(province):
            assert "53.04" not in {each.district for each in to_ask(today())}

    def test_it_is_asked_until_its_word_comes_and_a_link_that_went_out_is_told(self, province, malaka):  # noqa: F811
        self.noted(today())
        with in_scope(province):
            ask_district(district="53.21", addressee="Kepala dinas", by=province)
            waiting = {each.district: each.link for each in to_ask(today())}
        assert (len(waiting), waiting["53.21"].addressee, waiting["53.04"]) == (22, "Kepala dinas", None)
        with in_scope(malaka):
            for kind in DistrictServiceKind:
                tell_service(district="53.21", said=said(kind), by=malaka)
        with in_scope(province):
            assert "53.21" not in {each.district for each in to_ask(today())}

    @pytest.mark.parametrize(("day", "first"), [((2026, 1, 1), (2026, 1, 1)), ((2026, 12, 31), (2026, 10, 1))])
    def test_a_quarter_is_named_by_its_first_day(self, day, first):
        assert quarter_of(date(*day)) == date(*first)


class TestAccess:
    @pytest.mark.parametrize(
        ("role", "districts", "keeps"),
        [
            (Role.COUNTER, ("53.04",), True),
            (Role.COUNTER, ("53.21",), False),
            (Role.PROVINCE, (), True),
            (Role.PARTNER, (), False),
            (Role.BP3MI, ("53.04",), False),
        ],
    )
    def test_its_own_counter_and_the_province_keep_it_and_the_offices_that_meet_read_it(
        self, db, role, districts, keeps
    ):
        standing = standing_of(officer("lain", role, districts=districts), TODAY)
        assert get_district(standing=standing, district="53.04") == "53.04"
        if keeps:
            assert get_district_to_keep(standing=standing, district="53.04") == "53.04"
        else:
            with pytest.raises(DistrictNotFound):
                get_district_to_keep(standing=standing, district="53.04")

    @pytest.mark.parametrize(("role", "district"), [(Role.PROVINCE, "53.99"), (Role.AGENCY, "53.04")])
    def test_nobody_else_reads_it_and_there_is_no_other_district(self, db, role, district):
        with pytest.raises(DistrictNotFound):
            get_district(standing=standing_of(officer("lain", role), TODAY), district=district)

    def test_without_a_scope_there_are_no_rows(self, told):
        with scoped(NOBODY):
            assert (ServiceEntry.objects.count(), ConfirmationDue.objects.count()) == (0, 0)

    @pytest.mark.parametrize("table", TABLES)
    def test_no_account_goes_past_the_policy(self, db, table):
        with connection.cursor() as cursor:
            asked = "SELECT relrowsecurity AND relforcerowsecurity FROM pg_class WHERE relname = %s"
            cursor.execute(asked, [table])
            assert cursor.fetchone() == (True,)
