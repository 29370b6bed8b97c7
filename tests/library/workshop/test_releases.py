"""Before anything is published it is laid beside all that was published before."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from plethu.workshop.contexts import Contexts
from plethu.workshop.labels import Label, choose_labels
from plethu.workshop.original_languages import original_languages
from plethu.workshop.register import Participant, possible_speakers
from plethu.workshop.releases import (
    Cell,
    Output,
    Release,
    Thresholds,
    binding,
    check_release,
    lowered,
    output_of_labels,
    published_cells,
    threshold_flaws,
)
from plethu.workshop.safe_tables import output_of_table, safe_rows

from .registers import everything_derivable, random_contexts, random_people, smallest_by_signature

IDS = tuple(f"p{n:02}" for n in range(40))


def table(name: str, **cells: tuple[str, ...]) -> Output:
    return Output(name, "table", tuple(Cell(key, people) for key, people in cells.items()))


def labels(name: str, **cells: tuple[str, ...]) -> Output:
    return Output(name, "labels", tuple(Cell(key, people) for key, people in cells.items()))


def release(id: str, *outputs: Output) -> Release:
    return Release(id, "2026-03-01", outputs)


def test_large_groups_without_overlap_may_go_out() -> None:
    assert check_release([], release("r1", table("t", a=IDS[:20], b=IDS[20:])), IDS).may_go_out


def test_a_small_cell_is_found_and_named() -> None:
    (breach,) = check_release([], release("r1", table("t", a=IDS[:31], b=IDS[31:])), IDS).breaches
    assert (breach.ring, breach.size, breach.least, breach.inside) == ("table", 9, 10, ("r1: t: b",))


def test_the_difference_of_two_tables_is_found() -> None:
    first = release("r1", table("all", everybody=IDS))
    (breach,) = check_release([first], release("r2", table("again", most=IDS[:35])), IDS).breaches
    assert breach.size == 5
    assert breach.inside == ("r1: all: everybody",)
    assert breach.outside == ("r2: again: most",)


def test_a_withdrawal_shows_in_a_table_made_again() -> None:
    first = release("r1", table("t", everybody=IDS))
    check = check_release([first], release("r2", table("t", everybody=IDS[1:])), IDS[1:])
    assert [breach.size for breach in check.breaches] == [1]
    assert check_release([first], release("r2", table("t", everybody=IDS)), IDS[1:]).may_go_out


def test_two_languages_of_one_text_count_together() -> None:
    english = labels("en", health=IDS[:20], rest=IDS[20:])
    welsh = labels("cy", north=(*IDS[:3], *IDS[20:]), rest=IDS[3:20])
    assert check_release([], release("r1", english), IDS).may_go_out
    assert [breach.size for breach in check_release([], release("r1", english, welsh), IDS).breaches] == [3]


def test_outputs_of_the_same_name_are_not_mistaken_for_each_other() -> None:
    first = release("r1", labels("x", a=IDS))
    assert not check_release([first], release("r1", labels("x", a=IDS[3:])), IDS).may_go_out


def test_what_withdrawals_have_weakened_is_told_but_stops_only_what_uses_it() -> None:
    first = release("r1", labels("x", whole=IDS, five=IDS[:5]))
    beside = check_release([first], release("r2", labels("y", whole=IDS)), IDS[1:])
    assert beside.may_go_out
    assert [(breach.size, breach.inside) for breach in beside.weakened] == [(4, ("r1: x: five",))]
    assert not check_release([first], release("r2", labels("y", five=IDS[:5])), IDS[1:]).may_go_out


def test_labels_may_be_of_five_and_tables_of_ten() -> None:
    five = IDS[:5]
    assert check_release([], release("r1", labels("x", a=five, whole=IDS)), IDS).may_go_out
    assert not check_release([], release("r1", table("x", a=five)), IDS).may_go_out


def test_thresholds_may_be_raised_and_never_go_under_three() -> None:
    assert [*threshold_flaws(Thresholds(7, 12))] == []
    assert [*threshold_flaws(Thresholds(2, 12))] == [("below-least", "labels")]
    assert [*threshold_flaws(Thresholds(6, 5))] == [("tables-below-labels", "tables")]
    assert lowered(Thresholds(3, 10))
    assert not lowered(Thresholds())
    with pytest.raises(ValueError, match="under 3"):
        check_release([], release("r1"), IDS, Thresholds(1, 1))


def test_what_a_release_promised_binds_every_later_one() -> None:
    """Lowered after a release of five and ten, three could be told out of its groups."""
    first = replace(release("r1", labels("x", whole=IDS)), promised=Thresholds())
    divided = release("r2", labels("y", three=IDS[:3], rest=IDS[3:]))
    assert check_release([], divided, IDS, Thresholds(3, 3)).may_go_out
    (breach,) = check_release([first], divided, IDS, Thresholds(3, 3)).breaches
    assert (breach.size, breach.least) == (3, 5)
    assert binding([first], Thresholds(3, 3)) == Thresholds()
    assert binding([first], Thresholds(7, 12)) == Thresholds(7, 12)


def test_the_check_is_the_definition_no_more_and_no_less() -> None:
    """Against every set that unions and differences make; and each breach is told by cells that do make it."""
    random = Random(10)
    refused = 0
    for _ in range(150):
        cells = {f"c{n}": tuple(random.sample(IDS[:12], random.randint(3, 12))) for n in range(random.randint(1, 3))}
        check = check_release([], release("r", labels("x", **cells)), IDS, Thresholds(3, 3))
        derivable = everything_derivable([frozenset(people) for people in cells.values()])
        assert check.may_go_out == all(len(people) >= 3 for people in derivable)
        for breach in check.breaches:
            named = {f"r: x: {name}": {*people} for name, people in cells.items()}
            left = set.intersection(*(named[name] for name in breach.inside))
            left -= set().union(*(named[name] for name in breach.outside))
            assert len(left) == breach.size < 3
            assert left in derivable
        refused += not check.may_go_out
    assert 30 < refused < 140


def test_release_after_release_nobody_is_given_away() -> None:
    """Random workshops with people who withdraw and people who join: whatever passes is safe, by the definition."""
    random = Random(7)
    for _ in range(120):
        contexts = random_contexts(random, 2)
        people = random_people(random, contexts, random.randint(12, 30))
        ledger: list[Release] = []
        for turn in range(3):
            made = choose_labels(people, contexts, 3, published_cells(ledger), steps=2_000)
            new = release(f"r{turn}", output_of_labels("labels", made))
            remaining = [person.id for person in people]
            check = check_release(ledger, new, remaining, Thresholds(3, 3))
            assert check.may_go_out
            ledger.append(new)
            cells = [frozenset(cell) & set(remaining) for cell in published_cells(ledger)]
            assert check.weakened or smallest_by_signature([cell for cell in cells if cell]) >= 3
            people = _changed(random, people, contexts, turn)


def _changed(random: Random, people: list[Participant], contexts: Contexts, turn: int) -> list[Participant]:
    stay = [person for person in people if random.random() > 0.05]
    return stay + random_people(random, contexts, random.randint(0, 5), 100 * (turn + 1))


def test_small_rows_of_a_table_merge_upward() -> None:
    random = Random(8)
    tables = 0
    for _ in range(100):
        contexts = random_contexts(random, 1)
        people = random_people(random, contexts, random.randint(0, 60))
        rows = safe_rows(people, "sector", contexts, 10)
        assert all(row.count == len(row.people) >= 10 for row in rows)
        assert sorted(id for row in rows for id in row.people) == (sorted(p.id for p in people) if rows else [])
        assert bool(rows) == (len(people) >= 10)
        check = check_release([], release("r", output_of_table("t", rows)), [p.id for p in people])
        assert check.may_go_out
        tables += len(rows) > 1
    assert tables > 40


def test_a_table_does_not_divide_what_labels_keep_together() -> None:
    contexts = random_contexts(Random(1), 1)
    values = [value.id for value in contexts.sector][:2]
    people = [Participant(f"p{n}", sector=values[n % 2]) for n in range(24)]
    across = [[p.id for p in people], [p.id for p in people[:12]]]
    assert len(safe_rows(people, "sector", contexts, 10)) == 2
    assert len(safe_rows(people, "sector", contexts, 10, across)) == 1


def test_only_who_may_have_spoken_hides_anybody() -> None:
    people = [
        Participant("a"), Participant("b", came=False), Participant("c", withdrawn=True), Participant("d", came=True),
        Participant("e", facilitates=2),
    ]  # fmt: skip
    assert [person.id for person in possible_speakers(people)] == ["a", "d"]


def test_labels_and_languages_together_give_nobody_away() -> None:
    random = Random(9)
    split = 0
    for _ in range(150):
        contexts = random_contexts(random, 2)
        people = random_people(random, contexts, random.randint(5, 36))
        people = [replace(person, language="cy" if random.random() < 0.35 else "en") for person in people]
        made = choose_labels(people, contexts, 3, steps=1_500)
        languages = original_languages(made, people)
        output = output_of_labels("texts", made, languages.cells)
        assert smallest_by_signature([frozenset(cell.people) for cell in output.cells]) >= 3
        assert set(languages.allowed) == {Label(), *made.labels.values()}
        split += bool(languages.cells)
    assert split > 30
