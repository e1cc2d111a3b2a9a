"""The way of a request: who asks, which ability the view names, one transaction under her scope, then the answer.

A GET runs in a transaction that is rolled back and may not write. No answer stays in a cache of
the browser or on the way. A view that names no ability fails.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import wraps
from typing import Any, TypeVar

from django.core.exceptions import ImproperlyConfigured
from django.db import connection, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers

from tenun.organisations.access import Ability, may
from tenun.organisations.models import User
from tenun.organisations.queries import Standing, standing_of
from tenun.people.access import PersonMerged, PersonNotFound
from tenun.people.models import Person
from tenun.readiness.access import PersonHeld
from tenun.shared.audit import ReadNotEntered
from tenun.shared.clock import today
from tenun.shared.history import because
from tenun.shared.scope import scoped
from tenun.web.account.steps import missing_step

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


def needs(ability: Ability) -> Callable[[View], View]:
    """Names the one ability of a view."""

    def mark(view: View) -> View:
        view.ability = ability  # type: ignore[attr-defined]
        return view

    return mark


def own_account(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A page of one's own account: for everybody signed in, whatever her post, and before her second factor is set.

    It runs without a scope, so that it reaches no person's row, and may write on a GET as allauth's flows do.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        add_never_cache_headers(response)
        return response

    answer.own_account = True  # type: ignore[attr-defined]  # A function carries its mark.
    return answer


class OfficerRequest(HttpRequest):
    """A request of somebody signed in, inside her scope."""

    user: User
    standing: Standing
    step: str | None


def _who(request: OfficerRequest) -> AbstractContextManager[Any]:
    """Who changes, as what, on which page: it stands beside every change that the view makes."""
    standing, match = request.standing, request.resolver_match
    return because(user_id=standing.user_id, roles=sorted(standing.roles), view=match.view_name if match else "")


def _held(request: OfficerRequest, person: Person) -> dict[str, Any]:
    """The page of a file that is sealed: nothing but its name, and the way in for an emergency."""
    may_open = may(request.standing, Ability.OPEN_IN_EMERGENCY)
    return {"person": person, "emergency_url": reverse("emergency", args=[person.pk]) if may_open else ""}


class ScopeMiddleware:
    """Wraps every view but those marked as open to anybody (`login_not_required`) or as one's `own_account`.

    Whoever still has to change a first password or to set up a second factor is led there before anything opens.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Passes the request on; the work is done at the view."""
        return self._get_response(request)

    def process_view(
        self, request: OfficerRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        """Answers in place of the framework, so that the transaction and the scope surround the view alone."""
        if not getattr(view, "login_required", True):
            return None
        request.standing = standing_of(request.user, today())
        request.step = missing_step(request, request.user, request.standing)
        if getattr(view, "own_account", False):
            return None
        ability: Ability | None = getattr(view, "ability", None)
        if ability is None:
            raise ImproperlyConfigured(f"{view.__module__}.{view.__qualname__} names no ability")
        if request.step is not None:
            return redirect(request.step)
        if not may(request.standing, ability):
            raise Http404
        try:
            return self._answer(request, view, args, kwargs)
        except PersonNotFound:
            raise Http404 from None
        except PersonHeld as held:
            return render(request, "held.html", _held(request, held.person), status=423)
        except PersonMerged as merged:
            return redirect("berkas", merged.person_id)
        except ReadNotEntered:
            return render(request, "503.html", status=503)

    def _answer(
        self, request: OfficerRequest, view: Callable[..., HttpResponseBase], args: Any, kwargs: dict[str, Any]
    ) -> HttpResponseBase:
        reading = request.method in _READING
        with scoped(request.standing.scope), _who(request):
            if reading:
                with connection.cursor() as cursor:
                    cursor.execute("SET TRANSACTION READ ONLY")
            response: HttpResponse = view(request, *args, **kwargs)  # type: ignore[assignment]
            if hasattr(response, "render") and callable(response.render):
                raise ImproperlyConfigured("a lazy response would render outside the scope")
            if reading:
                transaction.set_rollback(True)
        add_never_cache_headers(response)
        return response
