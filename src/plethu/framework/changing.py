"""Changing an answer, and the least change that brings an action forward."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from msgspec.structs import replace

from plethu.framework.advice import Change
from plethu.framework.index import Index
from plethu.framework.needs import STAGES, Need, Places
from plethu.framework.situation import Situation

LARGEST_CHANGE = 3


def changed(situation: Situation, change: Change) -> Situation:
    """The situation with one answer changed. An empty value takes the answer back ("not sure")."""
    if change.part == "route":
        return replace(situation, route=change.value)
    part: dict[str, Any] = dict(getattr(situation, change.part))
    if not change.value:
        part.pop(change.key, None)
    elif change.part == "answers":
        part[change.key] = tuple(dict.fromkeys(filter(None, change.value.split("|"))))
    elif change.part == "have":
        part[change.key] = change.value == "true"
    else:
        part[change.key] = change.value
    return replace(situation, **{change.part: part})


class Trials:
    """A situation and what becomes of it under changes. Actions share trials, since they often wait for the same."""

    def __init__(self, index: Index, situation: Situation) -> None:
        self.index = index
        self._made: dict[tuple[Change, ...], Places] = {(): Places(index, situation)}

    def after(self, changes: tuple[Change, ...]) -> Places:
        """Where the actions stand after the changes."""
        if changes not in self._made:
            before = self.after(changes[:-1]).situation
            self._made[changes] = Places(self.index, changed(before, changes[-1]))
        return self._made[changes]


def least_change(action: str, trials: Trials) -> tuple[Change, ...]:
    """The smallest set of changed answers that brings a later action one lane forward; empty if three do not do it.

    Only what holds the action back is tried: putting a needed action in place, having a practice, reaching a stage.
    """
    places = trials.after(())
    target = min(places.of(action).steps, 2) - 1
    candidates = list(dict.fromkeys(_candidates(action, places)))
    for size in range(1, LARGEST_CHANGE + 1):
        for changes in combinations(candidates, size):
            if trials.after(changes).of(action).steps <= target:
                return changes
    return ()


def _candidates(action: str, places: Places) -> Iterator[Change]:
    """Changes that could matter for an action, what is nearest first."""
    index, placement = places.index, places.of(action)
    for need in sorted(placement.needs, key=lambda need: need.steps):
        if need.steps:
            yield from _fixes(need, places)
    if placement.stage_gap:
        wanted = STAGES.index(min(index.stage_fit[action].stages, key=STAGES.index))
        for stage in STAGES[1 : wanted + 1]:
            value = next(v for v, s in index.edition.stage_values.items() if s == stage)
            yield Change("answers", index.edition.stage_dimension, value)
    for end in places.path(action):
        if end.startswith("action:"):
            yield Change("in_place", end.removeprefix("action:"), "in-place")


def _fixes(need: Need, places: Places) -> Iterator[Change]:
    kind, _, id = need.end.partition(":")
    if kind == "action":
        yield Change("in_place", id, "in-place")
    elif kind == "feature":
        yield Change("today", id, "strong")
    elif kind == "category":
        if nearest := places.nearest(need.end):
            yield Change("in_place", nearest, "started")
    elif places.index.circumstances[id].asked:
        yield Change("have", id, "true")
    else:
        yield from _answers_for(id, places)


def _answers_for(circumstance: str, places: Places) -> Iterator[Change]:
    """Single answers that make a computed circumstance true; what a set holds already stays in it."""
    for group in places.index.circumstances[circumstance].when:
        if len(group) == 1 and group[0].operator in ("is", "includes", "at-least", "at-most"):
            condition = group[0]
            kept = places.situation.answers.get(condition.dimension, ()) if condition.operator == "includes" else ()
            yield Change("answers", condition.dimension, "|".join(dict.fromkeys((*kept, condition.values[0]))))
