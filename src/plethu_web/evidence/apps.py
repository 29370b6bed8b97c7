"""The app of the evidence pages."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """No models; it is an app for its template tags and its catalogue."""

    name = "plethu_web.evidence"
