"""The app of reviews."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewsConfig(AppConfig):
    """Reviews of evidence, and the people who make them together."""

    name = "plethu_web.reviews"
    verbose_name = _("Reviews")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plethu_web.accounts.audit import declare
        from plethu_web.reviews.events import KINDS

        declare(KINDS)
