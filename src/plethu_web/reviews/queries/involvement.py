"""What can be asked about the log of involvement, and what could be taken into it from polls and meetings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.http import Http404
from django.utils.timezone import localdate

from plethu.evidence.involvement import Involvement
from plethu.evidence.text import Text
from plethu_web.reviews.models import InvolvementEntry, PollState
from plethu_web.reviews.queries.reviews import Access


@dataclass(frozen=True, slots=True)
class Offer:
    """A poll or a meeting that is not in the log yet, and what an entry of it could say."""

    kind: str
    pk: int
    title: Text
    columns: dict[str, Any]


def entries_of(access: Access) -> QuerySet[InvolvementEntry]:
    """All entries, the earliest first."""
    return access.review.involvements.all()


def entry_of(access: Access, pk: int) -> InvolvementEntry:
    """One entry; Http404 where there is none in this review."""
    found = entries_of(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def log_of(access: Access) -> list[Involvement]:
    """The entries as the library knows them."""
    return [row.entry for row in entries_of(access)]


def offers_of(access: Access) -> list[Offer]:
    """Polls that were opened and meetings that are not in the log yet."""
    logged = entries_of(access).values_list("poll", "meeting")
    in_log = {("poll", poll) for poll, _ in logged} | {("meeting", meeting) for _, meeting in logged}
    offers = [*_polls(access), *_meetings(access)]
    return [offer for offer in offers if (offer.kind, offer.pk) not in in_log]


def offer_of(access: Access, kind: str, pk: int) -> Offer:
    """One of the offers; Http404 where there is none."""
    found = next((offer for offer in offers_of(access) if (offer.kind, offer.pk) == (kind, pk)), None)
    if found is None:
        raise Http404
    return found


def _polls(access: Access) -> list[Offer]:
    """A poll is asked once, without meeting. Who answers contributes; where something was decided by it, influences."""
    polls = access.review.polls.exclude(state=PollState.PREPARED)
    counted = polls.annotate(count=Count("answers", distinct=True), led=Count("questions__decisions", distinct=True))
    return [
        Offer(
            "poll",
            poll.pk,
            poll.name,
            {
                "title": poll.title,
                "title_cy": poll.title_cy,
                "who": ["partners"],
                "people": poll.count or None,
                "approach": "one-time",
                "contact": "indirect",
                "stages": ["protocol"],
                "level": "influencing" if poll.led else "contributing",
                "began": localdate(poll.opened) if poll.opened else None,
                "ended": localdate(poll.closed) if poll.closed else None,
            },
        )
        for poll in counted
    ]


def _meetings(access: Access) -> list[Offer]:
    """A steering group goes on and meets. Where it decides, it has control; else it has influence."""
    meetings = access.review.meetings.annotate(
        count=Count("present", distinct=True), decided=Count("decisions", distinct=True)
    )
    return [
        Offer(
            "meeting",
            meeting.pk,
            meeting.where,
            {
                "who": ["partners"],
                "people": meeting.count or None,
                "recruitment": "closed",
                "approach": "continuous",
                "contact": "direct",
                "level": "controlling" if meeting.decided else "influencing",
                "began": meeting.on,
                "ended": meeting.on,
            },
        )
        for meeting in meetings
    ]
