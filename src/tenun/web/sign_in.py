"""Signing in and out. In the demonstration every account signs in with one click; a production start has none."""

from typing import Any

from allauth.account.views import LoginView
from allauth.socialaccount.providers.openid_connect import views as openid
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from tenun.organisations.models import User
from tenun.organisations.queries import standing_of
from tenun.shared.clock import today
from tenun.web.parts import DemoAccount, Link


class SignIn(LoginView):
    """Username and password, then the second step; the demonstration's accounts and the office's provider beside it."""

    template_name = "sign_in.html"

    def form_invalid(self, form: Any) -> HttpResponse:
        """What is wrong, above the form."""
        return self.render_to_response(self.get_context_data(form=form), status=422)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What else there is to sign in with."""
        return super().get_context_data(**kwargs) | {
            **_demo_accounts(),
            "demo_url": reverse("sign-in-demo"),
            "providers": _providers(),
            "next": self.get_next_url(),
        }


sign_in = SignIn.as_view()


ROLES_SHOWN = 14
"""Accounts in sight: the first, one or two a role. The counters of the other districts stand under them."""


def _demo_accounts() -> dict[str, list[DemoAccount]]:
    if not settings.DEMO:
        return {"demo_accounts": [], "more_accounts": []}
    users = User.objects.filter(is_demo=True, is_active=True).order_by("id")
    accounts = [DemoAccount(user.username, user.full_name, standing_of(user, today()).title) for user in users]
    return {"demo_accounts": accounts[:ROLES_SHOWN], "more_accounts": accounts[ROLES_SHOWN:]}


def _providers() -> list[Link]:
    apps = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"]
    return [Link(app["name"], reverse("openid_connect_login", args=[app["provider_id"]])) for app in apps]


@login_not_required
@require_POST
def sign_in_demo(request: HttpRequest) -> HttpResponse:
    """One click for an invented account; there is no such address outside the demonstration."""
    if not settings.DEMO:
        raise Http404
    user = get_object_or_404(User, username=request.POST.get("username", ""), is_demo=True, is_active=True)
    login(request, user, backend="tenun.organisations.backends.OfficerBackend")
    UserSession.objects.create_from_request(request)
    return redirect("desk")


@login_not_required
@require_POST
def sign_in_at_provider(request: HttpRequest, provider_id: str) -> HttpResponseBase:
    """Leads to the office's provider; by a press of the button only, so that no other page can start it."""
    answer: HttpResponseBase = openid.login(request, provider_id)
    return answer


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session, also of somebody whose post has ended or whose second step is not done."""
    logout(request)
    return redirect("sign-in")
