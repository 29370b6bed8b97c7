"""Somebody leaves everything at once, because they are erased."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.models import Membership


@transaction.atomic
def end_all_memberships(person: User, by: uuid.UUID | None) -> None:
    """End what memberships somebody has. What they did stays."""
    for membership in Membership.objects.select_for_update().filter(person=person, ended=None):
        membership.ended = timezone.now()
        membership.save(update_fields=["ended"])
        note("member-left", by=by, about=person.pseudonym, review=membership.review_id)
