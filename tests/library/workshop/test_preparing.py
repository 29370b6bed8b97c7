"""A release from beginning to end: what is prepared may go out, whatever was published before and whoever left."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from plethu.workshop.preparing import prepare_release
from plethu.workshop.releases import Release, Thresholds, published_cells

from .registers import random_contexts, random_people, seventy, smallest_by_signature

FEW = Thresholds(3, 6)


def test_a_register_of_seventy_is_published_with_its_tables() -> None:
    people, contexts = seventy()
    made = prepare_release("r1", "2026-01-01", people, contexts, Thresholds(), [], ("sector", "area"), steps=2_000)
    assert made.may_go_out
    assert [row.count for row in made.tables["sector"]]
    assert all(row.count >= 10 for rows in made.tables.values() for row in rows)
    assert smallest_by_signature([frozenset(cell) for cell in published_cells([made.release])]) >= 5


def test_release_after_release_may_go_out_unless_a_table_shows_who_left() -> None:
    random = Random(11)
    refused = 0
    for _ in range(60):
        contexts = random_contexts(random, 2)
        people = random_people(random, contexts, random.randint(12, 30))
        ledger: list[Release] = []
        for turn in range(3):
            tables = ("sector",) if turn == 0 else ()
            made = prepare_release(f"r{turn}", "2026-01-01", people, contexts, FEW, ledger, tables, steps=1_000)
            assert made.check.may_go_out
            ledger.append(made.release)
            people = [replace(p, withdrawn=p.withdrawn or random.random() < 0.04) for p in people]
        again = prepare_release("again", "2026-01-01", people, contexts, FEW, ledger, ("sector",), steps=1_000)
        gone = {p.id for p in people if p.withdrawn} & {id for cell in published_cells(ledger) for id in cell}
        assert again.check.may_go_out or len(gone) > 0
        refused += not again.check.may_go_out
    assert refused > 5


def test_facilitators_and_those_who_did_not_come_hide_nobody() -> None:
    people, contexts = seventy()
    absent = [
        replace(p, came=False) if n < 30 else replace(p, facilitates=1) if n < 40 else p for n, p in enumerate(people)
    ]
    made = prepare_release("r1", "2026-01-01", absent, contexts, Thresholds(), [], steps=1_000)
    assert set(made.labelling.labels) == {p.id for p in people[40:]}


def test_too_few_people_publish_nothing_about_themselves() -> None:
    people, contexts = seventy()
    made = prepare_release("r1", "2026-01-01", people[:4], contexts, Thresholds(), [], ("sector",))
    assert made.labelling.labels == {}
    assert not made.may_go_out
    assert made.tables == {}
    assert published_cells([made.release]) == []


def test_thresholds_lowered_after_a_release_divide_nobody_further() -> None:
    """What was said to be five and ten is never divided into three: neither by labels nor by tables."""
    for seed in range(6):
        random = Random(seed)
        contexts = random_contexts(random, 2)
        people = random_people(random, contexts, 40)
        first = prepare_release("r1", "2026-01-01", people, contexts, Thresholds(), [], ("sector",), steps=800)
        later = prepare_release(
            "r2", "2026-02-01", people, contexts, Thresholds(3, 3), [first.release], ("sector",), steps=800
        )
        assert later.release.promised == Thresholds()
        assert later.check.may_go_out
        cells = [frozenset(cell) for cell in published_cells([first.release, later.release])]
        assert smallest_by_signature(cells) >= 5
        tables = [
            frozenset(cell.people)
            for each in (first, later)
            for output in each.release.outputs
            if output.kind == "table"
            for cell in output.cells
        ]
        assert not tables or smallest_by_signature(tables) >= 10


def test_thresholds_under_three_are_refused() -> None:
    people, contexts = seventy()
    with pytest.raises(ValueError, match="under 3"):
        prepare_release("r1", "2026-01-01", people, contexts, Thresholds(2, 10), [], steps=10)
