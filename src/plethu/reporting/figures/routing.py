"""Ways for arrows between boxes in columns: along the gutters between columns and the gaps between rows, each in a
lane of its own, so that no arrow runs through a box or upon another arrow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

Point = tuple[float, float]
Way = list[Point]
LANE, LEAST_GAP = 9.0, 14.0


@dataclass(frozen=True, slots=True)
class Node:
    """A box by its id, with the height it needs."""

    id: str
    height: float


@dataclass(slots=True)
class _Plan:
    """An arrow before its lanes are known: by which sides, gutters and gap it goes."""

    source: str
    target: str
    out: int  # 1 leaves by the right, -1 by the left
    into: int  # 1 enters from the right, -1 from the left
    gutters: list[int]
    gap: int | None


@dataclass(slots=True)
class Grid:
    """Boxes in columns; rows are as high as their highest box. Gutter 0 is the left margin."""

    columns: list[list[Node]]
    wide: float
    margin: float
    gutter: float
    gaps: dict[int, float] = field(default_factory=dict)

    def place(self, id: str) -> tuple[int, int]:
        """Column and row of a box."""
        return next((c, r) for c, column in enumerate(self.columns) for r, node in enumerate(column) if node.id == id)

    def left(self, column: int) -> float:
        """Where a column begins."""
        return self.margin + column * (self.wide + self.gutter)

    def height(self, row: int) -> float:
        """How high a row is."""
        return max(column[row].height for column in self.columns if row < len(column))

    def top(self, row: int) -> float:
        """Where a row begins."""
        return sum(self.height(r) + self.gaps.get(r, LEAST_GAP) for r in range(row)) + 1

    @property
    def foot(self) -> float:
        """Where the last row ends."""
        rows = max((len(column) for column in self.columns), default=0)
        return self.top(rows - 1) + self.height(rows - 1) if rows else 0


def route(grid: Grid, arrows: Sequence[tuple[str, str]]) -> list[Way]:
    """A way for each arrow. Sets the grid's gaps, so that rows have room for the arrows between them."""
    plans = [_plan(grid, source, target) for source, target in arrows]
    in_gap: dict[int, list[int]] = defaultdict(list)
    in_gutter: dict[int, list[int]] = defaultdict(list)
    ports: dict[tuple[int, int], list[int]] = defaultdict(list)
    for n, plan in enumerate(plans):
        if plan.gap is not None:
            in_gap[plan.gap].append(n)
        for gutter in plan.gutters:
            in_gutter[gutter].append(n)
        ports[_side(grid, plan.source, plan.out)].append(2 * n)
        ports[_side(grid, plan.target, plan.into)].append(2 * n + 1)
    grid.gaps.update({gap: LEAST_GAP + LANE * len(lanes) for gap, lanes in in_gap.items()})
    return [_way(grid, n, plan, in_gap, in_gutter, ports) for n, plan in enumerate(plans)]


def _plan(grid: Grid, source: str, target: str) -> _Plan:
    (from_column, from_row), (to_column, to_row) = grid.place(source), grid.place(target)
    if from_column == to_column:
        return _Plan(source, target, -1, -1, [to_column], None)
    if abs(from_column - to_column) == 1:
        step = to_column - from_column
        return _Plan(source, target, step, -step, [max(from_column, to_column)], None)
    gap = from_row - 1 if 0 < to_row < from_row or (to_row == 0 and from_row) else from_row
    if from_column < to_column:
        return _Plan(source, target, 1, -1, [from_column + 1, to_column], gap)
    return _Plan(source, target, -1, 1, [from_column, to_column + 1], gap)


def _way(
    grid: Grid,
    n: int,
    plan: _Plan,
    in_gap: dict[int, list[int]],
    in_gutter: dict[int, list[int]],
    ports: dict[tuple[int, int], list[int]],
) -> Way:
    start = _port(grid, plan.source, plan.out, 2 * n, ports)
    end = _port(grid, plan.target, plan.into, 2 * n + 1, ports)
    lanes = [_lane(grid, gutter, n, in_gutter) for gutter in plan.gutters]
    if plan.gap is None:
        return [start, (lanes[0], start[1]), (lanes[0], end[1]), end]
    y = grid.top(plan.gap) + grid.height(plan.gap) + grid.gaps[plan.gap] / 2
    y += (in_gap[plan.gap].index(n) - (len(in_gap[plan.gap]) - 1) / 2) * LANE
    return [start, (lanes[0], start[1]), (lanes[0], y), (lanes[1], y), (lanes[1], end[1]), end]


def _side(grid: Grid, id: str, side: int) -> tuple[int, int]:
    """The gutter and row on a side of a box. Boxes on both sides of a gutter share its height, so that no two arrows
    run level upon each other."""
    column, row = grid.place(id)
    return column + (side > 0), row


def _port(grid: Grid, id: str, side: int, n: int, ports: dict[tuple[int, int], list[int]]) -> Point:
    column, row = grid.place(id)
    mine = ports[_side(grid, id, side)]
    y = grid.top(row) + grid.height(row) * (mine.index(n) + 1) / (len(mine) + 1)
    return grid.left(column) + (grid.wide if side > 0 else 0), y


def _lane(grid: Grid, gutter: int, n: int, in_gutter: dict[int, list[int]]) -> float:
    mine = in_gutter[gutter]
    wide = grid.margin if gutter == 0 else grid.gutter
    return grid.left(gutter) - wide + wide * (mine.index(n) + 1) / (len(mine) + 1)
