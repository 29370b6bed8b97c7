"""The app of search strategies."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StrategiesConfig(AppConfig):
    """Searches written once, translated to every platform, checked, and run over the review's own records."""

    name = "plethu_web.strategies"
    verbose_name = _("Search strategies")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plethu_web.accounts.audit import declare
        from plethu_web.calls.beside import tell_beside
        from plethu_web.jobs.access import allow
        from plethu_web.records.from_calls import before_forgetting
        from plethu_web.strategies.actions.runs import forget_record
        from plethu_web.strategies.events import KINDS
        from plethu_web.strategies.queries.logged import beside_search
        from plethu_web.strategies.queries.runs import may_see_job

        declare(KINDS)
        before_forgetting(forget_record)
        tell_beside(beside_search)
        allow(may_see_job)
