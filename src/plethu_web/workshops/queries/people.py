"""Who stands before the door of a workshop: by a key of their own, or from the team of its review."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import TypeVar

from django.core import signing
from django.http import Http404

from plethu_web.reviews.queries.reviews import hash_of
from plethu_web.workshops.models import Facilitator, Participant, Plan, Round, Seat, Workshop

T = TypeVar("T")
WAY_BACK = "workshops.way-back"
WAY_BACK_HOLDS = timedelta(hours=6)


def participant_with(token: str) -> Participant:
    """The participant whose key this is; Http404 where it opens nothing or they withdrew."""
    found = Participant.objects.filter(token_hash=hash_of(plain(token)), withdrawn=None)
    found = found.select_related("workshop", "workshop__review")
    return _or_404(found.first())


def with_address(email: str, workshop: Workshop) -> Participant | None:
    """Who of a workshop's register has an address, however its letters were typed; the first of several."""
    found = Participant.objects.filter(workshop=workshop, withdrawn=None, contact__email__iexact=email.strip())
    return found.select_related("contact", "workshop").order_by("made", "pk").first()


def all_with_address(email: str) -> list[Participant]:
    """Everybody of any workshop's register with an address, the newest first."""
    found = Participant.objects.filter(withdrawn=None, contact__email__iexact=email.strip())
    return list(found.select_related("contact", "workshop").order_by("-made", "pk"))


def way_back_of(person: Participant) -> str:
    """What a letter holds in place of a key: it leads to a new one, once, within a few hours."""
    return signing.dumps([str(person.pk), (person.token_hash or "")[:16]], salt=WAY_BACK)


def asked_for_by(signed: str) -> Participant:
    """Whom a letter was sent to; Http404 where it is too old, was used, or is none of ours."""
    try:
        pk, mark = signing.loads(signed, salt=WAY_BACK, max_age=WAY_BACK_HOLDS)
    except signing.BadSignature as error:
        raise Http404 from error
    found = _or_404(Participant.objects.filter(pk=pk, withdrawn=None).select_related("workshop").first())
    if (found.token_hash or "")[:16] != mark:
        raise Http404
    return found


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
