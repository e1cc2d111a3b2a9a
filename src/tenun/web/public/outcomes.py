"""Halaman hasil: what was published of a meeting, with the state of each output, result and promise of today.

Read by everybody: under the scope of nobody, READ ONLY, whole without a script, and kept by no cache longer than a
minute.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from urllib.parse import quote

from django.contrib.auth.decorators import login_not_required
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tenun.partnership.enums import MeetingState
from tenun.partnership.meetings import programmes_today, published_meeting, published_meetings
from tenun.shared.clock import today
from tenun.shared.scope import NOBODY, scoped
from tenun.web import meeting_words as said
from tenun.web.public.outcome_page import OutcomeRow, Share, outcome_of

FRESH = "public, max-age=60"
View = Callable[..., HttpResponse]


@contextmanager
def _reading() -> Iterator[None]:
    """One transaction that sees what is published, and may not write."""
    with scoped(NOBODY):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        yield
        transaction.set_rollback(True)


def _public(view: View) -> View:
    @wraps(view)
    def answer(request: HttpRequest, *args: str) -> HttpResponse:
        with _reading():
            response = view(request, *args)
        response["Cache-Control"] = FRESH
        return response

    return answer


@login_not_required
@require_safe
def outcomes(request: HttpRequest) -> HttpResponse:
    """Every published meeting, the latest first."""
    return _listed(request)


@login_not_required
@require_safe
def outcome(request: HttpRequest, slug: str) -> HttpResponse:
    """One published meeting; of one that was withdrawn only that, since when and why."""
    return _one(request, slug)


@_public
def _listed(request: HttpRequest) -> HttpResponse:
    rows = [
        OutcomeRow(str(each), reverse("outcome", args=[each.slug]), said.day_of(each)) for each in published_meetings()
    ]
    return render(request, "public/outcomes.html", {"rows": rows, "public_links": _links()})


@_public
def _one(request: HttpRequest, slug: str) -> HttpResponse:
    found = published_meeting(slug)
    if found is None:
        raise Http404
    address = request.build_absolute_uri(reverse("outcome", args=[found.slug]))
    if found.state == MeetingState.WITHDRAWN:
        steps = [each for each in found.steps.all() if each.after == MeetingState.WITHDRAWN]
        context = {"step": steps[-1], "public_links": _links()}
        return render(request, "public/outcome_withdrawn.html", context, status=410)
    page = outcome_of(found, programmes_today(found), today())
    context = {"page": page, "address": address, "shares": _shares(address, page.title), "public_links": _links()}
    return render(request, "public/outcome.html", context)


def _links() -> list[dict[str, str]]:
    return [
        {"url": reverse("outcomes"), "name": _("Hasil rapat")},
        {"url": reverse("sign-in"), "name": _("Petugas")},
    ]


def _shares(address: str, title: str) -> list[Share]:
    """Plain links: nothing is loaded from anybody, and nobody is told before a person presses."""
    to, words = quote(address, safe=""), quote(title, safe="")
    return [
        Share(_("Kirim ke WhatsApp"), f"https://wa.me/?text={words}%20{to}"),
        Share(_("Bagikan di Facebook"), f"https://www.facebook.com/sharer/sharer.php?u={to}"),
        Share(_("Bagikan di X"), f"https://x.com/intent/post?text={words}&url={to}"),
    ]
