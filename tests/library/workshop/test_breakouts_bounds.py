"""Bounds hold for every plan there is, tell the truth about small cases, and advice on numbers rests on them."""

from __future__ import annotations

from itertools import combinations, product
from math import comb

import pytest

from plethu.workshop.breakouts.bounds import best_bound, bounds
from plethu.workshop.breakouts.numbers import numbers_of_groups, rounds_without_repeats
from plethu.workshop.breakouts.people import Design
from plethu.workshop.breakouts.scoring import score

from .breakout_lists import anybody, planned


def partitions(names: tuple[str, ...], size: int) -> list[tuple[tuple[str, ...], ...]]:
    """All ways to cut names into groups of one size."""
    if not names:
        return [()]
    first, rest = names[0], names[1:]
    return [
        ((first, *others), *more)
        for others in combinations(rest, size - 1)
        for more in partitions(tuple(n for n in rest if n not in others), size)
    ]


@pytest.mark.parametrize(("number", "groups", "rounds"), [(6, 2, 2), (6, 2, 3), (6, 3, 3), (9, 3, 2)])
def test_no_plan_of_a_small_case_is_below_its_bounds(number: int, groups: int, rounds: int) -> None:
    people = anybody(number)
    design = Design(groups, rounds, smallest=2)
    ways = partitions(tuple(p.key for p in people), number // groups)
    scores = [score(people, design, (ways[0], *rest)) for rest in product(ways, repeat=rounds - 1)]
    found = bounds(people, design)
    assert best_bound(found, "repeats") <= min(s.repeats for s in scores)
    assert best_bound(found, "coincidences") == min(s.coincidences for s in scores)


@pytest.mark.parametrize(
    ("number", "groups", "rounds", "least"),
    [(30, 5, 4, 30), (24, 4, 3, 24), (36, 6, 4, 2), (36, 6, 3, 0), (72, 9, 4, 0)],
)
def test_bounds_of_known_cases(number: int, groups: int, rounds: int, least: int) -> None:
    assert best_bound(bounds(anybody(number), Design(groups, rounds)), "coincidences") == least


def test_seventy_people_are_told_nine_eleven_or_thirteen_groups() -> None:
    told = {each.groups: each for each in numbers_of_groups(70, 4)}
    assert sorted(told) == list(range(9, 24))
    assert [n for n in range(9, 14) if told[n].verdict == "nobody-twice"] == [9, 11, 13]
    assert told[10].verdict == "open"
    assert (told[9].smallest, told[9].largest) == (7, 8)


def test_what_is_promised_is_kept() -> None:
    for each in numbers_of_groups(32, 9):
        if each.verdict == "nobody-twice":
            found = planned(anybody(32), Design(each.groups, 9), 20_000)
            assert found.best.score.repeats == 0
        elif each.verdict == "some-twice":
            assert each.repeats >= 9 * comb(32 // each.groups, 2) * each.groups - comb(32, 2)
    assert rounds_without_repeats(32, 8) == 9


def test_few_people_and_many_rounds_are_told_that_some_meet_again() -> None:
    assert [each.verdict for each in numbers_of_groups(12, 6)] == ["some-twice", "some-twice", "some-twice"]
    assert numbers_of_groups(2, 1) == ()
