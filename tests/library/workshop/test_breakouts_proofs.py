"""No certificate says more than is true: bounds and refusals are held against every plan there is of small lists."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.workshop.breakouts import certificate
from plethu.workshop.breakouts.bounds import Bound, best_bound, bounds
from plethu.workshop.breakouts.constraints import Impossible, check_rules
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
@settings(max_examples=120, deadline=None)
def test_no_bound_is_above_the_best_plan_and_no_list_with_a_plan_is_refused(
    case: tuple[tuple[Person, ...], Design],
) -> None:
    people, design = case
    best = fewest(people, design)
    if best is None:
        with pytest.raises(Impossible):
            check_rules(people, design)
        return
    check_rules(people, design)
    found = bounds(people, design)
    assert best_bound(found, "repeats") <= best[0]
    assert best_bound(found, "coincidences") <= best[1]


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
