"""Making users and posts. Each action is one transaction."""

from datetime import date

from django.db import transaction

from tenun.organisations.enums import Desk, OrganisationKind, Role
from tenun.organisations.models import Organisation, Post, User


@transaction.atomic
def create_user(*, username: str, full_name: str, password: str | None, is_demo: bool = False) -> User:
    """A user who can sign in; without a password only by the demo's button."""
    user = User(username=username.strip().lower(), full_name=full_name.strip(), is_demo=is_demo)
    if password is None:
        user.set_unusable_password()
    else:
        user.set_password(password)
    user.save()
    return user


@transaction.atomic
def appoint(
    *,
    user: User,
    organisation: str,
    kind: OrganisationKind,
    role: Role,
    starts_on: date,
    ends_on: date | None = None,
    desk: Desk | None = None,
    districts: tuple[str, ...] = (),
    villages: tuple[str, ...] = (),
) -> Post:
    """Gives a user a post, and makes the organisation when it is not known yet."""
    place, _ = Organisation.objects.get_or_create(name=organisation, defaults={"kind": kind})
    return Post.objects.create(
        user=user,
        organisation=place,
        role=role,
        desk=desk or "",
        districts=list(districts),
        villages=list(villages),
        starts_on=starts_on,
        ends_on=ends_on,
    )
