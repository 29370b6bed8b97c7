"""No certificate says more than is true: bounds and refusals are held against every plan there is of small lists."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.workshop.breakouts import certificate
from plethu.workshop.breakouts.bounds import Bound, best_bound, bounds
from plethu.workshop.breakouts.constraints import Impossible, check_rules
from plethu.workshop.breakouts.instance import clusters
from plethu.workshop.breakouts.people import ANY_GROUP, Design, Person

from .breakout_lists import anybody, planned
from .every_plan import fewest


@st.composite
def lists(draw: st.DrawFn, most: int = 6) -> tuple[tuple[Person, ...], Design]:
    """A few people with wishes of every kind, and a design for them."""
    number, groups = draw(st.integers(3, most)), draw(st.integers(1, 3))
    rounds = draw(st.integers(1, 3 if groups < 3 else 2))
    keys = [f"P{n}" for n in range(number)]
    people = []
    for key in keys:
        more: dict[str, Any] = {"welsh": draw(st.sampled_from(["", "", "", "can", "wants"]))}
        more["facilitates"] = draw(st.sampled_from([0] * 8 + [ANY_GROUP, *range(1, groups + 1)]))
        others = [other for other in keys if other != key]
        for kind in ("together", "apart"):
            more[kind] = draw(st.sampled_from([()] * 5 + [(other,) for other in others]))
        if draw(st.integers(0, 3)) == 0:
            more["rounds"] = tuple(sorted(draw(st.sets(st.integers(1, rounds), min_size=1))))
        people.append(Person(key, **more))
    smallest = draw(st.integers(1, 2))
    largest = draw(st.integers(smallest, 6))
    return tuple(people), Design(
        groups, rounds, smallest=smallest, largest=largest, welsh_groups=draw(st.integers(-1, 1))
    )


@given(lists())
@settings(max_examples=80, deadline=None)
def test_no_bound_is_above_the_best_plan_and_no_list_with_a_plan_is_refused(
    case: tuple[tuple[Person, ...], Design],
) -> None:
    people, design = case
    best = fewest(people, design)
    if best is None:
        with pytest.raises(Impossible):
            check_rules(people, design)
        return
    if not _part_time_companions(people):  # they count as one throughout, so that more may clash than has to
        check_rules(people, design)
    found = bounds(people, design)
    assert best_bound(found, "repeats") <= best[0]
    assert best_bound(found, "coincidences") <= best[1]


def _part_time_companions(people: tuple[Person, ...]) -> bool:
    units = clusters(people, [(p.key, other) for p in people for other in p.together])
    return any(len(unit) > 1 and any(people[i].rounds for i in unit) for unit in units)


def test_people_of_whom_half_come_at_a_time_are_not_said_to_meet_again() -> None:
    people = tuple(Person(f"P{n}", rounds=(1,) if n < 6 else (2,)) for n in range(12))
    made = planned(people, Design(2, 2), 2_000).best.certificate
    assert (made.objective, made.bound, made.gap) == (0, 0, 0)


def test_companions_and_part_time_leave_of_a_bound_what_is_true() -> None:
    people = tuple(
        Person(f"P{n:02}", rounds=(2, 3, 4) if n == 0 else (), together=("P02",) if n == 1 else ()) for n in range(30)
    )
    found = bounds(people, Design(5, 4))
    by_shares = next(bound.value for bound in found if (bound.name, bound.measure) == ("pigeonhole", "coincidences"))
    assert by_shares == 3 * (4 - 1) + 3 * (5 - 1)  # 29 people in 25 places for the first round, 30 for the others


def test_a_bound_above_the_plan_is_no_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(certificate, "bounds", lambda *_given: (Bound("pair-count", "repeats", 1),))
    with pytest.raises(ArithmeticError):
        planned(anybody(9), Design(3, 2), 500)


@given(lists(most=16), st.integers(1, 5))
@settings(max_examples=60, deadline=None)
def test_lists_with_wishes_end_in_plans_within_the_rules_or_in_a_refusal(
    case: tuple[tuple[Person, ...], Design], seed: int
) -> None:
    people, design = case
    try:
        found = planned(people, design, 150, seed)
    except Impossible:
        return
    for plan in found.plans:
        assert certificate.faults(people, design, plan.rounds) == ()
        assert plan.certificate.gap >= 0


@pytest.mark.parametrize("seed", range(1, 4))
def test_sizes_are_kept_where_welsh_groups_and_companions_meet_in_the_net(seed: int) -> None:
    wishes: dict[int, dict[str, Any]] = {
        0: {"apart": ("p15",)}, 2: {"welsh": "wants"}, 10: {"welsh": "wants"}, 9: {"welsh": "can"},
        5: {"together": ("p11",)},
    }  # fmt: skip
    people = tuple(Person(f"p{n}", **wishes.get(n, {})) for n in range(16))
    design = Design(5, 1)
    for moves in (60, 1_000):
        assert certificate.faults(people, design, planned(people, design, moves, seed).best.rounds) == ()


def test_where_nobody_can_be_moved_a_number_of_moves_ends_too() -> None:
    people = tuple(Person(f"P{n}", facilitates=1 + n // 3) for n in range(6))
    made = planned(people, Design(2, 2), 10_000_000_000).best.certificate
    assert (made.score.coincidences, made.bound) == (6, 2)


def test_in_the_net_too_it_ends_where_everybody_has_a_group() -> None:
    people = tuple(Person(f"P{n}", {"sector": "x" if n < 3 else ""}, facilitates=1 + n // 3) for n in range(9))
    made = planned(people, Design(3, 2, {"sector": 1}), 10_000_000_000).best.certificate
    assert made.score.repeats == 9
