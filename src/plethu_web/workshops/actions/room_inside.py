"""Who does something, as they are at that moment: they may have withdrawn, or the workshop ended, since their page."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction

from plethu_web.accounts.audit import note
from plethu_web.workshops.models import Facilitator, LateSeat, Participant, Round, Workshop
from plethu_web.workshops.queries.room import Inside, NotInside, groups_in


class RoomClosed(Exception):
    """The workshop does not run now, so its room takes nothing in."""


class NoSuchGroup(Exception):
    """The round has no group of this number."""


def still(who: Inside) -> Inside:
    """The same person read again, kept from leaving until the transaction ends. Raises NotInside.

    It comes before the lock of a board: who withdraws locks themselves first, then the boards.
    """
    workshop = Workshop.objects.get(pk=who.workshop.pk)
    person, link = who.participant, who.facilitator
    if person is not None:
        person = Participant.objects.select_for_update().filter(pk=person.pk, withdrawn=None).first()
    if link is not None:
        link = Facilitator.objects.select_for_update().filter(pk=link.pk, ended=None).first()
    if (person, link, who.person) == (None, None, None):
        raise NotInside
    return replace(who, workshop=workshop, participant=person, facilitator=link)


@transaction.atomic
def sit_down(*, who: Inside, round: Round, group: int) -> None:
    """Note in which group somebody without a seat is. Said once, it stays: only whoever leads changes it.

    Raises RoomClosed or NoSuchGroup.
    """
    now = still(who)
    if not now.is_open:
        raise RoomClosed
    if group not in groups_in(round):
        raise NoSuchGroup
    _seat, is_new = LateSeat.objects.get_or_create(participant=now.participant, round=round, defaults={"group": group})
    if is_new:
        _note("late-seated", who, group)


@transaction.atomic
def move_late(*, who: Inside, seat: LateSeat, group: int) -> None:
    """Put somebody who chose a group into another one. Raises RoomClosed or NoSuchGroup."""
    if not still(who).is_open:
        raise RoomClosed
    if group not in groups_in(seat.round):
        raise NoSuchGroup
    if LateSeat.objects.filter(pk=seat.pk).exclude(group=group).update(group=group):
        _note("late-seat-changed", who, group)


def _note(kind: str, who: Inside, group: int) -> None:
    by = who.person.pseudonym if who.person else None
    note(kind, by=by, review=who.workshop.review_id, thing=f"participants:{who.workshop.pk}", group=group)
