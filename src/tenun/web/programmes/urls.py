"""Addresses of programmes, the map, and the register of organisations."""

from django.urls import path

from tenun.web.programmes import map_views, organisations, views

urlpatterns = [
    path("program/", views.programmes, name="programmes"),
    path("program/tambah/", views.add, name="add-programme"),
    path("program/<int:programme_id>/", views.one, name="programme"),
    path("program/<int:programme_id>/ubah/", views.change, name="change-programme"),
    path("program/<int:programme_id>/tautan/", views.ask, name="ask-programme"),
    path("peta/", map_views.whole, name="programme-map"),
    path("peta/<str:district>/<slug:service>/", map_views.cell, name="map-cell"),
    path("peta/<str:district>/<slug:service>/usulan/", map_views.propose, name="propose"),
    path("usulan/<int:proposal_id>/surat.pdf", map_views.letter, name="proposal-letter"),
    path("organisasi/", organisations.register, name="organisations"),
    path("organisasi/ejaan/", organisations.settle, name="settle-spelling"),
]
