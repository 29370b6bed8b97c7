"""Random registers, and the definition of safety written out once more in another way: sets of ids, no bits."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, combinations, product
from random import Random

from plethu.evidence.text import Text
from plethu.workshop.contexts import ATTRIBUTES, LEVELS, SCALES, SECTORS, Contexts, Value
from plethu.workshop.labels import Label
from plethu.workshop.register import Participant


def hierarchy(prefix: str, broader: int, narrower: int) -> tuple[Value, ...]:
    """`broader` values with `narrower` ones shared out among them; one value alone stands under the whole."""
    tops = [Value(f"{prefix}{n}", Text(f"{prefix}{n}")) for n in range(broader)]
    leaves = [Value(f"{prefix}{n % broader}.{n}", Text("x"), f"{prefix}{n % broader}") for n in range(narrower)]
    return (*tops, *leaves, Value(f"{prefix}-alone", Text("alone")))


def random_contexts(random: Random, attributes: int) -> Contexts:
    made = {a: hierarchy(a[0], random.randint(1, 3), random.randint(2, 5)) for a in ATTRIBUTES[:attributes]}
    return Contexts(**made)


def random_people(random: Random, contexts: Contexts, count: int, start: int = 0) -> list[Participant]:
    """People with uneven shares of values, some of whom did not say, some of whom named a broader value."""
    choices = {a: [value.id for value in contexts.values(a)] or [""] for a in ATTRIBUTES}
    weights = {a: [random.random() ** 2 + 0.02 for _ in choices[a]] for a in ATTRIBUTES}
    people = []
    for number in range(start, start + count):
        values = {a: random.choices(choices[a], weights[a])[0] if random.random() > 0.05 else "" for a in ATTRIBUTES}
        people.append(Participant(f"p{number}", **values))
    return people


def fits(label: Label, person: Participant, contexts: Contexts) -> bool:
    return all(not label.value(a) or label.value(a) in contexts.path(a, person.value(a)) for a in ATTRIBUTES)


def cell_of(label: Label, people: Iterable[Participant], contexts: Contexts) -> frozenset[str]:
    return frozenset(person.id for person in people if fits(label, person, contexts))


def smallest_by_signature(cells: Iterable[frozenset[str]]) -> int:
    """How few people are together in exactly the same cells; a large number where there are no cells."""
    cells = [*cells]
    signatures: dict[tuple[bool, ...], int] = {}
    for id in set(chain.from_iterable(cells)):
        signature = tuple(id in cell for cell in cells)
        signatures[signature] = signatures.get(signature, 0) + 1
    return min(signatures.values(), default=10**6)


def everything_derivable(cells: Iterable[frozenset[str]]) -> set[frozenset[str]]:
    """Unions and differences of cells until nothing new comes: the definition itself, for few cells."""
    found = set(cells)
    while True:
        more = {made for a, b in product(found, found) for made in (a | b, a - b)} - found
        if not more:
            return found - {frozenset()}
        found |= more


def families(labels: list[Label]) -> Iterable[tuple[Label, ...]]:
    return chain.from_iterable(combinations(labels, size) for size in range(len(labels) + 1))


def seventy() -> tuple[list[Participant], Contexts]:
    """A made-up register of seventy: six sectors and seven areas of uneven sizes, levels and scales at random."""
    random = Random(2024)
    sectors = [n for n, size in enumerate((18, 16, 11, 9, 8, 8)) for _ in range(size)]
    areas = [n for n, size in enumerate((14, 13, 12, 10, 8, 7, 6)) for _ in range(size)]
    random.shuffle(areas)
    pairs = list(zip(sectors, areas, strict=True))
    random.shuffle(pairs)
    halves = tuple(Value(half, Text(half)) for half in ("n", "s"))
    contexts = Contexts(SECTORS, LEVELS, (*(Value(f"a{n}", Text("x"), "ns"[n % 2]) for n in range(7)), *halves), SCALES)
    names = ("local-government", "third-sector", "health", "community", "national-government", "private")
    levels = [value.id for value in LEVELS if value.broader or value.id == "studying"]
    scales = [value.id for value in SCALES if value.broader]
    people = [
        Participant(f"p{n}", names[sector], random.choice(levels), f"a{area}", random.choice(scales))
        for n, (sector, area) in enumerate(pairs)
    ]
    return people, contexts
