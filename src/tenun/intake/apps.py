"""Intake as a Django application."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Spreadsheets into several capabilities."""

    name = "tenun.intake"
    label = "intake"
    verbose_name = "impor"
