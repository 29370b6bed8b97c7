"""What the made-up people of a workshop say, as codes of sentences (`workshop.made-up.*`) and what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar, get_args

from plethu.evidence.findings import Stance
from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language
from plethu.workshop.breakouts.people import Seats
from plethu.workshop.codings import ASPECTS, Aspect
from plethu.workshop.contributions import SpokenStance
from plethu.workshop.register import Participant

CARDS = 300
HIDDEN = 3
PROMPTS = 3
OPENINGS, DETAILS, WANTS, NOTES, PROPOSALS = 4, 4, 3, 3, 2  # how many sentences there are of each kind
NAMES_A_PLACE = 15  # one in so many, so that there is something to mask: an openly made-up place
WANTS_SOMETHING_NEW, SAID_BY_SPEAKER = 0.4, 0.8  # shares
SPOKEN: dict[Stance, SpokenStance] = {"echoed": "echo", "challenged": "challenge", "added": "add"}

_T = TypeVar("_T")


class Topic(Frozen, frozen=True):
    """An action that a round discusses, and the findings on it."""

    action: str
    findings: tuple[str, ...] = ()


class Saying(Frozen, frozen=True):
    """The codes of the sentences of one text, in order; what it is about is its `finding`, or else its `action`.

    `proposal` counts from 1 where a new action is asked for, 0 elsewhere; so does `prompt`, the question it answers.
    """

    codes: tuple[str, ...]
    stance: Stance
    aspect: Aspect
    action: str = ""
    finding: str = ""
    proposal: int = 0
    prompt: int = 0


class MadeUpCard(Frozen, frozen=True):
    """A card. `person` is a code, empty for the facilitator's notes of what a group said; group and round from 1."""

    id: str
    said: Saying
    group: int
    round: int
    language: Language
    person: str = ""
    spoken: SpokenStance = "unsure"
    hidden: bool = False


def made_up_cards(
    people: Sequence[Participant], seats: Seats, rounds: Sequence[Sequence[Topic]], random: Random
) -> tuple[MadeUpCard, ...]:
    """The cards, then one note of each group and round.

    The last topic of each round is left without a word, as happens. A round without topics answers the questions: it
    speaks of anything, and asks for new actions.
    """
    where = [{code: number for number, group in enumerate(groups, 1) for code in group} for groups in seats]
    talk = _Talk(rounds, random)
    turns = [(round, person) for person in people for round in range(len(rounds)) for _ in range(2)]
    cards = []
    for number, (round, person) in enumerate(sorted(random.sample(turns, CARDS), key=lambda turn: turn[0]), 1):
        said = talk.saying(round)
        cards.append(
            MadeUpCard(
                f"card-{number}", said, where[round][person.id], round + 1, person.language, person.id,
                spoken=SPOKEN[said.stance] if random.random() < SAID_BY_SPEAKER else "unsure",
                hidden=number % (CARDS // HIDDEN) == 0,
            )
        )  # fmt: skip
    notes = [(round, group) for round in range(len(rounds)) for group in range(1, len(seats[round]) + 1)]
    return (*cards, *(talk.note(round, group) for round, group in notes))


class _Talk:
    """What may be said in each round, by lot."""

    def __init__(self, rounds: Sequence[Sequence[Topic]], random: Random) -> None:
        self.rounds, self.random = rounds, random
        self.anything = [topic for topics in rounds for topic in topics]

    def note(self, round: int, group: int) -> MadeUpCard:
        """What the facilitator of a group noted."""
        return MadeUpCard(f"note-{round + 1}-{group}", self.saying(round, is_note=True), group, round + 1, "en")

    def saying(self, round: int, is_note: bool = False) -> Saying:
        """Something on one of the topics of a round (from 0), on the first ones more often."""
        random, topics = self.random, self.rounds[round]
        aspect: Aspect = random.choice(ASPECTS)
        prompt = 0 if topics else random.randint(1, PROMPTS)
        if prompt and (not self.anything or random.random() < WANTS_SOMETHING_NEW):
            return self._wanted(aspect, prompt, is_note)
        topic = self._one_of(topics[:-1] or topics or self.anything)
        finding = self._one_of(topic.findings) if topic.findings and not prompt else ""
        stance: Stance = random.choices(get_args(Stance), (5, 3, 3))[0] if finding else "added"
        codes = self._note_codes(stance) if is_note else self._card_codes(stance, aspect)
        return Saying(codes, stance, aspect, topic.action, finding, prompt=prompt)

    def _one_of(self, things: Sequence[_T]) -> _T:
        return self.random.choices(things, [number**2 for number in range(len(things), 0, -1)])[0]

    def _wanted(self, aspect: Aspect, prompt: int, is_note: bool) -> Saying:
        proposal = self.random.randint(1, PROPOSALS)
        wanted = f"wanted.{proposal}.{self.random.randint(1, WANTS)}"
        codes = (wanted,) if is_note else (wanted, self._detail(aspect))
        return Saying(codes, "added", aspect, proposal=proposal, prompt=prompt)

    def _note_codes(self, stance: Stance) -> tuple[str, ...]:
        return (f"note.{stance}.{self.random.randint(1, NOTES)}",)

    def _card_codes(self, stance: Stance, aspect: Aspect) -> tuple[str, ...]:
        codes = (f"card.{stance}.{self.random.randint(1, OPENINGS)}", self._detail(aspect))
        return (*codes, "place") if self.random.randrange(NAMES_A_PLACE) == 0 else codes

    def _detail(self, aspect: Aspect) -> str:
        return f"detail.{aspect}.{self.random.randint(1, DETAILS)}"
