"""What can happen to calls and to the log of searches, as the audit trail names it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, Promise] = {
    "call-made": _("Made a call"),
    "call-changed": _("Changed a call"),
    "call-closed": _("Closed a call"),
    "call-opened": _("Opened a call again"),
    "referrer-made": _("Made a link for somebody who passes the call on"),
    "submission-sent": _("Something was sent in"),
    "submission-corrected": _("What was sent in was corrected by its sender"),
    "submission-decided": _("Decided on something that was sent in"),
    "submission-described": _("Described something that was sent in"),
    "submission-deleted": _("Deleted something that was set aside"),
    "submission-withdrawn": _("Something was withdrawn by its sender"),
    "submission-expired": _("Something was deleted because its time was over"),
    "sender-forgotten": _("A sender's name and contact were deleted because their time was over"),
    "source-suggested": _("Suggested a source"),
    "search-logged": _("Logged a search"),
    "search-changed": _("Changed a logged search"),
    "search-struck": _("Struck a search from the log"),
    "searches-imported": _("Brought searches into the log"),
}
