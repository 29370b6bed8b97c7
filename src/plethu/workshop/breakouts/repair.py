"""On the day: some do not come, others arrive. Nobody who has a place is moved.

No-shows only leave their places empty. Whoever arrives gets in each round that is left a group in which nobody is met
twice, if there is one: in a plan from a net every empty place is such a choice.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from plethu.evidence.frozen import Frozen
from plethu.workshop.breakouts.instance import allowed_groups, chosen_facilitators, welsh_groups
from plethu.workshop.breakouts.people import Design, Person, Seats

MOST_STEPS = 6_000  # choices looked at for one person: a few hundredths of a second
SHORT, LONE = 50, 1_000  # what it costs to leave a group under the smallest size, and to meet somebody again


class Repaired(Frozen, frozen=True):
    """The plan from now on. `short`: (round, group, size), from 1, where too few are left for a group.

    `repeats`: meetings that come again because of arrivals. `unplaced`: arrivals for whom a round has no group within
    the rules (key, round); they are not in that round.
    """

    rounds: Seats
    short: tuple[tuple[int, int, int], ...] = ()
    repeats: int = 0
    unplaced: tuple[tuple[str, int], ...] = ()


def repair(
    people: Sequence[Person],
    design: Design,
    rounds: Seats,
    *,
    absent: Collection[str] = (),
    arrivals: Sequence[Person] = (),
    from_round: int = 1,
) -> Repaired:
    """Take people out, and put others in, from a round (counted from 1) on; earlier rounds stay as they were.

    Raises ValueError where an arrival has the key of somebody in the plan.
    """
    known = {p.key for p in people} | {key for groups in rounds for group in groups for key in group}
    if known & {p.key for p in arrivals} or len({p.key for p in arrivals}) < len(arrivals):
        raise ValueError("somebody arrives who is in the plan")
    later = range(from_round - 1, design.rounds)
    seats = [
        [[key for key in group if r not in later or key not in absent] for group in groups]
        for r, groups in enumerate(rounds)
    ]
    day = _Day([*people, *arrivals], design, seats, later)
    unplaced, repeats = [], 0
    for person in sorted(arrivals, key=lambda p: -(len(p.together) + len(p.apart))):
        chosen, again = day.best(person)
        repeats += again
        for r, group in chosen.items():
            seats[r][group].append(person.key)
        unplaced += [(person.key, r + 1) for r in later if person.is_there(r + 1) and r not in chosen]
    sizes = [(r + 1, g + 1, len(group)) for r in later for g, group in enumerate(seats[r])]
    short = tuple(each for each in sizes if each[2] < design.smallest)
    whole = tuple(tuple(tuple(group) for group in groups) for groups in seats)
    return Repaired(whole, short, repeats, tuple(unplaced))


class _Day:
    """The plan as it stands, and the search for one person's groups."""

    def __init__(self, people: Sequence[Person], design: Design, seats: list[list[list[str]]], later: range) -> None:
        self.people = {p.key: p for p in people}
        self.design, self.seats, self.later = design, seats, later
        self.welsh = welsh_groups(people, design)
        self.leads = chosen_facilitators(people, design)

    def best(self, person: Person) -> tuple[dict[int, int], int]:
        """The groups of one person, round by round (from 0), and how many meetings come again by them."""
        options = {r: self._options(person, r) for r in self.later if person.is_there(r + 1)}
        order = sorted((r for r in options if options[r]), key=lambda r: len(options[r]))
        best: tuple[int, tuple[int, ...]] = (1 << 60, ())
        steps = 0
        stack: list[tuple[int, int, tuple[int, ...], frozenset[str]]] = [(0, 0, (), frozenset())]
        while stack and (steps < MOST_STEPS or not best[1]):
            depth, cost, groups, met = stack.pop()
            steps += 1
            if cost >= best[0]:
                continue
            if depth == len(order):
                best = cost, groups
                continue
            r = order[depth]
            nexts = []
            for own, g in options[r]:
                there = self.seats[r][g]
                nexts.append((cost + own + LONE * len(met.intersection(there)), g))
            for more, g in sorted(nexts, reverse=True):
                if more < best[0]:
                    stack.append((depth + 1, more, (*groups, g), met.union(self.seats[r][g])))
        chosen = dict(zip(order, best[1], strict=True))
        return chosen, _again([self.seats[r][g] for r, g in chosen.items()])

    def _options(self, person: Person, r: int) -> list[tuple[int, int]]:
        """Groups of a round within the rules, each with what it costs there beside meetings."""
        every = (1 << self.design.groups) - 1
        bits = allowed_groups(person, self.leads.get(person.key, -1), self.welsh, every)
        found = []
        for g, group in enumerate(self.seats[r]):
            if bits >> g & 1 and len(group) < self.design.largest and not self._apart(person, group):
                found.append((self._cost(person, r, g), g))
        with_them = [each for each in found if set(person.together) & set(self.seats[r][each[1]])]
        return with_them or found

    def _apart(self, person: Person, group: Sequence[str]) -> bool:
        return any(key in person.apart or person.key in self.people[key].apart for key in group)

    def _cost(self, person: Person, r: int, g: int) -> int:
        """Small groups first; then those with fewest of the person's own values."""
        group = self.seats[r][g]
        same = 0
        for name, weight in self.design.balance.items():
            mine = person.values.get(name, "")
            same += weight * sum(bool(mine) and self.people[key].values.get(name, "") == mine for key in group)
        short = 0 if len(group) < self.design.smallest else SHORT
        return short + 4 * len(group) + same


def _again(groups: Sequence[Sequence[str]]) -> int:
    """How many of the people in these groups are met a second time, or more."""
    met = [key for group in groups for key in group]
    return len(met) - len(set(met))
