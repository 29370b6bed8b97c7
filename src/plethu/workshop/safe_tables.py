"""Tables of people that may be published: small rows merge upward until none is smaller than allowed.

The rows are groups without overlap; a row of a broader value beside narrower ones of it counts the others only. What is
left over stands under the whole. Where even that is too few, there is no table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plethu.evidence.frozen import Frozen
from plethu.workshop.cells import Crowd, parts_of_ring
from plethu.workshop.contexts import WHOLE, Attribute, Contexts
from plethu.workshop.families import STEPS, Candidate, best_family
from plethu.workshop.labels import detail_of_values
from plethu.workshop.register import Participant
from plethu.workshop.releases import Cell, Output


class SafeRow(Frozen, frozen=True):
    """One row: the value (empty for all that no row names), how many people, and who, which is not published."""

    value: str
    count: int
    people: tuple[str, ...]


def safe_rows(
    people: Iterable[Participant],
    attribute: Attribute,
    contexts: Contexts,
    least: int,
    published: Iterable[Iterable[str]] = (),
) -> tuple[SafeRow, ...]:
    """The most detailed safe table of people by an attribute, in the order of its values. Empty if none is safe.

    `published` are the cells of all that has been published before; no group that they make is divided too small.
    """
    everyone = {person.id: person for person in people}
    crowd = Crowd(everyone)
    before = parts_of_ring(crowd.set_of(cell) for cell in published)
    late = crowd.everybody & ~sum(before)
    if crowd.everybody.bit_count() < least or (before and 0 < late.bit_count() < least):
        return ()
    fitting = _fitting(everyone.values(), attribute, contexts, crowd)
    worth = detail_of_values(contexts, attribute)
    values = [value for value in fitting if fitting[value].bit_count() >= least]
    candidates = [Candidate(n, fitting[value], ((fitting[value], worth[value]),)) for n, value in enumerate(values)]
    parts = [part for part in (crowd.everybody, *before, late) if part]
    family = best_family(candidates, parts, crowd.everybody, least, STEPS)
    return _rows([values[number] for number in family.chosen], attribute, contexts, crowd, fitting)


def _fitting(people: Iterable[Participant], attribute: Attribute, contexts: Contexts, crowd: Crowd) -> dict[str, int]:
    found: dict[str, int] = {}
    for person in people:
        for value in contexts.path(attribute, person.value(attribute)):
            found[value] = found.get(value, 0) | crowd.set_of([person.id])
    return found


def _rows(
    chosen: Sequence[str], attribute: Attribute, contexts: Contexts, crowd: Crowd, fitting: dict[str, int]
) -> tuple[SafeRow, ...]:
    order = [value.id for value in contexts.values(attribute)]
    left, groups = crowd.everybody, {}
    for value in sorted(chosen, key=lambda id: -len(contexts.path(attribute, id))):
        groups[value] = fitting[value] & left
        left &= ~fitting[value]
    groups[WHOLE] = left
    named = sorted((value for value in groups if groups[value]), key=lambda id: order.index(id) if id else len(order))
    return tuple(SafeRow(value, groups[value].bit_count(), crowd.people(groups[value])) for value in named)


def output_of_table(name: str, rows: Iterable[SafeRow]) -> Output:
    """A table as an output for the ledger."""
    return Output(name, "table", tuple(Cell(row.value or "others", row.people) for row in rows))
