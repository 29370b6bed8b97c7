"""What can be asked about calls: by the team through its review, by the public through a call's address."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from plethu_web.calls.models import Call, Referrer
from plethu_web.calls.states import LIVE, CallState, State, state_of_call
from plethu_web.reviews.queries.reviews import Access

_SENT = Count("submissions", filter=Q(submissions__state__in=LIVE))
_NEW = Count("submissions", filter=Q(submissions__state=State.NEW))


def calls_of(access: Access) -> QuerySet[Call]:
    """The calls of a review, the newest first, each with how much was `sent` and how much of it is `new`."""
    return Call.objects.filter(review=access.review).annotate(sent=_SENT, new=_NEW)


def call_of(access: Access, pk: int) -> Call:
    """One call of this review; Http404 where there is none."""
    found = calls_of(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def call_at(key: str) -> Call:
    """The call under a public address, whatever its state; Http404 where there is none."""
    found = Call.objects.filter(key=key.lower()).select_related("review").first()
    if found is None:
        raise Http404
    return found


def state_of(call: Call, today: date | None = None) -> CallState:
    """How a call stands today."""
    return state_of_call(call.opens, call.closes, call.stopped, today or timezone.localdate())


def referrers_of(call: Call) -> QuerySet[Referrer]:
    """Who passes a call on, with how much came through each."""
    return call.referrers.annotate(sent=_SENT)
