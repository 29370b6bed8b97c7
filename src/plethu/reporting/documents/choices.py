"""A user's own choice of lane, said in the same words wherever a document shows it."""

from __future__ import annotations

from plethu.evidence.text import Language
from plethu.reporting.documents.labels import label
from plethu.reporting.documents.parts import Line, line
from plethu.reporting.told import Told, ToldAction, ToldLane, Words


def is_own_choice(action: ToldAction) -> bool:
    """Whether somebody put the action where it stands, for a reason of theirs."""
    return action.lane != action.shown_lane or bool(action.override_reason)


def by_the_rule(action: ToldAction, told: Told) -> Words:
    """The lane that the rule gives."""
    return next((lane.name for lane in told.lanes if lane.id == action.lane), action.verdict_name)


def own_choice(action: ToldAction, told: Told) -> Line:
    """`Own choice: reason; by the rule: lane`. Empty where the action stands by the rule."""
    if not is_own_choice(action):
        return ()
    language = told.language
    own, reason = label("own-choice", language), action.override_reason.strip().rstrip(".;")
    said = (f"{own.text}:", reason) if reason else (own.text,)
    rule = f"{label('by-the-rule', language).text}:"
    return line(*said, f"; {rule}", by_the_rule(action, told), language=language)


def lane_meaning(lane: ToldLane, language: Language) -> Words:
    """What a lane means, without claiming it of what a user put there."""
    own = sum(action.lane != action.shown_lane for action in lane.actions)
    if not own:
        return lane.meaning
    if own == len(lane.actions):
        return label("all-by-choice", language)
    meaning = lane.meaning
    return Words(f"{meaning.text} {label('not-by-choice', language).text}", meaning.language, meaning.draft)
