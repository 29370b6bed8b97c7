"""What stands on a board, and what has changed on it since a version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import Count, Q, QuerySet

from plethu_web.workshops.models import Board, Card, CardReport, NoteVersion, Room, Round
from plethu_web.workshops.queries.register import name_of

Mark = tuple[int, int]  # the versions of a board and of its room
NOWHERE: Mark = (0, 0)


@dataclass(frozen=True, slots=True)
class Changes:
    """What is new on a board. `mark` is what to ask with next time. Of each note only the newest version."""

    board: int
    mark: Mark
    cards: Sequence[Card] = ()
    notes: Sequence[NoteVersion] = ()


@dataclass(slots=True)
class Tally:
    """How many cards stand in a place, by stance; hidden ones are not counted."""

    cards: int = 0
    by_stance: Counter[str] = field(default_factory=Counter)


def marks(boards: Collection[int]) -> dict[int, Mark]:
    """The versions of several boards, in one query."""
    found = Board.objects.filter(pk__in=boards).values_list("pk", "version", "round__workshop__room__version")
    return {pk: (version, room or 0) for pk, version, room in found}


def changes(board: int, since: int, mark: Mark | None = None) -> Changes:
    """What changed on a board after a version. Its own version is read first, so that nothing falls between."""
    mark = mark or marks([board]).get(board, NOWHERE)
    cards = with_names(_cards(board).filter(changed__gt=since))
    notes = _newest(NoteVersion.objects.filter(board=board, changed__gt=since))
    return Changes(board, mark, cards, notes)


def with_names(cards: Iterable[Card]) -> list[Card]:
    """The cards of a board, each with the name or code of a writer who shows it. For the board only."""
    cards = list(cards)
    if named := [card.pk for card in cards if card.named]:
        about = ("author__contact", "board__round__workshop")
        found = Card.objects.filter(pk__in=named, author__isnull=False).select_related(*about).in_bulk()
        for card in cards:
            if of := found.get(card.pk):
                card.shown_as = _shown_as(of)
    return cards


def _shown_as(card: Card) -> str:
    workshop, author = card.board.round.workshop, card.author
    if author is None or not workshop.names_on_cards:
        return ""
    return author.code if workshop.codes_on_screen else name_of(author) or author.code


def note_on(board: Board, place: str) -> NoteVersion | None:
    """The newest version of the notes in a place."""
    return NoteVersion.objects.filter(board=board, place=place).order_by("-number").first()


def tally(round: Round) -> dict[str, Tally]:
    """By place on the board: how many cards all groups wrote in a round."""
    found: dict[str, Tally] = {}
    for card in Card.objects.filter(board__round=round, hidden="", withdrawn=None).only("topic", "prompt", "stance"):
        of = found.setdefault(card.section, Tally())
        of.cards += 1
        of.by_stance[card.stance] += 1
    return found


def cards_in(round: Round) -> QuerySet[Card]:
    """What all groups wrote in a round, hidden cards left out."""
    found = Card.objects.filter(board__round=round, hidden="", withdrawn=None).select_related("board")
    return found.order_by("board__group", "pk")


def counts_of_groups(round: Round) -> list[tuple[int, int]]:
    """Each group that has a board in a round, with how many cards it has; hidden ones are not counted."""
    boards = Board.objects.filter(round=round).order_by("group")
    shown = Count("cards", filter=Q(cards__hidden="", cards__withdrawn=None))
    return list(boards.annotate(shown=shown).values_list("group", "shown"))


def reported_in(round: Round) -> dict[int, list[Card]]:
    """By board: the cards that somebody asked to have looked at, and nobody has yet."""
    found: dict[int, list[Card]] = {}
    waiting = CardReport.objects.filter(seen=None).values("card")
    cards = Card.objects.filter(board__round=round, hidden="", withdrawn=None, pk__in=waiting)
    for card in cards.order_by("pk"):
        found.setdefault(card.board_id, []).append(card)
    return found


def mark_of(round: Round) -> str:
    """A mark that changes with any board of a round, for ETags."""
    versions = Board.objects.filter(round=round).order_by("pk").values_list("pk", "version")
    room = Room.objects.filter(workshop=round.workshop_id).values_list("version", flat=True).first() or 0
    return f"{room}-{sum(version for _, version in versions)}-{len(versions)}"


def _cards(board: int) -> QuerySet[Card]:
    """The cards of a board, each with how many ask to have it looked at."""
    waiting = Count("reports", filter=Q(reports__seen=None))
    return Card.objects.filter(board=board).annotate(reported=waiting).order_by("pk")


def _newest(notes: QuerySet[NoteVersion]) -> list[NoteVersion]:
    newest: dict[str, NoteVersion] = {}
    for note in notes.order_by("number"):
        newest[note.place] = note
    return list(newest.values())
