"""Two searches over the same records, and the same search at two times: what one finds and the other does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from plethu.records.importing import Cancelled
from plethu.searching.running.evaluating import Evaluation
from plethu.searching.running.index import Index
from plethu.searching.running.missed import Missed, why_missed
from plethu.searching.running.rows import Rows, numbers_of
from plethu.searching.running.strategies import Run
from plethu.searching.running.text import Text
from plethu.searching.strategy import Block, Strategy, formula_of
from plethu.searching.tree import Node

MOST_EXPLAINED = 200  # records on each side
DRIFT = 0.1  # what is more is flagged: a share of the earlier count (Rethlefsen 2024 takes this for reproducible)


@dataclass(frozen=True, slots=True)
class Compared:
    """What two searches find. `only_a` are the ids that only the first finds; `why_not_b` says why the second does not.

    Reasons are given for the first MOST_EXPLAINED records of each side.
    """

    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    both: int
    why_not_b: tuple[Missed, ...] = ()
    why_not_a: tuple[Missed, ...] = ()

    @property
    def is_same(self) -> bool:
        """Whether both find the same records."""
        return not self.only_a and not self.only_b


def compare(
    a: Strategy | Node,
    b: Strategy | Node,
    index: Index,
    *,
    text_of: Callable[[str], Text | None] = lambda id: None,
    most: int = MOST_EXPLAINED,
    cancelled: Callable[[], bool] | None = None,
) -> Compared:
    """Compare two searches record by record. Raises Unreadable for one that cannot be run, and Cancelled.

    `text_of` gives a record as it was written, for quoting from it; without it words are quoted as they are indexed.
    """
    first, second = _strategy(a), _strategy(b)
    rows_a, rows_b = (_rows(each, index, cancelled) for each in (first, second))
    only_a, only_b = rows_a & ~rows_b, rows_b & ~rows_a

    def why(strategy: Strategy, rows: Rows) -> Iterator[Missed]:
        for number in islice(numbers_of(rows), most):
            if cancelled and cancelled():
                raise Cancelled
            kept = index.text(number)
            yield why_missed(strategy, text_of(kept.id) or kept)

    return Compared(
        tuple(index.ids(only_a)),
        tuple(index.ids(only_b)),
        (rows_a & rows_b).bit_count(),
        tuple(why(second, only_a)),
        tuple(why(first, only_b)),
    )


def _strategy(given: Strategy | Node) -> Strategy:
    return given if isinstance(given, Strategy) else Strategy("", (Block("", "", given),))


def _rows(strategy: Strategy, index: Index, cancelled: Callable[[], bool] | None) -> Rows:
    trees = {block.name: block.tree for block in reversed(strategy.blocks)}
    return Evaluation(index, trees, cancelled).whole(formula_of(strategy)) if strategy.blocks else 0


@dataclass(frozen=True, slots=True)
class LineDrift:
    """One block's count at two times, None where it had none. The formula has an empty name."""

    name: str
    before: int | None
    after: int | None

    @property
    def share(self) -> float | None:
        """The change as a share of the earlier count; None where it cannot be told."""
        if self.before is None or self.after is None:
            return None
        return (self.after - self.before) / self.before if self.before else float(self.after > 0)

    @property
    def is_flagged(self) -> bool:
        """Whether the count moved by more than DRIFT, or there is a count at one of the two times only."""
        if self.share is None:
            return self.before != self.after
        return abs(self.share) > DRIFT


@dataclass(frozen=True, slots=True)
class Drifted:
    """What changed between two runs. `is_same_records`: both ran over the very same records."""

    new: tuple[str, ...]
    gone: tuple[str, ...]
    lines: tuple[LineDrift, ...]
    whole: LineDrift
    is_same_records: bool


def drift(earlier: Run, later: Run) -> Drifted:
    """New and gone records, and how the counts moved, block by block in the order of the later run."""
    before, after = set(earlier.ids), set(later.ids)
    old, now = ({block.name: block.hits for block in reversed(run.blocks)} for run in (earlier, later))
    names = dict.fromkeys([block.name for block in (*later.blocks, *earlier.blocks)])
    return Drifted(
        tuple(id for id in later.ids if id not in before),
        tuple(id for id in earlier.ids if id not in after),
        tuple(LineDrift(name, old.get(name), now.get(name)) for name in names),
        LineDrift("", earlier.hits, later.hits),
        earlier.digest == later.digest,
    )
