"""Safe labels: how much of where somebody speaks from can stand beside what they said.

What a reader is taken to know: who took part and each person's context (a colleague may), every label, table and
earlier release, how labels are chosen, and which published texts are by the same person. What they must not be able
to do: narrow the speaker of any text to fewer than `least` people, by any label or anything that unions and
differences make of the labels and of what was published before (`plethu.workshop.cells`).

A label's cell is everybody in the register whom it fits, whether they said anything or not. Labels are decided from
the register alone and recorded all (not only those that turn out to be used), so neither what is said nor who is
silent moves a label. Beside narrower labels a broader one covers in truth only the others, the remainder of its parent;
remainders are differences, and so count.

First as many people as can be keep their own sector, then detail is added where it is safe. Both are exact searches
for as long as `steps` allow; safety never depends on that. docs/explanation/safe-labels.md says it in full.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Text
from plethu.workshop.cells import Crowd, cut, parts_of_ring
from plethu.workshop.contexts import ATTRIBUTES, WHOLE, Attribute, Contexts
from plethu.workshop.families import STEPS, Candidate, Family, best_family
from plethu.workshop.register import Participant

FULL = 60  # what an attribute is worth named as precisely as can be; divisible by depths up to 6
KEPT = 1_000  # what keeping one's own sector is worth, more than any broader one


class Label(Frozen, frozen=True, order=True):
    """What is said of a speaker: a value or nothing for each attribute. All empty: somebody who took part."""

    sector: str = WHOLE
    level: str = WHOLE
    area: str = WHOLE
    scale: str = WHOLE

    def value(self, attribute: Attribute) -> str:
        """What it says of an attribute; empty for nothing."""
        found: str = getattr(self, attribute)
        return found


class Labelling(Frozen, frozen=True):
    """The label of each person by id, and all labels with the ids of whom they fit.

    `held` are people for whom nothing can be published yet: they joined after a release, and are too few. `detail` is
    the sum over people, `possible` what no labelling that keeps the sectors can exceed, `full` that without anonymity.
    """

    labels: dict[str, Label]
    cells: dict[Label, tuple[str, ...]]
    least: int
    held: tuple[str, ...] = ()
    detail: int = 0
    possible: int = 0
    full: int = 0


def choose_labels(
    people: Iterable[Participant],
    contexts: Contexts,
    least: int,
    published: Iterable[Iterable[str]] = (),
    steps: int = STEPS,
) -> Labelling:
    """The most detailed safe label for everybody in the register of those who may have spoken.

    `published` are the cells of all earlier outputs, as ids. Raises ValueError if there are doubled ids.
    """
    everyone = {person.id: person for person in people}
    crowd = Crowd(everyone)
    before = parts_of_ring(crowd.set_of(cell) for cell in published)
    known = sum(before)  # they are disjoint
    late = crowd.everybody & ~known if known else 0
    held = late if late.bit_count() < least else 0
    inside = crowd.everybody & ~held
    if inside.bit_count() < least:
        return Labelling({}, {}, least, crowd.ids)
    there = [everyone[id] for id in crowd.people(inside)]
    parts = [inside, *(part for part in (*before, late & inside) if part)]
    return _chosen(_Choice(there, contexts, crowd, inside, parts, least), steps, crowd.people(held))


class _Choice:
    """The question: whom labels fit, and which parts must not be cut too small."""

    def __init__(
        self, people: list[Participant], contexts: Contexts, crowd: Crowd, inside: int, parts: list[int], least: int
    ) -> None:
        self.people, self.contexts, self.crowd = people, contexts, crowd
        self.inside, self.parts, self.least = inside, parts, least
        self.fitting = {attribute: self._fitting(attribute) for attribute in ATTRIBUTES}
        self.worth = {attribute: detail_of_values(contexts, attribute) for attribute in ATTRIBUTES}

    def _fitting(self, attribute: Attribute) -> dict[str, int]:
        found = {WHOLE: self.inside}
        for person in self.people:
            bit = self.crowd.set_of([person.id])
            for id in self.contexts.path(attribute, person.value(attribute)):
                found[id] = found.get(id, 0) | bit
        return found

    def cell(self, label: Label) -> int:
        """Whom a label fits."""
        found = self.inside
        for attribute in ATTRIBUTES:
            found &= self.fitting[attribute].get(label.value(attribute), 0)
        return found

    def detail(self, label: Label) -> int:
        """How much a label says."""
        return sum(self.worth[attribute][label.value(attribute)] for attribute in ATTRIBUTES)


def detail_of_values(contexts: Contexts, attribute: Attribute) -> dict[str, int]:
    """How much each value says: `FULL` where none is narrower, in between its share of the steps down."""
    paths = {value.id: contexts.path(attribute, value.id) for value in contexts.values(attribute)}
    below = dict.fromkeys(paths, 0)
    for path in paths.values():
        for steps, id in enumerate(path):
            below[id] = max(below[id], steps)
    return {WHOLE: 0, **{id: FULL * len(path) // (len(path) + below[id]) for id, path in paths.items()}}


def _chosen(choice: _Choice, steps: int, held: tuple[str, ...]) -> Labelling:
    sectors, kept = _sectors(choice, steps)
    labels, family = _detailed(choice, kept, steps, sectors)
    everywhere = Label()
    used = dict.fromkeys([everywhere, *sectors, *labels])
    assigned = _assigned(choice, [*used], kept)
    return Labelling(
        labels=assigned,
        cells={label: choice.crowd.people(choice.cell(label)) for label in used},
        least=choice.least,
        held=held,
        detail=family.value,
        possible=family.bound,
        full=sum(choice.detail(own_label(person, choice.contexts)) for person in choice.people),
    )


def own_label(person: Participant, contexts: Contexts) -> Label:
    """All that a person said of where they speak from; values that the workshop does not know are left out."""
    said = [person.value(attribute) for attribute in ATTRIBUTES]
    return Label(*(id if contexts.path(a, id) else WHOLE for a, id in zip(ATTRIBUTES, said, strict=True)))


def _sectors(choice: _Choice, steps: int) -> tuple[list[Label], dict[Label, int]]:
    """The sectors to be named, and for each label the people who have at least that."""
    labels = [Label(sector=id) for id in choice.fitting["sector"] if id]
    candidates = []
    for number, label in enumerate(labels):
        cell = choice.cell(label)
        own = choice.crowd.set_of(person.id for person in choice.people if person.sector == label.sector)
        worth = tuple((group, value) for group, value in ((own, KEPT), (cell & ~own, choice.detail(label))) if group)
        candidates.append(Candidate(number, cell, worth))
    family = best_family(_large(candidates, choice.least), choice.parts, choice.inside, choice.least, steps)
    chosen = [labels[number] for number in family.chosen]
    return chosen, {label: choice.cell(label) for label in (Label(), *chosen)}


def _large(candidates: Iterable[Candidate], least: int) -> list[Candidate]:
    return [candidate for candidate in candidates if candidate.cell.bit_count() >= least]


def _detailed(
    choice: _Choice, kept: dict[Label, int], steps: int, sectors: Sequence[Label]
) -> tuple[list[Label], Family]:
    """Labels that say more, none of which says less of anybody's sector than they keep."""
    labels = [*_possible(choice)]
    best: dict[int, Candidate] = {}
    for number, label in enumerate(labels):
        cell = choice.cell(label)
        allowed = cell & _allowed(choice, label, kept)
        made = Candidate(number, cell, ((allowed, choice.detail(label)),))
        if allowed and (cell not in best or _total(best[cell]) < _total(made)):
            best[cell] = made
    fixed = [
        Candidate(-1 - number, choice.cell(label), ((choice.cell(label), choice.detail(label)),))
        for number, label in enumerate(sectors)
    ]
    parts = list(choice.parts)
    for candidate in fixed:
        parts = cut(parts, candidate.cell)
    best_first = sorted(_large(best.values(), choice.least), key=lambda each: (-_total(each), each.number))
    family = best_family([*fixed, *best_first], parts, choice.inside, choice.least, steps)
    return [labels[number] for number in family.chosen if number >= 0], family


def _total(candidate: Candidate) -> int:
    return sum(value * group.bit_count() for group, value in candidate.worth)


def _possible(choice: _Choice) -> Iterator[Label]:
    """Every label that fits somebody, once, in an order that does not depend on that of the people."""
    seen: set[Label] = set()
    for own in {own_label(person, choice.contexts) for person in choice.people}:
        paths = [(WHOLE, *choice.contexts.path(a, own.value(a))) for a in ATTRIBUTES]
        seen.update(Label(*values) for values in product(*paths))
    yield from sorted(seen)


def _allowed(choice: _Choice, label: Label, kept: dict[Label, int]) -> int:
    """The people of whose sector a label says no less than they keep."""
    least_said = dict.fromkeys((WHOLE, *choice.contexts.path("sector", label.sector)))
    denied = 0
    for other, cell in kept.items():
        if other.sector not in least_said:
            denied |= cell
    return ~denied


def _assigned(choice: _Choice, labels: Sequence[Label], kept: dict[Label, int]) -> dict[str, Label]:
    """For everybody the label that says most of them. Whoever is in the same part of the ring has the same."""
    ranked = sorted(labels, key=lambda label: (-choice.detail(label), -choice.worth["sector"][label.sector], label))
    left, found = choice.inside, {}
    for label in ranked:
        taken = choice.cell(label) & _allowed(choice, label, kept) & left
        found.update(dict.fromkeys(choice.crowd.people(taken), label))
        left &= ~taken
    return found


def label_names(label: Label, contexts: Contexts) -> tuple[Text, ...]:
    """The names of what a label says, in the order of the attributes; none for somebody who took part."""
    return tuple(contexts.name(attribute, label.value(attribute)) for attribute in ATTRIBUTES if label.value(attribute))
