"""Organisations as a Django application."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Organisations, users, posts."""

    name = "tenun.organisations"
    label = "organisations"
    verbose_name = "organisasi"
