"""No set of labels picks out fewer people than allowed, alone or by difference; and no more is lost than has to be."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from random import Random

import pytest

from plethu.evidence.text import Text
from plethu.workshop.cells import Crowd, parts_of_ring
from plethu.workshop.contexts import ATTRIBUTES, Contexts, Value
from plethu.workshop.labels import KEPT, Label, choose_labels, detail_of_values, label_names
from plethu.workshop.register import Participant

from .registers import (
    cell_of,
    everything_derivable,
    families,
    fits,
    random_contexts,
    random_people,
    seventy,
    smallest_by_signature,
)

PAGE = Path(__file__).parents[3] / "docs" / "explanation" / "safe-labels.md"

SECTORS = Contexts(
    sector=(
        Value("public", Text("Public")),
        Value("health", Text("Health"), "public"),
        Value("police", Text("Police"), "public"),
        Value("third", Text("Third")),
    ),
    area=(Value("north", Text("North")), Value("south", Text("South"))),
)


def people_of(*groups: tuple[str, str, int]) -> list[Participant]:
    found: list[Participant] = []
    for sector, area, count in groups:
        found += [Participant(f"p{len(found) + n}", sector=sector, area=area) for n in range(count)]
    return found


def test_parts_are_the_smallest_that_can_be_derived() -> None:
    """The claim on which everything rests, against the definition itself."""
    random = Random(5)
    for _ in range(60):
        ids = [str(n) for n in range(random.randint(1, 9))]
        cells = [frozenset(random.sample(ids, random.randint(0, len(ids)))) for _ in range(random.randint(1, 3))]
        derivable = everything_derivable(cells)
        crowd = Crowd(ids)
        parts = {frozenset(crowd.people(part)) for part in parts_of_ring(crowd.set_of(cell) for cell in cells)}
        assert parts <= derivable
        assert all(any(part <= made for part in parts) for made in derivable)
        assert min(map(len, derivable), default=0) == min(map(len, parts), default=0)


def test_a_thousand_random_registers_give_nobody_away() -> None:
    random = Random(1)
    for round in range(1000):
        contexts = random_contexts(random, random.randint(1, 4) if round % 10 == 0 else random.randint(1, 2))
        people = random_people(random, contexts, random.randint(1, 36))
        least = random.choice((3, 5, 10))
        made = choose_labels(people, contexts, least, steps=1_500)
        if len(people) < least:
            assert not made.labels
            assert len(made.held) == len(people)
            continue
        cells = [cell_of(label, people, contexts) for label in made.cells]
        assert [frozenset(ids) for ids in made.cells.values()] == cells
        assert smallest_by_signature(cells) >= least
        assert set(made.labels) == {person.id for person in people}
        assert all(fits(made.labels[person.id], person, contexts) for person in people)
        assert set(made.labels.values()) <= set(made.cells)
        for label in set(made.labels.values()):  # whom a reader who knows the rule would look among
            assert sum(other == label for other in made.labels.values()) >= least


def test_everybody_keeps_their_sector_where_that_can_be() -> None:
    """No set of sectors that is safe, of all tried one by one, lets more people keep theirs."""
    random = Random(2)
    kept_by_somebody = 0
    for _ in range(150):
        contexts = random_contexts(random, 2)
        people = random_people(random, contexts, random.randint(6, 40))
        least = random.choice((3, 5))
        if len(people) < least:
            continue
        made = choose_labels(people, contexts, least)
        cells = {Label(sector=v.id): cell_of(Label(sector=v.id), people, contexts) for v in contexts.sector}
        best = max(
            sum(bool(p.sector) and any(label.sector == p.sector for label in family) for p in people)
            for family in families([label for label, cell in cells.items() if len(cell) >= least])
            if smallest_by_signature([cell_of(Label(), people, contexts), *map(cells.__getitem__, family)]) >= least
        )
        kept = sum(p.sector in contexts.path("sector", made.labels[p.id].sector)[:1] for p in people if p.sector)
        assert kept >= best
        kept_by_somebody += bool(kept)
    assert kept_by_somebody > 100


def test_a_small_sector_merges_upward() -> None:
    made = choose_labels(
        people_of(("health", "", 7), ("police", "", 2), ("public", "", 3), ("third", "", 6)), SECTORS, 5
    )
    assert {label.sector for label in made.labels.values()} == {"health", "public", "third"}
    assert made.labels["p7"] == Label(sector="public")


def test_the_rest_of_a_sector_counts_as_a_group() -> None:
    """Five of nine in the north: to say so would leave four, who are said to be of the sector alone."""
    made = choose_labels(people_of(("third", "north", 5), ("third", "south", 4)), SECTORS, 5)
    assert set(made.labels.values()) == {Label(sector="third")}
    made = choose_labels(people_of(("third", "north", 5), ("third", "south", 5)), SECTORS, 5)
    assert set(made.labels.values()) == {Label(sector="third", area=area) for area in ("north", "south")}


def test_a_broader_sector_is_not_given_up_for_a_place() -> None:
    groups = [("health", "north", 3), ("health", "south", 3), ("third", "north", 3), ("third", "south", 3)]
    made = choose_labels(people_of(*groups), SECTORS, 5)
    assert {label.sector for label in made.labels.values()} == {"health", "third"}
    assert not any(label.area for label in made.labels.values())


def test_labels_do_not_depend_on_the_order_of_the_register() -> None:
    random = Random(3)
    contexts = random_contexts(random, 3)
    people = random_people(random, contexts, 30)
    first = choose_labels(people, contexts, 3)
    random.shuffle(people)
    assert choose_labels(people, contexts, 3) == first


def test_nothing_is_said_of_too_few_people() -> None:
    assert choose_labels(people_of(("third", "north", 4)), SECTORS, 5).labels == {}
    assert choose_labels([], SECTORS, 5).labels == {}


def test_beside_earlier_cells_nothing_is_divided_too_small() -> None:
    """Earlier labels named areas; sectors across them would give away three."""
    groups = [("health", "north", 5), ("health", "south", 3), ("third", "north", 3), ("third", "south", 5)]
    people = people_of(*groups)
    north = [p.id for p in people if p.area == "north"]
    made = choose_labels(people, SECTORS, 5, [[p.id for p in people], north])
    assert {label.sector for label in made.labels.values()} == {""}
    assert {label.area for label in made.labels.values()} == {"north", "south"}


def test_latecomers_are_held_until_they_are_enough() -> None:
    early = people_of(("third", "north", 8))
    late = [Participant(f"q{n}", sector="third", area="north") for n in range(5)]
    whole = [[p.id for p in early]]
    few = choose_labels([*early, *late[:4]], SECTORS, 5, whole)
    assert few.held == ("q0", "q1", "q2", "q3")
    assert set(few.labels) == {p.id for p in early}
    assert choose_labels([*early, *late], SECTORS, 5, whole).held == ()


@pytest.mark.parametrize("seed", range(16))
def test_no_detail_is_lost_that_could_be_kept(seed: int) -> None:
    """Against every safe set of labels there is, on registers small enough to try them all: the loss is nothing."""
    random = Random(seed)
    contexts = Contexts(
        sector=(Value("a", Text("a")), Value("b", Text("b")), Value("c", Text("c"), "b")),
        area=(Value("n", Text("n")), Value("s", Text("s"))),
    )
    people = random_people(random, contexts, random.randint(6, 18))
    made = choose_labels(people, contexts, 3)
    safe = _safe_families(people, contexts, 3)
    assert _score(tuple(made.cells), people, contexts) == max(_score(family, people, contexts) for family in safe)
    assert made.detail == made.possible == _score(tuple(made.cells), people, contexts)[1] <= made.full


def test_what_could_be_had_is_never_said_too_low() -> None:
    """Cut short, the search still gives a bound that the full search does not exceed."""
    random = Random(6)
    for _ in range(20):
        contexts = random_contexts(random, 2)
        people = random_people(random, contexts, 24)
        short, whole = (choose_labels(people, contexts, 3, steps=steps) for steps in (1, 20_000))
        assert short.detail <= short.possible
        assert whole.detail <= short.possible


def _safe_families(people: list[Participant], contexts: Contexts, least: int) -> list[tuple[Label, ...]]:
    values = [[v.id for v in contexts.values(a)] for a in ATTRIBUTES]
    labels = [Label(*each) for each in product(*(["", *ids] for ids in values))]
    cells = {label: cell_of(label, people, contexts) for label in labels}
    large = [label for label in labels if len(cells[label]) >= least and label != Label()]
    found = ((*family, Label()) for family in families(large))
    return [family for family in found if smallest_by_signature([cells[label] for label in family]) >= least]


def _score(family: tuple[Label, ...], people: list[Participant], contexts: Contexts) -> tuple[int, int]:
    """What a set of labels says of people's sectors, their own counting most, and then what it says in all."""
    worth = {a: detail_of_values(contexts, a) for a in ATTRIBUTES}
    sectors, detail = 0, 0
    for person in people:
        mine = [label for label in family if fits(label, person, contexts)]
        said, total, best = max(
            (worth["sector"][label.sector], sum(worth[a][label.value(a)] for a in ATTRIBUTES), label) for label in mine
        )
        sectors += KEPT if best.sector == person.sector != "" else said
        detail += total
    return sectors, detail


def test_a_label_is_read_out_by_its_names() -> None:
    assert [text.en for text in label_names(Label(sector="health", area="north"), SECTORS)] == ["Health", "North"]
    assert label_names(Label(), SECTORS) == ()


@pytest.mark.parametrize("least", [5, 10])
def test_the_page_on_safe_labels_shows_what_is_measured(least: int) -> None:
    people, contexts = seventy()
    made = choose_labels(people, contexts, least)
    kept = sum(made.labels[person.id].sector == person.sector for person in people)
    (row,) = (line for line in PAGE.read_text("utf-8").splitlines() if line.startswith(f"| 70 | {least} | "))
    assert [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", row)] == [
        70, least, kept, made.detail, made.possible, made.full,
    ]  # fmt: skip
