"""A whole strategy run over an index: what each block finds, what the formula finds, what each term brings."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from plethu.searching.faults import Fault, Unreadable
from plethu.searching.running.contributions import Brought, brought_to
from plethu.searching.running.evaluating import Evaluation
from plethu.searching.running.index import Index
from plethu.searching.running.lines import order_of
from plethu.searching.running.remarks import remarks_on
from plethu.searching.running.rows import Rows
from plethu.searching.running.text import EVERYWHERE
from plethu.searching.strategy import Block, Strategy, formula_of
from plethu.searching.tree import Node, walk

MOST_TERMS = 1_000  # of a block, for which it is counted what each brings
NOISE_FROM, NOISE_SHARE, KEPT_SHARE = 20, 20, 4


@dataclass(frozen=True, slots=True)
class TermCount:
    """What one term brings to its block.

    `hits`: records that the block finds by it. `alone`: those that it would lose without it; `alone_whole`: those that
    the whole strategy would lose. `kept`: how many of `hits` the whole finds. `wanted`: how many of `alone_whole` are
    among the records that were named as wanted. `is_noise`: it brings at least a twentieth of its block alone
    (NOISE_FROM records or more), and the whole keeps of those less than a quarter of what it keeps of the block.
    """

    node: Node
    hits: int
    alone: int
    alone_whole: int
    kept: int
    wanted: int = 0
    is_noise: bool = False


@dataclass(frozen=True, slots=True)
class BlockCount:
    """What one block finds; `hits` is None where it cannot be run. No `terms` where they were not counted."""

    name: str
    title: str
    hits: int | None
    terms: tuple[TermCount, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """One run. `ids` are the records that the formula found, in the order of the index; `hits` None: it cannot be run.

    `faults` keep a block or the formula (`block` empty) from being run; `remarks` say what runs otherwise here than on
    its platform. `digest` is of everything that was indexed, `size` how many records that were.
    """

    blocks: tuple[BlockCount, ...]
    hits: int | None
    ids: tuple[str, ...]
    digest: str
    size: int
    faults: tuple[Fault, ...] = ()
    remarks: tuple[Fault, ...] = ()


def run_strategy(
    strategy: Strategy,
    index: Index,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    *,
    terms: bool = True,
    wanted: Collection[str] = (),
) -> Run:
    """Run a strategy. Without `terms`, only blocks and formula are counted. Raises Cancelled, and nothing else.

    `wanted` are ids of records that are known to belong in the review. `progress` gets blocks done, and blocks in all.
    """
    running = _Running(strategy, index, cancelled)
    whole = running.whole()
    rows_wanted = index.with_ids(wanted) if wanted else 0
    blocks = []
    for number, block in enumerate(strategy.blocks):
        hits = running.found[number]
        counted = running.terms(block, whole or 0, rows_wanted) if terms and hits is not None else ()
        blocks.append(BlockCount(block.name, block.title, None if hits is None else hits.bit_count(), counted))
        if progress:
            progress(number + 1, len(strategy.blocks))
    ids = tuple(index.ids(whole)) if whole else ()
    hits_of_whole = None if whole is None else whole.bit_count()
    faults, remarks = tuple(running.faults), tuple(running.remarks())
    return Run(tuple(blocks), hits_of_whole, ids, index.digest, index.size, faults, remarks)


class _Running:
    def __init__(self, strategy: Strategy, index: Index, cancelled: Callable[[], bool] | None) -> None:
        self.strategy, self.index, self.cancelled = strategy, index, cancelled
        self.trees = {block.name: block.tree for block in reversed(strategy.blocks)}
        self.evaluation = Evaluation(index, self.trees, cancelled)
        self.faults: list[Fault] = []
        self.too_many: list[Fault] = []
        self._standing: dict[str, frozenset[str]] = {}
        self.found = [self._rows(block.tree, block) for block in strategy.blocks]

    def _rows(self, node: Node, block: Block | None) -> Rows | None:
        """What a block or the formula finds; None where it cannot be run, and why is noted."""
        try:
            return self.evaluation.whole(node)
        except Unreadable as error:
            name, line = (block.name, block.line) if block else ("", 0)
            self.faults += [replace(fault, block=name, line=line) for fault in error.faults]
            return None

    def whole(self) -> Rows | None:
        """What the formula finds."""
        if not self.strategy.blocks:
            self.faults.append(Fault("strategy-empty"))
            return None
        return self._rows(formula_of(self.strategy), None)

    def remarks(self) -> list[Fault]:
        """What is said beside the counts, block by block."""
        said = [replace(each, block=block.name) for block in self.strategy.blocks for each in remarks_on(block.tree)]
        return said + self.too_many

    def terms(self, block: Block, whole: Rows, wanted: Rows) -> tuple[TermCount, ...]:
        """What each term of a block brings; none where they are too many, which is said."""
        if sum(1 for _ in walk(block.tree)) > MOST_TERMS:
            self.too_many.append(Fault("terms-many", block.tree.place, {"most": str(MOST_TERMS)}, block.name))
            return ()
        within = self.evaluation.line(block.name, EVERYWHERE)
        brought = brought_to(block.tree, self.evaluation)
        return tuple(self._count(each, block, within, whole, wanted) for each in brought)

    def _count(self, each: Brought, block: Block, within: Rows, whole: Rows, wanted: Rows) -> TermCount:
        lost = whole & ~self._without(block, within & ~each.alone) if each.alone & whole else 0
        hits, alone = each.rows.bit_count(), each.alone.bit_count()
        enough = alone >= NOISE_FROM and alone * NOISE_SHARE >= within.bit_count()
        kept_alone, kept_of_block = (each.alone & whole).bit_count(), (within & whole).bit_count()
        is_noise = enough and kept_alone * KEPT_SHARE * within.bit_count() < alone * kept_of_block
        kept = (each.rows & whole).bit_count()
        return TermCount(each.node, hits, alone, lost.bit_count(), kept, (lost & wanted).bit_count(), is_noise)

    def _without(self, block: Block, rows: Rows) -> Rows:
        """What the formula finds where a block finds only these records."""
        return self.evaluation.where(block.name, rows, self._standing_on(block.name)).whole(formula_of(self.strategy))

    def _standing_on(self, name: str) -> frozenset[str]:
        """The blocks that name a block, or name one that does."""
        if name not in self._standing:
            self._standing[name] = frozenset(
                each for each, tree in self.trees.items() if self._is_sound(each) and name in order_of(tree, self.trees)
            )
        return self._standing[name]

    def _is_sound(self, name: str) -> bool:
        return not any(fault.block == name for fault in self.faults)
