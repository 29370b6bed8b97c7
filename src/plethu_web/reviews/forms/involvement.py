"""The form for an entry of the log of involvement."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plethu.evidence import involvement
from plethu_web.pages.fields import checkboxes, radios
from plethu_web.reviews.forms.bilingual import BilingualForm, Written
from plethu_web.reviews.forms.polls import day_field
from plethu_web.reviews.forms.protocol import choices_of

OPEN = ("", _("Not described"))
LEVELS = {
    "leading": _("They began it or led the work."),
    "controlling": _("They decided, with the team or without it."),
    "influencing": _("Their advice changed what was done."),
    "contributing": _("They gave views or information."),
    "receiving": _("They were told of it."),
}


class InvolvementForm(BilingualForm):
    """Who was involved, how, when, with what say."""

    written: ClassVar = {
        "title": Written(_("What was it?"), 200, missing=_("Write what it was.")),
        "details": Written(
            _("More about those who took part"), 2000, 2, _("Their sectors and places, never their names.")
        ),
        "recruited": Written(_("How were they found?"), 2000, 2),
        "methods": Written(_("What was done together?"), 2000, 3, _("A poll, a workshop, comments on a draft.")),
    }
    who = checkboxes(_("Who took part?"), choices_of("involvement-who", involvement.Group))
    people = forms.IntegerField(label=_("How many?"), min_value=1, max_value=1_000_000, required=False)
    began = day_field(_("From"))
    ended = day_field(_("Until"))
    recruitment = radios(
        _("Recruitment"),
        [*choices_of("recruitment", involvement.Recruitment), OPEN],
        required=False,
        apart=("",),
    )
    approach = radios(_("Approach"), [*choices_of("approach", involvement.Approach), OPEN], required=False, apart=("",))
    contact = radios(
        _("Contact"),
        [*choices_of("contact", involvement.Contact), OPEN],
        required=False,
        apart=("",),
        hints={"direct": _("They met the team, in a room or online."), "indirect": _("By post, by a form, by others.")},
    )
    stages = checkboxes(_("At which stages of the review?"), choices_of("review-stage", involvement.Stage))
    level = radios(
        _("How much say did they have?"),
        [*choices_of("involvement-level", involvement.Level), OPEN],
        required=False,
        apart=("",),
        hints=LEVELS,
    )

    def clean(self) -> dict[str, Any]:
        """Refuses an end before the beginning."""
        cleaned = super().clean()
        began, ended = cleaned.get("began"), cleaned.get("ended")
        if began and ended and ended < began:
            self.add_error("ended", ValidationError(_("This is before the beginning. Check both days.")))
        return cleaned
