"""Who is in the room of a workshop, and which boards they see. Access is checked where a thing is looked up."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from plethu_web.accounts.models import User
from plethu_web.reviews.queries.reviews import review_for
from plethu_web.workshops.models import Board, Card, Facilitator, Participant, Plan, Room, Round, Seat, Workshop
from plethu_web.workshops.states import rule_of

SESSION = "rooms"  # by the key of a workshop: as what somebody came in, and their id
CHOSEN = "room-groups"  # by workshop and round: the group that somebody without a seat said they are in


class NotInside(Exception):
    """They have not come in with a link or key of their own, or it no longer opens anything."""


@dataclass(frozen=True, slots=True)
class Inside:
    """Somebody in the room: a participant, a facilitator with a link, or one of the team."""

    workshop: Workshop
    participant: Participant | None = None
    facilitator: Facilitator | None = None
    person: User | None = None
    chosen: Mapping[str, int] | None = None

    @property
    def is_open(self) -> bool:
        """Whether the room takes anything in."""
        return rule_of(self.workshop.state).room

    @property
    def leads(self) -> bool:
        """Whether they may switch rounds and see every group."""
        return self.person is not None or bool(self.facilitator and self.facilitator.group == 0)

    @property
    def may_be_named(self) -> bool:
        """Whether they may show at a card who they are."""
        return self.participant is not None and self.workshop.names_on_cards

    @property
    def name(self) -> str:
        """Who they are, as a key for counting what they send."""
        of = self.participant or self.facilitator
        return f"{type(of).__name__}:{of.pk}" if of else f"User:{self.person.pseudonym if self.person else ''}"

    def facilitates(self, group: int) -> bool:
        """Whether they look after a group: its notes and its cards."""
        if self.leads:
            return True
        if self.facilitator is not None:
            return self.facilitator.group == group
        if self.participant is None or not self.participant.facilitates:
            return False
        return self.participant.facilitates in (-1, group)

    def group_in(self, round: Round) -> int | None:
        """Their group in a round, 0 for everybody together; None where they have none yet or look after several."""
        if round.number == 0:
            return 0
        if self.participant is None:
            group = self.facilitator.group if self.facilitator else 0
            return group or (None if has_plan(self.workshop.pk) else 0)
        seats = Seat.objects.filter(participant=self.participant, plan__in_use=True, round=round.number)
        seat = seats.values_list("group", flat=True).first()
        if seat is not None or not has_plan(self.workshop.pk):
            return seat or 0
        return (self.chosen or {}).get(f"{self.workshop.key}:{round.pk}")


def inside(session: Mapping[str, Any], user: User | AnonymousUser, key: str) -> Inside:
    """Who this is in the room of a workshop. Raises NotInside; Http404 where there is no such workshop."""
    kind, pk = session.get(SESSION, {}).get(key, ("", ""))
    if kind == "participant":
        people = Participant.objects.select_related("workshop__room").filter(
            workshop__key=key, pk=pk, withdrawn=None, agreed__isnull=False
        )
        if (person := people.first()) is not None:
            return Inside(person.workshop, participant=person, chosen=session.get(CHOSEN, {}))
    if kind == "facilitator":
        links = Facilitator.objects.select_related("workshop__room").filter(workshop__key=key, pk=pk, ended=None)
        if (link := links.first()) is not None:
            return Inside(link.workshop, facilitator=link)
    workshop = Workshop.objects.filter(key=key).select_related("review", "room").first()
    if workshop is None:
        raise Http404
    if isinstance(user, User):
        return Inside(workshop, person=_of_the_team(user, workshop))
    raise NotInside


def room_of(workshop: Workshop) -> Room:
    """Where a workshop has got to; a room that is not stored yet waits for the first round."""
    return getattr(workshop, "room", None) or Room(workshop=workshop)


def has_plan(workshop_id: uuid.UUID) -> bool:
    """Whether the workshop goes by a plan of groups."""
    return Plan.objects.filter(workshop=workshop_id, in_use=True).exists()


def groups_in(round: Round) -> list[int]:
    """The numbers of the groups in a round; 0 is everybody together."""
    if round.number == 0:
        return [0]
    seats = Seat.objects.filter(plan__workshop=round.workshop_id, plan__in_use=True, round=round.number)
    return sorted(set(seats.values_list("group", flat=True))) or [0]


def round_at(workshop: Workshop, position: int) -> Round:
    """A part of the agenda; Http404 where there is none."""
    found = workshop.rounds.filter(position=position).first()
    if found is None:
        raise Http404
    return found


def boards_of(who: Inside, round: Round | None = None) -> QuerySet[Board]:
    """The boards of a workshop, for whoever leads, or those of one round."""
    found = Board.objects.filter(round__workshop=who.workshop).select_related("round")
    return found if round is None else found.filter(round=round)


def board_of(who: Inside, pk: int) -> Board:
    """A board that this person may see: their group's, or any for whoever leads. Http404 for every other."""
    board = Board.objects.filter(pk=pk, round__workshop=who.workshop).select_related("round").first()
    if board is None or not (who.facilitates(board.group) or who.group_in(board.round) == board.group):
        raise Http404
    board.round.workshop = who.workshop
    return board


def card_of(who: Inside, pk: int) -> Card:
    """A card on a board that this person may see."""
    card = Card.objects.filter(pk=pk, withdrawn=None).select_related("board__round").first()
    if card is None:
        raise Http404
    board_of(who, card.board_id)
    return card


def _of_the_team(user: User, workshop: Workshop) -> User:
    try:
        return review_for(user, workshop.review.slug, "run-workshops").person
    except (Http404, PermissionDenied) as error:
        raise NotInside from error
