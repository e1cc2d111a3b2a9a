"""The pages as a Django application."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, components and static files."""

    name = "tenun.web"
    label = "web"
