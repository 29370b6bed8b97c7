"""Named models: a set of actions with the context in which somebody chose it.

A model is the user's own; none comes with an edition. Its actions are those that its advice shows in *now* or in *keep
going*, the user's overrides counted in, so a model needs no file of its own: it is a situation file with a name, and
reading it, advising on it and calling `model_of` gives the same model again.
"""

from __future__ import annotations

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.framework.advice import Advice
from plethu.framework.situation import Override, Situation

CHOSEN_LANES = ("now", "keep-going")


class Model(Frozen, frozen=True):
    """A set of actions, by id in the order of the advice, and the situation they were chosen in."""

    name: str
    actions: tuple[str, ...]
    situation: Situation


class AnswerDifference(Frozen, frozen=True):
    """A part of two situations, and what in it the two say differently; None where one says nothing."""

    part: str
    key: str
    first: str | None
    second: str | None


class ModelComparison(Frozen, frozen=True):
    """Two models side by side: the actions both chose, those that one did, and the answers in which they differ."""

    both: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    answers: tuple[AnswerDifference, ...]


def model_of(advice: Advice, name: str) -> Model:
    """The model that some advice amounts to, under a name."""
    chosen = tuple(a.action for a in advice.actions if a.shown_lane in CHOSEN_LANES)
    return Model(name, chosen, msgspec.structs.replace(advice.situation, name=name))


def compare_models(first: Model, second: Model) -> ModelComparison:
    """What two models share, and where they part."""
    return ModelComparison(
        both=tuple(a for a in first.actions if a in second.actions),
        only_first=tuple(a for a in first.actions if a not in second.actions),
        only_second=tuple(a for a in second.actions if a not in first.actions),
        answers=answer_differences(first.situation, second.situation),
    )


def answer_differences(first: Situation, second: Situation) -> tuple[AnswerDifference, ...]:
    """What two situations answer differently. Names, purposes and reasons are words, not answers."""
    one, two = _answers(first), _answers(second)
    return tuple(
        AnswerDifference(*place, first=one.get(place), second=two.get(place))
        for place in dict.fromkeys((*one, *two))
        if one.get(place) != two.get(place)
    )


def _answers(situation: Situation) -> dict[tuple[str, str], str]:
    """Every answer under its part and key, as a value that `changing.changed` takes where it can."""
    found = {("answers", key): "|".join(sorted(values)) or "|" for key, values in situation.answers.items()}
    found |= {("in_place", key): value for key, value in situation.in_place.items()}
    found |= {("have", key): str(value).lower() for key, value in situation.have.items()}
    found |= {("today", key): value for key, value in situation.today.items()}
    found |= {("overrides", key): value.lane for key, value in situation.overrides.items()}
    found |= {("difficulties", key): "true" for key in situation.difficulties}
    found |= {("capacity", ""): situation.capacity} if situation.capacity else {}
    return found | {("route", ""): situation.route}


def start_from(model: Model) -> Situation:
    """A situation to start from: the model's context, and its actions as the user's own choice for *now*.

    What is in place, at hand, seen today or going wrong over there says nothing of another collaboration and is left
    out; advice still shows, beside each chosen action, the lane that the rule would give it here.
    """
    context = model.situation
    return Situation(
        edition=context.edition,
        route=context.route,
        answers=dict(context.answers),
        overrides={action: Override("now", model.name) for action in model.actions},
    )
