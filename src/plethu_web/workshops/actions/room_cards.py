"""Putting a card on a board: exactly once however often it arrives, and not faster than people write."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from plethu_web.accounts.audit import note
from plethu_web.workshops.actions.room_inside import RoomClosed, still
from plethu_web.workshops.models import (
    Board,
    Card,
    CardReport,
    CardVersion,
    LateSeat,
    NoteVersion,
    Participant,
)
from plethu_web.workshops.queries.room import Inside
from plethu_web.workshops.room_sections import Section
from plethu_web.workshops.room_words import MOST_IN_A_MINUTE, MOST_ON_A_BOARD, Speaker

MINUTE = timedelta(minutes=1)


class TooFast(Exception):
    """More cards in a minute than anybody writes."""


class BoardFull(Exception):
    """The board holds as many cards as a board can."""


class ThereAlready(Exception):
    """The board has cards from paper with these very words."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(len(words))
        self.words = words


@dataclass(frozen=True, slots=True)
class CardSaid:
    """What a form says of a card. `once` is the key that came with the form; `named`: not anonymous."""

    section: Section
    words: str
    stance: str = ""
    once: str = ""
    named: bool = False


@transaction.atomic
def put_card(*, who: Inside, board: Board, said: CardSaid) -> Card:
    """Put a card on a board; the same card where this very sending has arrived before.

    Raises RoomClosed, TooFast, BoardFull or NotInside, and has then stored nothing.
    """
    now = still(who)
    row = _locked(board)
    return _put(row, now, said, _speaker(now, row))


@transaction.atomic
def put_written(*, who: Inside, board: Board, said: Sequence[CardSaid], again: bool = False) -> list[Card]:
    """Put cards on a board that were written on paper, all of them or none.

    Raises ThereAlready for words that were typed in before, unless they are to be there `again`.
    """
    now = still(who)
    row = _locked(board)
    if not again and (twice := _there_already(now, row, said)):
        raise ThereAlready(twice)
    cards = [_put(row, now, each, Speaker.PAPER) for each in said]
    note(
        "cards-typed-in",
        by=who.person.pseudonym if who.person else None,
        review=who.workshop.review_id,
        thing=f"workshop:{who.workshop.pk}",
        board=board.pk,
        cards=len(cards),
    )
    return cards


def raise_version(board: Board) -> int:
    """Raise the version of a board whose row is locked; the new one."""
    board.version += 1
    board.save(update_fields=["version"])
    return board.version


@transaction.atomic
def take_names_off(*, who: Inside, board: Board) -> None:
    """Make all cards that somebody wrote on a board anonymous again."""
    row = _locked(board)
    _take_names_off(row, Card.objects.filter(board=row, author=who.participant, named=True))


@transaction.atomic
def empty_cards_of(participant: Participant) -> None:
    """Take the words out of all that somebody wrote, because they withdrew. What is left is that there was a card.

    Notes they took for a group are the group's: they stay, and nobody learns any more who took them.
    """
    boards = Board.objects.filter(cards__author=participant).distinct().values_list("pk", flat=True)
    for pk in sorted(boards):
        board = Board.objects.select_for_update().get(pk=pk)
        CardVersion.objects.filter(card__board=board, card__author=participant).delete()
        Card.objects.filter(board=board, author=participant).update(
            words="", author=None, named=False, withdrawn=timezone.now(), changed=raise_version(board)
        )
    LateSeat.objects.filter(participant=participant).delete()
    CardReport.objects.filter(participant=participant).update(participant=None)
    NoteVersion.objects.filter(author=participant).update(author=None)  # the words are what the group said


def _take_names_off(board: Board, cards: Iterable[Card]) -> None:
    for card in cards:
        card.named, card.changed = False, raise_version(board)
        card.save(update_fields=["named", "changed"])


def _locked(board: Board) -> Board:
    return Board.objects.select_for_update().select_related("round").get(pk=board.pk)


def _speaker(who: Inside, board: Board) -> Speaker:
    return Speaker.FACILITATOR if who.facilitates(board.round, board.group) else Speaker.PARTICIPANT


def _there_already(who: Inside, board: Board, said: Sequence[CardSaid]) -> list[str]:
    """The words of those that another sending has put there; sent again, its own cards are no surprise."""
    paper = Card.objects.filter(board=board, said_by=Speaker.PAPER)
    own = set(paper.filter(once__in=[_hash(who, board, each) for each in said]).values_list("once", flat=True))
    there = {(card.section, " ".join(card.words.split())) for card in paper}
    new = [each for each in said if _hash(who, board, each) not in own]
    return [each.words for each in new if (each.section.id, " ".join(each.words.split())) in there]


def _put(board: Board, who: Inside, said: CardSaid, speaker: Speaker) -> Card:
    once = _hash(who, board, said)
    before = Card.objects.filter(once=once).first()
    if before is not None:
        if before.named and not said.named:  # they went back and took the tick away
            _take_names_off(board, [before])
        return before
    if not (who.may_type_in if speaker == Speaker.PAPER else who.is_open):
        raise RoomClosed
    if speaker != Speaker.PAPER and _recent(who) >= MOST_IN_A_MINUTE:
        raise TooFast
    if board.version >= MOST_ON_A_BOARD and board.cards.count() >= MOST_ON_A_BOARD:  # each card raised the version
        raise BoardFull
    return Card.objects.create(
        board=board,
        said_by=speaker,
        author=None if speaker == Speaker.PAPER else who.participant,
        facilitator=who.facilitator,
        by=who.person,
        topic_id=said.section.topic,
        prompt_id=said.section.prompt,
        stance=said.stance if said.section.takes_stance else "",
        named=said.named and who.may_be_named and speaker != Speaker.PAPER,
        words=said.words,
        once=once,
        changed=raise_version(board),
    )


def _hash(who: Inside, board: Board, said: CardSaid) -> str:
    """The same form with other words is another card: somebody went back and wrote on."""
    parts = (who.name, str(board.pk), said.once or secrets.token_hex(16), said.section.id, said.stance, said.words)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _recent(who: Inside) -> int:
    since = timezone.now() - MINUTE
    if who.participant is not None:
        return Card.objects.filter(author=who.participant, made__gt=since).count()
    if who.facilitator is not None:
        return Card.objects.filter(facilitator=who.facilitator, made__gt=since).count()
    return Card.objects.filter(by=who.person, made__gt=since).count()
