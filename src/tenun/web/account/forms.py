"""allauth's forms with our words; the checks are allauth's."""

from typing import Any

from allauth.account import forms as account_forms
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.forms import GenerateRecoveryCodesForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import SECRET_SESSION_KEY, generate_totp_secret
from allauth.mfa.webauthn.forms import AddWebAuthnForm, AuthenticateWebAuthnForm, ReauthenticateWebAuthnForm
from django import forms
from django.core.cache import cache
from django.utils.translation import gettext_lazy as _

from tenun.organisations.models import User
from tenun.organisations.queries import may_use_printed_codes, standing_of
from tenun.shared.clock import today
from tenun.shared.encryption import decrypt, encrypt
from tenun.web.account.adapters import SecondFactorAdapter

_CODE_LIVES = 120
"""Seconds: longer than any code of a phone is accepted."""


def _reword(form: forms.BaseForm, **labels: Any) -> None:
    """Our labels, and no words inside the inputs."""
    for name, label in labels.items():
        field = form.fields[name]
        field.label = label
        field.help_text = ""
        field.widget.attrs.pop("placeholder", None)


class SignInForm(account_forms.LoginForm):
    """Username and password; the username is the small-lettered one, whatever was typed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, login=_("Nama pengguna"), password=_("Kata sandi"))

    def add_prefix(self, field_name: str) -> str:
        """In the page the field is called what it is."""
        return super().add_prefix("username" if field_name == "login" else field_name)

    def clean_login(self) -> str:
        """One way of writing, so that capitals give no further attempts."""
        return str(super().clean_login()).lower()


class ChangePasswordForm(account_forms.ChangePasswordForm):
    """The old password, the new one twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(
            self,
            oldpassword=_("Kata sandi sekarang"),
            password1=_("Kata sandi baru"),
            password2=_("Kata sandi baru, sekali lagi"),
        )
        self.fields["password1"].help_text = _("Paling sedikit 12 huruf. Tiga kata yang tidak berkaitan mudah diingat.")

    def clean(self) -> dict[str, Any]:
        """The new one is new, and typed the same twice."""
        cleaned: dict[str, Any] = super(account_forms.PasswordVerificationMixin, self).clean()
        new, again = cleaned.get("password1"), cleaned.get("password2")
        if new and again and new != again:
            self.add_error("password2", _("Kedua kata sandi baru tidak sama. Ketik lagi."))
        if new and new == cleaned.get("oldpassword"):
            self.add_error("password1", _("Kata sandi baru harus lain dari yang sekarang."))
        return cleaned


class ConfirmPasswordForm(account_forms.ReauthenticateForm):
    """The password once more, before something about the account is changed."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, password=_("Kata sandi"))


class _Code(forms.Form):
    """A code that counts once, also while a phone would still show it."""

    user: User

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, code=_("Kode"))

    def clean_code(self) -> str:
        """allauth remembers a code for one period, but accepts it a period early and late."""
        code: str = super().clean_code()  # type: ignore[misc]  # The other base has it.
        plain = "".join(filter(str.isalnum, code))
        if not cache.add(f"code-used:{self.user.pk}:{plain}", True, _CODE_LIVES):
            raise SecondFactorAdapter().validation_error("incorrect_code")
        return code


class CodeForm(_Code, AuthenticateForm):
    """The second step: a code of a phone or of a printed sheet."""


class ConfirmCodeForm(_Code, ReauthenticateForm):
    """The same, before something about the account is changed."""


class AddPhoneForm(ActivateTOTPForm):
    """The first code of a phone; until then its secret waits in the session, encrypted there too."""

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        self.user = user
        super(ActivateTOTPForm, self).__init__(*args, **kwargs)
        self.secret = self._secret()
        _reword(self, code=_("Kode 6 angka yang tampak di ponsel"))

    def _secret(self) -> str:
        session = context.request.session
        if not self.is_bound or SECRET_SESSION_KEY not in session:
            session[SECRET_SESSION_KEY] = encrypt(generate_totp_secret())
        return decrypt(session[SECRET_SESSION_KEY])


class _Key(forms.Form):
    """The browser fills in the key itself; without a script it stays empty, and the words say why."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, credential=_("Kunci"))
        words = _("Kunci tidak terbaca. Peramban ini perlu JavaScript; tanpa itu, pakai kode.")
        self.fields["credential"].error_messages |= {"required": words, "invalid": words}


class AddKeyForm(_Key, AddWebAuthnForm):
    """A key, and a name to know it by."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _reword(self, name=_("Nama kunci"))


class KeyForm(_Key, AuthenticateWebAuthnForm):
    """The second step with a key."""


class ConfirmKeyForm(_Key, ReauthenticateWebAuthnForm):
    """The same, before something about the account is changed."""


class PrintCodesForm(GenerateRecoveryCodesForm):
    """A sheet of codes: for villages as the second factor, for others beside a phone or a key."""

    def clean(self) -> dict[str, Any]:
        """Whether this user may have a sheet."""
        others = Authenticator.objects.filter(user=self.user).exclude(type=Authenticator.Type.RECOVERY_CODES)
        if not others.exists() and not may_use_printed_codes(standing_of(self.user, today())):
            raise SecondFactorAdapter().validation_error("cannot_generate_recovery_codes")
        return self.cleaned_data
