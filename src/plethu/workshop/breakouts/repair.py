"""On the day: some do not come, others arrive. Nobody who has a place is moved.

No-shows only leave their places empty, and whoever leaves early those of the rounds they are not there for. Whoever
arrives gets in each round that is left a group in which nobody is met twice, if there is one: in a plan from a net
every empty place is such a choice. Wishes hold whichever of the two wished them; those who arrive and are to be
together are seated as one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from heapq import nsmallest

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.workshop.breakouts.companions import Without, companions, without_companions
from plethu.workshop.breakouts.instance import allowed_groups, chosen_facilitators, clusters, welsh_groups
from plethu.workshop.breakouts.people import ANY_GROUP, Design, Person, Seats

MOST_LOOKED_AT = 100_000  # groups looked at for all who arrive: about a tenth of a second; more only to seat everybody
MOST_OPTIONS = 50  # groups that a round offers one who arrives
SHORT, LONE = 50, 1_000  # what it costs to leave a group under the smallest size, and to meet somebody again


class Repaired(Frozen, frozen=True):
    """The plan from now on. `short`: (round, group, size), from 1, where too few are left for a group.

    `back`: who was in the plan and had no seat in a round that is left and for which they are there; they are given
    seats like arrivals. `repeats`: meetings that come again because of these. `unplaced`: those of them for whom a
    round has no group within the rules (key, round); they are not in that round. `without`: who has a seat without
    somebody they are to be with, in rounds that are left.
    """

    rounds: Seats
    short: tuple[tuple[int, int, int], ...] = ()
    repeats: int = 0
    unplaced: tuple[tuple[str, int], ...] = ()
    without: tuple[Without, ...] = ()
    back: tuple[str, ...] = ()


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

    Out go the absent, and in each round those who are not there for it, as `people` say now. Raises ValueError where an
    arrival has the key of somebody in the plan.
    """
    known = {p.key for p in people} | {key for groups in rounds for group in groups for key in group}
    if known & {p.key for p in arrivals} or len({p.key for p in arrivals}) < len(arrivals):
        raise ValueError("somebody arrives who is in the plan")
    later = range(from_round - 1, design.rounds)
    out = [{p.key for p in people if r in later and not p.is_there(r + 1)} for r in range(design.rounds)]
    for r in later:
        out[r] |= set(absent)
    seats = [[[key for key in group if key not in out[r]] for group in groups] for r, groups in enumerate(rounds)]
    here = [p for p in people if p.key not in absent]
    back = _back(here, seats, later)
    day = _Day(here, arrivals, back, design, seats, later)
    repeats = sum(day.seat(each, left) for left, each in zip(range(len(day.late), 0, -1), day.late, strict=True))
    seated = [{key for group in groups for key in group} for groups in seats]
    unplaced = [
        (p.key, r + 1) for p in [*arrivals, *back] for r in later if p.is_there(r + 1) and p.key not in seated[r]
    ]
    sizes = [(r + 1, g + 1, len(group)) for r in later for g, group in enumerate(seats[r])]
    whole = tuple(tuple(tuple(group) for group in groups) for groups in seats)
    return Repaired(
        whole,
        tuple(each for each in sizes if each[2] < design.smallest),
        repeats,
        tuple(unplaced),
        tuple(_still_to_come(without_companions([*people, *arrivals], whole), from_round)),
        tuple(p.key for p in back),
    )


def _back(people: Sequence[Person], seats: Sequence[Sequence[Sequence[str]]], later: range) -> list[Person]:
    """Those without a seat in rounds for which they are there, with these rounds only."""
    seated = [{key for group in groups for key in group} for groups in seats]
    missing = {p.key: tuple(r + 1 for r in later if p.is_there(r + 1) and p.key not in seated[r]) for p in people}
    return [msgspec.structs.replace(p, rounds=missing[p.key]) for p in people if missing[p.key]]


def _still_to_come(found: Sequence[Without], from_round: int) -> list[Without]:
    left = [(each, tuple(r for r in each.rounds if r >= from_round)) for each in found]
    return [msgspec.structs.replace(each, rounds=rounds) for each, rounds in left if rounds]


class _Day:
    """The plan as it stands, and the search for groups. `late`: those who arrive or are back, seated unit by unit."""

    def __init__(
        self,
        people: Sequence[Person],
        arrivals: Sequence[Person],
        back: Sequence[Person],
        design: Design,
        seats: list[list[list[str]]],
        later: range,
    ) -> None:
        everybody = [*people, *arrivals]
        known = {p.key: p for p in everybody}
        self.design, self.seats, self.later, self.looked_at = design, seats, later, 0
        self.welsh = welsh_groups(everybody, design)
        self.leads = chosen_facilitators([*map(self._as_seated, people), *arrivals], design)
        self.companions = companions(everybody)
        self.apart_from: dict[str, list[str]] = {}
        for p in everybody:
            for other in p.apart:
                self.apart_from.setdefault(other, []).append(p.key)
        self.filled = [[frozenset(group) for group in groups] for groups in seats]
        self.values = [
            [self._values(known[key] for key in group if key in known) for group in groups] for groups in seats
        ]
        coming = {p.key: p for p in (*arrivals, *back)}
        pairs = [(key, other) for key in coming for other in self.companions.get(key, ()) if other in coming]
        people_of = list(coming.values())
        units = [[people_of[i] for i in unit] for unit in clusters(people_of, pairs)]
        self.late = sorted(units, key=lambda unit: (-len(unit), -sum(map(self._wishes, unit))))

    def _wishes(self, person: Person) -> int:
        return len(self.companions.get(person.key, ())) + len(person.apart) + (person.key in self.leads)

    def _as_seated(self, person: Person) -> Person:
        """Whoever looks after any group looks after the one they sit in."""
        if person.facilitates != ANY_GROUP:
            return person
        sits = (g for groups in reversed(self.seats) for g, group in enumerate(groups, 1) if person.key in group)
        return msgspec.structs.replace(person, facilitates=next(sits, 0))

    def seat(self, unit: Sequence[Person], left: int) -> int:
        """Seat people who arrive together, with `left` such to come; how many meetings come again by them."""
        chosen = self._best(unit, left)
        again = 0
        for person in unit:
            mine = set(self.companions.get(person.key, ()))
            met = [key for r, g in chosen.items() if person.is_there(r + 1) for key in self.filled[r][g] - mine]
            again += len(met) - len(set(met) - self._met(person))
        for r, g in chosen.items():
            some = [p for p in unit if p.is_there(r + 1)]
            self.seats[r][g] += [p.key for p in some]
            self.filled[r][g] |= {p.key for p in some}
            self.values[r][g] += self._values(some)
        return again

    def _met(self, person: Person) -> set[str]:
        """Whom they sit with so far."""
        return {key for groups in self.filled for group in groups if person.key in group for key in group}

    def _values(self, some: Iterable[Person]) -> Counter[tuple[str, str]]:
        named = ((name, p.values.get(name, "")) for p in some for name in self.design.balance)
        return Counter(each for each in named if each[1])

    def _best(self, unit: Sequence[Person], left: int) -> dict[int, int]:
        """Their group in each round (both from 0) that has one for them."""
        options = {r: self._options([p for p in unit if p.is_there(r + 1)], r) for r in self.later}
        order = sorted((r for r in options if options[r]), key=lambda r: len(options[r]))
        known = frozenset(key for p in unit for key in self.companions.get(p.key, ()))
        most = self.looked_at + max(0, MOST_LOOKED_AT - self.looked_at) // left
        best: tuple[int, tuple[int, ...]] = (1 << 60, ())
        before = frozenset(key for p in unit for key in self._met(p)) - known
        stack: list[tuple[int, tuple[int, ...], frozenset[str]]] = [(0, (), before)]
        while stack and (self.looked_at < most or not best[1]):
            cost, groups, met = stack.pop()
            if cost >= best[0]:
                continue
            if len(groups) == len(order):
                best = cost, groups
                continue
            r = order[len(groups)]
            filled = self.filled[r]
            self.looked_at += len(options[r])
            nexts = sorted(((cost + own + LONE * len(met & filled[g]), g) for own, g in options[r]), reverse=True)
            stack += [(more, (*groups, g), met | filled[g] - known) for more, g in nexts if more < best[0]]
        return dict(zip(order, best[1], strict=True))

    def _options(self, some: Sequence[Person], r: int) -> list[tuple[int, int]]:
        """Groups of a round within the rules for all of these, each with what it costs there beside meetings.

        Where somebody they are to be with sits, no other will do; where such people sit in several groups, one with
        most of them.
        """
        bits = (1 << self.design.groups) - 1 if some else 0
        for person in some:
            bits &= allowed_groups(person, self.leads.get(person.key, -1), self.welsh, bits)
        apart = {key for p in some for key in (*p.apart, *self.apart_from.get(p.key, ()))}
        if not bits or not apart.isdisjoint(p.key for p in some):
            return []
        beside = {key for p in some for key in self.companions.get(p.key, ())}
        most = max(len(beside & group) for group in self.filled[r]) if beside else 0
        wanted, room = self._values(some), self.design.largest - len(some)
        found = [
            (self._cost(wanted, r, g, len(group)), g)
            for g, group in enumerate(self.filled[r])
            if bits >> g & 1
            and len(group) <= room
            and (not most or len(beside & group) == most)
            and apart.isdisjoint(group)
        ]
        return nsmallest(MOST_OPTIONS, found)

    def _cost(self, wanted: Mapping[tuple[str, str], int], r: int, g: int, size: int) -> int:
        """Small groups first; then those with fewest of the people's own values."""
        here = self.values[r][g]
        same = sum(self.design.balance[value[0]] * count * here[value] for value, count in wanted.items())
        return (0 if size < self.design.smallest else SHORT) + 4 * size + same
