"""The library's advice for the situation in hand, in words of the reader's language."""

from __future__ import annotations

from plethu.framework.advice import Change
from plethu.framework.advising import advise
from plethu.framework.changing import changed
from plethu.framework.edition import Edition
from plethu.framework.situation import Situation
from plethu.framework.whatif import differences
from plethu.reporting.telling import tell, tell_change, tell_differences
from plethu.reporting.told import Told, ToldDifference, Words
from plethu_web.pages.templatetags.plethu_texts import reading


def told_for(situation: Situation, edition: Edition) -> Told:
    """Advice in the reader's language."""
    return tell(advise(edition, situation), edition, reading())


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
