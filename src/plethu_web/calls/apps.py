"""The app of calls for case studies and sources, and of the log of searches."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CallsConfig(AppConfig):
    """What reaches a review from outside, and where the team itself looked."""

    name = "plethu_web.calls"
    verbose_name = _("Calls and searches")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plethu_web.accounts.audit import declare
        from plethu_web.calls import personal
        from plethu_web.calls.events import KINDS

        declare(KINDS)
        personal.declare_all()
