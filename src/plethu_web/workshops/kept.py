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
    "workshops.CardVersion",
    "workshops.LateSeat",
    "workshops.Caution",
)
declare(
    Held("workshops.Workshop", _("Workshops you made"), ("by",), ("title", "title_cy", "made"), STAYS),
    Held("workshops.HeldEdition", _("Editions you kept for workshops"), ("by",), ("title", "title_cy", "made"), STAYS),
    Held("workshops.Facilitator", _("Links you made for facilitators"), ("by",), ("group", "made"), STAYS),
    Held("workshops.RegisterImport", _("Lists of participants you took in"), ("by",), ("taken", "made"), STAYS),
    Held("workshops.Card", _("Cards you typed in or wrote for a group"), ("by",), ("words", "made"), STAYS),
    Held("workshops.NoteVersion", _("Notes you took for a group"), ("by",), ("words", "made"), STAYS),
    Held("workshops.Plan", _("Plans of breakout groups you asked for"), ("by",), ("number", "made"), STAYS),
    Held("workshops.CodingChange", _("How you coded what was said"), ("by",), ("contribution", "made"), STAYS),
    Held("workshops.CodedBy", _("What you coded of workshops"), ("by",), ("contribution", "is_open"), STAYS),
    Held("workshops.Remark", _("What you wrote to other coders"), ("by",), ("words", "made"), STAYS),
    Held("workshops.Proposal", _("Actions you proposed or merged"), ("by", "merged_by"), ("name", "made"), STAYS),
    Held("workshops.ProposalMerge", _("Actions you merged or parted"), ("by",), ("reason", "made"), STAYS),
    Held("workshops.Statement", _("Statements you wrote for workshops"), ("by",), ("words", "made"), STAYS),
    Held("workshops.StatementChange", _("Statements you changed"), ("by",), ("reads", "made"), STAYS),
    Held("workshops.Signing", _("Texts you read before they were published"), ("by",), ("state", "made"), STAYS),
    Held("workshops.MadeUp", _("Made-up workshops"), ("first", "second"), ("seed",), STAYS),
    Held("workshops.WorkshopRelease", _("What you released of workshops"), ("by",), ("number", "made"), STAYS),
)
