"""Leading the room: which round runs and how long, and looking together at what all groups wrote."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from plethu_web.accounts.audit import note
from plethu_web.workshops.actions.room_inside import RoomClosed, still
from plethu_web.workshops.models import Board, Room, Round
from plethu_web.workshops.queries.room import Inside, groups_in

MOST_MINUTES = 480


@transaction.atomic
def begin_round(*, who: Inside, round: Round) -> None:
    """Begin a round for everybody, with its boards and its time. Begun already, nothing happens; it goes on."""
    room = _locked(who)
    if room.round_id == round.pk:
        if room.plenary:
            room.plenary = False
            _save(room, who, "round-begun", round.position)
        return
    room.round, room.plenary = round, False
    room.began, room.minutes = timezone.now(), round.minutes
    open_boards(round=round)
    _save(room, who, "round-begun", round.position)


@transaction.atomic
def gather(*, who: Inside) -> None:
    """Have everybody look at what all groups wrote in the round that runs."""
    room = _locked(who)
    if room.round_id and not room.plenary:
        room.plenary = True
        _save(room, who, "plenary-begun", room.round.position if room.round else 0)


@transaction.atomic
def change_time(*, who: Inside, minutes: int, seen: int) -> bool:
    """Add minutes to the round, or take some away; whether it did. `seen` is the room's version: once, not twice."""
    room = _locked(who)
    if room.version != seen or not room.round_id:
        return False
    room.minutes = min(MOST_MINUTES, max(1, room.minutes + minutes))
    _save(room, who, "round-timed", room.round.position if room.round else 0)
    return True


@transaction.atomic
def open_boards(*, round: Round, group: int | None = None) -> None:
    """Make the boards of a round that are not there yet: of all its groups, or of one."""
    groups = groups_in(round) if group is None else [group]
    Board.objects.bulk_create((Board(round=round, group=each) for each in groups), ignore_conflicts=True)


def _locked(who: Inside) -> Room:
    if not still(who).is_open:
        raise RoomClosed
    Room.objects.bulk_create([Room(workshop=who.workshop)], ignore_conflicts=True)
    return Room.objects.select_for_update().get(workshop=who.workshop)


def _save(room: Room, who: Inside, kind: str, position: int) -> None:
    room.version += 1
    room.save()
    note(
        kind,
        by=who.person.pseudonym if who.person else None,
        review=who.workshop.review_id,
        thing=f"workshop:{who.workshop.pk}",
        round=position,
        minutes=room.minutes,
    )
