"""allauth's pages of one's own account where they need something of ours: the state in words, one session ended."""

from typing import Any

from allauth.account.views import PasswordChangeView
from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from allauth.usersessions.views import ListUserSessionsView
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from tenun.organisations.queries import may_use_printed_codes, unused_codes
from tenun.web.account.devices import say_device
from tenun.web.account.steps import came_from_provider
from tenun.web.language import language
from tenun.web.officers.days import say_moment
from tenun.web.parts import Device
from tenun.web.scope import OfficerRequest

FEW_CODES = 5


class ChangePassword(PasswordChangeView):
    """Only for whoever has a password: a demo account and an office's provider have none here."""

    def dispatch(self, request: OfficerRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """No such page without a password."""
        if not request.user.has_usable_password():
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Says why the page came up by itself."""
        return super().get_context_data(**kwargs) | {"is_first": self.request.user.must_change_password}


class Security(IndexView):
    """What protects the account, and what is still missing."""

    request: OfficerRequest

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The two factors as they stand."""
        user, standing = self.request.user, self.request.standing
        left = unused_codes(user)
        kinds = Authenticator.objects.filter(user=user).values_list("type", flat=True)
        return super().get_context_data(**kwargs) | {
            "is_missing": self.request.step is not None,
            "has_phone": Authenticator.Type.TOTP in kinds,
            "keys": sum(kind == Authenticator.Type.WEBAUTHN for kind in kinds),
            "has_sheet": Authenticator.Type.RECOVERY_CODES in kinds,
            "codes_left": left,
            "few_codes": left <= FEW_CODES,
            "may_print": may_use_printed_codes(standing) or bool(set(kinds) - {Authenticator.Type.RECOVERY_CODES}),
            "has_password": user.has_usable_password(),
            "came_from_provider": came_from_provider(self.request, user),
        }


class Sessions(ListUserSessionsView):
    """Where one is signed in, in words."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The newest first, this one marked."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        devices = [
            Device(
                id=session.pk,
                name=say_device(session.user_agent),
                since=say_moment(session.created_at, language()),
                address=session.ip,
                is_this=session.is_current(),
            )
            for session in context["sessions"]
        ]
        return context | {"devices": devices[::-1], "others": sum(not device.is_this for device in devices)}


@require_POST
def end_session(request: HttpRequest, session_id: int) -> HttpResponse:
    """Signs one of one's own devices out."""
    session = get_object_or_404(UserSession, pk=session_id, user=request.user)
    session.end()
    return redirect("usersessions_list")
