"""What the tables of this app hold about people."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from plethu_web.accounts.personal_data import Held, at_erasing, declare, names_nobody

_SENT = ("number", "state", "kind", "title", "story", "links", "place_printed", "date_printed", "involved", "outcome",
         "route", "passed_on", "uses", "licence", "sent", "note_to_sender")  # fmt: skip


def declare_all() -> None:
    """Called once, when the app is ready."""
    from plethu_web.calls.actions.withdrawing import withdraw_all_of

    at_erasing(withdraw_all_of)
    names_nobody("calls.SubmissionFile")
    declare(
        Held("calls.Call", _("Calls you made"), ("by",), ("title", "made"), _("A call belongs to its review.")),
        Held("calls.Referrer", _("Links you made for others"), ("by",), ("name", "made"), _("It belongs to its call.")),
        Held(
            "calls.Submission",
            _("What you sent in or suggested"),
            ("sender",),
            _SENT,
            _("What somebody with an account suggested stays with the review, without a name."),
        ),
        Held(
            "calls.Search", _("Searches you logged"), ("by",), ("place", "query", "searched"), _("A log stays whole.")
        ),
    )
