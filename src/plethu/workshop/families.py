"""The best set of cells that divides people into no group smaller than allowed.

Dividing more never makes a part larger, so once a cell cuts too small it does so for ever: such cells are dropped along
the way. What is left is searched by branch and bound, the largest gain first, so that the first answer is the greedy
one and every later answer better. The work is limited by a count, not by a clock: one question has one answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from plethu.workshop.cells import cut, cuts_safely

STEPS = 100_000  # looks at one cell; some tenths of a second


class Candidate(NamedTuple):
    """A cell that may be published. `worth` says what it is worth to whom: sets of people, each with a value."""

    number: int
    cell: int
    worth: tuple[tuple[int, int], ...]


class Family(NamedTuple):
    """The chosen candidates' numbers, what they are worth in all, and what no other choice can exceed."""

    chosen: tuple[int, ...]
    value: int
    bound: int


NONE = Family((), 0, 0)


class _State(NamedTuple):
    open: Sequence[Candidate]  # that may still be taken
    parts: list[int]
    fresh: list[int]  # parts against which the open ones have not been tried
    levels: dict[int, int]  # what people have by now: value, and for whom
    value: int
    chosen: tuple[int, ...]


def best_family(
    candidates: Sequence[Candidate],
    parts: Sequence[int],
    everybody: int,
    least: int,
    steps: int = STEPS,
    known: Family = NONE,
) -> Family:
    """The family of most value. Everybody counts at the highest value that a chosen candidate has for them.

    `parts` are those that must not be cut below `least`: of one ring or of several. If `value` equals `bound`, no
    better family exists. `known` is one that is safe and to be bettered.
    """
    waiting = [_State(candidates, list(parts), list(parts), {0: everybody}, 0, ())]
    best, bound, left = known, 0, steps
    going = not known.chosen  # nothing is given up before there is an answer
    while waiting:
        state = waiting.pop()
        if not going and (left <= 0 or _bound(state) <= best.value):
            bound = max(bound, _bound(state))
            continue
        left -= len(state.open)
        gains, open = _open(state, least)
        state = state._replace(open=open, fresh=[])
        if state.value > best.value:
            best = Family(state.chosen, state.value, 0)
        if not open:
            going = False
            continue
        taken = max(range(len(open)), key=gains.__getitem__)
        rest = [*open[:taken], *open[taken + 1 :]]
        waiting.append(state._replace(open=rest))
        waiting.append(_with(state, open[taken], rest))
    return best._replace(bound=max(bound, best.value))


def _open(state: _State, least: int) -> tuple[list[int], list[Candidate]]:
    """The gains of the candidates that gain something and still cut safely, and these."""
    gains, open = [], []
    for candidate in state.open:
        gain = _gain(candidate, state.levels)
        if gain and cuts_safely(candidate.cell, state.fresh, least):
            gains.append(gain)
            open.append(candidate)
    return gains, open


def _gain(candidate: Candidate, levels: dict[int, int]) -> int:
    return sum(
        (value - has) * (people & group).bit_count()
        for people, value in candidate.worth
        for has, group in levels.items()
        if value > has
    )


def _with(state: _State, taken: Candidate, rest: Sequence[Candidate]) -> _State:
    known = set(state.parts)
    parts = cut(state.parts, taken.cell)
    levels = dict(state.levels)
    for people, value in taken.worth:
        for has in [level for level in levels if level < value]:
            raised = levels[has] & people
            levels[value] = levels.get(value, 0) | raised
            levels[has] ^= raised
    levels = {value: group for value, group in levels.items() if group}
    value = sum(value * group.bit_count() for value, group in levels.items())
    fresh = [part for part in parts if part not in known]
    return _State(rest, parts, fresh, levels, value, (*state.chosen, taken.number))


def _bound(state: _State) -> int:
    """What could be had if every open candidate could be taken beside every other."""
    worth = [pair for candidate in state.open for pair in candidate.worth]
    worth += [(group, value) for value, group in state.levels.items()]
    left, total = 0, 0
    for group in state.levels.values():
        left |= group
    for people, value in sorted(worth, key=lambda pair: -pair[1]):
        total += value * (people & left).bit_count()
        left &= ~people
        if not left:
            break
    return total
