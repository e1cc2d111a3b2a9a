"""The addresses of the admin's pages."""

from django.urls import path

from tenun.web.administration import views

urlpatterns = [
    path("akun/", views.accounts, name="accounts"),
    path("akun/baru/", views.create, name="create-account"),
    path("akun/<int:user_id>/", views.account, name="account"),
    path("akun/<int:user_id>/atur-ulang/", views.reset, name="reset-account"),
    path("akun/<int:user_id>/aktif/", views.activate, name="activate-account"),
    path("akun/<int:user_id>/jabatan/", views.give, name="give-post"),
    path("jabatan/<int:post_id>/akhiri/", views.end, name="end-post"),
]
