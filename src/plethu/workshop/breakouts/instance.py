"""People and their wishes as numbers: units that always sit together, and what each may do where.

A *unit* is one person, or several who have to be together. Units and people are numbered from 0; so are
rounds and groups.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from plethu.workshop.breakouts.axes import Axis
from plethu.workshop.breakouts.people import ANY_GROUP, Design, Person


@dataclass(frozen=True)
class Instance:
    """`members[u]`: people of a unit. `allowed[u]`: its groups, as bits. `apart[u]`: units it must not meet.

    `present[r][u]`: how many of a unit are there in a round. `axes`: size first, then the attributes of the design in
    order. `welsh`: how many of the first groups are Welsh-medium.
    """

    people: tuple[Person, ...]
    design: Design
    members: list[tuple[int, ...]]
    allowed: list[int]
    apart: list[frozenset[int]]
    present: list[list[int]]
    axes: list[Axis]
    welsh: int

    @property
    def every_group(self) -> int:
        """All groups, as bits."""
        return (1 << self.design.groups) - 1

    def fixed_group(self, unit: int) -> int:
        """The one group a unit may be in; -1 where it has a choice."""
        bits = self.allowed[unit]
        return bits.bit_length() - 1 if bits and not bits & (bits - 1) else -1


def welsh_groups(people: Sequence[Person], design: Design) -> int:
    """How many groups are Welsh-medium: as the design says, else as few as hold those who want it in every round."""
    if design.welsh_groups >= 0:
        return min(design.welsh_groups, design.groups)
    rounds = range(1, design.rounds + 1)
    most = max(sum(p.welsh == "wants" and p.is_there(r) for p in people) for r in rounds)
    return -(-most // design.largest)


def chosen_facilitators(people: Sequence[Person], design: Design) -> dict[str, int]:
    """The group of each facilitator, from 0; those who may have any get the free ones in order.

    Those who speak Welsh come first, so that the Welsh-medium groups are theirs.
    """
    chosen = {p.key: p.facilitates - 1 for p in people if p.facilitates > 0}
    free = [group for group in range(design.groups) if group not in chosen.values()]
    waiting = sorted((p for p in people if p.facilitates == ANY_GROUP), key=lambda p: not p.welsh)
    return chosen | dict(zip((p.key for p in waiting), free, strict=False))


def clusters(people: Sequence[Person], pairs: Sequence[tuple[str, str]]) -> list[tuple[int, ...]]:
    """The units: people joined by pairs, in the order of the list."""
    number = {p.key: i for i, p in enumerate(people)}
    root = list(range(len(people)))

    def top(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for one, other in pairs:
        a, b = sorted((top(number[one]), top(number[other])))
        root[b] = a
    found: dict[int, list[int]] = {}
    for i in range(len(people)):
        found.setdefault(top(i), []).append(i)
    return [tuple(each) for each in found.values()]


def make_instance(people: Sequence[Person], design: Design) -> Instance:
    """The numbers of a list whose rules do not clash (see `constraints.clashes`)."""
    people, welsh = tuple(people), welsh_groups(people, design)
    pairs = [(p.key, other) for p in people for other in p.together]
    facilitators = chosen_facilitators(people, design)
    medium = (p.key for p in people if p.welsh == "wants" and not facilitators.get(p.key, 0))  # or they lead another
    wanting = list(medium) if welsh == 1 else []
    leads = {group: key for key, group in facilitators.items()}
    if wanting:  # one Welsh-medium group: those who want it are together anyway, its facilitator with them
        pairs += [(wanting[0], other) for other in [*wanting[1:], *([leads[0]] if 0 in leads else [])]]
    members = clusters(people, pairs)
    unit_of = {i: u for u, unit in enumerate(members) for i in unit}
    number = {p.key: i for i, p in enumerate(people)}
    apart: list[set[int]] = [set() for _ in members]
    for p in people:
        for other in p.apart:
            one, two = unit_of[number[p.key]], unit_of[number[other]]
            apart[one].add(two)
            apart[two].add(one)
    allowed = [_allowed([people[i] for i in unit], facilitators, welsh, design) for unit in members]
    present = [[sum(people[i].is_there(r + 1) for i in unit) for unit in members] for r in range(design.rounds)]
    return Instance(
        people, design, members, allowed, [frozenset(each) for each in apart], present,
        _axes(people, members, design), welsh,
    )  # fmt: skip


def _allowed(unit: Sequence[Person], facilitators: dict[str, int], welsh: int, design: Design) -> int:
    bits = (1 << design.groups) - 1
    for p in unit:
        bits &= allowed_groups(p, facilitators.get(p.key, -1), welsh, bits)
    return bits


def allowed_groups(person: Person, group: int, welsh: int, every: int) -> int:
    """The groups a person may be in, as bits, given the group it facilitates (-1 for none)."""
    if group >= 0:
        return every & 1 << group
    medium = (1 << welsh) - 1
    if person.welsh == "wants":
        return every & medium if welsh else every
    return every if person.welsh == "can" else every & ~medium


def _axes(people: Sequence[Person], members: Sequence[tuple[int, ...]], design: Design) -> list[Axis]:
    rounds = range(1, design.rounds + 1)
    sizes = [tuple((0,) * sum(people[i].is_there(r) for i in unit) for r in rounds) for unit in members]
    axes = [Axis(sizes, design.groups, 1, (design.smallest, design.largest))]
    for name, weight in design.balance.items():
        values = dict.fromkeys(p.values.get(name, "") for p in people)
        values.pop("", None)
        numbers = {value: n for n, value in enumerate(values)}
        brought = [
            tuple(
                tuple(sorted(numbers[people[i].values[name]] for i in unit
                             if people[i].is_there(r) and people[i].values.get(name)))
                for r in rounds
            )
            for unit in members
        ]  # fmt: skip
        axes.append(Axis(brought, design.groups, weight))
    return axes


def wished_pairs(people: Sequence[Person]) -> frozenset[frozenset[str]]:
    """Pairs who have to meet in every round they share: joined by wishes to be together, directly or by others.

    Wishes that name somebody who is not among these people join nobody.
    """
    known = {p.key for p in people}
    units = clusters(people, [(p.key, other) for p in people for other in p.together if other in known])
    return frozenset(frozenset((people[a].key, people[b].key)) for unit in units for a, b in combinations(unit, 2))
