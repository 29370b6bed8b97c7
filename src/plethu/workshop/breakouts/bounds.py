"""Lower bounds that no plan can go below, each with a name. What they rest on stands beside each.

All are on repeats or on coincidences (see `scoring.Score`). They are counted over *crowds*: people who share so many
groups, each there in some rounds. Pairs who wish to be together are left out, as they are in the score.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, combinations_with_replacement
from math import comb

from plethu.evidence.frozen import Frozen
from plethu.workshop.breakouts.instance import chosen_facilitators, welsh_groups, wished_pairs
from plethu.workshop.breakouts.people import Design, Person

Pairs = frozenset[frozenset[str]]


class Bound(Frozen, frozen=True):
    """`measure` (repeats, coincidences; see `kept_seats` for mixing) is at least `value`, by the argument `name`."""

    name: str
    measure: str
    value: int


def bounds(people: Sequence[Person], design: Design) -> tuple[Bound, ...]:
    """All bounds that say something of this list, in the order in which they are thought of."""
    wished = wished_pairs(people)
    everybody = _Crowd(people, design.groups, design.rounds, wished)
    shares = [_Crowd(some, groups, design.rounds, wished) for some, groups in _by_language(people, design)]
    return (
        Bound("pair-count", "repeats", everybody.repeats_by_pairs()),
        Bound("pigeonhole", "repeats", everybody.repeats_by_shares()),
        *_welsh("repeats", [max(crowd.repeats_by_pairs(), crowd.repeats_by_shares()) for crowd in shares]),
        Bound("pair-count", "coincidences", everybody.coincidences_by_pairs()),
        Bound("pigeonhole", "coincidences", everybody.coincidences_by_shares()),
        *_welsh("coincidences", [max(c.coincidences_by_pairs(), c.coincidences_by_shares()) for c in shares]),
        *_tarry(people, design, wished),
    )


def best_bound(found: Sequence[Bound], measure: str) -> int:
    """The highest bound on a measure; a bound on repeats is one on coincidences too."""
    measures = ("repeats", "coincidences") if measure == "coincidences" else (measure,)
    return max((bound.value for bound in found if bound.measure in measures), default=0)


class _Crowd:
    """People who are all in the same so many groups, whenever they are there."""

    def __init__(self, people: Sequence[Person], groups: int, rounds: int, wished: Pairs) -> None:
        self.groups = groups
        when = {p.key: frozenset(r for r in range(rounds) if p.is_there(r + 1)) for p in people}
        self.kinds = Counter(when.values())
        self.shared = [when[a] & when[b] for a, b in map(tuple, wished) if a in when and b in when]
        apart = {frozenset((p.key, other)) for p in people for other in p.apart if other in when} - wished
        never = sum(bool(when[a] & when[b]) for a, b in map(tuple, apart))
        self.able = self._pairs_that_share_a_round() - sum(map(bool, self.shared)) - never
        self.rounds = range(rounds)

    def _pairs_that_share_a_round(self) -> int:
        total = 0
        for one, other in combinations_with_replacement(self.kinds, 2):
            if one & other:
                number = self.kinds[one]
                total += comb(number, 2) if one == other else number * self.kinds[other]
        return total

    def _there(self, *rounds: int) -> int:
        """How many are there in all of these rounds."""
        return sum(number for when, number in self.kinds.items() if when.issuperset(rounds))

    def _meetings(self) -> int:
        """So many pairs meet, over all rounds, even where groups are as equal as can be."""
        meet = sum(pairs_within(self._there(r), self.groups) for r in self.rounds)
        return max(0, meet - sum(map(len, self.shared)))

    def repeats_by_pairs(self) -> int:
        """There are more meetings than pairs who could meet."""
        return max(0, self._meetings() - self.able)

    def coincidences_by_pairs(self) -> int:
        """The same: fewest where all pairs meet as often as each other."""
        often, more = divmod(self._meetings(), self.able) if self.able else (0, 0)
        return (self.able - more) * comb(often, 2) + more * comb(often + 1, 2)

    def _together_in(self, one: int, other: int) -> int:
        """Pairs in one group in both of two rounds: whoever is there twice has one of groups times groups places."""
        pairs = pairs_within(self._there(one, other), self.groups**2)
        return max(0, pairs - sum({one, other} <= when for when in self.shared))

    def repeats_by_shares(self) -> int:
        """Of those who met in one round some meet in each other round; the round that says most."""
        return max(sum(self._together_in(r, other) for other in self.rounds if other != r) for r in self.rounds)

    def coincidences_by_shares(self) -> int:
        """The same, for every two rounds."""
        return sum(self._together_in(one, other) for one, other in combinations(self.rounds, 2))


def pairs_within(people: int, parts: int) -> int:
    """Pairs in one part, with people spread as evenly as can be: no other way has fewer."""
    low, more = divmod(people, parts)
    return more * comb(low + 1, 2) + (parts - more) * comb(low, 2)


def _by_language(people: Sequence[Person], design: Design) -> Iterator[tuple[list[Person], int]]:
    """Those who are in Welsh-medium groups only, and those who never are, each with the number of their groups."""
    medium, leads = welsh_groups(people, design), chosen_facilitators(people, design)
    if not medium:
        return
    inside, outside = [], []
    for p in people:
        group = leads.get(p.key, -1)
        if 0 <= group < medium or (group < 0 and p.welsh == "wants"):
            inside.append(p)
        elif group >= medium or not p.welsh:
            outside.append(p)
    yield inside, medium
    if design.groups > medium:
        yield outside, design.groups - medium


def _welsh(measure: str, values: Sequence[int]) -> Iterator[Bound]:
    """The two crowds have no pair in common, so that what each is forced to adds up."""
    if sum(values):
        yield Bound("welsh-medium", measure, sum(values))


def _tarry(people: Sequence[Person], design: Design, wished: Pairs) -> Iterator[Bound]:
    """Two orthogonal Latin squares of order 6 do not exist (Tarry, 1900).

    So two of four rounds have a pair in common; and one such pair alone cannot be, since then all groups have six
    people, and whoever fills one place twice leaves two others empty.
    """
    throughout = all(p.is_there(r + 1) for p in people for r in range(design.rounds))
    if len(people) == design.groups**2 == 36 and design.rounds > 3 and throughout and not wished:
        yield Bound("tarry", "coincidences", 2)
