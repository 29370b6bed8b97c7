"""What can be done with decisions. Each is one transaction with its event in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.models import Decision
from plethu_web.reviews.queries.reviews import Access


@transaction.atomic
def note_decision(*, by: User, access: Access, columns: Mapping[str, Any]) -> Decision:
    """Note a decision."""
    made = Decision.objects.create(review=access.review, by=by, **columns)
    note("decision-noted", by=by.pseudonym, review=access.review.pk, thing=f"decision:{made.pk}", status=made.status)
    return made


@transaction.atomic
def change_decision(*, by: User, access: Access, decision: Decision, columns: Mapping[str, Any]) -> None:
    """Change a decision, or how far it has come."""
    Decision.objects.filter(pk=decision.pk).update(**columns)
    status = str(columns.get("status", decision.status))
    note("decision-changed", by=by.pseudonym, review=access.review.pk, thing=f"decision:{decision.pk}", status=status)
