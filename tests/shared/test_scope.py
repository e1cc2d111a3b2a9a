"""The lists live in one transaction and never longer."""

import pytest
from django.db import connection

from tenun.shared.scope import MOST_SHARED, NOBODY, Scope, scoped

pytestmark = pytest.mark.django_db


def districts():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('tenun.districts', true)")
        return cursor.fetchone()[0] or ""


def test_the_scope_from_before_stands_again_afterwards():
    with scoped(Scope(districts=("53.04",))):
        with scoped(Scope(districts=("53.21",))):
            assert districts() == "{53.21}"
        assert districts() == "{53.04}"


def test_a_scope_that_was_left_by_an_error_is_gone():
    with pytest.raises(RuntimeError), scoped(Scope(districts=("53.04",))):
        raise RuntimeError
    assert districts() == ""


def test_too_many_shared_persons_are_refused():
    with pytest.raises(ValueError, match="1000"), scoped(Scope(persons=tuple(range(MOST_SHARED + 1)))):
        pass


def test_nobody_has_no_lists():
    with scoped(NOBODY):
        assert districts() == "{}"
