"""What can happen to strategies, as the audit trail names it."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: dict[str, Promise] = {
    "strategy-made": _("Made a search strategy"),
    "strategy-changed": _("Changed a search strategy"),
    "strategy-restored": _("Brought an earlier version of a search strategy back"),
    "strategy-named": _("Changed the name or database of a search strategy"),
    "strategy-set-aside": _("Set a search strategy aside"),
    "strategy-brought-back": _("Brought a search strategy back"),
    "term-suggested": _("Suggested a term for a search strategy"),
    "term-sourced": _("Said where a term of a search strategy comes from"),
    "term-accepted": _("Accepted a term for a search strategy"),
    "term-declined": _("Declined a term for a search strategy"),
    "finding-answered": _("Answered a finding as a false alarm"),
    "finding-reopened": _("Took back an answer to a finding"),
    "strategy-run": _("Ran a search strategy over the records"),
    "strategy-run-logged": _("Logged a run of a search strategy at a database"),
    "strategy-reviewed": _("Reviewed a search strategy by PRESS"),
    "strategy-review-answered": _("Responded to a peer review of a search strategy"),
    "search-plan-changed": _("Changed what is promised and reported of the searches"),
    "strategy-review-accepted": _("Was content with the response to a peer review"),
    "searches-appendix-taken": _("Took the appendix of searches away"),
}
