"""What the tables of strategies hold about people."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from plethu_web.accounts.personal_data import Held, declare, names_nobody

STAYS = _("What was done in a review stays with it, without your name.")

names_nobody("strategies.SearchPlan")
declare(
    Held("strategies.Strategy", _("Search strategies you made"), ("by",), ("name", "platform", "made"), STAYS),
    Held(
        "strategies.Version",
        _("Changes you made to search strategies"),
        ("by",),
        ("strategy__name", "number", "change", "at"),
        STAYS,
    ),
    Held(
        "strategies.Term",
        _("Terms you suggested or answered"),
        ("by", "settled_by"),
        ("text", "why", "source", "state", "answer", "made"),
        STAYS,
    ),
    Held("strategies.FindingAnswer", _("Findings you answered"), ("by",), ("code", "reason", "at"), STAYS),
    Held(
        "strategies.PeerReview",
        _("Peer reviews of search strategies"),
        ("by", "responded_by"),
        ("version__strategy__name", "elements", "overall", "responses", "at"),
        STAYS,
    ),
    Held("strategies.Run", _("Runs of search strategies"), ("by",), ("strategy__name", "made"), STAYS),
    Held("strategies.LoggedRun", _("Runs at databases you logged"), ("by",), ("platform", "at"), STAYS),
)
