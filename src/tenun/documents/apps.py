"""Documents as a Django application."""

from django.apps import AppConfig

from tenun.shared.hooks import on_merging


class DocumentsConfig(AppConfig):
    """Papers of every kind."""

    name = "tenun.documents"
    label = "documents"
    verbose_name = "surat"

    def ready(self) -> None:
        """Hears when two files become one."""
        from tenun.documents.merging import HOOK

        on_merging(HOOK)
