"""The addresses of signing in and of one's own account; the names are those that allauth looks for.

What allauth offers beyond these (sign-up, e-mail, reset by e-mail, ties made by the user herself) has no address.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as sheet
from allauth.mfa.totp import views as phone
from allauth.mfa.webauthn import views as key
from allauth.socialaccount import views as provider
from allauth.socialaccount.providers.openid_connect import views as openid
from django.urls import path

from tenun.web import sign_in
from tenun.web.account import views
from tenun.web.scope import own_account

urlpatterns = [
    path("masuk/", sign_in.sign_in, name="account_login"),
    path("masuk/bukti/", mfa.authenticate, name="mfa_authenticate"),
    path("masuk/nonaktif/", account.account_inactive, name="account_inactive"),
    path("masuk/kantor/batal/", provider.login_cancelled, name="socialaccount_login_cancelled"),
    path("masuk/kantor/<slug:provider_id>/", sign_in.sign_in_at_provider, name="openid_connect_login"),
    path("masuk/kantor/<slug:provider_id>/kembali/", openid.callback, name="openid_connect_callback"),
    path("keluar/", sign_in.sign_out, name="account_logout"),
    path("keamanan/", own_account(views.Security.as_view()), name="mfa_index"),
    path("keamanan/kata-sandi/", own_account(views.ChangePassword.as_view()), name="account_change_password"),
    path("keamanan/pastikan/", own_account(account.reauthenticate), name="account_reauthenticate"),
    path("keamanan/pastikan/kode/", own_account(mfa.reauthenticate), name="mfa_reauthenticate"),
    path("keamanan/pastikan/kunci/", own_account(key.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("keamanan/ponsel/", own_account(phone.activate_totp), name="mfa_activate_totp"),
    path("keamanan/ponsel/lepas/", own_account(phone.deactivate_totp), name="mfa_deactivate_totp"),
    path("keamanan/kunci/", own_account(key.list_webauthn), name="mfa_list_webauthn"),
    path("keamanan/kunci/tambah/", own_account(key.add_webauthn), name="mfa_add_webauthn"),
    path("keamanan/kunci/<int:pk>/lepas/", own_account(key.remove_webauthn), name="mfa_remove_webauthn"),
    path("keamanan/lembar-kode/", own_account(sheet.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("keamanan/lembar-kode/buat/", own_account(sheet.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("keamanan/perangkat/", own_account(views.Sessions.as_view()), name="usersessions_list"),
    path("keamanan/perangkat/<int:session_id>/akhiri/", own_account(views.end_session), name="end-session"),
]
