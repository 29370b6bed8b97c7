"""What can happen in a review, as the audit trail names it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, Promise] = {
    "review-started": _("Started the review"),
    "review-changed": _("Changed the title or the description"),
    "invitation-made": _("Made an invitation"),
    "invitation-withdrawn": _("Withdrew an invitation"),
    "member-joined": _("Joined the team"),
    "member-role-changed": _("Changed a role"),
    "member-left": _("Ended a membership"),
    "protocol-changed": _("Changed the draft of the protocol"),
    "protocol-published": _("Published a version of the protocol"),
    "protocol-public": _("Opened the published protocol to everybody"),
    "protocol-team-only": _("Closed the published protocol to all but the team"),
    "wording-suggested": _("Suggested a word or a meaning"),
    "wording-settled": _("Settled a word of the glossary"),
    "word-set-aside": _("Set a word of the glossary aside"),
    "word-taken-up": _("Took a word of the glossary up again"),
    "poll-made": _("Made a poll"),
    "poll-changed": _("Changed a poll"),
    "poll-opened": _("Opened a poll"),
    "poll-closed": _("Closed a poll"),
    "poll-results-public": _("Opened the results of a poll to everybody"),
    "poll-results-team": _("Closed the results of a poll to all but the team"),
    "poll-answered": _("A poll was answered"),
    "poll-answer-changed": _("An answer to a poll was changed"),
    "poll-answer-withdrawn": _("An answer to a poll was withdrawn"),
    "seat-made": _("Took somebody into the steering group"),
    "seat-changed": _("Changed a seat in the steering group"),
    "meeting-noted": _("Noted a meeting"),
    "meeting-changed": _("Changed a meeting"),
    "involvement-noted": _("Noted who was involved"),
    "involvement-changed": _("Changed an entry of the log of involvement"),
    "involvement-removed": _("Took an entry out of the log of involvement"),
    "decision-noted": _("Noted a decision"),
    "decision-changed": _("Changed a decision"),
}
