"""Lower bounds that no plan can go below, each with a name. What they rest on stands beside each.

All are on repeats or on coincidences (see `scoring.Score`); sizes are those of the plan's groups, which
follow from who is there. Pairs who wish to be together are left out by every bound.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import comb

from plethu.evidence.frozen import Frozen
from plethu.workshop.breakouts.instance import welsh_groups, wished_pairs
from plethu.workshop.breakouts.people import Design, Person


class Bound(Frozen, frozen=True):
    """`measure` (repeats or coincidences) is at least `value`, by the argument called `name`."""

    name: str
    measure: str
    value: int


def bounds(people: Sequence[Person], design: Design) -> tuple[Bound, ...]:
    """All bounds that say something of this list, in the order in which they are thought of."""
    repeats, coincidences = list(_of_repeats(people, design)), []
    if not wished_pairs(people):
        coincidences = list(_of_coincidences(people, design))
    return (*repeats, *coincidences)


def best_bound(found: Sequence[Bound], measure: str) -> int:
    """The highest bound on a measure; a bound on repeats is one on coincidences too."""
    measures = ("repeats",) if measure == "repeats" else ("repeats", "coincidences")
    return max((bound.value for bound in found if bound.measure in measures), default=0)


def equal_sizes(people: int, groups: int) -> list[int]:
    """Sizes of groups that differ by one at most: the least meetings for so many people."""
    low, more = divmod(people, groups)
    return [low + (g < more) for g in range(groups)]


def _there(people: Sequence[Person], design: Design) -> list[int]:
    return [sum(p.is_there(r) for p in people) for r in range(1, design.rounds + 1)]


def _of_repeats(people: Sequence[Person], design: Design) -> Iterator[Bound]:
    wished = wished_pairs(people)
    meets = sum(comb(k, 2) for n in _there(people, design) for k in equal_sizes(n, design.groups))
    together = sum(_together_rounds(people, design, wished))
    yield Bound("pair-count", "repeats", max(0, meets - together - comb(len(people), 2) + len(wished)))
    if not wished and len(set(_there(people, design))) == 1:
        yield Bound("pigeonhole", "repeats", (design.rounds - 1) * _pigeonhole(len(people), design.groups))
    if forced := _welsh(people, design, wished):
        yield Bound("welsh-medium", "repeats", forced)


def _together_rounds(people: Sequence[Person], design: Design, wished: frozenset[frozenset[str]]) -> Iterator[int]:
    known = {p.key: p for p in people}
    for pair in wished:
        one, other = (known[key] for key in pair)
        yield sum(one.is_there(r) and other.is_there(r) for r in range(1, design.rounds + 1))


def _pigeonhole(people: int, groups: int) -> int:
    """A group of k draws on G groups of another round: some pairs have met there, however evenly it draws."""
    return sum(sum(comb(share, 2) for share in equal_sizes(k, groups)) for k in equal_sizes(people, groups))


def _welsh(people: Sequence[Person], design: Design, wished: frozenset[frozenset[str]]) -> int:
    """Those who want Welsh share so many groups, round after round."""
    groups = welsh_groups(people, design)
    wanting = [p for p in people if p.welsh == "wants"]
    if not groups or len(wanting) < 2:
        return 0
    pairs = [pair for pair in combinations(wanting, 2) if frozenset(p.key for p in pair) not in wished]
    if len(pairs) < comb(len(wanting), 2) and groups > 1:
        return 0
    rounds = range(1, design.rounds + 1)
    if groups == 1:
        shared = (sum(a.is_there(r) and b.is_there(r) for r in rounds) for a, b in pairs)
        return sum(max(0, number - 1) for number in shared)
    there = (sum(p.is_there(r) for p in wanting) for r in rounds)
    return max(0, sum(comb(k, 2) for n in there for k in equal_sizes(n, groups)) - len(pairs))


def _of_coincidences(people: Sequence[Person], design: Design) -> Iterator[Bound]:
    n, g, r = len(people), design.groups, design.rounds
    if any(p.rounds for p in people):
        return
    pairs = comb(n, 2)
    meets = r * sum(comb(k, 2) for k in equal_sizes(n, g))
    often, more = divmod(meets, pairs)
    yield Bound("pair-count", "coincidences", (pairs - more) * comb(often, 2) + more * comb(often + 1, 2))
    yield Bound("pigeonhole", "coincidences", comb(r, 2) * _pigeonhole(n, g))
    if n == g * g == 36 and r > 3:  # two orthogonal Latin squares of order 6 do not exist (Tarry, 1900)
        yield Bound("tarry", "coincidences", 2)


def balance_bound(people: Sequence[Person], design: Design) -> int:
    """What equal shares force in repeats: people of one value, and of two values, have to meet so often.

    For a plan without imbalance only, and so no bound on others.
    """
    if any(p.rounds for p in people) or wished_pairs(people):
        return 0
    most = 0
    for name in design.balance:
        totals = Counter(p.values.get(name, "") for p in people)
        totals.pop("", None)
        own = (
            max(0, design.rounds * sum(comb(k, 2) for k in equal_sizes(t, design.groups)) - comb(t, 2))
            for t in totals.values()
        )
        most = max(most, sum(own))
    return most
