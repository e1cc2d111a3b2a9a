"""What the posts of a user add up to on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tenun.organisations.enums import Desk, Role
from tenun.organisations.models import Post, User
from tenun.shared.scope import Scope


@dataclass(frozen=True, slots=True)
class Standing:
    """A user's roles and the scope of her rows, worked out once a request."""

    user_id: int
    roles: frozenset[Role]
    scope: Scope
    title: str
    desks: frozenset[Desk] = frozenset()


_WITH_PERSONS = frozenset({Role.VILLAGE, Role.COUNTER, Role.BP3MI, Role.PROVINCE, Role.PROTECTION})
"""Roles whose territory opens persons. An agency, a trainer or a partner sees a person only when she is shared."""


_ACTING = frozenset({Role.PROTECTION, Role.TASK_FORCE, Role.BP3MI})
"""Roles that act on sealed reports of their districts."""


def standing_of(user: User, on: date) -> Standing:
    """One query: the posts she holds on that day."""
    posts = list(Post.objects.held_on(on).filter(user=user).select_related("organisation"))
    opening = [post for post in posts if Role(post.role) in _WITH_PERSONS]
    return Standing(
        user_id=user.pk,
        roles=frozenset(Role(post.role) for post in posts),
        scope=Scope(
            user.pk,
            districts=_codes(post.districts for post in opening),
            villages=_codes(post.villages for post in opening),
            sealed=_codes(post.districts for post in posts if Role(post.role) in _ACTING),
        ),
        desks=frozenset(Desk(post.desk) for post in posts if post.desk),
        title=", ".join(f"{post.get_role_display()}, {post.organisation}" for post in posts),
    )


def _codes(lists: Iterable[list[str]]) -> tuple[str, ...]:
    return tuple(sorted({code for codes in lists for code in codes}))
