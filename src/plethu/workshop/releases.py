"""The ledger of releases: everything ever published of a workshop as cells of people, and the check before the next.

An output's cells are the groups of people that it speaks of: a label's cell is everybody whom the label may mean, a
table's cell everybody counted in it. Before a release, its cells are laid beside all that was published before:

1. among the people who have not withdrawn (a reader may know who has), no group that unions and differences make of all
   labels and tables may be smaller than the threshold for labels;
2. among everybody ever counted, no group that they make of the tables alone may be smaller than the threshold for
   tables; a table made again after somebody withdrew differs from the first by exactly that person, and is found so.

What is published cannot be taken back: a group that earlier releases already give away, because people withdrew since,
is told as `weakened`. It does not stop a release that leaves it as it is and does not use it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from plethu.evidence.frozen import Frozen
from plethu.workshop.cells import Crowd, parts_of_ring
from plethu.workshop.labels import Labelling

LEAST = 3
FOR_LABELS = 5
FOR_TABLES = 10
EVERYBODY = "everybody"
OutputKind = Literal["labels", "table"]


class Thresholds(Frozen, frozen=True):
    """The fewest people that a label may mean and that a cell of a table may count."""

    labels: int = FOR_LABELS
    tables: int = FOR_TABLES


USUAL = Thresholds()


class Cell(Frozen, frozen=True):
    """A group of people that an output speaks of, by ids; `name` says to its makers which one it is."""

    name: str
    people: tuple[str, ...]


class Output(Frozen, frozen=True):
    """One thing published: texts with their labels (in whatever languages and files), or a table."""

    name: str
    kind: OutputKind
    cells: tuple[Cell, ...]


NOTHING_PROMISED = Thresholds(LEAST, LEAST)


class Release(Frozen, frozen=True):
    """Outputs published together. `on` is the date, ISO 8601; `promised` the thresholds that held for it."""

    id: str
    on: str
    outputs: tuple[Output, ...]
    promised: Thresholds = NOTHING_PROMISED


class Breach(Frozen, frozen=True):
    """A group too small that can be made: by `ring`, people who are in all cells of `inside` and in none of `outside`.

    Cells read `release: output: name`. `size` is for the makers, and is not to be published.
    """

    ring: OutputKind
    size: int
    least: int
    inside: tuple[str, ...]
    outside: tuple[str, ...]


class Check(Frozen, frozen=True):
    """What a release would give away (`breaches`: it must not go out), and what was given away before (`weakened`)."""

    breaches: tuple[Breach, ...]
    weakened: tuple[Breach, ...] = ()

    @property
    def may_go_out(self) -> bool:
        """Whether nothing new is given away."""
        return not self.breaches


def threshold_flaws(chosen: Thresholds) -> Iterator[tuple[str, str]]:
    """What is wrong with an owner's thresholds: (`below-least`, field), or (`tables-below-labels`, field).

    Values under the defaults down to `LEAST` are the owner's to answer for; see `lowered`.
    """
    for field, value in (("labels", chosen.labels), ("tables", chosen.tables)):
        if value < LEAST:
            yield "below-least", field
    if chosen.tables < chosen.labels:
        yield "tables-below-labels", "tables"


def lowered(chosen: Thresholds) -> bool:
    """Whether an owner has gone under the defaults, which is to be said wherever something is published."""
    return chosen.labels < FOR_LABELS or chosen.tables < FOR_TABLES


def binding(ledger: Iterable[Release], chosen: Thresholds) -> Thresholds:
    """The thresholds that hold now: the highest that any earlier release promised, or higher ones chosen since.

    Lower ones would let a later release divide groups of whom readers were told that they would not be divided.
    """
    promised = [chosen, *(release.promised for release in ledger)]
    return Thresholds(max(each.labels for each in promised), max(each.tables for each in promised))


def output_of_labels(name: str, labelling: Labelling, languages: Iterable[tuple[str, tuple[str, ...]]] = ()) -> Output:
    """All labels of a register as an output; also those that nothing published carries.

    `languages` are the groups that original languages give away (`OriginalLanguages.cells`).
    """
    cells = [Cell("/".join(_values(label)) or EVERYBODY, ids) for label, ids in sorted(labelling.cells.items())]
    return Output(name, "labels", (*cells, *(Cell(each, ids) for each, ids in languages)))


def _values(label: object) -> Iterator[str]:
    for field in ("sector", "level", "area", "scale"):
        if value := getattr(label, field):
            yield f"{field}={value}"


def published_cells(ledger: Iterable[Release]) -> list[tuple[str, ...]]:
    """The people of every cell ever published, for choosing the next labels beside them."""
    return [cell.people for _, _, cell in _cells(ledger)]


def check_release(
    ledger: Sequence[Release], new: Release, remaining: Iterable[str], thresholds: Thresholds = USUAL
) -> Check:
    """Whether a release may go out beside all that went before. `remaining` are the ids of who has not withdrawn.

    What earlier releases promised holds, where it is more. Raises ValueError for thresholds under `LEAST`.
    """
    if any(code == "below-least" for code, _ in threshold_flaws(thresholds)):
        raise ValueError(f"no threshold may be under {LEAST}")
    thresholds = binding(ledger, thresholds)
    earlier, now = [*_cells(ledger)], [*_cells([new])]
    ever = {id for _, _, cell in (*earlier, *now) for id in cell.people}
    found = [
        _ring("labels", earlier, now, Crowd(remaining), thresholds.labels),
        _ring("table", [*_tables(earlier)], [*_tables(now)], Crowd(ever), thresholds.tables),
    ]
    return Check(tuple(b for check in found for b in check.breaches), tuple(b for c in found for b in c.weakened))


_Named = tuple[str, OutputKind, Cell]


def _cells(releases: Iterable[Release]) -> Iterator[_Named]:
    for release in releases:
        for output in release.outputs:
            for cell in output.cells:
                yield f"{release.id}: {output.name}: {cell.name}", output.kind, cell


def _tables(cells: Iterable[_Named]) -> Iterator[_Named]:
    return (each for each in cells if each[1] == "table")


def _ring(kind: OutputKind, earlier: Sequence[_Named], now: Sequence[_Named], crowd: Crowd, least: int) -> Check:
    """The groups too small in the ring of the new cells alone and in that of all cells; and those there were before."""
    old, own = ([(name, crowd.set_of(cell.people)) for name, _, cell in cells] for cells in (earlier, now))
    before, among_own, among_all = (_small(cells, least) for cells in (old, own, old + own))
    breaches = [_breach(kind, part, least, own) for part in sorted(among_own)]
    breaches += [_breach(kind, part, least, old + own) for part in sorted(among_all - before - among_own)]
    return Check(tuple(breaches), tuple(_breach(kind, part, least, old) for part in sorted(before)))


def _small(cells: Iterable[tuple[str, int]], least: int) -> set[int]:
    return {part for part in parts_of_ring(cell for _, cell in cells) if part.bit_count() < least}


def _breach(kind: OutputKind, part: int, least: int, cells: Sequence[tuple[str, int]]) -> Breach:
    """A small part, with those cells named that are needed to make it."""
    around = sorted((cell.bit_count(), name, cell) for name, cell in cells if not part & ~cell)
    _, first, within = around[0]
    inside = [first]
    for _, name, cell in around[1:]:
        if within & ~cell:
            within &= cell
            inside.append(name)
    outside = []
    for _, name, cell in sorted(((-cell.bit_count(), name, cell) for name, cell in cells if not part & cell)):
        if within & cell:
            within &= ~cell
            outside.append(name)
    return Breach(kind, part.bit_count(), least, tuple(inside), tuple(outside))
