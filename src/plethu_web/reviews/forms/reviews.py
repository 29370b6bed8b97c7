"""Forms for a review itself and for its team."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from plethu_web.pages.fields import radios, text
from plethu_web.reviews.roles import Role

ROLE_HINTS = {
    Role.LEAD: _("Does everything, and looks after the team."),
    Role.REVIEWER: _("Works on the protocol, searches, records, polls and workshops."),
    Role.STEERING: _("Meets, decides, and sees how decisions were carried out."),
    Role.CONTRIBUTOR: _("Suggests sources and words."),
    Role.OBSERVER: _("Reads."),
}


class ReviewForm(forms.Form):
    """What a review is called and what it is about."""

    title = text(_("Title"), 200, missing=_("Give the review a title."))
    title_cy = text(_("Title in Welsh"), 200, hint=_("Where it is empty, readers in Welsh get the other one, marked."))
    about = text(_("What is it about?"), 2000, rows=4, hint=_("In a few plain sentences, for everybody you invite."))
    about_cy = text(_("The same in Welsh"), 2000, rows=4)


class RoleForm(forms.Form):
    """A role for somebody."""

    role = radios(_("Role"), Role.choices, hints=ROLE_HINTS, missing=_("Choose a role."))
