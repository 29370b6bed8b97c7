"""The app of the API."""

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """No models; it is an app for its catalogue."""

    name = "plethu_web.api"
