"""What somebody just signed in still has to do before anything else opens."""

from allauth.account.authentication import get_authentication_records
from django.http import HttpRequest

from tenun.organisations.models import User
from tenun.organisations.queries import Standing, has_second_factor

CHANGE_PASSWORD, SET_UP_SECOND_FACTOR = "account_change_password", "mfa_index"


def missing_step(request: HttpRequest, user: User, standing: Standing) -> str | None:
    """The name of the page that comes first, or none.

    An account of the demonstration needs nothing, for there is nothing true in it. Whoever came from the office's
    provider has shown her second factor there.
    """
    if user.is_demo or came_from_provider(request, user):
        return None
    if user.must_change_password:
        return CHANGE_PASSWORD
    return None if has_second_factor(user, standing) else SET_UP_SECOND_FACTOR


def came_from_provider(request: HttpRequest, user: User) -> bool:
    """Whether this very session began at the office's provider."""
    return any(record["method"] == "socialaccount" for record in get_authentication_records(request, user))
