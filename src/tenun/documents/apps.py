"""Documents as a Django application."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Papers of every kind."""

    name = "tenun.documents"
    label = "documents"
    verbose_name = "surat"

    def ready(self) -> None:
        """A change of the person herself changes what her papers mean."""
        from tenun.documents.actions import push_facts
        from tenun.people.actions import person_changed

        person_changed.add(push_facts)
