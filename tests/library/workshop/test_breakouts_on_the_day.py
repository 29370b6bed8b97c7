"""A plan that was changed on the day has a certificate too: counted anew, with bounds no other version is below."""

from __future__ import annotations

from itertools import product
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.reporting.breakout_told import better_lines, plan_values, proof_lines
from plethu.workshop.breakouts.certificate import Certificate, certify_changed
from plethu.workshop.breakouts.people import Design, Person, Seats
from plethu.workshop.breakouts.planning import Plan
from plethu.workshop.breakouts.repair import repair
from plethu.workshop.breakouts.scoring import score

from .breakout_checker import wrong_with, wrong_with_changes
from .breakout_lists import planned, register, rows_of

PEOPLE = register()
DESIGN = Design(9, 4, {"sector": 2, "area": 1})
PLAN = planned(PEOPLE, DESIGN, 20_000).best


def changed(people: list[Person], design: Design, before: Plan, **day: Any) -> tuple[Plan, list[Person]]:
    """The plan as it is changed, and its people with the rounds in which they have seats."""
    late, since = list(day.get("arrivals", ())), day.get("from_round", 1)
    done = repair(people, design, before.rounds, **day)
    everybody, names = [*people, *late], {p.key for p in late}
    made = certify_changed(before.certificate, everybody, design, done.rounds, late=names, since=since)
    return Plan(done.rounds, made.score, made), as_seated(everybody, done.rounds)


def as_seated(people: list[Person], rounds: Seats) -> list[Person]:
    when = {p.key: tuple(r for r, groups in enumerate(rounds, 1) if any(p.key in g for g in groups)) for p in people}
    return [msgspec.structs.replace(p, rounds=when[p.key]) for p in people if when[p.key]]


@given(st.sets(st.sampled_from([p.key for p in PEOPLE]), max_size=8), st.integers(0, 4), st.integers(1, 4))
@settings(max_examples=15, deadline=None)
def test_the_certificate_of_a_changed_plan_is_true(absent: set[str], number: int, since: int) -> None:
    late = [Person(f"Late {n}", {"sector": f"s{n}", "area": "a1"}) for n in range(number)]
    plan, there = changed(list(PEOPLE), DESIGN, PLAN, absent=absent, arrivals=late, from_round=since)
    made = plan_values(plan)
    assert wrong_with(made, rows_of(there), least=0) == []
    columns = {name: {p.key: p.values[name] for p in there} for name in DESIGN.balance}
    assert wrong_with_changes(plan_values(PLAN), made, {p.key for p in late}, columns) == []
    assert (plan.certificate.people, plan.certificate.from_round) == (len(there), since)


@st.composite
def days(draw: st.DrawFn) -> tuple[list[Person], Design, Plan, list[Person], set[str], int]:
    """A small plan, and who arrives and stays away; with wishes of every kind."""
    groups, rounds = draw(st.integers(2, 3)), draw(st.integers(1, 2))
    keys = [f"P{n}" for n in range(groups * draw(st.integers(2, 4)))]
    sector = {key: draw(st.sampled_from(["x", "y", ""])) for key in [*keys, "Late 0", "Late 1"]}
    wish = st.sampled_from([()] * 3 + [(key,) for key in [*keys, "Late 0", "Late 1"]])
    people = [Person(key, {"sector": sector[key]}) for key in keys]
    late = [
        Person(key, {"sector": sector[key]}, together=tuple(o for o in draw(wish) if o != key))
        for key in [f"Late {n}" for n in range(draw(st.integers(0, 2)))]
    ]
    late = [msgspec.structs.replace(p, together=tuple(o for o in p.together if o in keys)) for p in late]
    design = Design(groups, rounds, {"sector": draw(st.integers(1, 3))}, draw(st.integers(1, 3)), smallest=1, largest=6)
    before = planned(people, design, 100, draw(st.integers(1, 9))).best
    return people, design, before, late, draw(st.sets(st.sampled_from(keys), max_size=3)), draw(st.integers(1, rounds))


@given(days())
@settings(max_examples=40, deadline=None)
def test_no_other_seats_for_those_who_arrive_are_below_the_bound(
    day: tuple[list[Person], Design, Plan, list[Person], set[str], int],
) -> None:
    people, design, before, late, absent, since = day
    plan, there = changed(people, design, before, absent=absent, arrivals=late, from_round=since)
    names = [p.key for p in late]
    seats = [(r, key) for r, groups in enumerate(plan.rounds) for key in names if any(key in g for g in groups)]
    for chosen in product(range(design.groups), repeat=len(seats)):
        rounds = [[[key for key in group if key not in names] for group in groups] for groups in plan.rounds]
        for (r, key), g in zip(seats, chosen, strict=True):
            rounds[r][g].append(key)
        other = tuple(tuple(tuple(group) for group in groups) for groups in rounds)
        assert score(there, design, other).objective(design) >= plan.certificate.bound
    if not seats:
        assert plan.certificate.gap == 0


def test_a_late_one_in_a_small_workshop_is_known_to_meet_some_again() -> None:
    """Three groups of three, four rounds: who joins one each time meets at least twelve of nine."""
    people, late = [Person(f"P{n}") for n in range(9)], [Person("Late")]
    before = planned(people, Design(3, 4), 2_000).best
    made = changed(people, Design(3, 4), before, arrivals=late)[0].certificate
    assert before.certificate.objective == 0
    forced = [each.value for each in made.bounds if each.name == "kept-seats"]
    assert forced == [12 - 9, 3, 0]  # nine meetings with somebody new, and three of these people again
    assert (made.score.repeats, made.score.coincidences, made.bound) == (3, 6, 6)  # since ten are in three groups


@pytest.mark.parametrize(
    ("arrivals", "words"),
    [
        ((), "While nobody who has a seat is moved, no version can be better: this is proved."),
        ((Person("Late", {"sector": "s1", "area": "a1"}),), "may be a better version"),
    ],
)
def test_it_is_said_of_what_the_bound_is_true(arrivals: tuple[Person, ...], words: str) -> None:
    plan, there = changed(list(PEOPLE), DESIGN, PLAN, absent={"P01", "P02"}, arrivals=arrivals, from_round=2)
    made: Certificate = plan.certificate
    told = [*better_lines(there, DESIGN, plan, "en"), *proof_lines(plan, "en")]
    assert words in told[0]
    assert any(f"no version can have a score below {made.bound}, because" in line for line in told)
    assert told[-1].startswith("Changed from round 2 on.")
