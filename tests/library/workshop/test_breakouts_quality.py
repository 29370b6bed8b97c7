"""How good a plan is for those in it, counted from the plan and said plainly; numbers of groups by the same bounds."""

from __future__ import annotations

from plethu.reporting.breakout_told import proof_lines, quality_lines
from plethu.workshop.breakouts.bounds import best_bound, bounds
from plethu.workshop.breakouts.companions import Without
from plethu.workshop.breakouts.numbers import numbers_of_groups
from plethu.workshop.breakouts.people import Design, Person
from plethu.workshop.breakouts.quality import Quality, quality

from .breakout_lists import planned

SIX = tuple(Person(key, {"sector": sector}) for key, sector in zip("abcdef", "xxxyyy", strict=True))
SEATS = ((("a", "b", "c"), ("d", "e", "f")), (("a", "b", "d"), ("c", "e", "f")))


def test_pairs_who_meet_again_and_uneven_groups_are_counted() -> None:
    assert quality(SIX, Design(2, 2, {"sector": 1}), SEATS) == Quality(10, 2, 2, 4, {"sector": 2})


def test_companions_are_no_pair_that_meets_again() -> None:
    people = (Person("a", together=("b",)), *SIX[1:])
    assert quality(people, Design(2, 2), SEATS).again == 1


def test_who_is_left_without_a_companion_is_named_in_both_languages() -> None:
    people = tuple(
        Person(f"P{n:02}", rounds=(1, 2) if n == 1 else (), together=("P02",) if n == 1 else ()) for n in range(1, 13)
    )
    design = Design(3, 4)
    plan = planned(people, design, 2_000).best
    assert quality(people, design, plan.rounds).without == (Without("P02", "P01", (3, 4)),)
    said = " ".join(quality_lines(people, design, plan, "en"))
    assert "P02 is without P01 in these rounds: 3, 4." in said
    assert "in every round in which both are there" in said
    assert "Mae P02 heb P01 yn y rowndiau hyn: 3, 4." in " ".join(quality_lines(people, design, plan, "cy"))


def test_the_score_is_said_with_what_it_is_made_of() -> None:
    plan = planned(SIX, Design(2, 2, {"sector": 3}), 2_000).best
    made = plan.certificate
    assert f"The score is {made.objective};" in " ".join(proof_lines(plan, "en"))
    assert (
        f"{made.score.coincidences} is for people who meet again, {3 * made.score.imbalance['sector']} for"
        in " ".join(proof_lines(plan, "en"))
    )


def test_numbers_of_groups_and_certificates_rest_on_the_same_bounds() -> None:
    people = tuple(Person(f"P{n:02}", rounds=(1, 2) if n % 3 else (3,)) for n in range(24))
    for each in numbers_of_groups(people, 3):
        design = Design(each.groups, 3)
        assert each.repeats >= best_bound(bounds(people, design), "repeats")
        assert each.repeats <= planned(people, design, 3_000).best.score.repeats


def test_wishes_take_the_certainty_from_a_number_of_groups() -> None:
    people = tuple(Person(f"P{n:02}", together=("P01",) if n == 2 else ()) for n in range(1, 71))
    told = {each.groups: each.verdict for each in numbers_of_groups(people, 4)}
    assert (told[9], told[10]) == ("wishes", "open")
