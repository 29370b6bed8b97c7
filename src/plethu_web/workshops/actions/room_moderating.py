"""Looking after a board: hiding a card and showing it again, moving it, asking for a look at it, leaving it as it is.

Each raises RoomClosed once the workshop is ended, but for what the team may still do; and NotInside.
"""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from plethu_web.accounts.audit import note
from plethu_web.workshops.actions.room_cards import raise_version
from plethu_web.workshops.actions.room_inside import RoomClosed, still
from plethu_web.workshops.models import Board, Card, CardReport
from plethu_web.workshops.queries.room import Inside
from plethu_web.workshops.room_sections import Section
from plethu_web.workshops.room_words import Reason


@transaction.atomic
def hide_card(*, who: Inside, card: Card, reason: str) -> None:
    """Hide a card from the group. Its words stay for whoever facilitates, and it can be shown again."""
    row = _locked(card, who)
    if row.hidden in (reason, Reason.TAKEN):
        return
    row.hidden, row.hidden_at = reason, timezone.now()
    _seen(row)
    _changed(row, who, "card-hidden", reason=reason)


@transaction.atomic
def leave_card(*, who: Inside, card: Card) -> None:
    """Leave a card that was reported as it is: nobody is asked any more to look at it."""
    row = _locked(card, who)
    if _seen(row):
        _changed(row, who, "card-left")


@transaction.atomic
def show_card(*, who: Inside, card: Card) -> None:
    """Show a hidden card again."""
    row = _locked(card, who)
    if row.hidden in ("", Reason.TAKEN):  # whoever wrote it took it back, and alone can put it there again
        return
    row.hidden, row.hidden_at = "", None
    _changed(row, who, "card-shown")


@transaction.atomic
def move_card(*, who: Inside, card: Card, section: Section) -> None:
    """Move a card to another place on its board. A stance stays only where a card can have one."""
    row = _locked(card, who)
    if row.section == section.id:
        return
    before, row.moved = row.section, True
    row.topic_id, row.prompt_id = section.topic, section.prompt
    row.stance = row.stance if section.takes_stance else ""
    _changed(row, who, "card-moved", before=before, after=section.id)


@transaction.atomic
def report_card(*, who: Inside, card: Card, reason: str) -> None:
    """Ask whoever facilitates to look at a card. Asked again by the same person, nothing happens."""
    row = _locked(card, who, is_report=True)
    try:
        with transaction.atomic():
            CardReport.objects.create(card=row, participant=who.participant, facilitator=who.facilitator, reason=reason)
    except IntegrityError:
        return
    row.changed = raise_version(row.board)
    row.save(update_fields=["changed"])


def _locked(card: Card, who: Inside, *, is_report: bool = False) -> Card:
    now = still(who)
    if not (now.is_open if is_report else now.may_moderate):
        raise RoomClosed
    board = Board.objects.select_for_update().get(pk=card.board_id)
    row = Card.objects.select_for_update().get(pk=card.pk)
    row.board = board
    return row


def _seen(row: Card) -> int:
    return row.reports.filter(seen=None).update(seen=timezone.now())


def _changed(row: Card, who: Inside, kind: str, **details: Any) -> None:
    row.changed = raise_version(row.board)
    row.save()
    note(
        kind,
        by=who.person.pseudonym if who.person else None,
        review=who.workshop.review_id,
        thing=f"workshop:{who.workshop.pk}",
        card=row.pk,
        **details,
    )
