"""Documents as a Django application."""

from django.apps import AppConfig

from tenun.shared.hooks import on_merging


class DocumentsConfig(AppConfig):
    """Papers of every kind."""

    name = "tenun.documents"
    label = "documents"
    verbose_name = "surat"

    def ready(self) -> None:
        """Hears when a person has changed, and when two files become one: both change what her papers mean."""
        from tenun.documents.actions import push_facts
        from tenun.documents.merging import HOOK
        from tenun.people.changed import person_changed

        on_merging(HOOK)
        person_changed.add(push_facts)
