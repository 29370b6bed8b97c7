"""What can happen to workshops, as the audit trail names it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, Promise] = {
    "workshop-made": _("Made a workshop"),
    "workshop-changed": _("Changed a workshop"),
    "workshop-agenda-changed": _("Changed the agenda of a workshop"),
    "workshop-opened": _("Opened registration for a workshop"),
    "workshop-drafted": _("Closed registration for a workshop"),
    "workshop-begun": _("Began a workshop"),
    "workshop-closed": _("Ended a workshop"),
    "workshop-resumed": _("Went on with a workshop"),
    "facilitator-linked": _("Made a link for a facilitator"),
    "facilitator-ended": _("Ended a facilitator's link"),
    "participant-registered": _("Somebody registered for a workshop"),
    "participant-changed": _("What a participant said was changed"),
    "participant-withdrawn": _("A participant withdrew"),
    "participants-imported": _("Took in a list of participants"),
    "participant-links-made": _("Made participants' own links"),
    "register-taken-away": _("Took away the register of a workshop"),
    "contacts-deleted": _("Contact details of a workshop were deleted because its time was over"),
    "register-emptied": _("What participants said of themselves was deleted because its time was over"),
    "attendance-noted": _("Noted who came to a workshop"),
    "breakouts-planned": _("Had breakout groups planned"),
    "breakouts-used": _("Put a plan of breakout groups to use"),
    "breakouts-replanned": _("Re-planned breakout groups for who did not come or came late"),
    "round-begun": _("Began a round of a workshop"),
    "plenary-begun": _("Gathered everybody to look at the boards of a workshop"),
    "round-timed": _("Changed the time of a round"),
    "cards-typed-in": _("Typed in cards that were written on paper"),
    "card-hidden": _("Hid a card"),
    "card-shown": _("Showed a hidden card again"),
    "card-moved": _("Moved a card to another place"),
}
