"""What the tables of workshops hold about people.

Participants have no account: they withdraw with their own key, and what the tables hold of them goes by its own time.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from plethu_web.accounts.personal_data import Held, declare, names_nobody

STAYS = _("What was done in a review stays with it, without your name.")

names_nobody(
    "workshops.Round",
    "workshops.Topic",
    "workshops.Prompt",
    "workshops.Participant",
    "workshops.Contact",
    "workshops.Wish",
    "workshops.Seat",
    "workshops.Room",
    "workshops.Board",
    "workshops.CardReport",
)
declare(
    Held("workshops.Workshop", _("Workshops you made"), ("by",), ("title", "title_cy", "made"), STAYS),
    Held("workshops.Facilitator", _("Links you made for facilitators"), ("by",), ("group", "made"), STAYS),
    Held("workshops.RegisterImport", _("Lists of participants you took in"), ("by",), ("taken", "made"), STAYS),
    Held("workshops.Card", _("Cards you typed in or wrote for a group"), ("by",), ("words", "made"), STAYS),
    Held("workshops.NoteVersion", _("Notes you took for a group"), ("by",), ("words", "made"), STAYS),
    Held("workshops.Plan", _("Plans of breakout groups you asked for"), ("by",), ("number", "made"), STAYS),
)
