"""Who is in the room of a workshop, and which boards they see. Access is checked where a thing is looked up."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from plethu.workshop.breakouts.people import ANY_GROUP
from plethu_web.accounts.models import User
from plethu_web.reviews.queries.reviews import review_for
from plethu_web.workshops.models import (
    Board,
    Card,
    Facilitator,
    LateSeat,
    Participant,
    Plan,
    Room,
    Round,
    Seat,
    Workshop,
)
from plethu_web.workshops.states import State, rule_of

SESSION = "rooms"  # by the key of a workshop: as what somebody came in, and their id


class NotInside(Exception):
    """They have not come in with a link or key of their own, or it no longer opens anything."""


@dataclass(frozen=True, slots=True)
class Inside:
    """Somebody in the room: a participant, a facilitator with a link, or one of the team.

    `seats` are a participant's groups by round, where they were read for many at once.
    """

    workshop: Workshop
    participant: Participant | None = None
    facilitator: Facilitator | None = None
    person: User | None = None
    seats: Mapping[int, int] | None = None

    @property
    def is_open(self) -> bool:
        """Whether the room takes anything in."""
        return rule_of(self.workshop.state).room

    @property
    def is_over(self) -> bool:
        """Whether the workshop was ended."""
        return self.workshop.state == State.CLOSED

    @property
    def leads(self) -> bool:
        """Whether they may switch rounds and see every group."""
        return self.person is not None or bool(self.facilitator and self.facilitator.group == 0)

    @property
    def may_be_named(self) -> bool:
        """Whether they may show at a card who they are."""
        return self.participant is not None and self.workshop.names_on_cards

    @property
    def may_moderate(self) -> bool:
        """Whether they may still hide, show and move cards: after the end the team alone, until it publishes."""
        return self.is_open or (self.person is not None and self.workshop.published is None)

    @property
    def may_type_in(self) -> bool:
        """Whether they may type in boards from paper. That is done after the end too, until something is published."""
        return self.is_open or (self.is_over and self.participant is None and self.workshop.published is None)

    @property
    def may_mend(self) -> bool:
        """Whether they may mend cards of their own, as far as the workshop goes."""
        return self.is_open and self.participant is not None and self.workshop.published is None

    @property
    def name(self) -> str:
        """Who they are, as a key for counting what they send."""
        of = self.participant or self.facilitator
        return f"{type(of).__name__}:{of.pk}" if of else f"User:{self.person.pseudonym if self.person else ''}"

    def facilitates(self, round: Round, group: int) -> bool:
        """Whether they look after a group: its notes and its cards.

        Participants do so until the workshop is ended; one for any group that needs somebody, where they are seated.
        """
        if self.leads:
            return True
        if self.facilitator is not None:
            return self.facilitator.group == group
        if self.participant is None or not self.participant.facilitates or self.is_over:
            return False
        if self.participant.facilitates == ANY_GROUP:
            return group > 0 and self.group_in(round) == group
        return self.participant.facilitates == group

    def group_in(self, round: Round) -> int | None:
        """Their group in a round, 0 for everybody together; None where they have none yet or look after several."""
        if round.number == 0:
            return 0
        if self.participant is None:
            theirs = self.facilitator.group if self.facilitator else 0
            return theirs or (None if self.workshop.has_plan else 0)
        group = _seat_of(self.participant, round) if self.seats is None else self.seats.get(round.pk, 0)
        return group or (None if self.workshop.has_plan else 0)

    def sees(self, board: Board) -> bool:
        """Whether they may read a board: their group's, or one they look after."""
        return self.facilitates(board.round, board.group) or self.group_in(board.round) == board.group


def seats_of(people: Collection[Participant]) -> dict[uuid.UUID, dict[int, int]]:
    """The groups of participants by round (its id): as the plan in use seats them, else as they said themselves."""
    found: dict[uuid.UUID, dict[int, int]] = {person.pk: {} for person in people}
    for participant, round, group in LateSeat.objects.filter(participant__in=people).values_list(
        "participant", "round", "group"
    ):
        found[participant][round] = group
    seats = Seat.objects.filter(participant__in=people, plan__in_use=True)
    rounds = Round.objects.filter(workshop__in={person.workshop_id for person in people}, number__gt=0)
    by_number = {(workshop, number): pk for pk, workshop, number in rounds.values_list("pk", "workshop", "number")}
    for workshop, participant, number, group in seats.values_list("plan__workshop", "participant", "round", "group"):
        if (pk := by_number.get((workshop, number))) is not None:
            found[participant][pk] = group
    return found


def _seat_of(person: Participant, round: Round) -> int:
    seats = Seat.objects.filter(participant=person, plan__in_use=True, round=round.number)
    late = LateSeat.objects.filter(participant=person, round=round)
    found = seats.values_list("group", flat=True).first() or late.values_list("group", flat=True).first()
    return found or 0


def is_left(workshop: Workshop) -> bool:
    """Whether links and keys open the room no more: as many days after the workshop as contacts are kept."""
    return timezone.localdate() > timezone.localtime(workshop.ends).date() + timedelta(days=workshop.contact_days)


def inside(session: Mapping[str, Any], user: User | AnonymousUser, key: str) -> Inside:
    """Who this is in the room of a workshop. Raises NotInside; Http404 where there is no such workshop."""
    kind, pk = session.get(SESSION, {}).get(key, ("", ""))
    if kind == "participant":
        person = participants_inside().filter(workshop__key=key, pk=pk).first()
        if person is not None and not is_left(person.workshop):
            return Inside(person.workshop, participant=person)
    if kind == "facilitator":
        links = Facilitator.objects.select_related("workshop__room").filter(workshop__key=key, pk=pk, ended=None)
        if (link := links.first()) is not None and not is_left(link.workshop):
            return Inside(link.workshop, facilitator=link)
    workshop = Workshop.objects.filter(key=key).select_related("review", "room").first()
    if workshop is None:
        raise Http404
    if isinstance(user, User):
        return Inside(workshop, person=_of_the_team(user, workshop))
    raise NotInside


def participants_inside() -> QuerySet[Participant]:
    """Those whom their key lets into a room: who agreed and has not withdrawn."""
    people = Participant.objects.select_related("workshop__room")
    return people.filter(withdrawn=None, agreed__isnull=False)


def room_of(workshop: Workshop) -> Room:
    """Where a workshop has got to; a room that is not stored yet waits for the first round."""
    return getattr(workshop, "room", None) or Room(workshop=workshop)


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


def boards_of(round: Round) -> QuerySet[Board]:
    """The boards of a round."""
    return Board.objects.filter(round=round).select_related("round")


def board_of(who: Inside, pk: int) -> Board:
    """A board that this person may see: their group's, or any for whoever leads. Http404 for every other."""
    board = Board.objects.filter(pk=pk, round__workshop=who.workshop).select_related("round").first()
    if board is None:
        raise Http404
    board.round.workshop = who.workshop
    if not who.sees(board):
        raise Http404
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


def own_cards(who: Inside, board: Board | None = None) -> QuerySet[Card]:
    """What somebody wrote on a board, or anywhere in the workshop, oldest first."""
    cards = Card.objects.filter(author=who.participant, board__round__workshop=who.workshop, withdrawn=None)
    cards = cards.select_related("board__round", "topic", "prompt").order_by("pk")
    return cards if board is None else cards.filter(board=board)


def late_seats(who: Inside, round: Round) -> list[LateSeat]:
    """Those who said themselves which group they are in, in a round: of the groups that somebody looks after."""
    found = LateSeat.objects.filter(round=round, participant__withdrawn=None).select_related("participant__contact")
    return [seat for seat in found.order_by("group", "pk") if who.facilitates(round, seat.group)]


def lookers_after(round: Round) -> dict[int, int]:
    """By group: how many look after it, with a link or from among the participants. Those for all are left out."""
    found: Counter[int] = Counter()
    links = Facilitator.objects.filter(workshop=round.workshop_id, ended=None, group__gt=0)
    found.update(links.values_list("group", flat=True))
    people = list(Participant.objects.filter(workshop=round.workshop_id, withdrawn=None).exclude(facilitates=0))
    seats = seats_of(people)
    for person in people:
        found[person.facilitates if person.facilitates > 0 else seats[person.pk].get(round.pk, 0)] += 1
    return dict(found)


def welsh_groups_of(workshop: uuid.UUID) -> int:
    """How many of the first groups are Welsh-medium in the plan in use."""
    plan = Plan.objects.filter(workshop=workshop, in_use=True).first()
    return int(plan.certificate.get("made", {}).get("welsh_groups", 0)) if plan else 0
