"""A promise has a history that nobody changes; its owner answers by a link; one that is late rises by itself, once."""

from datetime import date, datetime

import pytest
from django.db import DatabaseError, connection, transaction
from tests.partnership.conftest import in_scope
from tests.people.conftest import TODAY, officer

from tenun.domain.promises import Level, PromiseState
from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.partnership.access import PromiseNotFound, get_promise, get_promise_to_keep, get_promise_to_tell
from tenun.partnership.actions.links import make_link
from tenun.partnership.actions.promises import (
    NewPromise,
    NothingToSee,
    NotThisState,
    Said,
    answer_about_promise,
    enter_promise,
    move_promise,
    raise_overdue,
    see_evidence,
    set_due,
    tell_promise,
)
from tenun.partnership.enums import LinkKind, OwnerAnswer
from tenun.partnership.links import scope_of
from tenun.partnership.models import Commitment, CommitmentEntry, CommitmentWords
from tenun.partnership.promises import (
    history_of,
    kept_among,
    ledger,
    overdue_among,
    owners,
    promise_behind,
    promises_with,
)
from tenun.shared.clock import WITA, pretending
from tenun.shared.scope import NOBODY, scoped

pytestmark = pytest.mark.django_db
SAID = Said(words="Kelas pertama selesai", evidence="Daftar hadir", url="https://contoh.example/hadir")


def again(promise):
    return Commitment.objects.get(pk=promise.pk)


@pytest.fixture
def link(promise, province):
    with in_scope(province):
        about = {"kind": LinkKind.COMMITMENT, "subject_id": promise.pk, "addressee": promise.official}
        return make_link(by=province, **about).link


class TestHistory:
    def test_it_begins_with_the_promise(self, promise, province):
        with in_scope(province):
            (entry,) = history_of(promise)
            assert (entry.before, entry.after, entry.by) == ("", "promised", province)

    def test_a_move_is_entered_with_what_was_said(self, promise, province):
        with in_scope(province):
            move_promise(promise=promise, after=PromiseState.BEGUN, by=province, said=SAID)
            entry = history_of(promise)[0]
            assert (entry.before, entry.after) == ("promised", "begun")
            assert (entry.said.words, entry.said.url) == (SAID.words, SAID.url)

    def test_it_does_not_go_back_to_where_nothing_leads(self, promise, province):
        with in_scope(province):
            move_promise(promise=promise, after=PromiseState.WITHDRAWN, by=province)
            with pytest.raises(NotThisState):
                move_promise(promise=promise, after=PromiseState.KEPT, by=province)

    def test_no_entry_is_changed_or_removed(self, promise, province):
        for act in (
            lambda: CommitmentEntry.objects.update(after="kept"),
            lambda: CommitmentEntry.objects.all().delete(),
        ):
            with in_scope(province), pytest.raises(DatabaseError), transaction.atomic():
                act()

    def test_words_alone_leave_the_state(self, promise, province):
        with in_scope(province):
            tell_promise(promise=promise, by=province, said=SAID)
            assert again(promise).state == "promised"
            assert history_of(promise)[0].said.evidence == "Daftar hadir"


class TestOwnersAnswer:
    def test_kept_stands_as_the_owners_word_until_somebody_saw_it(self, promise, link, province):
        with scoped(scope_of(link)):
            answer_about_promise(link=link, answer=OwnerAnswer.DONE, said=Said(words="Selesai", by_link=link.addressee))
        with in_scope(province):
            kept = again(promise)
            assert (kept.state, kept.said_at is None, kept.seen_at) == ("kept", False, None)
            see_evidence(promise=kept, by=province)
            assert again(promise).seen_by == province
            with pytest.raises(NothingToSee):
                see_evidence(promise=kept, by=province)
            assert [each.seen for each in history_of(promise)] == [True, False, False]

    @pytest.mark.parametrize(("answer", "state"), [(OwnerAnswer.BEGUN, "begun"), (OwnerAnswer.NOT_YET, "promised")])
    def test_the_other_answers(self, promise, link, province, answer, state):
        with scoped(scope_of(link)):
            answer_about_promise(link=link, answer=answer, said=Said(words="Menunggu anggaran", by_link="Ani"))
        with in_scope(province):
            assert again(promise).state == state
            assert history_of(promise)[0].is_owners

    def test_the_link_opens_the_one_promise(self, promise, link, province, owner):
        with in_scope(province):
            other = enter_promise(
                new=NewPromise(action="Lain", owner=owner, promised_on=TODAY, is_public=False), by=province
            )
        with scoped(scope_of(link)):
            assert promise_behind(promise.pk).owner == owner
            assert not Commitment.objects.filter(pk=other.pk).exists()
            assert CommitmentEntry.objects.exclude(commitment=promise).count() == 0

    def test_nothing_was_shown_that_could_be_seen(self, promise, province):
        with in_scope(province), pytest.raises(NothingToSee):
            see_evidence(promise=promise, by=province)


class TestRising:
    def rise(self, on):
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('tenun.together', 'on', true)")
        return raise_overdue(on, using="default")

    def levels(self, promise):
        return [(each.level, each.by) for each in CommitmentEntry.objects.filter(commitment=promise).order_by("pk")]

    def test_one_level_at_a_time_and_each_once(self, promise):
        assert self.rise(date(2026, 10, 31)) == 0
        assert self.rise(date(2026, 11, 1)) == 1
        assert self.rise(date(2026, 11, 1)) == self.rise(date(2026, 11, 30)) == 0
        assert self.rise(date(2026, 12, 1)) == 1
        assert self.rise(date(2027, 12, 1)) == 0
        assert again(promise).level == Level.GOVERNOR
        assert [level for level, _ in self.levels(promise)] == [0, 1, 2]
        assert [by for _, by in self.levels(promise)][1:] == [None, None]

    def test_nights_without_a_run_leave_no_hole(self, promise):
        with pretending(datetime(2027, 1, 5, 0, 20, tzinfo=WITA)):
            assert self.rise(date(2027, 1, 5)) == 1
        assert [level for level, _ in self.levels(promise)] == [0, 1, 2]

    def test_what_is_kept_or_has_no_day_stays(self, promise, province, owner):
        with in_scope(province):
            move_promise(promise=promise, after=PromiseState.KEPT, by=province)
            enter_promise(new=NewPromise(action="Tanpa hari", owner=owner, promised_on=TODAY), by=province)
        assert self.rise(date(2027, 1, 5)) == 0

    def test_another_day_brings_it_down_and_it_may_rise_again(self, promise, province):
        self.rise(date(2026, 11, 1))
        with in_scope(province):
            set_due(promise=again(promise), due_on=date(2026, 12, 31), by=province, said=Said(words="Disepakati"))
            assert again(promise).level == Level.OWNER
        assert self.rise(date(2026, 12, 31)) == 0
        assert self.rise(date(2027, 1, 1)) == 1

    def test_without_a_scope_nothing_rises(self, promise):
        with scoped(NOBODY):
            assert not CommitmentWords.objects.exists()
            assert raise_overdue(date(2027, 1, 1), using="default") == 0


class TestWhoKeepsIt:
    def test_a_partner_tells_of_its_own_and_keeps_none(self, promise, partner, province):
        other = officer("mitra-lain", Role.PARTNER)
        for user, tells, keeps in ((partner, True, False), (other, False, False), (province, True, True)):
            standing = standing_of(user, TODAY)
            with scoped(standing.scope):
                assert get_promise(standing=standing, promise_id=promise.pk) == promise
                for get, may in ((get_promise_to_tell, tells), (get_promise_to_keep, keeps)):
                    if may:
                        assert get(standing=standing, promise_id=promise.pk) == promise
                    else:
                        with pytest.raises(PromiseNotFound):
                            get(standing=standing, promise_id=promise.pk)

    def test_outside_only_what_is_public_of_a_published_meeting_is_read(self, promise, province, owner):
        with in_scope(province):
            enter_promise(new=NewPromise(action="Di luar rapat", owner=owner, promised_on=TODAY), by=province)
            tell_promise(promise=promise, by=province, said=SAID)
        with scoped(NOBODY):
            assert [each.pk for each in Commitment.objects.all()] == [promise.pk]
            assert CommitmentEntry.objects.count() == 2
            assert not CommitmentWords.objects.exists()
            assert Commitment.objects.update(state="kept") == 0


class TestLedger:
    def test_it_is_narrowed(self, promise, province, owner):
        with in_scope(province):
            new = NewPromise(action="Lain", owner=owner, promised_on=TODAY, due_on=date(2027, 1, 1))
            later = enter_promise(new=new, by=province)
            assert list(ledger(on=TODAY)) == [promise, later]
            assert list(ledger(on=TODAY, overdue=True)) == overdue_among([promise, later], TODAY) == [promise]
            assert list(ledger(on=TODAY, state=PromiseState.KEPT)) == []
            assert list(ledger(on=TODAY, owner=owner.pk)) == [promise, later]
            assert owners() == [owner]
            assert promises_with(owner) == [promise, later]
            move_promise(promise=later, after=PromiseState.KEPT, by=province)
            assert kept_among(ledger(on=TODAY)) == (1, 2)
