"""Lower bounds for a plan that was changed on the day, where all but those who arrived keep their seats."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from math import comb

from plethu.workshop.breakouts.bounds import Bound, bounds, pairs_within
from plethu.workshop.breakouts.instance import wished_pairs
from plethu.workshop.breakouts.people import Design, Person, Seats
from plethu.workshop.breakouts.scoring import Pair, beyond_share, meetings


def bounds_on_the_day(
    people: Sequence[Person], design: Design, rounds: Seats, late: Collection[str]
) -> tuple[Bound, ...]:
    """What no version can go below in which `people` have seats in the same rounds as in this one.

    `kept-seats`: while all but `late` keep their seats; its measure `mixing` is imbalance, weighted, and sizes. The
    others hold even if everybody were moved, and rest on no wish but those to be together, whose pairs are in no score.
    """
    kept = tuple(tuple(tuple(key for key in group if key not in late) for group in groups) for groups in rounds)
    again, twice = _who_meets(kept, _rounds_of(rounds, late), wished_pairs(people))
    whole = bounds(_as_seated(people, rounds), Design(design.groups, design.rounds, welsh_groups=0))
    return (
        Bound("kept-seats", "repeats", again),
        Bound("kept-seats", "coincidences", twice),
        Bound("kept-seats", "mixing", _mixing(people, design, rounds, kept)),
        *whole,
    )


def _rounds_of(rounds: Seats, keys: Collection[str]) -> dict[str, list[int]]:
    """The rounds, from 0, in which each of them has a seat."""
    seated = [{key for group in groups for key in group} for groups in rounds]
    return {key: [r for r, there in enumerate(seated) if key in there] for key in keys}


def _as_seated(people: Sequence[Person], rounds: Seats) -> list[Person]:
    when = _rounds_of(rounds, [p.key for p in people])
    return [Person(p.key, rounds=tuple(r + 1 for r in when[p.key]), together=p.together) for p in people]


def _who_meets(kept: Seats, late: Mapping[str, Sequence[int]], wished: frozenset[Pair]) -> tuple[int, int]:
    """Repeats and coincidences: those between kept seats, and those that somebody late is forced to.

    Each of them meets in a round at least as many as the emptiest group has; fewest come again where they meet all
    there are as often as each other.
    """
    counts = [count for pair, count in meetings(kept).items() if pair not in wished]
    again, twice = sum(count - 1 for count in counts), sum(comb(count, 2) for count in counts)
    for key, when in late.items():
        strangers = [
            [{o for o in group if frozenset((key, o)) not in wished} for group in groups]
            for groups in (kept[r] for r in when)
        ]
        met = sum(min(map(len, groups)) for groups in strangers)
        if others := len({o for groups in strangers for group in groups for o in group}):
            again += max(0, met - others)
            twice += pairs_within(met, others)
    return again, twice


def _mixing(people: Sequence[Person], design: Design, rounds: Seats, kept: Seats) -> int:
    """The least imbalance, weighted, and sizes, with those who are late wherever they do least harm to each value."""
    total = 0
    for name, weight in (*design.balance.items(), (None, 1)):
        value = {p.key: "all" if name is None else p.values.get(name, "") for p in people}
        for groups, seats in zip(kept, rounds, strict=True):
            counts = [Counter(value[key] for key in group) for group in groups]
            there = Counter(value[key] for group in seats for key in group)
            for each in there.keys() - {""}:
                here = [count[each] for count in counts]
                total += weight * beyond_share(here, there[each] - sum(here))
    return total
