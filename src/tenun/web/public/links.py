"""The page of a personal link: it shows on GET and acts on POST, for messengers fetch links before anybody reads them.

It runs under the scope of its one thing. A link that is closed says so; one that never was is not found.
"""

from typing import Any

import pghistory
from django.contrib.auth.decorators import login_not_required
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods

from tenun.partnership.actions.links import LinkClosed, close_answered
from tenun.partnership.enums import LinkKind
from tenun.partnership.links import LinkNotFound, open_link, scope_of
from tenun.partnership.models import PersonalLink
from tenun.shared.clock import now
from tenun.shared.scope import scoped
from tenun.web.public.questions import QUESTIONS, Question


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables("token")
def personal_link(request: HttpRequest, token: str) -> HttpResponse:
    """The question of the link, or its answer."""
    try:
        link = open_link(token)
    except LinkNotFound:
        raise Http404 from None
    question = QUESTIONS[LinkKind(link.kind)]
    answer = _page(request, link, question) if link.is_open(now()) else _closed(request, link)
    add_never_cache_headers(answer)
    answer["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _page(request: HttpRequest, link: PersonalLink, question: Question) -> HttpResponse:
    form = question.form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        return _answered(request, link, question, form.cleaned_data)
    with scoped(scope_of(link)):
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION READ ONLY")
        context = {"form": form, "link": link, **question.about(link)}
        response = render(request, question.template, context, status=422 if form.errors else 200)
        transaction.set_rollback(True)
    return response


def _answered(request: HttpRequest, link: PersonalLink, question: Question, cleaned: dict[str, Any]) -> HttpResponse:
    try:
        with scoped(scope_of(link)), pghistory.context(link=link.pk, addressee=link.addressee):
            close_answered(link)
            question.answer(link, cleaned)
    except LinkClosed:
        return _closed(request, link)
    return render(request, "public/link_answered.html", {"thanks": question.thanks})


def _closed(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    return render(request, "public/link_closed.html", {"link": link}, status=410)
