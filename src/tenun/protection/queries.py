"""Reports about recruiters, as far as row-level security lets whoever asks see them."""

from tenun.protection.models import RecruiterReport

MOST_ROWS = 100


def latest_reports() -> list[RecruiterReport]:
    """One query: the newest reports, at most a hundred."""
    return list(RecruiterReport.objects.select_related("by").order_by("-pk")[:MOST_ROWS])
