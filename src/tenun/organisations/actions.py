"""Making users and posts. Each action is one transaction."""

from datetime import date

from django.db import transaction

from tenun.organisations.enums import Desk, OrganisationKind, Role
from tenun.organisations.models import Organisation, Post, User

FIRST_ORGANISATION = "Admin Tenun"


class AdminExists(Exception):  # noqa: N818  It is an answer, not a fault.
    """There is an admin already; only the first is made without being signed in."""


class UsernameTaken(Exception):  # noqa: N818  It is an answer, not a fault.
    """Somebody else signs in by that name."""


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


def has_admin() -> bool:
    """Whether somebody who is not invented holds, or held, the post of an admin."""
    return Post.objects.filter(role=Role.ADMIN, user__is_demo=False).exists()


@transaction.atomic
def create_first_admin(*, username: str, full_name: str, password: str, on: date) -> User:
    """The admin of an empty installation. Raises `AdminExists` or `UsernameTaken`; then nothing was made."""
    if has_admin():
        raise AdminExists
    if User.objects.filter(username__iexact=username.strip()).exists():
        raise UsernameTaken
    user = create_user(username=username, full_name=full_name, password=password)
    appoint(
        user=user,
        organisation=FIRST_ORGANISATION,
        kind=OrganisationKind.PROVINCE_OFFICE,
        role=Role.ADMIN,
        starts_on=on,
    )
    return user
