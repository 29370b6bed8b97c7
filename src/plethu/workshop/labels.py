"""Safe labels: how much of where somebody speaks from can stand beside what they said.

What a reader is taken to know: who took part and each person's context (a colleague may), every label, table and
earlier release, how labels are chosen, and which published texts are by the same person. What they must not be able
to do: narrow the speaker of any text to fewer than `least` people, by any label or anything that unions and
differences make of the labels and of what was published before (`plethu.workshop.cells`).

A label's cell is everybody in the register whom it fits, whether they said anything or not. Labels are decided from
the register alone and recorded all (not only those that turn out to be used), so neither what is said nor who is
silent moves a label. Beside narrower labels a broader one covers in truth only the others, the remainder of its parent;
remainders are differences, and so count.

As many people as can be keep their own sector, the others a broader one; beside that, as much detail stays as is safe.
This is an exact search for as long as `steps` allow; safety never depends on that.
docs/explanation/safe-labels.md says it in full.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
    the sum over people, `possible` what no labelling that says as much of sectors can exceed, `full` what they said.
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
        self.people, self.crowd = people, crowd
        self.inside, self.parts, self.least = inside, parts, least
        self.paths = {
            attribute: {value.id: contexts.path(attribute, value.id) for value in contexts.values(attribute)}
            for attribute in ATTRIBUTES
        }
        self.own = [own_label(person, self.paths) for person in people]
        self.fitting = {attribute: self._fitting(attribute) for attribute in ATTRIBUTES}
        self.worth = {attribute: detail_of_values(contexts, attribute) for attribute in ATTRIBUTES}
        self.unit = FULL * len(ATTRIBUTES) * len(people) + 1  # one step of a sector is worth more than all detail
        self.of_sector: dict[str, int] = {}
        for person in people:
            bit = crowd.set_of([person.id])
            self.of_sector[person.sector] = self.of_sector.get(person.sector, 0) | bit

    def _fitting(self, attribute: Attribute) -> dict[str, int]:
        having: dict[str, list[str]] = {}
        for person in self.people:
            having.setdefault(person.value(attribute), []).append(person.id)
        found = {WHOLE: self.inside}
        for value, ids in having.items():
            group = self.crowd.set_of(ids)
            for id in self.paths[attribute].get(value, ()):
                found[id] = found.get(id, 0) | group
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

    def worth_to(self, label: Label, cell: int) -> tuple[tuple[int, int], ...]:
        """What a label is worth to those whose own sector it names, and to the others it fits."""
        own = cell & self.of_sector.get(label.sector, 0) if label.sector else 0
        detail, broader = self.detail(label), self.worth["sector"][label.sector]
        found = ((own, KEPT * self.unit + detail), (cell & ~own, broader * self.unit + detail))
        return tuple((group, value) for group, value in found if group)


def detail_of_values(contexts: Contexts, attribute: Attribute) -> dict[str, int]:
    """How much each value says: `FULL` where none is narrower, in between its share of the steps down."""
    paths = {value.id: contexts.path(attribute, value.id) for value in contexts.values(attribute)}
    below = dict.fromkeys(paths, 0)
    for path in paths.values():
        for steps, id in enumerate(path):
            below[id] = max(below[id], steps)
    return {WHOLE: 0, **{id: FULL * len(path) // (len(path) + below[id]) for id, path in paths.items()}}


def _chosen(choice: _Choice, steps: int, held: tuple[str, ...]) -> Labelling:
    labels = [*_possible(choice)]
    family = _family(choice, labels, steps)
    used = dict.fromkeys([Label(), *(labels[number] for number in family.chosen)])
    assigned = _assigned(choice, [*used])
    full = sum(map(choice.detail, choice.own))
    detail = sum(map(choice.detail, assigned.values()))
    sectors, most_sectors = family.value // choice.unit, family.bound // choice.unit
    return Labelling(
        labels=assigned,
        cells={label: choice.crowd.people(choice.cell(label)) for label in used},
        least=choice.least,
        held=held,
        detail=detail,
        possible=family.bound % choice.unit if sectors == most_sectors else full,
        full=full,
    )


def own_label(person: Participant, known: Mapping[Attribute, Collection[str]]) -> Label:
    """All that a person said of where they speak from; values that the workshop does not know are left out."""
    said = [person.value(attribute) for attribute in ATTRIBUTES]
    return Label(*(id if id in known[a] else WHOLE for a, id in zip(ATTRIBUTES, said, strict=True)))


def _family(choice: _Choice, labels: Sequence[Label], steps: int) -> Family:
    """The best set of labels: looked for beside the best set of bare sectors first, and then without them."""
    candidates = _candidates(choice, labels)
    bare = [each for each in candidates if labels[each.number] == Label(sector=labels[each.number].sector)]
    sectors = best_family(bare, choice.parts, choice.inside, choice.least, steps)
    parts = list(choice.parts)
    for candidate in bare:
        if candidate.number in sectors.chosen:
            parts = cut(parts, candidate.cell)
    beside = best_family(candidates, parts, choice.inside, choice.least, steps)
    return best_family(candidates, choice.parts, choice.inside, choice.least, steps, beside)


def _candidates(choice: _Choice, labels: Sequence[Label]) -> list[Candidate]:
    """The labels that fit enough people; of those that fit the same people, the one that says most."""
    best: dict[int, Candidate] = {}
    for number, label in enumerate(labels):
        cell = choice.cell(label)
        if cell.bit_count() >= choice.least and label != Label():
            made = Candidate(number, cell, choice.worth_to(label, cell))
            if cell not in best or _total(best[cell]) < _total(made):
                best[cell] = made
    return sorted(best.values(), key=lambda each: (-_total(each), each.number))


def _total(candidate: Candidate) -> int:
    return sum(value * group.bit_count() for group, value in candidate.worth)


def _possible(choice: _Choice) -> Iterator[Label]:
    """Every label that fits somebody, once, in an order that does not depend on that of the people."""
    seen: set[Label] = set()
    for own in set(choice.own):
        paths = [(WHOLE, *choice.paths[a].get(own.value(a), ())) for a in ATTRIBUTES]
        seen.update(Label(*values) for values in product(*paths))
    yield from sorted(seen)


def _assigned(choice: _Choice, labels: Sequence[Label]) -> dict[str, Label]:
    """For everybody the label that says most of their sector, and then most. Whoever is in one part has the same."""
    ranked = sorted(labels, key=lambda label: (-choice.worth["sector"][label.sector], -choice.detail(label), label))
    left, found = choice.inside, {}
    for label in ranked:
        taken = choice.cell(label) & left
        found.update(dict.fromkeys(choice.crowd.people(taken), label))
        left &= ~taken
    return found


def label_names(label: Label, contexts: Contexts) -> tuple[Text, ...]:
    """The names of what a label says, in the order of the attributes; none for somebody who took part."""
    return tuple(contexts.name(attribute, label.value(attribute)) for attribute in ATTRIBUTES if label.value(attribute))
