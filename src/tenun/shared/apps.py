"""Shared things as a Django application."""

from django.apps import AppConfig


class SharedConfig(AppConfig):
    """Holds the table of reads."""

    name = "tenun.shared"
    label = "shared"
    verbose_name = "bersama"
