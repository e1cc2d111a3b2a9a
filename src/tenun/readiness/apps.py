"""Readiness as a Django application."""

from django.apps import AppConfig


class ReadinessConfig(AppConfig):
    """Judging and advancing."""

    name = "tenun.readiness"
    label = "readiness"
    verbose_name = "kesiapan"
