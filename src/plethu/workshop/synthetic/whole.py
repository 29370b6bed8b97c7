"""A whole made-up workshop from a seed and what is to be discussed: the same, every time."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from plethu.evidence.frozen import Frozen
from plethu.workshop.breakouts.certificate import Certificate
from plethu.workshop.breakouts.people import Seats
from plethu.workshop.codings import Coding
from plethu.workshop.register import Participant
from plethu.workshop.synthetic.coded import MadeUpStatement, first_coder, second_coder, signed_off, statements_on
from plethu.workshop.synthetic.people import SEED, made_up_groups, made_up_people
from plethu.workshop.synthetic.saying import MadeUpCard, Topic, made_up_cards


class MadeUp(Frozen, frozen=True):
    """All of it. Contributions, people and proposals are known by the ids they have here; a site gives them its own."""

    seed: int
    people: tuple[Participant, ...]
    seats: Seats
    certificate: Certificate
    cards: tuple[MadeUpCard, ...]
    first: tuple[Coding, ...]
    second: tuple[Coding, ...]
    statements: tuple[MadeUpStatement, ...]
    read: tuple[str, ...]
    kept_back: tuple[str, ...]


def make_up(rounds: Sequence[Sequence[Topic]], seed: int = SEED) -> MadeUp:
    """Make up a workshop of up to nine rounds of groups, each with what it discusses; none for the open questions."""
    random = Random(seed)  # noqa: S311
    people = made_up_people(seed)
    seats, certificate = made_up_groups(people, len(rounds), seed)
    cards = made_up_cards(people, seats, rounds, random)
    first = first_coder(cards, random)
    second = second_coder(first, random)
    read, kept_back = signed_off(cards, random)
    return MadeUp(seed, people, seats, certificate, cards, first, second, statements_on(first), read, kept_back)
