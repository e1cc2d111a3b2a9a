"""Documents as a Django application."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Papers of every kind."""

    name = "tenun.documents"
    label = "documents"
    verbose_name = "surat"
