"""What a personal link opens, found by the link alone, and which links were made about a thing."""

import hashlib
from dataclasses import dataclass

from tenun.partnership.enums import LinkKind
from tenun.partnership.models import PersonalLink
from tenun.shared.scope import Scope


class LinkNotFound(Exception):  # noqa: N818  There is no such link for whoever asks.
    """There is no such link, or its time was over long ago; nobody is told which."""


@dataclass(frozen=True, slots=True)
class Made:
    """A link that was just made, with its secret part, which is shown this once."""

    link: PersonalLink
    token: str


def digest_of(token: str) -> str:
    """What is kept of a link: its token is 256 random bits, so a plain digest is enough."""
    return hashlib.sha256(token.encode()).hexdigest()


def open_link(token: str) -> PersonalLink:
    """The link of this token, whether it may still be answered or not. Raises `LinkNotFound`. One query."""
    found = PersonalLink.objects.raw("SELECT * FROM tenun_link(%s)", [digest_of(token)])
    for link in found:
        return link
    raise LinkNotFound


def scope_of(link: PersonalLink) -> Scope:
    """The one thing that it opens."""
    return Scope(link=f"{link.kind}:{link.subject_id}")


def links_about(kind: LinkKind, subject_id: int) -> list[PersonalLink]:
    """Every link about the thing, the newest first. One query."""
    made = PersonalLink.objects.filter(kind=kind, subject_id=subject_id)
    return list(made.select_related("organisation", "made_by").order_by("-pk"))
