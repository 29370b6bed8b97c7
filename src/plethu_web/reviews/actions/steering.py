"""What can be done with the steering group and its meetings. Each is one transaction with its event in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction

from plethu_web.accounts.audit import note
from plethu_web.accounts.models import User
from plethu_web.reviews.models import Meeting, Seat
from plethu_web.reviews.queries.reviews import Access, team_of


class Taken(Exception):
    """This person has a seat already."""


@transaction.atomic
def make_seat(*, by: User, access: Access, columns: Mapping[str, Any], name: str, member: str) -> Seat:
    """Take somebody into the group: a member of the team, somebody else by name, or only a role. Raises `Taken`."""
    who = _person(access, name, member, None)
    _refuse_twice(access, who, None)
    seat = Seat.objects.create(review=access.review, person=who, **columns)
    about = who.pseudonym if who else None
    note("seat-made", by=by.pseudonym, about=about, review=access.review.pk, thing=f"seat:{seat.pk}")
    return seat


@transaction.atomic
def change_seat(*, by: User, access: Access, seat: Seat, columns: Mapping[str, Any], name: str, member: str) -> None:
    """Change a seat, or end it. Raises `Taken`."""
    who = _person(access, name, member, seat)
    if columns.get("ended") is None:
        _refuse_twice(access, who, seat)
    Seat.objects.filter(pk=seat.pk).update(person=who, **columns)
    about = who.pseudonym if who else None
    note("seat-changed", by=by.pseudonym, about=about, review=access.review.pk, thing=f"seat:{seat.pk}")


@transaction.atomic
def note_meeting(*, by: User, access: Access, columns: Mapping[str, Any], present: Collection[Seat]) -> Meeting:
    """Note a meeting and who was there."""
    meeting = Meeting.objects.create(review=access.review, by=by, **columns)
    meeting.present.set(present)
    note("meeting-noted", by=by.pseudonym, review=access.review.pk, thing=f"meeting:{meeting.pk}")
    return meeting


@transaction.atomic
def change_meeting(
    *, by: User, access: Access, meeting: Meeting, columns: Mapping[str, Any], present: Collection[Seat]
) -> None:
    """Change what is noted of a meeting."""
    Meeting.objects.filter(pk=meeting.pk).update(**columns)
    meeting.present.set(present)
    note("meeting-changed", by=by.pseudonym, review=access.review.pk, thing=f"meeting:{meeting.pk}")


def _person(access: Access, name: str, member: str, seat: Seat | None) -> User | None:
    """Whose seat it is. Somebody without an account has a name in the one table of people, and nowhere else."""
    if member:
        return next(m.person for m in team_of(access) if str(m.person.pseudonym) == member)
    before = seat.person if seat and seat.person and seat.person.email is None else None
    if before is not None and before.name != name:
        User.objects.filter(pk=before.pk).update(name=name)  # also where it is taken back: then it is nowhere any more
    if not name:
        return None
    return before or User.objects.create(name=name)


def _refuse_twice(access: Access, who: User | None, seat: Seat | None) -> None:
    others = access.review.seats.filter(person=who, ended=None) if who else access.review.seats.none()
    if (others.exclude(pk=seat.pk) if seat else others).exists():
        raise Taken
