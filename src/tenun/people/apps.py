"""People as a Django application."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Persons and their papers."""

    name = "tenun.people"
    label = "people"
    verbose_name = "orang"
