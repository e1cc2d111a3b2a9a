"""The only way to an uploaded list: that of another office and one that does not exist are the same answer."""

from tenun.intake.models import Batch, Row
from tenun.organisations.access import ABILITIES, Ability, may
from tenun.organisations.enums import Role
from tenun.organisations.models import Organisation, Post
from tenun.organisations.queries import Standing
from tenun.shared.clock import today


class BatchNotFound(Exception):  # noqa: N818  Not found and not allowed are one.
    """There is no such list, or none that this post may see; nobody is told which."""


def get_batch(*, standing: Standing, batch_id: int, using: str = "default") -> Batch:
    """The list, if the post may import and row-level security lets it through. Raises `BatchNotFound`."""
    if not may(standing, Ability.IMPORT_PEOPLE):
        raise BatchNotFound
    found = Batch.objects.using(using).select_related("uploaded_by").filter(pk=batch_id).first()
    if found is None:
        raise BatchNotFound
    return found


def get_row(*, batch: Batch, number: int) -> Row:
    """One row of a list that was got. Raises `BatchNotFound`."""
    found = Row.objects.filter(batch=batch, number=number).first()
    if found is None:
        raise BatchNotFound
    return found


def offices_of(standing: Standing) -> list[tuple[Organisation, tuple[str, ...]]]:
    """The offices at which she may import, each with the districts of her posts there."""
    posts = Post.objects.held_on(today()).filter(user=standing.user_id).select_related("organisation").order_by("pk")
    return [(post.organisation, tuple(post.districts)) for post in posts if _imports(post) and post.districts]


def _imports(post: Post) -> bool:
    return Role(post.role) in ABILITIES[Ability.IMPORT_PEOPLE]
