"""A personal link opens one thing, once, for a time; its secret is kept nowhere."""

from datetime import timedelta

import pytest
from django.db import connection
from tests.partnership.conftest import in_scope

from tenun.partnership.actions.links import (
    KEPT_AFTER,
    OPEN_FOR,
    LinkClosed,
    close_answered,
    forget_links,
    make_link,
    revoke_link,
)
from tenun.partnership.enums import LinkKind
from tenun.partnership.links import LinkNotFound, digest_of, links_about, open_link, scope_of
from tenun.partnership.models import PersonalLink, Programme
from tenun.shared.scope import NOBODY, scoped

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(province, programme):
    with in_scope(province):
        return make_link(
            kind=LinkKind.PROGRAMME, subject_id=programme.pk, addressee=" Ani   Rekaan, ketua ", by=province
        )


def test_it_is_found_by_its_token_alone_and_the_token_is_not_kept(made):
    with scoped(NOBODY):
        found = open_link(made.token)
    assert (found.pk, found.addressee, found.kind) == (made.link.pk, "Ani Rekaan, ketua", "programme")
    assert found.digest == digest_of(made.token)
    assert made.token not in str(found.__dict__)


def test_no_other_token_finds_anything(made):
    with scoped(NOBODY), pytest.raises(LinkNotFound):
        open_link(made.token[:-1])


def test_without_a_scope_no_link_and_no_programme_is_seen(made):
    with scoped(NOBODY):
        assert (PersonalLink.objects.count(), Programme.objects.count()) == (0, 0)


def test_its_scope_opens_the_one_thing(made, programme):
    with scoped(scope_of(made.link)):
        assert [each.pk for each in Programme.objects.all()] == [programme.pk]
        assert PersonalLink.objects.count() == 1
    made.link.subject_id += 1
    with scoped(scope_of(made.link)):
        assert (PersonalLink.objects.count(), Programme.objects.count()) == (0, 0)


def test_it_is_answered_once(made):
    with scoped(scope_of(made.link)):
        close_answered(made.link)
        with pytest.raises(LinkClosed):
            close_answered(made.link)


def test_one_that_was_taken_back_is_not_answered(made, province):
    with in_scope(province):
        revoke_link(link=made.link, by=province)
        with pytest.raises(LinkClosed):
            close_answered(made.link)


def test_a_second_link_to_the_same_addressee_ends_the_first(made, province, programme):
    with in_scope(province):
        again = make_link(kind=LinkKind.PROGRAMME, subject_id=programme.pk, addressee="Ani Rekaan, ketua", by=province)
        other = make_link(kind=LinkKind.PROGRAMME, subject_id=programme.pk, addressee="Budi Rekaan", by=province)
        links = links_about(LinkKind.PROGRAMME, programme.pk)
    assert [each.pk for each in links] == [other.link.pk, again.link.pk, made.link.pk]
    assert [each.revoked_at is None for each in links] == [True, True, False]


@pytest.mark.parametrize(("after", "is_open"), [(timedelta(0), True), (OPEN_FOR, False)])
def test_its_time_ends(made, after, is_open):
    assert made.link.is_open(made.link.made_at + after) is is_open


def test_it_is_forgotten_a_year_after_its_end(made):
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('tenun.together', 'on', true)")
    end = made.link.expires_at + KEPT_AFTER
    assert forget_links(end, using="default") == 0
    assert forget_links(end + timedelta(seconds=1), using="default") == 1
