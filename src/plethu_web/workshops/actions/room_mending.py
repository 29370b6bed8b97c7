"""A card of one's own: mending its words, taking it back and putting it there again, while its round goes on."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from plethu_web.accounts.audit import note
from plethu_web.workshops.actions.room_cards import raise_version
from plethu_web.workshops.actions.room_inside import still
from plethu_web.workshops.models import Board, Card, CardVersion, Room
from plethu_web.workshops.queries.room import Inside
from plethu_web.workshops.room_words import Reason


class TooLate(Exception):
    """The round is over, or something said in the workshop is published: the card stays as it is."""


def may_be_mended(who: Inside, card: Card, room: Room) -> bool:
    """Whether somebody may mend or take back a card now: their own, in the round that runs, not hidden by others."""
    own = who.participant is not None and card.author_id == who.participant.pk and card.withdrawn is None
    return who.may_mend and own and room.round_id == card.board.round_id and card.hidden in ("", Reason.TAKEN)


@transaction.atomic
def mend_card(*, who: Inside, card: Card, words: str, stance: str) -> None:
    """Change the words of a card. What it said before is kept for the record. Raises TooLate or NotInside."""
    row = _own(who, card)
    stance = stance if row.topic_id else ""
    if (row.words, row.stance) == (words, stance):
        return
    CardVersion.objects.create(card=row, words=row.words, stance=row.stance)
    row.words, row.stance = words, stance
    _save(row, who, "card-mended")


@transaction.atomic
def take_back(*, who: Inside, card: Card) -> None:
    """Take a card from the board. It is kept as a hidden one is, and not published. Raises TooLate or NotInside."""
    row = _own(who, card)
    if row.hidden:
        return
    row.hidden, row.hidden_at, row.named = Reason.TAKEN, timezone.now(), False
    _save(row, who, "card-taken-back")


@transaction.atomic
def put_back(*, who: Inside, card: Card) -> None:
    """Put a card that one took back on the board again. Raises TooLate or NotInside."""
    row = _own(who, card)
    if not row.hidden:
        return
    row.hidden, row.hidden_at = "", None
    _save(row, who, "card-put-back")


def _own(who: Inside, card: Card) -> Card:
    """The card with its board, locked, as they are now."""
    now = still(who)
    board = Board.objects.select_for_update().select_related("round").get(pk=card.board_id)
    row = Card.objects.select_for_update().get(pk=card.pk)
    row.board = board
    room = Room.objects.filter(workshop=now.workshop).first()
    if room is None or not may_be_mended(now, row, room):
        raise TooLate
    return row


def _save(row: Card, who: Inside, kind: str) -> None:
    row.changed = raise_version(row.board)
    row.save()
    note(kind, by=None, review=who.workshop.review_id, thing=f"workshop:{who.workshop.pk}", card=row.pk)
