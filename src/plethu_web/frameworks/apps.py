"""The app of advice."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FrameworksConfig(AppConfig):
    """Advice from a framework."""

    name = "plethu_web.frameworks"
    verbose_name = _("Advice")
    default_auto_field = "django.db.models.BigAutoField"
