"""On the day: whoever does not come leaves a gap, whoever arrives gets a place, and nobody else moves."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.workshop.breakouts.certificate import faults
from plethu.workshop.breakouts.companions import Without
from plethu.workshop.breakouts.people import ANY_GROUP, Design, Person
from plethu.workshop.breakouts.planning import Plan
from plethu.workshop.breakouts.repair import Repaired, repair
from plethu.workshop.breakouts.scoring import meetings

from .breakout_lists import anybody, planned, register

PEOPLE = register()
DESIGN = Design(9, 4, {"sector": 1})
PLAN: Plan = planned(PEOPLE, DESIGN, 100_000).best


TWO: tuple[tuple[tuple[str, ...], ...]] = (
    (tuple(f"P{n:02}" for n in range(1, 9)), tuple(f"P{n:02}" for n in range(9, 16))),
)


def arriving(number: int) -> list[Person]:
    return [Person(f"Late {n}", {"sector": f"s{n % 6}"}) for n in range(number)]


def repeats(repaired: Repaired) -> int:
    return sum(count - 1 for count in meetings(repaired.rounds).values())


@given(st.sets(st.sampled_from([p.key for p in PEOPLE]), min_size=6, max_size=6))
@settings(max_examples=25, deadline=None)
def test_six_stay_away_and_three_arrive_without_moving_anybody_or_meeting_twice(absent: set[str]) -> None:
    late = arriving(3)
    done = repair(PEOPLE, DESIGN, PLAN.rounds, absent=absent, arrivals=late)
    for before, after in zip(PLAN.rounds, done.rounds, strict=True):
        for old, new in zip(before, after, strict=True):
            assert [key for key in old if key not in absent] == [key for key in new if not key.startswith("Late")]
            assert len(new) <= 8
        assert sum(len(group) for group in after) == 70 - 6 + 3
    assert (done.repeats, done.unplaced, repeats(done)) == (0, (), 0)


def test_rounds_that_are_over_stay_as_they_were() -> None:
    done = repair(PEOPLE, DESIGN, PLAN.rounds, absent={"P01"}, arrivals=arriving(1), from_round=3)
    assert done.rounds[:2] == PLAN.rounds[:2]
    assert all("P01" not in group for groups in done.rounds[2:] for group in groups)
    assert all(sum("Late 0" in group for group in groups) == 1 for groups in done.rounds[2:])


def test_whoever_leaves_early_has_seats_as_long_as_they_are_there() -> None:
    people = [msgspec.structs.replace(p, rounds=(1, 2)) if p.key == "P01" else p for p in PEOPLE]
    done = repair(people, DESIGN, PLAN.rounds, from_round=2)
    assert [any("P01" in group for group in groups) for groups in done.rounds] == [True, True, False, False]


def test_who_comes_after_all_or_stays_longer_gets_seats_where_they_meet_nobody_twice() -> None:
    gone = repair(PEOPLE, DESIGN, PLAN.rounds, absent={"P01", "P02"}, from_round=2)
    done = repair(PEOPLE, DESIGN, gone.rounds, absent={"P02"}, from_round=3)
    assert [sum("P01" in group for group in groups) for groups in done.rounds] == [1, 0, 1, 1]
    assert (done.back, done.repeats, done.unplaced, repeats(done)) == (("P01",), 0, (), 0)
    assert all(set(old) <= set(new) for before, after in zip(gone.rounds, done.rounds, strict=True)
               for old, new in zip(before, after, strict=True))  # fmt: skip


def test_meetings_before_somebody_was_away_count_as_meetings() -> None:
    people, two = anybody(15), (TWO[0], tuple(tuple(k for k in group if k != "P01") for group in TWO[0]))
    done = repair(people, Design(2, 2), two, from_round=2)
    assert "P01" in done.rounds[1][1]  # with those of the other group, whom they have not met
    assert done.repeats == 0


def test_wishes_of_those_who_arrive_are_kept() -> None:
    gone = {key for groups in PLAN.rounds for key in next(g for g in groups if "P05" in g)[:2]} - {"P05"}
    late = [Person("Late", together=("P05",), apart=("P06",), rounds=(2, 3))]
    done = repair(PEOPLE, DESIGN, PLAN.rounds, absent=gone, arrivals=late)
    for r, groups in enumerate(done.rounds, 1):
        mine = [group for group in groups if "Late" in group]
        beside = next(group for group in groups if "P05" in group)
        assert mine == ([beside] if r in (2, 3) and "P06" not in beside else [])
        assert (("Late", r) in done.unplaced) == (r in (2, 3) and "P06" in beside)


def test_no_seat_is_given_away_from_the_companion_whose_group_is_full() -> None:
    done = repair(anybody(15), Design(2, 1), TWO, arrivals=[Person("Late", together=("P01",))])
    assert done.unplaced == (("Late", 1),)
    assert done.without == (Without("P01", "Late", (1,)),)


def test_a_wish_is_kept_whichever_of_the_two_wished_it() -> None:
    people = [msgspec.structs.replace(p, together=("Late",) if p.key == "P09" else ()) for p in anybody(15)]
    done = repair(people, Design(2, 1), TWO, arrivals=[Person("Late")], absent={"P02"})
    assert "Late" in done.rounds[0][1]
    assert (done.unplaced, done.without) == ((), ())


def test_companions_who_sit_apart_are_named_with_whom_the_late_one_misses() -> None:
    done = repair(anybody(15), Design(2, 1), TWO, arrivals=[Person("Late", together=("P01", "P09"))], absent={"P02"})
    assert done.unplaced == ()
    assert {frozenset((each.key, each.other)) for each in done.without} in (
        {frozenset(("Late", "P01"))}, {frozenset(("Late", "P09"))},
    )  # fmt: skip


def test_two_who_arrive_together_sit_together_or_not_at_all() -> None:
    late = [Person("Late"), Person("Interpreter", together=("Late",))]
    seated = repair(anybody(15), Design(2, 1), TWO, arrivals=late, absent={"P10"})
    assert {"Late", "Interpreter"} <= set(seated.rounds[0][1])
    full = repair(anybody(15), Design(2, 1), TWO, arrivals=late)
    assert full.unplaced == (("Late", 1), ("Interpreter", 1))


def test_who_stays_away_leaves_their_companion_named() -> None:
    people = [msgspec.structs.replace(p, together=("P02",) if p.key == "P01" else ()) for p in anybody(15)]
    assert repair(people, Design(2, 1), TWO, absent={"P02"}).without == (Without("P01", "P02", (1,)),)


def test_a_late_facilitator_of_any_group_takes_the_place_of_one_who_stayed_away() -> None:
    people = [msgspec.structs.replace(p, facilitates=ANY_GROUP) if p.key in ("P01", "P09") else p for p in anybody(15)]
    late = [Person("Late", facilitates=ANY_GROUP, welsh="can")]
    done = repair(people, Design(2, 1), TWO, absent={"P09"}, arrivals=late)
    assert "Late" in done.rounds[0][1]


@given(st.lists(st.tuples(st.sampled_from("tan"), st.integers(0, 20), st.integers(0, 20)), max_size=12))
@settings(max_examples=40, deadline=None)
def test_whatever_the_wishes_nobody_moves_and_what_is_not_kept_is_said(wishes: list[tuple[str, int, int]]) -> None:
    keys = [p.key for p in anybody(15)] + [f"Late {n}" for n in range(6)]
    more: dict[str, dict[str, tuple[str, ...]]] = {key: {"together": (), "apart": ()} for key in keys}
    for kind, one, other in wishes:
        if kind != "n" and one != other:
            mine = more[keys[one]]
            mine["together" if kind == "t" else "apart"] += (keys[other],)
    people = [msgspec.structs.replace(Person(key), **more[key]) for key in keys]
    done = repair(people[:15], Design(2, 1), TWO, arrivals=people[15:], absent={"P03", "P12"})
    for before, after in zip(TWO[0], done.rounds[0], strict=True):
        assert after[: len(before) - 1] == tuple(key for key in before if key not in ("P03", "P12"))
    late = {key for group in done.rounds[0] for key in group if key.startswith("Late")}
    assert late | {key for key, _round in done.unplaced} == set(keys[15:])
    missed = {frozenset((each.key, each.other)) for each in done.without}
    broken = [(fault[0], frozenset(fault[3].split(", "))) for fault in faults(people, Design(2, 1), done.rounds)]
    of_late = [(code, pair) for code, pair in broken if pair & late]
    assert all(code == "not-together" and pair in missed for code, pair in of_late), of_late


def test_a_group_that_shrinks_too_far_is_named_and_filled_first() -> None:
    people, design = anybody(9), Design(3, 1)
    plan = planned(people, design, 10).best
    gone = set(plan.rounds[0][1][:2])
    done = repair(people, design, plan.rounds, absent=gone)
    assert done.short == ((1, 2, 1),)
    filled = repair(people, design, plan.rounds, absent=gone, arrivals=arriving(2))
    assert filled.short == ()


def test_where_all_groups_are_full_it_is_said_who_has_no_place() -> None:
    people, design = anybody(16), Design(2, 1)
    done = repair(people, design, planned(people, design, 10).best.rounds, arrivals=arriving(1))
    assert done.unplaced == (("Late 0", 1),)


def test_somebody_of_the_plan_cannot_arrive_again() -> None:
    with pytest.raises(ValueError, match="is in the plan"):
        repair(PEOPLE, DESIGN, PLAN.rounds, arrivals=[Person("P01")])
