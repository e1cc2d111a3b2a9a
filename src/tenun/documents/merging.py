"""One current paper a kind, also when two files become one: the better proof stays, the other becomes a version."""

from tenun.documents.models import Paper
from tenun.shared.hooks import MergeHook


def set_aside(survivor: int, other: int) -> list[int]:
    """Of two current papers of one kind the weaker one, or of equal proof the older one, is no longer current."""
    best: dict[str, Paper] = {}
    aside: list[int] = []
    for paper in Paper.objects.filter(person__in=(survivor, other), is_current=True).order_by(
        "proof", "recorded_at", "id"
    ):
        if paper.kind in best:
            aside.append(best[paper.kind].pk)
        best[paper.kind] = paper
    Paper.objects.filter(pk__in=aside).update(is_current=False)
    return aside


def restore(numbers: list[int]) -> None:
    """Current again, unless a newer paper of the kind has come meanwhile."""
    for paper in Paper.objects.filter(pk__in=numbers):
        if not Paper.objects.filter(person=paper.person_id, kind=paper.kind, is_current=True).exists():
            Paper.objects.filter(pk=paper.pk).update(is_current=True)


HOOK = MergeHook(name="documents", set_aside=set_aside, restore=restore)
