"""The app of records."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecordsConfig(AppConfig):
    """Files of other programs taken in, and the desk on which their records lie."""

    name = "plethu_web.records"
    verbose_name = _("Records")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plethu_web import stored
        from plethu_web.accounts.audit import declare
        from plethu_web.calls.actions.withdrawing import follow
        from plethu_web.jobs.access import allow
        from plethu_web.records.events import KINDS
        from plethu_web.records.from_calls import forget_withdrawn
        from plethu_web.records.queries import may_see_job, stored_files

        declare(KINDS)
        follow(forget_withdrawn)
        stored.names(stored_files)
        allow(may_see_job)
