"""How allauth's flows behave here: our words, encrypted secrets, a lock per person and address, no sign-up.

What is not changed here is allauth's own way.
"""

from collections.abc import Mapping
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.account.internal.stagekit import clear_login
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from axes.handlers.proxy import AxesProxyHandler
from axes.models import AccessAttempt
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.functional import Promise
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from tenun.organisations.actions import change_password
from tenun.organisations.backends import OfficerBackend
from tenun.organisations.models import User
from tenun.shared.clock import WITA, now
from tenun.shared.encryption import decrypt, encrypt

Words = Mapping[str, str | Promise]

_MESSAGES: Words = {
    "account/messages/password_changed.txt": _("Kata sandi baru tersimpan."),
    "mfa/messages/totp_activated.txt": _("Kode dari ponsel kini menjadi bukti kedua Anda."),
    "mfa/messages/totp_deactivated.txt": _("Kode dari ponsel dilepas."),
    "mfa/messages/webauthn_added.txt": _("Kunci perangkat tersimpan."),
    "mfa/messages/webauthn_removed.txt": _("Kunci perangkat dilepas."),
    "mfa/messages/recovery_codes_generated.txt": _("Lembar kode dibuat. Lembar lama, bila ada, tidak berlaku lagi."),
    "usersessions/messages/sessions_logged_out.txt": _("Semua perangkat lain sudah keluar."),
}
"""The messages worth saying; allauth's others (signed in, signed out) are left unsaid."""


def client_address(request: HttpRequest) -> str | None:
    """The address of whoever asks, behind as many proxies as `TENUN_PROXIES` says."""
    return AccountAdapter().get_client_ip(request) if "REMOTE_ADDR" in request.META else None


class AccountAdapter(DefaultAccountAdapter):
    """Signing in by password."""

    error_messages: ClassVar[Words] = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Akun ini tidak aktif. Hubungi admin kantor Anda."),
        "enter_current_password": _("Kata sandi ini bukan kata sandi Anda sekarang."),
        "incorrect_password": _("Kata sandi tidak cocok. Coba ketik lagi."),
        "username_password_mismatch": _(
            "Nama pengguna atau kata sandi tidak cocok. Hubungi admin kantor Anda bila lupa."
        ),
        "too_many_login_attempts": _("Terlalu banyak kode salah. Coba lagi 15 menit lagi."),
        "rate_limited": _("Terlalu banyak kode salah. Coba lagi 15 menit lagi."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes her own account; an admin does."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuses whoever mistyped too often at this address, and says until when. Replaces allauth's own count, which
        would let anybody lock a name out from anywhere.
        """
        if not AxesProxyHandler.is_allowed(request, credentials):
            raise self._locked(request, credentials)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """The attempt that reaches the limit gets the same words as those after it."""
        if getattr(request, "axes_locked_out", False):
            raise self._locked(request, credentials)

    def _locked(self, request: HttpRequest, credentials: Mapping[str, Any]) -> ValidationError:
        attempts = AccessAttempt.objects.filter(username=credentials["username"], ip_address=client_address(request))
        last = attempts.order_by("-attempt_time").values_list("attempt_time", flat=True).first()
        words = say("Terlalu banyak kata sandi salah untuk nama ini di komputer ini. Orang lain tetap bisa masuk.")
        if last is not None:
            until = (last + settings.AXES_COOLOFF_TIME).astimezone(WITA)
            words += " " + say("Coba lagi pukul %(time)s WITA.") % {"time": f"{until:%H.%M}"}
        return ValidationError(words, code="locked")

    def pre_login(self, request: HttpRequest, user: User, **kwargs: Any) -> HttpResponse | None:
        """Every way in passes here; whoever may not be signed in at all is told so."""
        if not OfficerBackend().user_can_authenticate(user):
            clear_login(request)
            return self.respond_user_inactive(request, user)
        return super().pre_login(request, user, **kwargs)

    def set_password(self, user: User, password: str) -> None:
        """The new password; a first one is done with."""
        change_password(user=user, password=password)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to the desk, or to the step that is still missing."""
        return resolve_url(settings.LOGIN_REDIRECT_URL)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Our words for the few messages that tell something."""
        text = message or _MESSAGES.get(message_template or "")
        if text:
            super().add_message(request, level, message=str(text), extra_tags=extra_tags)

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Signing in counts as showing who one is, for as long as allauth lets a later confirmation count."""
        records = get_authentication_records(self.request, self.request.user)
        since = now().timestamp() - settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        return not any(record["at"] > since for record in records)


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor: secrets encrypted, printed codes enough where they are the only one."""

    error_messages: ClassVar[Words] = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": _("Pasang bukti kedua yang lain dulu, baru lepas yang ini."),
        "cannot_generate_recovery_codes": _("Pasang kode ponsel atau kunci perangkat dulu."),
        "incorrect_code": _("Kode ini tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu ketik lagi."),
    }

    def encrypt(self, text: str) -> str:
        """As every other secret field."""
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        """As every other secret field."""
        return decrypt(encrypted_text)

    def is_mfa_enabled(self, user: User, types: list[str] | None = None) -> bool:
        """Asked for the two kinds together allauth means "is there a second step": printed codes alone make one too."""
        both = {Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN}
        return super().is_mfa_enabled(user, None if types is not None and set(types) == both else types)

    def build_totp_svg(self, url: str) -> str:
        """The drawing alone, to stand inside a page."""
        drawing = super().build_totp_svg(url)
        return drawing[drawing.index("<svg") :]

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """What the device's own window calls this site."""
        entity: dict[str, str] = super().get_public_key_credential_rp_entity()
        return entity | {"name": settings.MFA_TOTP_ISSUER}

    def generate_authenticator_name(self, user: User, type: str) -> str:  # noqa: A002  The name is allauth's.
        """A name to begin with."""
        count = Authenticator.objects.filter(user=user, type=type).count()
        return say("Kunci %(number)s") % {"number": count + 1}


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Signing in at the office's provider: it opens an account that an admin made, and never makes one."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Ties the provider's subject to the account of that name at the first time; later the subject alone counts."""
        claims = sociallogin.account.extra_data
        sociallogin.account.extra_data = {}
        if sociallogin.is_existing:
            sociallogin.account.save()
            return
        user = self._user_of(sociallogin, claims)
        if user is None:
            raise ImmediateHttpResponse(render(request, "socialaccount/unknown.html", status=403))
        sociallogin.connect(request, user)

    def _user_of(self, sociallogin: SocialLogin, claims: dict[str, Any]) -> User | None:
        said = claims.get("userinfo") or claims.get("id_token") or {}
        name = said.get(sociallogin.provider.app.settings["claim"])
        if not isinstance(name, str) or not name.strip():
            return None
        user = User.objects.filter(username=name.strip().lower(), is_active=True, is_demo=False).first()
        taken = SocialAccount.objects.filter(user=user, provider=sociallogin.account.provider).exists()
        return None if taken else user
