"""Who may do what in a review: one table, from which the guards, the buttons and the page of the team all come."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What somebody is in a review."""

    LEAD = "lead", _("Lead")
    REVIEWER = "reviewer", _("Reviewer")
    STEERING = "steering", _("Steering group")
    CONTRIBUTOR = "contributor", _("Contributor")
    OBSERVER = "observer", _("Observer")


@dataclass(frozen=True, slots=True)
class Ability:
    """Something that can be done in a review, in plain words, and the roles that may."""

    words: Promise
    roles: frozenset[Role]


_ALL = frozenset(Role)
_WORKING = frozenset({Role.LEAD, Role.REVIEWER})
_DECIDING = _WORKING | {Role.STEERING}

ABILITIES: dict[str, Ability] = {
    "read": Ability(_("Read the review, its protocol and its results"), _ALL),
    "contribute": Ability(_("Suggest sources and words for the glossary"), _DECIDING | {Role.CONTRIBUTOR}),
    "see-team": Ability(_("See who is in the team"), _DECIDING | {Role.CONTRIBUTOR}),
    "see-trail": Ability(_("Read the audit trail"), _DECIDING),
    "decide": Ability(_("Keep meetings and decisions of the steering group"), _DECIDING),
    "log-involvement": Ability(_("Keep the log of involvement"), _DECIDING),
    "edit-protocol": Ability(_("Change the protocol and the glossary"), _WORKING),
    "read-polls": Ability(_("Read what polls came to"), _DECIDING),
    "run-polls": Ability(_("Make polls, open and close them"), _WORKING),
    "run-call": Ability(_("Open the call for case studies and look through what is sent in"), _WORKING),
    "log-searches": Ability(_("Keep the log of searches"), _WORKING),
    "read-strategies": Ability(_("Read search strategies, their checks and runs"), _ALL),
    "suggest-terms": Ability(_("Suggest terms for search strategies"), _DECIDING | {Role.CONTRIBUTOR}),
    "write-strategies": Ability(_("Write search strategies, answer terms and checks, run them here"), _WORKING),
    "review-strategies": Ability(_("Review search strategies by PRESS"), _DECIDING),
    "read-workshops": Ability(_("Read workshops, their agenda, counts and groups"), _DECIDING),
    "run-workshops": Ability(
        _("Set up workshops, see who registered, seat groups, facilitate, code what was said"), _WORKING
    ),
    "import": Ability(_("Import records and mend them"), _WORKING),
    "export": Ability(_("Take records and other data away"), _DECIDING),
    "manage": Ability(
        _("Invite people, change roles, change the review itself, publish workshops"), frozenset({Role.LEAD})
    ),
}


def may(role: str, ability: str) -> bool:
    """Whether a role has an ability. KeyError for an ability that is not in the table."""
    return role in ABILITIES[ability].roles
