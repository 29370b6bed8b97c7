"""Finite fields and the nets made of them: nobody meets twice, and balance is sought without spoiling that."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations

import pytest

from plethu.workshop.breakouts.budget import Budget
from plethu.workshop.breakouts.field import field, prime_power
from plethu.workshop.breakouts.instance import make_instance
from plethu.workshop.breakouts.net import has_net, make_net
from plethu.workshop.breakouts.packing import first_placement
from plethu.workshop.breakouts.people import Design, Person
from plethu.workshop.breakouts.placing import Placement, columns_are_filled, cool

from .breakout_lists import register

ORDERS = (2, 3, 4, 5, 7, 8, 9, 11, 13, 16, 25, 27)


@pytest.mark.parametrize("q", ORDERS)
def test_a_field_is_one(q: int) -> None:
    add, times = field(q)
    numbers = range(q)
    chance = random.Random(q)
    for _ in range(300):
        a, b, c = (chance.choice(numbers) for _ in range(3))
        assert times[a][add[b][c]] == add[times[a][b]][times[a][c]]
        assert times[a][times[b][c]] == times[times[a][b]][c]
        assert (add[a][b], times[a][b]) == (add[b][a], times[b][a])
    assert all(sorted(add[a]) == list(numbers) for a in numbers)
    assert all(sorted(times[a]) == list(numbers) for a in numbers if a)


@pytest.mark.parametrize("q", [1, 6, 10, 12, 100])
def test_there_is_no_field_of_other_orders(q: int) -> None:
    assert prime_power(q) is None
    with pytest.raises(ValueError, match="no field"):
        field(q)


@pytest.mark.parametrize("q", [2, 3, 4, 5, 7, 8, 9, 11])
def test_no_two_places_of_a_net_share_a_group_twice(q: int) -> None:
    net = make_net(q, q)
    for one, other in combinations(range(q * q), 2):
        assert net.shared(one, other) <= 1
    assert all(set(Counter(row).values()) == {q} for row in net.group)


def test_places_of_one_column_never_meet() -> None:
    net = make_net(9, 4)
    for column in range(9):
        places = range(column * 9, column * 9 + 9)
        assert not any(net.shared(one, other) for one, other in combinations(places, 2))


def test_a_net_needs_a_prime_power_and_no_more_rounds_than_groups() -> None:
    assert has_net(9, 4)
    assert has_net(8, 8)
    assert not has_net(10, 3)
    assert not has_net(5, 6)
    assert not has_net(1, 1)


@pytest.mark.parametrize("number", [70, 64, 47, 81])
def test_what_annealing_counts_is_what_is_so(number: int) -> None:
    people = [Person(f"P{n}", {"sector": f"s{n % 7}", "area": f"a{n % 5}"}) for n in range(number)]
    instance = make_instance(people, Design(9, 4, {"sector": 3, "area": 1}))
    net, rng = make_net(9, 4), random.Random(number)
    units = first_placement(instance, net, rng, 1)
    assert sorted(u for u in units if u >= 0) == list(range(number))
    assert columns_are_filled(units, 9)
    placement = Placement(instance, net, units, rng)
    start = placement.cost
    cool(placement, Budget(20_000), 1.0, 0)
    assert placement.cost == placement.full_cost()
    assert placement.best <= start
    assert sorted(u for u in placement.units if u >= 0) == list(range(number))


def test_a_search_keeps_the_best_placement_it_came_by_and_is_repeatable() -> None:
    instance, net = make_instance(register(47), Design(8, 4, {"sector": 1, "area": 1})), make_net(8, 4)

    def searched(seed: int) -> Placement:
        rng = random.Random(seed)
        placement = Placement(instance, net, first_placement(instance, net, rng, 1), rng)
        cool(placement, Budget(60_000), 1.0, 0)
        return placement

    one, again, other = searched(1), searched(1), searched(2)
    assert one.cost == one.full_cost() > one.best
    assert Placement(instance, net, one.best_units, random.Random(1)).full_cost() == one.best
    assert one.best_units == again.best_units != other.best_units


def test_one_group_and_nothing_to_exchange_come_to_an_end() -> None:
    people = [Person(f"P{n}", facilitates=n + 1) for n in range(4)]
    instance, net = make_instance(people, Design(4, 2)), make_net(4, 2)
    rng = random.Random(1)
    placement = Placement(instance, net, first_placement(instance, net, rng, 0), rng)
    cool(placement, Budget(5_000), 1.0, -1)
    assert placement.best == placement.full_cost()


def test_facilitators_keep_their_group_in_a_net_and_part_time_people_leave_no_repeat() -> None:
    people = [*register(60)]
    people = [
        Person(p.key, p.values, facilitates=n + 1 if n < 9 else 0, rounds=(1, 2) if n % 7 == 6 else ())
        for n, p in enumerate(people)
    ]
    instance = make_instance(people, Design(9, 4, {"sector": 1}))
    rng = random.Random(3)
    net = make_net(9, 4)
    placement = Placement(instance, net, first_placement(instance, net, rng, 1), rng)
    cool(placement, Budget(20_000), 1.0, 0)
    assert placement.cost == placement.full_cost()
    for row in placement.plan():
        assert row[:6] == list(range(6))
        assert all(row[n] in (n, -1) for n in range(9))
