"""Partnership as a Django application."""

from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    """Programmes, meetings and promises."""

    name = "tenun.partnership"
    label = "partnership"
    verbose_name = "kerja sama"
