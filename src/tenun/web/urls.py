"""Every address; each view names its one ability."""

from django.urls import include, path

from tenun.web import sign_in
from tenun.web.officers import contacts, journey_views, persons, scan_views, similar, transfers, views
from tenun.web.village import views as village_views

urlpatterns = [
    path("", views.desk, name="desk"),
    path("masuk/", sign_in.sign_in, name="sign-in"),
    path("masuk/peragaan/", sign_in.sign_in_demo, name="sign-in-demo"),
    path("keluar/", sign_in.sign_out, name="sign-out"),
    path("desa/", village_views.village, name="village"),
    path("desa/penjelasan/", village_views.choose_inform, name="village-inform"),
    path("desa/berangkat-pulang/", village_views.choose_movement, name="village-movement"),
    path("perekrut/lapor/", village_views.recruiter, name="recruiter"),
    path("perekrut/", village_views.reports, name="recruiter-reports"),
    path("catatan/", views.read_log, name="read-log"),
    path("galeri/", views.gallery, name="gallery"),
    path("", include("tenun.web.account.urls")),
    path("", include("tenun.web.administration.urls")),
    path("orang/daftarkan/", views.register, name="register"),
    path("orang/<int:person_id>/", views.berkas, name="berkas"),
    path("orang/<int:person_id>/surat/", views.papers, name="papers"),
    path("orang/<int:person_id>/surat/<slug:kind>/", views.paper, name="paper"),
    path("orang/<int:person_id>/surat/<slug:kind>/gambar/", scan_views.scan, name="scan"),
    path("orang/<int:person_id>/gambar/<str:token>/", scan_views.scan_file, name="scan-file"),
    path("orang/<int:person_id>/nomor/", views.open_number, name="open-number"),
    path("orang/<int:person_id>/pembaca/", views.readers, name="readers"),
    path("orang/<int:person_id>/rencana.pdf", views.print_plan, name="plan"),
    path("orang/<int:person_id>/tujuan/", journey_views.target, name="target"),
    path("orang/<int:person_id>/simulasi/", journey_views.simulation, name="simulation"),
    path("orang/<int:person_id>/perjalanan/", journey_views.journey, name="journey"),
    path("orang/<int:person_id>/perjalanan/<slug:event>/", journey_views.step, name="step"),
    path("orang/<int:person_id>/berangkat-pulang/", village_views.movement, name="movement"),
    path("orang/<int:person_id>/serahkan/", journey_views.hand_over, name="hand-over"),
    path("orang/<int:person_id>/pelindungan/", journey_views.close, name="close-referral"),
    path("orang/<int:person_id>/ubah/", persons.change, name="change-person"),
    path("orang/<int:person_id>/perubahan/", persons.history, name="history"),
    path("orang/<int:person_id>/keluarga/", persons.known, name="known"),
    path("orang/<int:person_id>/keluarga/<slug:kind>/<int:row_id>/", persons.forget_known, name="forget-known"),
    path("orang/<int:person_id>/kontak/", contacts.contacts, name="contacts"),
    path("orang/<int:person_id>/kontak/<int:contact_id>/nomor/", contacts.open_contact, name="open-contact"),
    path("orang/<int:person_id>/kontak/<int:contact_id>/hapus/", contacts.remove, name="remove-contact"),
    path("orang/<int:person_id>/persetujuan/", contacts.consents, name="consents"),
    path("orang/<int:person_id>/mirip/", similar.similar, name="similar"),
    path("orang/<int:person_id>/mirip/<int:other_id>/", similar.compare, name="compare"),
    path("orang/<int:person_id>/gabung/<int:other_id>/", similar.merge, name="merge"),
    path("orang/<int:person_id>/pisah/<int:merge_id>/", similar.undo, name="undo-merge"),
    path("pindah/", transfers.transfers, name="transfers"),
    path("pindah/minta/<uuid:handle>/", transfers.ask, name="transfer-ask"),
    path("pindah/<int:transfer_id>/", transfers.answer, name="transfer-answer"),
]
