"""Insight as a Django application."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Reports and figures."""

    name = "tenun.insight"
    label = "insight"
    verbose_name = "laporan dan angka"
