"""What the tables of jobs hold about people."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from plethu_web.accounts.personal_data import Held, declare, names_nobody

names_nobody("jobs.Worker", "django_tasks_database.DBTaskResult")
declare(
    Held(
        "jobs.Job",
        _("Background jobs"),
        ("by",),
        ("kind", "state", "made", "ended"),
        _("What was done in a review stays with it, without your name."),
    )
)
