"""A sealed file is read by its case team alone; in an emergency also by whoever gives a reason, for an hour."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from tests.people.conftest import TODAY, officer

from tenun.documents.actions import record_paper
from tenun.documents.models import Paper
from tenun.domain.journey import Event, Evidence, State
from tenun.domain.journey import Role as JourneyRole
from tenun.domain.papers import PaperKind, PaperRecord, Proof
from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.people import emergencies
from tenun.people.actions import NotToReview, TooManyOpen, end_emergency, open_in_emergency, review_emergency
from tenun.people.history import history_of
from tenun.people.models import Contact, Emergency, Journey, JourneyEntry, Person, Seal
from tenun.people.seals import Danger, EmergencyKind, Verdict
from tenun.readiness.access import PersonHeld, get_file
from tenun.readiness.actions import Noted, advance, close_referral, first_talk, refer
from tenun.readiness.judged import Judged
from tenun.readiness.models import Factsheet, Referral, ReferralReason
from tenun.shared.clock import now, today
from tenun.shared.scope import scoped

WHY = "Dicegat di bandara, polisi bertanya siapa keluarganya"


def within(user):
    return scoped(standing_of(user, TODAY).scope)


@pytest.fixture
def protection(db):
    return officer("pelindung", Role.PROTECTION, districts=("53.04",))


@pytest.fixture
def known(belu, maria):
    """Maria with a paper, a journey and a contact on file."""
    with within(belu):
        first_talk(person=maria, role=JourneyRole.COUNTER, on=TODAY, by=belu)
        seen = PaperRecord(proof=Proof.ORIGINAL_SEEN, name="Maria Goreti Bano")
        record_paper(person=maria, kind=PaperKind.ID_CARD, record=seen, by=belu)
    return maria


@pytest.fixture
def sealed(belu, known):
    with within(belu):
        refer(person=known, reason=ReferralReason.OTHER, note="Takut pulang", by=belu)
    return known


def opened(person, by, **more):
    with within(by):
        return open_in_emergency(
            person=person, what=EmergencyKind.FILE, danger=Danger.BORDER, why=WHY, roles=["counter"], by=by, **more
        )


def hanging(person):
    tables = (Paper, Journey, JourneyEntry, Factsheet)
    return [model.objects.filter(person=person).count() for model in tables]


class TestSeal:
    def test_what_hangs_on_her_is_gone_for_her_own_office_but_not_she(self, belu, protection, sealed):
        with within(belu):
            assert hanging(sealed) == [0, 0, 0, 0]
            assert Person.objects.filter(pk=sealed.pk).exists()
            assert history_of(sealed) == []
        with within(protection):
            assert hanging(sealed) == [1, 1, 1, 1]

    def test_nothing_can_be_added_or_changed_by_whoever_does_not_read_it(self, belu, sealed):
        with within(belu), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Contact.objects.create(person=sealed, owner="self", means="phone", confirmed_on=TODAY, recorded_by=belu)
        with within(belu):
            assert not Paper.objects.filter(person=sealed).update(name="Lain")

    def test_a_hand_over_is_read_by_its_writer_and_the_case_team(self, protection, sealed):
        with within(protection):
            close_referral(referral=Referral.objects.get(person=sealed), outcome="Aman", by=protection)
        with within(officer("rekan", districts=("53.04",))):
            assert hanging(sealed) == [1, 1, 1, 1], "closed: the file is open again"
            assert not Referral.objects.exists(), "but what was written stays with the case team"

    def test_a_hold_seals_and_its_lifting_unseals(self, belu, protection, known):
        def enter(event):
            with within(protection):
                journey = Journey.objects.get(person=known)
                noted = Noted(evidence=frozenset({Evidence.REASON_AND_OFFICER}), reason="Menunggu polisi")
                role = JourneyRole.PROTECTION
                advance(
                    person=known,
                    journey=journey,
                    event=event,
                    noted=noted,
                    judged=Judged(),
                    role=role,
                    on=TODAY,
                    by=protection,
                )

        enter(Event.PLACE_HOLD)
        with within(belu):
            assert hanging(known) == [0, 0, 0, 0]
        enter(Event.LIFT_HOLD)
        with within(belu):
            assert hanging(known) == [1, 1, 3, 1]

    def test_another_district_is_not_its_case_team(self, sealed):
        with within(officer("pelindung-malaka", Role.PROTECTION, districts=("53.21",))):
            assert not Person.objects.filter(pk=sealed.pk).exists()

    @pytest.mark.parametrize("statement", ["DELETE FROM people_seal", "UPDATE people_seal SET until = '2000-01-01'"])
    def test_the_site_takes_off_no_seal(self, belu, sealed, statement):
        with (
            within(belu),
            pytest.raises(ProgrammingError, match="permission denied"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)


class TestChild:
    @pytest.fixture
    def found_young(self, belu, known):
        def find(born):
            with within(belu):
                Person.objects.filter(pk=known.pk).update(birth_date=born)
                Factsheet.objects.filter(person=known).update(birth_date_latest=born)
                advance(
                    person=known,
                    journey=Journey.objects.get(person=known),
                    event=Event.FIND_UNDER_AGE,
                    noted=Noted(evidence=frozenset({Evidence.BIRTH_DATE_PAPER}), reason="Akta"),
                    judged=Judged(birth_dates=(born,)),
                    role=JourneyRole.COUNTER,
                    on=TODAY,
                    by=belu,
                )
                return Seal.objects.get(person=known)

        return find

    def test_her_file_is_sealed_until_she_is_eighteen(self, belu, protection, known, found_young):
        seal = found_young(today().replace(year=today().year - 17, month=1, day=15))
        assert (seal.kind, str(seal.until)) == ("child", f"{today().year + 1}-01-15")
        with within(belu):
            assert hanging(known) == [0, 0, 0, 0]
        with within(protection):
            assert Journey.objects.get(person=known).state == State.UNDERAGE

    def test_on_that_day_it_opens_by_itself(self, belu, known, found_young):
        seal = found_young(today().replace(year=today().year - 18, day=1) - timedelta(days=1))
        assert seal.until <= today()
        with within(belu):
            assert hanging(known) == [1, 1, 2, 1]

    def test_a_child_of_the_leap_day_is_grown_up_on_the_first_of_march(self, found_young):
        assert str(found_young(today().replace(year=2012, month=2, day=29)).until) == "2030-03-01"


class TestOpening:
    def test_it_lets_its_officer_read_and_nobody_else(self, belu, sealed):
        standing = standing_of(belu, TODAY)
        with within(belu), pytest.raises(PersonHeld):
            get_file(standing=standing, person_id=sealed.pk)
        opened(sealed, belu)
        with within(belu):
            assert get_file(standing=standing, person_id=sealed.pk).is_opened
            assert hanging(sealed) == [1, 1, 1, 1]
        other = officer("rekan", districts=("53.04",))
        with within(other):
            assert hanging(sealed) == [0, 0, 0, 0]

    def test_to_read_and_not_to_write(self, belu, sealed):
        opened(sealed, belu)
        with within(belu):
            assert not Paper.objects.filter(person=sealed).update(name="Lain")
            assert not Journey.objects.filter(person=sealed).update(is_held=False)

    def test_it_ends_by_itself(self, belu, sealed, monkeypatch):
        long_ago = now() - timedelta(hours=2)
        monkeypatch.setattr("tenun.people.actions.emergencies.now", lambda: long_ago)
        opened(sealed, belu)
        with within(belu):
            assert hanging(sealed) == [0, 0, 0, 0]
            assert emergencies.opened_by(standing_of(belu, TODAY), sealed, *EmergencyKind) is None

    def test_and_cannot_be_made_to_last(self, belu, sealed):
        with within(belu), pytest.raises(IntegrityError, match="emergency_ends_by_itself"), transaction.atomic():
            Emergency.objects.create(
                person=sealed, user=belu, what="file", danger="life", why=WHY, at=now(), ends_at=now() + timedelta(9)
            )
        opened(sealed, belu)
        with within(belu), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            Emergency.objects.update(ends_at=now() + timedelta(hours=4))

    def test_nor_in_the_name_of_somebody_else(self, belu, sealed):
        other = officer("rekan", districts=("53.04",))
        with within(belu), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Emergency.objects.create(
                person=sealed,
                user=other,
                what="file",
                danger="life",
                why=WHY,
                at=now(),
                ends_at=now() + timedelta(0, 9),
            )

    def test_its_officer_ends_it(self, belu, sealed):
        opened(sealed, belu)
        with within(belu):
            end_emergency(person=sealed, by=belu)
            assert hanging(sealed) == [0, 0, 0, 0]

    def test_three_at_once_are_enough(self, belu, sealed):
        for _ in range(3):
            opened(sealed, belu)
        with pytest.raises(TooManyOpen):
            opened(sealed, belu)

    def test_why_is_not_stored_in_words(self, belu, sealed):
        opened(sealed, belu)
        with within(belu), connection.cursor() as cursor:
            cursor.execute("SELECT why::text FROM people_emergency")
            assert "bandara" not in cursor.fetchone()[0]


class TestOwner:
    def test_the_case_team_is_told_and_her_own_office_is_not(self, belu, protection, sealed):
        opened(sealed, belu)
        with within(protection):
            (told,) = emergencies.openings_to_review(standing_of(protection, TODAY))
            assert (told.user, told.why) == (belu, WHY)
        rekan = officer("rekan", districts=("53.04",))
        with within(rekan):
            assert not emergencies.openings_to_review(standing_of(rekan, TODAY)).exists()

    def test_an_unfair_one_ends_at_once(self, belu, protection, sealed):
        emergency = opened(sealed, belu)
        with within(protection):
            review_emergency(emergency=emergency, verdict=Verdict.UNFAIR, note="Tidak mendesak", by=protection)
        with within(belu):
            assert hanging(sealed) == [0, 0, 0, 0]

    def test_a_fair_one_lasts_and_is_judged_once(self, belu, protection, sealed):
        emergency = opened(sealed, belu)
        with within(protection):
            review_emergency(emergency=emergency, verdict=Verdict.FAIR, note="", by=protection)
            with pytest.raises(NotToReview):
                review_emergency(emergency=emergency, verdict=Verdict.UNFAIR, note="", by=protection)
        with within(belu):
            assert hanging(sealed) == [1, 1, 1, 1]

    def test_nobody_judges_his_own(self, belu, sealed):
        emergency = opened(sealed, belu)
        with within(belu), pytest.raises(NotToReview):
            review_emergency(emergency=emergency, verdict=Verdict.FAIR, note="", by=belu)
        with within(belu), pytest.raises(IntegrityError, match="somebody_else"), transaction.atomic():
            Emergency.objects.update(verdict="fair", reviewed_by=belu)

    def test_the_history_keeps_it_without_the_words(self, belu, protection, sealed):
        opened(sealed, belu)
        with within(protection):
            kept = [entry for entry in history_of(sealed) if entry.kind == "people_emergency"]
        assert [(entry.label, entry.user_id) for entry in kept] == [("insert", belu.pk)]
        assert "bandara" not in repr(kept)
