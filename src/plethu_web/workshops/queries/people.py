"""Who stands before the door of a workshop: by a key of their own, or from the team of its review."""

from __future__ import annotations

import uuid
from typing import TypeVar

from django.http import Http404

from plethu_web.reviews.queries.reviews import hash_of
from plethu_web.workshops.models import Facilitator, Participant, Plan, Round, Seat

T = TypeVar("T")


def participant_with(token: str) -> Participant:
    """The participant whose key this is; Http404 where it opens nothing or they withdrew."""
    found = Participant.objects.filter(token_hash=hash_of(plain(token)), withdrawn=None)
    found = found.select_related("workshop", "workshop__review")
    return _or_404(found.first())


def facilitator_with(token: str) -> Facilitator:
    """The facilitator whose link this is; Http404 where it opens nothing or was ended."""
    found = Facilitator.objects.filter(token_hash=hash_of(plain(token)), ended=None)
    return _or_404(found.select_related("workshop", "workshop__review").first())


def plain(token: str) -> str:
    """A key or code as it is kept, however it was typed: small letters without what stands between them."""
    return "".join(letter for letter in token.lower() if letter.isalnum())[:64]


def plan_in_use(workshop_id: uuid.UUID) -> Plan | None:
    """The plan of groups that a workshop goes by."""
    return Plan.objects.filter(workshop_id=workshop_id, in_use=True).first()


def group_of(participant: Participant, round: Round) -> int:
    """The number of somebody's group in a breakout round of the plan in use; 0 where they have none."""
    seats = Seat.objects.filter(plan__workshop=participant.workshop_id, plan__in_use=True, participant=participant)
    return seats.filter(round=round.number).values_list("group", flat=True).first() or 0


def groups_of(workshop_id: uuid.UUID) -> int:
    """How many groups the plan in use has; 0 without one."""
    plan = plan_in_use(workshop_id)
    return int(plan.design.get("groups", 0)) if plan else 0


def _or_404(found: T | None) -> T:
    if found is None:
        raise Http404
    return found
