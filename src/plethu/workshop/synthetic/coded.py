"""How a made-up workshop is coded: by one coder, by a second on a part, statements, and texts read for publishing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random
from typing import get_args

from plethu.evidence.findings import Stance
from plethu.evidence.frozen import Frozen
from plethu.workshop.codings import ASPECTS, Coding
from plethu.workshop.synthetic.saying import MadeUpCard

LEFT = 40  # that nobody has coded yet, for whoever tries the desk
SECOND = 90  # which a second coder coded too
SAME_STANCE, SAME_ASPECT = 0.85, 0.7
READ = 240  # which were read and signed off
KEPT_BACK = 4
FEWEST = 2  # contributions that a statement rests on


class MadeUpStatement(Frozen, frozen=True):
    """What several contributions say on an action, or on a proposal (from 1, else 0). `contributions` are ids."""

    stance: Stance
    action: str
    proposal: int
    finding: str
    contributions: tuple[str, ...]


def first_coder(cards: Sequence[MadeUpCard], random: Random) -> tuple[Coding, ...]:
    """One coding of each contribution but hidden ones and some left over, as those who made it up meant it."""
    left = set(random.sample([card.id for card in cards], LEFT))
    return tuple(_coding(card, "first") for card in cards if not card.hidden and card.id not in left)


def second_coder(codings: Sequence[Coding], random: Random) -> tuple[Coding, ...]:
    """A second coding of some, mostly alike. Where the first asks for a new action, so does the second."""
    found = []
    for coding in random.sample(codings, SECOND):
        stance, aspect = coding.stance, coding.aspect
        if coding.finding and random.random() > SAME_STANCE:
            stance = random.choice([other for other in get_args(Stance) if other != stance])
        if random.random() > SAME_ASPECT:
            aspect = random.choice([other for other in ASPECTS if other != aspect])
        found.append(
            Coding(
                f"{coding.id}-again", coding.contribution, "second", stance, aspect, coding.finding, coding.action,
                proposal=coding.proposal, why_none_fits=coding.why_none_fits,
            )
        )  # fmt: skip
    return tuple(found)


def _coding(card: MadeUpCard, coder: str) -> Coding:
    said = card.said
    proposal = str(said.proposal) if said.proposal else ""
    why = f"workshop.made-up.why.{said.proposal}" if proposal else ""
    return Coding(
        f"of-{card.id}", card.id, coder, said.stance, said.aspect, said.finding, said.action,
        proposal=proposal, why_none_fits=why,
    )  # fmt: skip


def statements_on(codings: Iterable[Coding]) -> tuple[MadeUpStatement, ...]:
    """A statement for each stance to each action or proposal that at least `FEWEST` contributions take.

    It names the finding that most of them are about, and rests on those that are about it.
    """
    found: dict[tuple[str, str, Stance], dict[str, list[str]]] = {}
    for coding in codings:
        by_finding = found.setdefault((coding.action, coding.proposal, coding.stance), {})
        by_finding.setdefault(coding.finding, []).append(coding.contribution)
    made = []
    for (action, proposal, stance), by_finding in found.items():
        finding, resting = max(by_finding.items(), key=lambda each: len(each[1]))
        if len(resting) >= FEWEST:
            made.append(MadeUpStatement(stance, action, int(proposal or 0), finding, tuple(resting)))
    return tuple(made)


def signed_off(cards: Sequence[MadeUpCard], random: Random) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the texts that were signed off, and of those that were kept back. The others wait to be read."""
    shown = [card.id for card in cards if not card.hidden]
    read = random.sample(shown, READ + KEPT_BACK)
    return tuple(read[:READ]), tuple(read[READ:])
