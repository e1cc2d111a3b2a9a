"""Readiness as a Django application."""

from django.apps import AppConfig

from tenun.shared.hooks import on_merging


class ReadinessConfig(AppConfig):
    """Judging and advancing."""

    name = "tenun.readiness"
    label = "readiness"
    verbose_name = "kesiapan"

    def ready(self) -> None:
        """Hears when two files become one: their answers are those of other files then."""
        from tenun.readiness.standing import HOOK

        on_merging(HOOK)
