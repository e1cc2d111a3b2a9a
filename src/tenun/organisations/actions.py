"""Making users and posts, and what an admin does to an account. Each action is one transaction and is entered.

Nobody acts on her own account: an admin sees no persons, and could otherwise give herself a post that does.
"""

import secrets
from datetime import date

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db import transaction

from tenun.organisations.enums import AccountAct, Desk, OrganisationKind, Role
from tenun.organisations.models import AccountEntry, Organisation, Post, User
from tenun.shared.clock import now

FIRST_ORGANISATION = "Admin Tenun"

_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that nobody mistakes for another when they are read from paper."""


class OwnAccount(Exception):  # noqa: N818  The name says whose account it was.
    """An admin tried to change her own account; another admin has to."""


class AdminExists(Exception):  # noqa: N818  It is an answer, not a fault.
    """There is an admin already; only the first is made without being signed in."""


class UsernameTaken(Exception):  # noqa: N818  It is an answer, not a fault.
    """Somebody else signs in by that name."""


@transaction.atomic
def create_user(*, username: str, full_name: str, password: str | None, is_demo: bool = False) -> User:
    """A user who can sign in; without a password only by the demo's button or an office's provider."""
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
    """The first account of an installation, with its admin post. Raises `AdminExists` or `UsernameTaken`.

    Admins of the demonstration do not count: they cannot sign in outside it.
    """
    if has_admin():
        raise AdminExists
    if User.objects.filter(username__iexact=username.strip()).exists():
        raise UsernameTaken
    user = create_user(username=username, full_name=full_name, password=password)
    post = appoint(
        user=user,
        organisation=FIRST_ORGANISATION,
        kind=OrganisationKind.PROVINCE_OFFICE,
        role=Role.ADMIN,
        starts_on=on,
    )
    _enter(AccountAct.CREATED, user, None)
    _enter(AccountAct.POST_GIVEN, user, None, _describe(post))
    return user


@transaction.atomic
def open_account(*, username: str, full_name: str, by: User) -> tuple[User, str]:
    """A new user and her first password, which is shown once and has to be changed at the first sign-in."""
    password = one_time_password()
    user = create_user(username=username, full_name=full_name, password=password)
    user.must_change_password = True
    user.save(update_fields=["must_change_password"])
    _enter(AccountAct.CREATED, user, by)
    return user, password


@transaction.atomic
def give_post(
    *,
    user: User,
    organisation: str,
    kind: OrganisationKind,
    role: Role,
    starts_on: date,
    by: User,
    ends_on: date | None = None,
    desk: Desk | None = None,
    districts: tuple[str, ...] = (),
    villages: tuple[str, ...] = (),
) -> Post:
    """`appoint` by an admin. Raises `OwnAccount`."""
    _refuse_own(user, by)
    post = appoint(
        user=user,
        organisation=organisation,
        kind=kind,
        role=role,
        starts_on=starts_on,
        ends_on=ends_on,
        desk=desk,
        districts=districts,
        villages=villages,
    )
    _enter(AccountAct.POST_GIVEN, user, by, _describe(post))
    return post


@transaction.atomic
def end_post(*, post: Post, ends_on: date, by: User) -> None:
    """The last day of a post; a post that has not begun ends on its first day. Raises `OwnAccount`."""
    post = Post.objects.select_for_update(of=("self",)).select_related("user", "organisation").get(pk=post.pk)
    _refuse_own(post.user, by)
    post.ends_on = max(ends_on, post.starts_on)
    post.save(update_fields=["ends_on"])
    _enter(AccountAct.POST_ENDED, post.user, by, _describe(post))


@transaction.atomic
def reset_sign_in(*, user: User, by: User) -> str:
    """A new first password; the second factor, the tie to an office's provider and every session end.

    Raises `OwnAccount`.
    """
    _refuse_own(user, by)
    password = one_time_password()
    user.set_password(password)
    user.must_change_password = True
    user.save(update_fields=["password", "must_change_password"])
    for rows in (Authenticator, SocialAccount, UserSession):
        rows.objects.filter(user=user).delete()
    _enter(AccountAct.SIGN_IN_RESET, user, by)
    return password


@transaction.atomic
def set_active(*, user: User, active: bool, by: User) -> None:
    """Closes or opens an account; a closed one is out at its next request. Raises `OwnAccount`."""
    _refuse_own(user, by)
    user.is_active = active
    user.save(update_fields=["is_active"])
    if not active:
        UserSession.objects.filter(user=user).delete()
    _enter(AccountAct.REACTIVATED if active else AccountAct.DEACTIVATED, user, by)


def change_password(*, user: User, password: str) -> None:
    """The user's own new password; the first one is done with."""
    user.set_password(password)
    user.must_change_password = False
    user.save(update_fields=["password", "must_change_password"])


def one_time_password() -> str:
    """Four groups of four signs (79 bits), easy to read out: `kx7m-w2pd-9rht-c4vn`."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(4)) for _ in range(4))


def _refuse_own(user: User, by: User) -> None:
    if user.pk == by.pk:
        raise OwnAccount


def _describe(post: Post) -> str:
    until = f"–{post.ends_on:%d-%m-%Y}" if post.ends_on else ""
    return f"{post.get_role_display()}, {post.organisation}, {post.starts_on:%d-%m-%Y}{until}"


def _enter(act: AccountAct, user: User, by: User | None, detail: str = "") -> None:
    AccountEntry.objects.create(at=now(), by_id=by.pk if by else None, user_id=user.pk, act=act, detail=detail[:200])
