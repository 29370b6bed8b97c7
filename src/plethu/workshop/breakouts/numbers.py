"""Advice on the number of groups, before anybody is placed: where nobody need meet twice, and where some have to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from plethu.evidence.frozen import Frozen
from plethu.workshop.breakouts.bounds import best_bound, bounds
from plethu.workshop.breakouts.field import prime_power
from plethu.workshop.breakouts.net import LARGEST_NET
from plethu.workshop.breakouts.people import LARGEST, MOST_GROUPS, SMALLEST, Design, Person

Verdict = Literal["nobody-twice", "wishes", "some-twice", "open"]


class Number(Frozen, frozen=True):
    """What a number of groups means.

    `smallest` and `largest`: the sizes of equal groups, over all rounds. `verdict`: nobody-twice is certain by
    construction; wishes is so but for wishes that have to hold, and is to be searched; some-twice is certain too,
    `repeats` is then the fewest; open has to be searched. `rounds`: for how many rounds nobody meets twice by
    construction (0: not known).
    """

    groups: int
    smallest: int
    largest: int
    verdict: Verdict
    repeats: int
    rounds: int


def numbers_of_groups(
    people: int | Sequence[Person], rounds: int, *, smallest: int = SMALLEST, largest: int = LARGEST
) -> tuple[Number, ...]:
    """Every number of groups that keeps to the sizes in each round, fewest groups first.

    With people instead of their number, whom they wish to be with and when they are there count too: by the same bounds
    as those of a plan's certificate.
    """
    known = tuple(Person(str(n)) for n in range(people)) if isinstance(people, int) else people
    there = [sum(p.is_there(r) for p in known) for r in range(1, rounds + 1)] or [len(known)]
    first, last = max(1, -(-max(there) // largest)), min(MOST_GROUPS, min(there) // smallest)
    wishes = len(set(there)) > 1 or any(p.together or p.apart or p.facilitates or p.welsh == "wants" for p in known)
    return tuple(_number(known, there, Design(groups, rounds), wishes=wishes) for groups in range(first, last + 1))


def rounds_without_repeats(people: int, groups: int) -> int:
    """For how many rounds nobody meets twice by the net of a finite field; 1 where there is none."""
    if not 2 <= groups <= LARGEST_NET or not prime_power(groups) or people > groups**2:
        return 1
    size, rest = divmod(people, groups)
    cut = not rest and size > 1 and groups % size == 0  # the columns themselves are groups for one round more
    return groups + cut


def _number(people: Sequence[Person], there: Sequence[int], design: Design, *, wishes: bool) -> Number:
    groups, certain = design.groups, rounds_without_repeats(len(people), design.groups)
    found = bounds(people, design)
    fewest = max(best_bound(found, "repeats"), -(-2 * best_bound(found, "coincidences") // design.rounds))
    verdict: Verdict = "some-twice" if fewest else "open"
    if not fewest and certain >= design.rounds:
        verdict = "wishes" if wishes else "nobody-twice"
    return Number(groups, min(there) // groups, -(-max(there) // groups), verdict, fewest, certain)
