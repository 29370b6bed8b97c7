"""Lists of people for tests of breakout groups: random ones, and the instances that planners are compared by."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from plethu.workshop.breakouts.budget import Budget
from plethu.workshop.breakouts.people import Design, Person
from plethu.workshop.breakouts.planning import Breakouts, plan_breakouts

SECTORS, AREAS = (18, 16, 11, 9, 8, 8), (14, 13, 12, 10, 8, 7, 6)


def register(number: int = 70) -> tuple[Person, ...]:
    """The first so many of seventy people in six sectors and seven areas."""
    chance = random.Random(2024)
    sectors = [k for k, count in enumerate(SECTORS) for _ in range(count)]
    areas = [k for k, count in enumerate(AREAS) for _ in range(count)]
    chance.shuffle(areas)
    pairs = list(zip(sectors, areas, strict=True))
    chance.shuffle(pairs)
    return tuple(
        Person(f"P{n:02}", {"sector": f"s{sector}", "area": f"a{area}"}) for n, (sector, area) in enumerate(pairs, 1)
    )[:number]


def anybody(number: int) -> tuple[Person, ...]:
    """People of whom nothing is known."""
    return tuple(Person(f"P{n:02}") for n in range(1, number + 1))


def rows_of(people: Sequence[Person]) -> list[Mapping[str, str]]:
    """The people as rows of a table."""
    return [
        {
            "Name": p.key,
            **p.values,
            "Together": "; ".join(p.together),
            "Apart": "; ".join(p.apart),
            "Facilitates": str(p.facilitates) if p.facilitates > 0 else "",
            "Rounds": " ".join(map(str, p.rounds)),
        }
        for p in people
    ]


def planned(people: Sequence[Person], design: Design, moves: int = 20_000, seed: int = 1) -> Breakouts:
    """Plans found within so many moves."""
    return plan_breakouts(people, design, seed=seed, budget=Budget(moves))
