"""Addresses of programmes, the map, and the register of organisations."""

from django.urls import path

from tenun.web.programmes import files, map_views, organisations, views

urlpatterns = [
    path("program/", views.programmes, name="programmes"),
    path("program/tambah/", views.add, name="add-programme"),
    path("program/<int:programme_id>/", views.one, name="programme"),
    path("program/<int:programme_id>/ubah/", views.change, name="change-programme"),
    path("program/<int:programme_id>/tautan/", views.ask, name="ask-programme"),
    path("program/impor/", files.upload, name="import-programmes"),
    path("program/impor/<int:list_id>/", files.one, name="programme-list"),
    path("program/impor/<int:list_id>/layanan/", files.services, name="programme-list-services"),
    path("program/impor/<int:list_id>/simpan/", files.save, name="programme-list-save"),
    path("program/impor/<int:list_id>/batalkan/", files.drop, name="programme-list-drop"),
    path("program/unduh/<slug:form>/", files.download, name="download-programmes"),
    path("program/templat.xlsx", files.template, name="programme-template"),
    path("peta/", map_views.whole, name="programme-map"),
    path("peta/<str:district>/<slug:service>/", map_views.cell, name="map-cell"),
    path("peta/<str:district>/<slug:service>/usulan/", map_views.propose, name="propose"),
    path("usulan/<int:proposal_id>/surat.pdf", map_views.letter, name="proposal-letter"),
    path("organisasi/", organisations.register, name="organisations"),
    path("organisasi/ejaan/", organisations.settle, name="settle-spelling"),
]
