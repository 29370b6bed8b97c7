"""Workshops and their agendas: by the team through its review, by the public through a workshop's code."""

from __future__ import annotations

import uuid

from django.db.models import Count, Q, QuerySet
from django.http import Http404

from plethu_web.reviews.queries.reviews import Access
from plethu_web.workshops.models import Facilitator, Prompt, Round, Workshop
from plethu_web.workshops.queries.people import plain

_REGISTERED = Count("participants", filter=Q(participants__withdrawn=None))


def workshops_of(access: Access) -> QuerySet[Workshop]:
    """The workshops of a review, the latest first, each with how many have `registered`."""
    return Workshop.objects.filter(review=access.review).annotate(registered=_REGISTERED)


def workshop_of(access: Access, pk: uuid.UUID) -> Workshop:
    """One workshop of this review; Http404 where there is none."""
    found = workshops_of(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def workshop_at(key: str) -> Workshop:
    """The workshop under a public code, whatever its state; Http404 where there is none."""
    found = workshop_with_code(key)
    if found is None:
        raise Http404
    return found


def workshop_with_code(code: str) -> Workshop | None:
    """The workshop that a code, however typed, leads to."""
    return Workshop.objects.filter(key=plain(code)).select_related("review").first()


def agenda_of(workshop: Workshop) -> list[Round]:
    """The parts of the agenda with what each discusses."""
    return list(workshop.rounds.prefetch_related("topics"))


def breakouts_in(workshop: Workshop) -> int:
    """How many rounds of groups the agenda has."""
    return workshop.rounds.filter(kind="groups").count()


def round_of(workshop: Workshop, pk: int) -> Round:
    """One part of this agenda; Http404 where there is none."""
    found = workshop.rounds.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def prompts_of(workshop: Workshop) -> list[Prompt]:
    """The questions to the groups."""
    return list(workshop.prompts.all())


def facilitators_of(workshop: Workshop) -> list[Facilitator]:
    """The facilitators whose links are open."""
    return list(workshop.facilitators.filter(ended=None))


def facilitator_of(workshop: Workshop, pk: int) -> Facilitator:
    """One whose link is open; Http404 where there is none."""
    found = workshop.facilitators.filter(pk=pk, ended=None).first()
    if found is None:
        raise Http404
    return found
