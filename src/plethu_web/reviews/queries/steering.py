"""What can be asked about the steering group: who sits in it, when it met, what was decided."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from plethu_web.reviews.models import Decision, Meeting, Seat
from plethu_web.reviews.models.steering import SECTORS
from plethu_web.reviews.queries.reviews import Access, team_of


def seats_of(access: Access) -> QuerySet[Seat]:
    """All seats, by sector."""
    return access.review.seats.select_related("person")


def seat_of(access: Access, pk: int) -> Seat:
    """One seat; Http404 where there is none in this review."""
    found = seats_of(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def by_sector(access: Access) -> list[tuple[str, list[Seat]]]:
    """The seats that have not ended, by sector, and only sectors that are there."""
    seats = [seat for seat in seats_of(access) if seat.ended is None]
    groups = [(sector, [seat for seat in seats if seat.sector == sector]) for sector in (*SECTORS[1:], "")]
    return [(sector, group) for sector, group in groups if group]


def ended_seats(access: Access) -> list[Seat]:
    """The seats that have ended."""
    return [seat for seat in seats_of(access) if seat.ended is not None]


def meetings_of(access: Access) -> QuerySet[Meeting]:
    """All meetings, the newest first."""
    return access.review.meetings.prefetch_related("present__person", "decisions")


def meeting_of(access: Access, pk: int) -> Meeting:
    """One meeting; Http404 where there is none in this review."""
    found = meetings_of(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def decisions_of(access: Access) -> QuerySet[Decision]:
    """All decisions of the review, the newest first."""
    return access.review.decisions.select_related("version", "meeting", "question__poll")


def decision_of(access: Access, pk: int) -> Decision:
    """One decision; Http404 where there is none in this review."""
    found = decisions_of(access).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def team_without_seat(access: Access, besides: Seat | None = None) -> list[tuple[str, str]]:
    """Members of the team who could take a seat: pseudonym and name."""
    taken = {
        seat.person.pseudonym for seat in seats_of(access) if seat.person and seat.ended is None and seat != besides
    }
    people = [member.person for member in team_of(access)]
    return [(str(person.pseudonym), str(person)) for person in people if person.pseudonym not in taken]
