"""The app of background jobs."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class JobsConfig(AppConfig):
    """Jobs. Each app keeps its kinds of jobs in a module `jobs`, which is found by that name."""

    name = "plethu_web.jobs"
    verbose_name = _("Jobs")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plethu_web.accounts import audit

        audit.declare(
            {
                "job-started": _("Job started"),
                "job-cancelled": _("Job cancelled"),
                "job-retried": _("Job started again"),
            }
        )
        autodiscover_modules("jobs")
