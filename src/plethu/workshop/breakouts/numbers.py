"""Advice on the number of groups, before anybody is placed: where nobody need meet twice, and where some have to."""

from __future__ import annotations

from typing import Literal

from plethu.evidence.frozen import Frozen
from plethu.workshop.breakouts.bounds import best_bound, bounds
from plethu.workshop.breakouts.field import prime_power
from plethu.workshop.breakouts.net import LARGEST_NET
from plethu.workshop.breakouts.people import LARGEST, MOST_GROUPS, SMALLEST, Design, Person

Verdict = Literal["nobody-twice", "some-twice", "open"]


class Number(Frozen, frozen=True):
    """What a number of groups means.

    `verdict`: nobody-twice is certain by construction; some-twice is certain too, `repeats` is then the
    fewest; open has to be searched. `rounds`: for how many rounds nobody meets twice by construction (0: not known).
    """

    groups: int
    smallest: int
    largest: int
    verdict: Verdict
    repeats: int
    rounds: int


def numbers_of_groups(
    people: int, rounds: int, *, smallest: int = SMALLEST, largest: int = LARGEST
) -> tuple[Number, ...]:
    """Every number of groups that keeps to the sizes, fewest groups first. Without wishes and part-time attendance."""
    first, last = max(1, -(-people // largest)), min(MOST_GROUPS, people // smallest)
    return tuple(_number(people, groups, rounds) for groups in range(first, last + 1))


def rounds_without_repeats(people: int, groups: int) -> int:
    """For how many rounds nobody meets twice by the net of a finite field; 1 where there is none."""
    if not 2 <= groups <= LARGEST_NET or not prime_power(groups) or people > groups**2:
        return 1
    size, rest = divmod(people, groups)
    cut = not rest and size > 1 and groups % size == 0  # the columns themselves are groups for one round more
    return groups + cut


def _number(people: int, groups: int, rounds: int) -> Number:
    size, rest = divmod(people, groups)
    certain = rounds_without_repeats(people, groups)
    verdict: Verdict = "nobody-twice" if certain >= rounds else "open"
    fewest = 0
    if verdict == "open":
        anybody = tuple(Person(str(n)) for n in range(people))
        found = bounds(anybody, Design(groups, rounds))
        fewest = max(best_bound(found, "repeats"), -(-2 * best_bound(found, "coincidences") // rounds))
        verdict = "some-twice" if fewest else "open"
    return Number(groups, size, size + bool(rest), verdict, fewest, certain)
