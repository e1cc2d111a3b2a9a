"""Every address; each view names its one ability."""

from django.urls import include, path

from tenun.web import sign_in
from tenun.web.officers import views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("masuk/", sign_in.sign_in, name="sign-in"),
    path("masuk/peragaan/", sign_in.sign_in_demo, name="sign-in-demo"),
    path("keluar/", sign_in.sign_out, name="sign-out"),
    path("", include("tenun.web.account.urls")),
    path("", include("tenun.web.administration.urls")),
    path("orang/daftarkan/", views.register, name="register"),
    path("orang/<int:person_id>/", views.berkas, name="berkas"),
    path("orang/<int:person_id>/surat/", views.papers, name="papers"),
    path("orang/<int:person_id>/surat/<slug:kind>/", views.paper, name="paper"),
    path("orang/<int:person_id>/nomor/", views.open_number, name="open-number"),
    path("orang/<int:person_id>/pembaca/", views.readers, name="readers"),
]
