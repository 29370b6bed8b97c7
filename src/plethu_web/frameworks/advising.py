"""The library's advice for the situation in hand, in words of the reader's language."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from plethu.framework.advice import Change
from plethu.framework.advising import advise
from plethu.framework.changing import changed
from plethu.framework.edition import Edition
from plethu.framework.situation import Situation
from plethu.framework.whatif import differences
from plethu.reporting.telling import tell, tell_change, tell_differences
from plethu.reporting.told import Told, ToldDifference, Words
from plethu_web.pages.templatetags.plethu_texts import reading

NOT_ON_CARDS: dict[str, Any] = {
    **dict.fromkeys(("watch", "would_help_if", "would_caution_if", "least_change", "leads", "leads_to"), ()),
    **dict.fromkeys(("opens_way_for", "tensions", "practices", "evidence", "cases", "outcomes"), ()),
}


def told_for(situation: Situation, edition: Edition) -> Told:
    """Advice in the reader's language."""
    return tell(advise(edition, situation), edition, reading())


def told_on_cards(situation: Situation, edition: Edition) -> Told:
    """The same without what no card shows, which would take half of the time: it stands on the page of each action."""
    advice = advise(edition, situation)
    return tell(replace(advice, actions=tuple(replace(a, **NOT_ON_CARDS) for a in advice.actions)), edition, reading())


def order_for(audience: str, situation: Situation, edition: Edition) -> dict[str, int]:
    """Where each action would stand if somebody of this audience asked. For sorting only."""
    other = changed(situation, Change("answers", edition.audience_dimension, audience))
    return {action.action: place for place, action in enumerate(advise(edition, other).actions)}


def difference_made(before: Situation, after: Situation, edition: Edition) -> tuple[tuple[ToldDifference, ...], int]:
    """The actions that another situation would put elsewhere, and how many others would only have other reasons."""
    found = differences(advise(edition, before), advise(edition, after))
    moved = [d for d in found if (d.lane_before, d.verdict_before) != (d.lane_after, d.verdict_after)]
    return tell_differences(moved, edition, reading()), len(found) - len(moved)


def in_words(change: Change, edition: Edition) -> Words:
    """A changed answer in the reader's language."""
    return tell_change(change, edition, reading()).words
