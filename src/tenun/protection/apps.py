"""Protection as a Django application."""

from django.apps import AppConfig


class ProtectionConfig(AppConfig):
    """Reports about recruiters."""

    name = "tenun.protection"
    label = "protection"
    verbose_name = "pelindungan"
