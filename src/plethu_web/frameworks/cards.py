"""Advice laid out for the page: lanes of cards, evidence side by side."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import shorten
from typing import Any

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from plethu.framework.advice import AdviceLane
from plethu.framework.edition import Edition
from plethu.framework.index import index_of
from plethu.reporting.told import Told, ToldAction, ToldEvidence, ToldLane, Words
from plethu_web.frameworks.templatetags.advice_words import progress_name, reason_lines, said

IN_SHORT = 60  # letters, so that the summary fits one side of A4
EMPTY = {
    "now": _("Nothing is free to start yet. Look at what comes next, and at the step it needs first."),
    "next": _("Nothing waits for just one step."),
    "later": _("Nothing waits for more than one step."),
    "keep-going": _("You have not said that anything is in place yet."),
    "not-enough-evidence": _("None. The evidence has something to say on every action in a situation like yours."),
}


def lanes(told: Told, edition: Edition, order: Mapping[str, int] | None = None) -> list[dict[str, Any]]:
    """The five lanes with their cards; `order` gives another order of the cards within a lane."""
    names = {lane.id: lane.name for lane in told.lanes}
    return [_lane(lane, names, edition, order) for lane in told.lanes]


def _lane(
    lane: ToldLane, names: Mapping[AdviceLane, Words], edition: Edition, order: Mapping[str, int] | None
) -> dict[str, Any]:
    actions = sorted(lane.actions, key=lambda a: order[a.id]) if order else lane.actions
    return {
        "code": lane.id,
        "name": said(lane.name),
        "intro": said(lane.meaning),
        "cards": [card(action, edition) | _chosen(action, names) for action in actions],
        "empty": EMPTY[lane.id],
    }


def card(action: ToldAction, edition: Edition) -> dict[str, Any]:
    """The card of one action. Where it needs several things first, they are listed in place of the headline."""
    needs = [said(need.words) for need in action.needs if need.steps]
    return {
        "id": action.id,
        "name": said(action.name),
        "href": reverse("advice:action", args=[action.id]),
        "category_order": index_of(edition).categories[action.category].order,
        "category_name": said(action.category_name),
        "verdict": action.verdict,
        "verdict_name": _by_rule(action),
        "start_here": action.start_here,
        "said": _progress(action),
        "summary": said(action.headline) if len(needs) < 2 else "",
        "needs": needs if len(needs) > 1 else [],
        "reasons": [reason_lines(reason) for reason in action.reasons],
        "cautions": [reason_lines(reason) for reason in action.cautions],
        "in_short": _in_short(action),
        "template": "frameworks/_card_foot.html",
        "action": action,
    }


def _in_short(action: ToldAction) -> SafeString | str:
    """The first step to an action, or else what speaks most for it, in a few words for a printed page."""
    first = next(iter(action.path), None)
    if first is None and action.reasons:
        grounds = action.reasons[0].grounds
        first = grounds[0].words if grounds else action.reasons[0].words
    if first is None:
        return ""
    return said(Words(shorten(first.text, IN_SHORT, placeholder="…"), first.language))


def _by_rule(action: ToldAction) -> str:
    """The verdict; where somebody chose another lane, said to be the rule's."""
    if not action.override_reason:
        return said(action.verdict_name)
    return format_html("{}: {}", _("By the rule"), said(action.verdict_name))


def _progress(action: ToldAction) -> str:
    """How far somebody said they are, where the lane alone does not say it."""
    told_by_lane = action.progress == "in-place" and action.shown_lane == "keep-going"
    return "" if action.progress in ("", "no") or told_by_lane else progress_name(action.progress)


def _chosen(action: ToldAction, names: Mapping[AdviceLane, Words]) -> dict[str, Any]:
    """Both lanes of an action that somebody put elsewhere than the rule."""
    if not action.override_reason:
        return {}
    return {"own_lane": said(names[action.shown_lane]), "rule_lane": said(names[action.lane])}


def evidence(strands: tuple[ToldEvidence, ...]) -> dict[str, Any]:
    """What the component for evidence side by side takes."""
    rows = [
        {
            "name": said(s.name),
            "total": s.total,
            "supports": s.supports,
            "mixed": s.mixed,
            "hinders": s.hinders,
            "echoed": s.echoed,
            "challenged": s.challenged,
            "added": s.added,
        }
        for s in strands
    ]
    return {"strands": rows, "most": max((s.total for s in strands), default=1)}
