"""What the posts of a user add up to on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from allauth.mfa.models import Authenticator
from django.db.models import Prefetch, Q

from tenun.domain.identifiers.regions import region_name
from tenun.organisations.enums import TOGETHER, Desk, Role
from tenun.organisations.models import AccountEntry, Post, User
from tenun.shared.scope import Scope


@dataclass(frozen=True, slots=True)
class Standing:
    """A user's roles and the scope of her rows, worked out once a request."""

    user_id: int
    roles: frozenset[Role]
    scope: Scope
    title: str
    desks: frozenset[Desk] = frozenset()
    organisations: frozenset[int] = frozenset()
    """Where she holds her posts: what these own is hers to keep."""
    only: frozenset[str] | None = None
    """The abilities that are left while she looks at a file opened in an emergency; all of hers otherwise."""


def colleagues_of(user: User, on: date) -> list[User]:
    """Everybody who holds a post at one of her organisations on that day, herself too, by name. Two queries."""
    offices = Post.objects.held_on(on).filter(user=user).values("organisation")
    posts = Post.objects.held_on(on).filter(organisation__in=offices).values("user")
    return list(User.objects.filter(pk__in=posts, is_active=True).order_by("full_name", "pk"))


MOST_ACCOUNTS = 200
_WITH_PERSONS = frozenset({Role.VILLAGE, Role.COUNTER, Role.BP3MI, Role.PROVINCE, Role.PROTECTION})
"""Roles whose territory opens persons. An agency, a trainer or a partner sees a person only when she is shared."""


_ACTING = frozenset({Role.PROTECTION, Role.TASK_FORCE, Role.BP3MI})
"""Roles that act on sealed reports of their districts."""
_CASE_TEAM = frozenset({Role.PROTECTION})
"""Roles that work on the sealed files of their districts."""


def standing_of(user: User, on: date) -> Standing:
    """One query: the posts she holds on that day."""
    posts = list(Post.objects.held_on(on).filter(user=user).select_related("organisation"))
    desks = frozenset(Desk(post.desk) for post in posts if post.desk)
    opening = [post for post in posts if Role(post.role) in _WITH_PERSONS]
    return Standing(
        user_id=user.pk,
        roles=frozenset(Role(post.role) for post in posts),
        scope=Scope(
            user.pk,
            districts=_codes(post.districts for post in opening),
            villages=_codes(post.villages for post in opening),
            sealed=_codes(post.districts for post in posts if Role(post.role) in _ACTING),
            cases=_codes(post.districts for post in posts if Role(post.role) in _CASE_TEAM),
            offices=_codes(post.districts for post in posts if Role(post.role) is Role.COUNTER),
            health=Desk.HEALTH in desks,
            together=any(Role(post.role) in TOGETHER for post in posts),
        ),
        desks=desks,
        organisations=frozenset(post.organisation_id for post in posts),
        title=", ".join(map(_say, posts)),
    )


def may_use_printed_codes(standing: Standing) -> bool:
    """Printed one-time codes stand for a second factor in villages only, where phones and keys are shared."""
    return standing.roles == {Role.VILLAGE}


def unused_codes(user: User) -> int:
    """How many codes of her printed sheet are left."""
    sheet = Authenticator.objects.filter(user=user, type=Authenticator.Type.RECOVERY_CODES).first()
    return len(sheet.wrap().get_unused_codes()) if sheet else 0


def has_second_factor(user: User, standing: Standing) -> bool:
    """A phone's codes or a passkey; in a village also a printed sheet that is not used up."""
    kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    if kinds & {Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN}:
        return True
    return bool(kinds) and may_use_printed_codes(standing) and unused_codes(user) > 0


@dataclass(frozen=True, slots=True)
class Account:
    """An account in the admin's list: the user, the posts she holds today in words."""

    user: User
    posts: tuple[str, ...]


def find_accounts(name: str, on: date) -> list[Account]:
    """Accounts whose username or full name holds these letters, by full name; at most `MOST_ACCOUNTS`."""
    matching = User.objects.filter(Q(full_name__icontains=name) | Q(username__icontains=name)) if name else User.objects
    held = Prefetch("posts", Post.objects.held_on(on).select_related("organisation"), to_attr="held")
    users = matching.prefetch_related(held).order_by("full_name", "pk")[:MOST_ACCOUNTS]
    return [Account(user, tuple(_say(post) for post in user.held)) for user in users]


def posts_of(user: User, on: date) -> list[tuple[Post, str, bool]]:
    """Every post, the newest first: itself, its territory in words, whether it has not ended."""
    posts = user.posts.select_related("organisation").order_by("-starts_on", "-pk")
    return [(post, _territory(post), post.ends_on is None or post.ends_on >= on) for post in posts]


def entries_about(user: User) -> list[tuple[AccountEntry, str]]:
    """What admins did to an account, the newest first, each with the admin's name."""
    entries = list(AccountEntry.objects.filter(user_id=user.pk).order_by("-at", "-pk")[:200])
    names = dict(User.objects.filter(pk__in={entry.by_id for entry in entries}).values_list("pk", "full_name"))
    return [(entry, names.get(entry.by_id or 0, "—")) for entry in entries]


def _say(post: Post) -> str:
    return f"{post.get_role_display()}, {post.organisation}"


def _territory(post: Post) -> str:
    return ", ".join(map(region_name, (*post.districts, *post.villages)))


def _codes(lists: Iterable[list[str]]) -> tuple[str, ...]:
    return tuple(sorted({code for codes in lists for code in codes}))
