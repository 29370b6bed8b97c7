"""The pages app."""

from django.apps import AppConfig


class PagesConfig(AppConfig):
    """No models; it is an app for its template tags and its catalogue."""

    name = "plethu_web.pages"
