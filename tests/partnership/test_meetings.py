"""A meeting comes from a text field by field, is checked, published, and corrected in words; drafts stay inside."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from tests.partnership.conftest import decided, in_scope
from tests.people.conftest import officer
from tests.press_texts import WRONG_DAY

from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.partnership.access import MeetingNotFound, get_meeting, get_meeting_to_keep, get_proposal
from tenun.partnership.actions.meetings import (
    TEXT_KEPT,
    AlreadyDecided,
    Decision,
    NotReadable,
    NotReady,
    NotThisStep,
    ReasonMissing,
    add_point,
    add_result,
    change_meeting,
    decide,
    forget_texts,
    move_meeting,
    paste_text,
    remove_line,
)
from tenun.partnership.enums import MeetingState, PointKind, ProposalState
from tenun.partnership.meetings import (
    Check,
    checks_of,
    meetings,
    points_of,
    programmes_today,
    published_meeting,
    published_meetings,
    whole_meetings,
)
from tenun.partnership.models import ExpectedResult, Meeting, MeetingPoint, MeetingStep, MeetingText, PressProposal
from tenun.shared.clock import WITA, pretending
from tenun.shared.scope import NOBODY, scoped

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 24)


def unmet(meeting):
    return {each.check for each in checks_of(whole_meetings().get(pk=meeting.pk)) if not each.is_met}


class TestPasting:
    def test_every_field_waits_for_a_person(self, draft, province):
        with in_scope(province):
            assert meetings().get().waiting == draft.proposals.count() > 20
            assert (draft.headline, draft.points.count(), draft.results.count()) == ("", 0, 0)

    def test_without_a_text_there_is_an_empty_draft(self, province):
        with in_scope(province):
            empty = paste_text(text="  ", by=province)
            assert (empty.proposals.count(), MeetingText.objects.count()) == (0, 0)


class TestDeciding:
    def test_all_taken_over_is_the_whole_record(self, draft, province, iom):
        with in_scope(province):
            whole = decided(draft, province, **{"International Organization on Migration (IOM)": iom})
            facts = (whole.host_office, whole.host_name, whole.held_on, whole.day_said, whole.kind, whole.dateline)
            assert facts == ("Wakil Gubernur NTT", "Yosef Rekaan", date(2026, 3, 4), "rabu", "audience", "Kupang")
            assert len(points_of(whole, PointKind.OUTPUT)) == 3
            assert [each.number for each in whole.results.all()] == [1, 2, 3, 4]
            assert [each.organisation for each in points_of(whole, PointKind.GUEST)] == [iom]
            states = set(whole.proposals.values_list("state", flat=True))
            assert states == {ProposalState.CONFIRMED, ProposalState.CORRECTED, ProposalState.DROPPED}

    def test_a_field_is_decided_once(self, draft, province):
        with in_scope(province):
            first = draft.proposals.first()
            decide(proposal=first, decision=Decision(keep=False), by=province)
            with pytest.raises(AlreadyDecided):
                decide(proposal=first, decision=Decision(keep=True, value="x"), by=province)

    @pytest.mark.parametrize(("part", "value"), [("held_on", "31-02-2026"), ("kind", "pesta")])
    def test_a_value_of_another_kind_is_refused(self, draft, province, part, value):
        with in_scope(province):
            with pytest.raises(NotReadable):
                decide(proposal=draft.proposals.get(part=part), decision=Decision(keep=True, value=value), by=province)
            assert draft.proposals.get(part=part).state == ProposalState.OPEN


class TestChecks:
    def test_a_fresh_draft_lacks_what_a_record_needs(self, draft, province):
        with in_scope(province):
            assert {Check.DECIDED, Check.WHOLE, Check.GUESTS} <= unmet(draft)
            with pytest.raises(NotReady):
                move_meeting(meeting=draft, after=MeetingState.CHECKED, by=province)

    def test_a_day_that_differs_from_its_name_stands_in_the_way(self, province):
        with in_scope(province):
            meeting = paste_text(text=WRONG_DAY, by=province)
            decided(meeting, province)
            assert Check.DAY in unmet(meeting)
            change_meeting(meeting=meeting, facts={"held_on": date(2026, 6, 12)}, by=province)
            assert Check.DAY not in unmet(meeting)

    def test_a_wrong_spelling_anywhere_stands_in_the_way(self, published, province):
        with in_scope(province):
            assert unmet(published) == set()
            words = "Bersama International  Organization on Migration"
            add_point(meeting=published, kind=PointKind.READINESS, words=words, by=province, why="tambahan")
            assert unmet(published) == {Check.NAMES}

    def test_a_quotation_waits_for_its_speaker(self, published, province):
        with in_scope(province):
            new = {"kind": PointKind.STATEMENT, "words": "Kami hadir.", "more": "Ani Rekaan", "why": "tambahan"}
            add_point(meeting=published, by=province, **new)
            assert unmet(published) == {Check.QUOTES}


class TestPublishing:
    def test_its_address_says_what_and_when(self, published):
        assert published.slug.startswith("wakil-gubernur-ntt-yosef-rekaan-menerima")
        assert published.slug.endswith("-2026-03-04")
        assert [each.after for each in published.steps.all()] == ["draft", "checked", "approved", "published"]

    def test_two_of_one_headline_have_two_addresses(self, published, province, iom):
        with in_scope(province):
            twin = paste_text(text="", by=province)
            facts = ("headline", "kind", "host_office", "place", "held_on")
            change_meeting(meeting=twin, facts={each: getattr(published, each) for each in facts}, by=province)
            add_point(meeting=twin, kind=PointKind.GUEST, words=iom.name, organisation=iom, by=province)
            for after in (MeetingState.CHECKED, MeetingState.APPROVED, MeetingState.PUBLISHED):
                twin = move_meeting(meeting=twin, after=after, by=province)
            assert twin.slug == f"{published.slug}-2"

    def test_no_step_is_left_out(self, draft, province):
        with in_scope(province), pytest.raises(NotThisStep):
            move_meeting(meeting=draft, after=MeetingState.PUBLISHED, by=province)

    def test_what_is_public_changes_with_a_reason_only(self, published, province):
        line = published.results.get(number=4)
        with in_scope(province):
            for change in (
                lambda: change_meeting(meeting=published, facts={"place": "Aula"}, by=province),
                lambda: add_result(meeting=published, words="Satu lagi", by=province, why=" "),
                lambda: remove_line(line=line, by=province),
                lambda: move_meeting(meeting=published, after=MeetingState.WITHDRAWN, by=province),
            ):
                with pytest.raises(ReasonMissing):
                    change()
            change_meeting(meeting=published, facts={"place": "Aula"}, by=province, why="Tempatnya salah tulis")
            again = whole_meetings().get(pk=published.pk)
            assert (again.state, again.place) == (MeetingState.CORRECTED, "Aula")
            assert again.steps.last().why == "Tempatnya salah tulis"


class TestWhoReads:
    def test_without_a_scope_a_draft_is_nowhere(self, draft):
        with scoped(NOBODY):
            for table in (Meeting, MeetingPoint, MeetingStep, MeetingText, PressProposal):
                assert not table.objects.exists()

    def test_without_a_scope_what_is_published_is_read_and_its_text_is_not(self, published, draft):
        with scoped(NOBODY):
            assert [each.pk for each in published_meetings()] == [published.pk]
            assert published_meeting(published.slug).results.count() == 4
            assert MeetingPoint.objects.filter(kind=PointKind.OUTPUT).count() == 3
            assert not MeetingText.objects.exists()
            assert not PressProposal.objects.exists()

    def test_nobody_changes_it_from_outside(self, published):
        with scoped(NOBODY):
            assert Meeting.objects.update(headline="x") == 0
            assert MeetingPoint.objects.all().delete()[0] == 0

    def test_of_one_that_was_withdrawn_only_that_is_read(self, published, province):
        with in_scope(province):
            move_meeting(meeting=published, after=MeetingState.WITHDRAWN, by=province, why="Bukan kegiatan resmi")
        with scoped(NOBODY):
            known = published_meeting(published.slug)
            assert known.steps.last().why == "Bukan kegiatan resmi"
            assert (MeetingPoint.objects.count(), ExpectedResult.objects.count()) == (0, 0)

    def test_a_partner_reads_what_is_published_and_keeps_nothing(self, published, partner, province):
        standing = standing_of(partner, TODAY)
        with scoped(standing.scope):
            assert get_meeting(standing=standing, meeting_id=published.pk).pk == published.pk
            with pytest.raises(MeetingNotFound):
                get_meeting_to_keep(standing=standing, meeting_id=published.pk)

    def test_a_draft_is_for_those_who_keep_it(self, draft, partner, province):
        for user, found in ((partner, False), (officer("penyunting", Role.EDITOR), True), (province, True)):
            standing = standing_of(user, TODAY)
            with scoped(standing.scope):
                if found:
                    assert get_meeting(standing=standing, meeting_id=draft.pk).pk == draft.pk
                else:
                    with pytest.raises(MeetingNotFound):
                        get_meeting(standing=standing, meeting_id=draft.pk)

    def test_a_proposal_of_another_meeting_is_not_found(self, draft, province):
        standing = standing_of(province, TODAY)
        with scoped(standing.scope):
            other = paste_text(text="", by=province)
            with pytest.raises(MeetingNotFound):
                get_proposal(standing=standing, meeting_id=other.pk, proposal_id=draft.proposals.first().pk)

    def test_a_village_has_no_meetings(self, published, db):
        standing = standing_of(officer("desa", Role.VILLAGE, villages=("53.04.05.2001",)), TODAY)
        with scoped(standing.scope), pytest.raises(MeetingNotFound):
            get_meeting(standing=standing, meeting_id=published.pk)

    def test_who_changed_what_is_kept(self, published):
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('tenun.in_function', 'on', true)")
            cursor.execute("SELECT has_table_privilege('tenun_site', 'partnership_meetingevent', 'SELECT')")
            assert cursor.fetchone() == (False,)


def test_programmes_of_the_guests_are_counted_for_everybody(published, province, programme, owner):
    with scoped(NOBODY):
        assert (programmes_today(published).known, programmes_today(published).running) == (0, 0)
    with in_scope(province):
        guest = {"kind": PointKind.GUEST, "words": owner.name, "organisation": owner, "why": "tamu terlewat"}
        add_point(meeting=published, by=province, **guest)
    with scoped(NOBODY):
        assert (programmes_today(published).known, programmes_today(published).running) == (1, 1)


def test_a_text_is_forgotten_a_year_later(province):
    with pretending(datetime(2026, 3, 5, 9, tzinfo=WITA)), in_scope(province):
        paste_text(text=WRONG_DAY, by=province)
    moment = datetime(2026, 3, 5, 9, tzinfo=WITA) + TEXT_KEPT
    with in_scope(province):
        assert forget_texts(moment, using="default") == 0
        assert forget_texts(moment + timedelta(seconds=1), using="default") == 1
        assert not PressProposal.objects.exists()
