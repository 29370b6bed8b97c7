"""Every plan of a small list, by trying: the fewest meetings that come again, to hold bounds against."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product

from plethu.workshop.breakouts.certificate import faults
from plethu.workshop.breakouts.instance import wished_pairs
from plethu.workshop.breakouts.people import Design, Person, Seats
from plethu.workshop.breakouts.scoring import Pair

Round = tuple[tuple[str, ...], ...]


def rounds_within_the_rules(people: Sequence[Person], design: Design, r: int) -> list[Round]:
    """All ways to seat round `r` (from 1) that break no hard rule."""
    there = [p.key for p in people if p.is_there(r)]
    found = []
    for chosen in product(range(design.groups), repeat=len(there)):
        groups = tuple(tuple(k for k, g in zip(there, chosen, strict=True) if g == n) for n in range(design.groups))
        if all(design.smallest <= len(group) <= design.largest for group in groups):
            found.append(groups)
    return [groups for groups in found if not _broken(people, design, r, groups)]


def _broken(people: Sequence[Person], design: Design, r: int, groups: Round) -> bool:
    empty: Seats = ((),) * design.rounds
    whole = (*empty[: r - 1], groups, *empty[r:])
    return any(fault[1] == r for fault in faults(people, design, whole))


def fewest(people: Sequence[Person], design: Design) -> tuple[int, int] | None:
    """The fewest repeats, and the fewest coincidences, of all plans there are; None where there is none."""
    wished = wished_pairs(people)
    numbers: dict[Pair, int] = {}
    for pair in combinations([p.key for p in people], 2):
        if frozenset(pair) not in wished:
            numbers[frozenset(pair)] = len(numbers)
    ways = [
        {_met(groups, numbers) for groups in rounds_within_the_rules(people, design, r + 1)}
        for r in range(design.rounds)
    ]
    if not all(ways):
        return None
    repeats, coincidences = 1 << 30, 1 << 30
    for plan in product(*ways):
        ever, count, twice = 0, 0, 0
        for n, met in enumerate(plan):
            ever |= met
            count += met.bit_count()
            twice += sum((met & other).bit_count() for other in plan[:n])
        repeats, coincidences = min(repeats, count - ever.bit_count()), min(coincidences, twice)
    return repeats, coincidences


def _met(groups: Round, numbers: dict[Pair, int]) -> int:
    """Who meets in a round, as bits."""
    pairs = (frozenset(pair) for group in groups for pair in combinations(group, 2))
    return sum(1 << numbers[pair] for pair in pairs if pair in numbers)
