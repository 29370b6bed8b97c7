"""The app of workshops."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkshopsConfig(AppConfig):
    """Workshops on what a review found: setting up, registering, breakout groups, the room."""

    name = "plethu_web.workshops"
    verbose_name = _("Workshops")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from plethu_web import stored
        from plethu_web.accounts.audit import declare
        from plethu_web.jobs.access import allow
        from plethu_web.workshops.actions.forgetting import forget_words_of
        from plethu_web.workshops.actions.leaving import leave_releases
        from plethu_web.workshops.actions.room_cards import empty_cards_of
        from plethu_web.workshops.actions.withdrawing import follow
        from plethu_web.workshops.events import KINDS
        from plethu_web.workshops.queries.breakouts import may_see_job
        from plethu_web.workshops.queries.register import lists_held

        declare(KINDS)
        follow(leave_releases)
        follow(forget_words_of)  # before the cards forget whose they are
        follow(empty_cards_of)
        stored.names(lists_held)
        allow(may_see_job)
