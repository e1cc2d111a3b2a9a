"""Signing in and out. In the demonstration every account signs in with one click; a production start has none."""

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from tenun.organisations.models import User
from tenun.organisations.queries import standing_of
from tenun.shared.clock import today
from tenun.web.parts import DemoAccount


class SignInForm(forms.Form):
    """Username and password."""

    username = forms.CharField(
        label=_("Nama pengguna"), max_length=60, widget=forms.TextInput({"autocomplete": "username"})
    )
    password = forms.CharField(label=_("Kata sandi"), widget=forms.PasswordInput({"autocomplete": "current-password"}))


@login_not_required
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form, and the demonstration's accounts beside it."""
    form = SignInForm(request.POST or None)
    if form.is_valid():
        user = authenticate(request, **form.cleaned_data)
        if user is not None and user.is_active:
            login(request, user)
            return redirect("desk")
        form.add_error(None, _("Nama pengguna atau kata sandi tidak cocok. Hubungi admin kantor Anda bila lupa."))
    context = {"form": form, "demo_accounts": _demo_accounts(), "demo_url": reverse("sign-in-demo")}
    return render(request, "sign_in.html", context, status=422 if form.errors else 200)


def _demo_accounts() -> list[DemoAccount]:
    if not settings.DEMO:
        return []
    users = User.objects.filter(is_demo=True, is_active=True).order_by("id")
    return [DemoAccount(user.username, user.full_name, standing_of(user, today()).title) for user in users]


@login_not_required
@require_POST
def sign_in_demo(request: HttpRequest) -> HttpResponse:
    """One click for an invented account; there is no such address outside the demonstration."""
    if not settings.DEMO:
        raise Http404
    user = get_object_or_404(User, username=request.POST.get("username", ""), is_demo=True, is_active=True)
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("desk")


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Ends the session, also of somebody whose post has ended."""
    logout(request)
    return redirect("sign-in")
