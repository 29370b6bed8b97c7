"""What if: another answer, and the difference it makes."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.evidence.frozen import Frozen
from plethu.framework.advice import ActionAdvice, Advice, AdviceLane, Change, Verdict
from plethu.framework.advising import lanes_and_verdicts
from plethu.framework.changing import changed
from plethu.framework.edition import Edition
from plethu.framework.index import Index, index_of
from plethu.framework.matching import states_of
from plethu.framework.situation import Situation

Moved = tuple[str, AdviceLane, Verdict]


class Difference(Frozen, frozen=True):
    """How an action's advice differs between two situations or two editions."""

    action: str
    lane_before: AdviceLane | None
    lane_after: AdviceLane | None
    verdict_before: Verdict | None
    verdict_after: Verdict | None
    grounds_added: tuple[str, ...]
    grounds_removed: tuple[str, ...]


def differences(before: Advice, after: Advice) -> tuple[Difference, ...]:
    """The actions whose lane, verdict or applying reasons differ, in the order of the new advice."""
    old, new = ({a.action: a for a in advice.actions} for advice in (before, after))
    found = []
    for id in [*new, *(id for id in old if id not in new)]:
        a, b = old.get(id), new.get(id)
        grounds = [_applying(x) if x else {} for x in (a, b)]
        difference = Difference(
            id,
            a.lane if a else None,
            b.lane if b else None,
            a.verdict if a else None,
            b.verdict if b else None,
            tuple(g for g in grounds[1] if g not in grounds[0]),
            tuple(g for g in grounds[0] if g not in grounds[1]),
        )
        if difference.lane_before != difference.lane_after or difference.verdict_before != difference.verdict_after:
            found.append(difference)
        elif difference.grounds_added or difference.grounds_removed:
            found.append(difference)
    return tuple(found)


def _applying(advice: ActionAdvice) -> dict[str, None]:
    reasons = (*advice.reasons, *advice.cautions)
    return dict.fromkeys(ground for reason in reasons for ground in (*reason.findings, *reason.relations))


def possible_changes(index: Index, situation: Situation) -> Iterator[Change]:
    """Every single answer that could be given otherwise: each value of each scale and choice, each value of a set
    put in or taken out, each action's progress, each asked circumstance, the route."""
    for dimension in index.edition.dimensions:
        given = situation.answers.get(dimension.id)
        for value in dimension.values:
            if dimension.kind != "set":
                if given != (value.id,):
                    yield Change("answers", dimension.id, value.id)
            elif dimension.id != index.edition.place_dimension:
                kept = [v.id for v in dimension.values if (v.id in (given or ())) != (v.id == value.id)]
                yield Change("answers", dimension.id, "|".join(kept) or "|")
    for action in index.actions:
        for progress in ("no", "in-place"):
            if situation.in_place.get(action) != progress:
                yield Change("in_place", action, progress)
    for circumstance in index.edition.circumstances:
        if circumstance.asked:
            for state in (True, False):
                if situation.have.get(circumstance.id) is not state:
                    yield Change("have", circumstance.id, str(state).lower())
    yield Change("route", "", "purpose-first" if situation.route == "doing-first" else "doing-first")


def sweep(edition: Edition, situation: Situation) -> tuple[tuple[Change, tuple[Moved, ...]], ...]:
    """For every single changed answer, the actions whose lane or verdict it changes, with the new ones."""
    index = index_of(edition)
    states = states_of(edition.findings, index, situation)
    before = lanes_and_verdicts(index, situation, states)
    found = []
    for change in possible_changes(index, situation):
        after = changed(situation, change)
        # Only findings that name the changed dimension can read differently.
        touched = index.naming_dimension[change.key] if change.part == "answers" else ()
        judged = lanes_and_verdicts(index, after, {**states, **states_of(touched, index, after)})
        found.append((change, tuple((id, *judged[id]) for id in judged if judged[id] != before[id])))
    return tuple(found)
