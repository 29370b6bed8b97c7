"""The best set of cells that divides people into no group smaller than allowed.

Dividing more never makes a part larger, so once a cell cuts too small it does so for ever: such cells are dropped along
the way. What is left is searched by branch and bound, the largest gain first, so that the first answer is the greedy
one and every later answer better. The work is limited by a count, not by a clock: one question has one answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from plethu.workshop.cells import cut_anew, cuts_safely

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
    open: list[Candidate]  # that may still be taken
    gains: list[int]  # of each of them, when it was last looked at
    raised: int  # whose value has changed since then: the gain of a candidate without them is still the same
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
    first = [0] * len(candidates)
    waiting = [_State([*candidates], first, everybody, list(parts), list(parts), {0: everybody}, 0, ())]
    best, bound, left = known, 0, steps
    going = not known.chosen  # nothing is given up before there is an answer
    while waiting:
        state = waiting.pop()
        if not going:
            most = _bound(state)
            if left <= 0 or most <= best.value:
                bound = max(bound, most)
                continue
        left -= len(state.open)
        gains, open = _open(state, least)
        if state.value > best.value:
            best = Family(state.chosen, state.value, 0)
        if not open:
            going = False
            continue
        waiting += _both_ways(state, open, gains)
    return best._replace(bound=max(bound, best.value))


def _open(state: _State, least: int) -> tuple[list[int], list[Candidate]]:
    """The gains of the candidates that gain something and still cut safely, and these."""
    gains, open = [], []
    for candidate, gain in zip(state.open, state.gains, strict=True):
        if candidate.cell & state.raised:
            gain = _gain(candidate, state.levels)
        if gain and cuts_safely(candidate.cell, state.fresh, least):
            gains.append(gain)
            open.append(candidate)
    return gains, open


def _gain(candidate: Candidate, levels: dict[int, int]) -> int:
    gain = 0
    for people, value in candidate.worth:
        for has, group in levels.items():
            if value > has and (more := people & group):
                gain += (value - has) * more.bit_count()
    return gain


def _both_ways(state: _State, open: list[Candidate], gains: list[int]) -> tuple[_State, _State]:
    """Without the candidate that gains most, and with it."""
    at = max(range(len(open)), key=gains.__getitem__)
    taken, rest, their_gains = open[at], open[:at] + open[at + 1 :], gains[:at] + gains[at + 1 :]
    without = state._replace(open=rest, gains=their_gains, raised=0, fresh=[])
    parts, fresh = cut_anew(state.parts, taken.cell)
    levels, raised = dict(state.levels), 0
    for people, value in taken.worth:
        for has in [level for level in levels if level < value]:
            moved = levels[has] & people
            levels[value] = levels.get(value, 0) | moved
            levels[has] ^= moved
            raised |= moved
    levels = {value: group for value, group in levels.items() if group}
    value = state.value + gains[at]
    return without, _State(rest, their_gains, raised, parts, fresh, levels, value, (*state.chosen, taken.number))


def _bound(state: _State) -> int:
    """What could be had if every open candidate could be taken beside every other."""
    worth = [(value, people) for candidate in state.open for people, value in candidate.worth]
    worth += state.levels.items()
    worth.sort(key=itemgetter(0), reverse=True)
    left, total = sum(state.levels.values()), 0  # they are disjoint
    for value, people in worth:
        if more := people & left:
            total += value * more.bit_count()
            left ^= more
            if not left:
                break
    return total
