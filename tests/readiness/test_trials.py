"""Trials of rules: who may ask and see them, what a job finds and keeps, what is forgotten."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import DatabaseError, ProgrammingError, connection, connections, transaction
from tests.catalogues import packaged_texts
from tests.people.conftest import officer
from tests.readiness.many import BELU, MALAKA, add_person, answers, filled_server
from tests.strategies import TODAY, ready_person

from tenun.domain.assessment import Verdict
from tenun.domain.catalogue import CatalogueError
from tenun.organisations.enums import Role
from tenun.organisations.queries import standing_of
from tenun.readiness.simulation import Shift
from tenun.readiness.trial_results import MOST_KEPT, outcome_of
from tenun.readiness.trials import RuleTrial, TrialNotFound, TrialState, ask_trial, catalogue_of, get_trial
from tenun.readiness.trying import forget_trials, run_trial
from tenun.shared.clock import now, today
from tenun.shared.encryption import UnreadableField
from tenun.shared.scope import NOBODY, scoped

DAY = timedelta(days=1)


def stricter():
    """The packaged texts, but Singapore asks for thirty years."""
    texts = packaged_texts()
    texts["targets/sg-domestic.toml"] = texts["targets/sg-domestic.toml"].replace("minimum = 23", "minimum = 30")
    return texts


def asked(by, texts=None):
    with scoped(standing_of(by, today()).scope):
        return ask_trial(name="umur 30", texts=texts or stricter(), on=TODAY, by=by)


@pytest.mark.django_db
class TestWhoSeesThem:
    @pytest.fixture
    def trial(self):
        return asked(officer("rini", Role.EDITOR))

    @pytest.mark.parametrize(
        ("role", "more", "sees"),
        [
            (Role.EDITOR, {}, True),
            (Role.PROVINCE, {"districts": ("53.04",)}, True),
            (Role.COUNTER, {"districts": ("53.04",)}, False),
            (Role.AUDITOR, {}, False),
            (Role.ADMIN, {}, False),
        ],
    )
    def test_the_roles_that_try_rules_out_see_each_others(self, trial, role, more, sees):
        standing = standing_of(officer("siapa", role, **more), today())
        with scoped(standing.scope):
            assert RuleTrial.objects.filter(pk=trial.pk).exists() is sees
            if sees:
                assert get_trial(standing=standing, trial_id=trial.pk) == trial
            else:
                with pytest.raises(TrialNotFound):
                    get_trial(standing=standing, trial_id=trial.pk)

    def test_nobody_without_a_scope_sees_one(self, trial):
        with scoped(NOBODY):
            assert not RuleTrial.objects.exists()

    def test_the_site_changes_and_removes_none_and_asks_in_no_other_name(self, trial):
        standing = standing_of(officer("lain", Role.EDITOR), today())
        for act in (
            lambda: RuleTrial.objects.update(name="x"),
            lambda: connection.cursor().execute("DELETE FROM readiness_ruletrial"),
            lambda: RuleTrial.objects.create(asked_by=trial.asked_by, asked_at=now(), on=TODAY, files=b"x"),
        ):
            with pytest.raises(DatabaseError), scoped(standing.scope):
                act()

    def test_what_was_sent_is_kept_encrypted_and_read_again(self, trial):
        assert b"minimum" not in bytes(trial.files)
        assert catalogue_of(trial).digest == trial.digest

    def test_rules_that_do_not_load_are_not_kept(self, trial):
        texts = stricter()
        texts["core.toml"] = texts["core.toml"].replace("source = {", "sauce = {", 1)
        with pytest.raises(CatalogueError, match="catalogue"):
            asked(officer("lain", Role.EDITOR), texts)


class TestTheJob:
    """The worker has a connection of its own, so what it shall see is committed, and removed by hand."""

    @pytest.fixture
    def maker(self, django_db_setup, django_db_blocker):
        with django_db_blocker.unblock(), filled_server() as maker:
            yield maker
            for table in ("readiness_ruletrial", "procrastinate_events", "procrastinate_jobs"):
                maker.execute(f"DELETE FROM {table}")
            for table in ("organisations_post", "organisations_user", "organisations_organisation"):
                maker.execute(f"DELETE FROM {table}")
            for alias in ("default", "worker"):
                connections[alias].close()

    @pytest.fixture
    def editor(self, maker):
        return officer("rini", Role.EDITOR)

    def again(self, by, trial):
        with scoped(standing_of(by, today()).scope):
            return RuleTrial.objects.get(pk=trial.pk)

    def test_it_keeps_whom_the_rules_would_change_and_switches_nothing_on(self, maker, editor):
        for number, village in ((1, BELU), (2, BELU), (3, MALAKA)):
            add_person(maker, number, ready_person(), target="sg-domestic", state="PREPARING", village=village)
        add_person(maker, 4, ready_person(), target="my-domestic", state="PREPARING")
        trial = asked(editor)
        run_trial(trial.pk, editor.pk)
        done = self.again(editor, trial)
        outcome = outcome_of(done)
        assert (done.state, outcome.people) == (TrialState.DONE, 4)
        assert [(each.target, each.district_code, each.before, each.after, each.count) for each in outcome.groups] == [
            ("sg-domestic", "53.04", Verdict.READY, Verdict.NOT_THIS_TARGET, 2),
            ("sg-domestic", "53.21", Verdict.READY, Verdict.NOT_THIS_TARGET, 1),
        ]
        assert [dict(each.shifts) for each in outcome.groups] == [{"sg_age": Shift(2, 0)}, {"sg_age": Shift(1, 0)}]
        assert done.persons == [[1, 2], [3]]
        assert {*outcome.titles} == {"sg-domestic", "sg_age"}
        assert answers(maker) == {}

    def test_of_a_large_group_some_numbers_are_kept_and_the_count_is_whole(self, maker, editor):
        with maker.transaction():
            for number in range(1, MOST_KEPT + 6):
                add_person(maker, number, ready_person(), target="sg-domestic", state="PREPARING")
        trial = asked(editor)
        run_trial(trial.pk, editor.pk)
        done = self.again(editor, trial)
        assert (outcome_of(done).groups[0].count, len(done.persons[0])) == (MOST_KEPT + 5, MOST_KEPT)

    def test_a_second_run_and_one_for_an_ended_post_do_nothing(self, maker, editor):
        trial = asked(editor)
        maker.execute("UPDATE organisations_post SET ends_on = '2020-01-01', starts_on = '2019-01-01'")
        run_trial(trial.pk, editor.pk)
        assert maker.execute("SELECT state FROM readiness_ruletrial").fetchall() == [("asked",)]
        maker.execute("UPDATE organisations_post SET ends_on = NULL")
        run_trial(trial.pk, editor.pk)
        first = self.again(editor, trial)
        run_trial(trial.pk, editor.pk)
        assert (first.state, self.again(editor, trial).finished_at) == (TrialState.DONE, first.finished_at)

    def test_what_fails_is_shown_as_failed(self, maker, editor):
        trial = asked(editor)
        maker.execute("UPDATE readiness_ruletrial SET files = 'x'")
        with pytest.raises(UnreadableField):
            run_trial(trial.pk, editor.pk)
        assert self.again(editor, trial).state == TrialState.FAILED

    def test_after_thirty_days_nothing_is_left(self, maker, editor):
        old, new = asked(editor), asked(editor)
        maker.execute("UPDATE readiness_ruletrial SET asked_at = %s WHERE id = %s", [now() - 31 * DAY, old.pk])
        assert forget_trials() == 1
        assert maker.execute("SELECT id FROM readiness_ruletrial").fetchall() == [(new.pk,)]


@pytest.mark.django_db
def test_the_site_itself_may_not_forget():
    assert settings.SERVER is not None
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        forget_trials(using="default")
