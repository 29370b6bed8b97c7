"""The team's forms for a call."""

from __future__ import annotations

from datetime import date
from typing import Any, cast

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu_web.calls.actions.calls import CallWords
from plethu_web.calls.models.call import LONGEST_KEPT
from plethu_web.calls.vocabulary import LICENCES, QUESTIONS
from plethu_web.pages.fields import checkboxes, text


def day(label: str | Promise, missing: str | Promise, hint: str | Promise = "") -> forms.DateField:
    """A field for a day, typed or picked."""
    return forms.DateField(
        label=cast(Any, label),
        help_text=cast(Any, hint),
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"],
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", "autocomplete": "off"}),
        error_messages=cast(Any, {"required": missing, "invalid": _("Give a day, such as 2026-03-31.")}),
    )


def months(label: str | Promise, hint: str | Promise) -> forms.IntegerField:
    """A field for a number of months."""
    return forms.IntegerField(
        label=cast(Any, label),
        help_text=cast(Any, hint),
        min_value=1,
        max_value=LONGEST_KEPT,
        error_messages=cast(Any, {"required": _("Say for how many months.")}),
    )


class CallForm(forms.Form):
    """All that a call says."""

    title = text(_("Title"), 200, missing=_("Give the call a title."))
    title_cy = text(_("Title in Welsh"), 200, hint=_("Where it is empty, readers in Welsh get the other one, marked."))
    introduction = text(
        _("Introduction"),
        4000,
        rows=5,
        hint=_("Who asks, and why, in plain words."),
        missing=_("Write an introduction."),
    )
    introduction_cy = text(_("The same in Welsh"), 4000, rows=5)
    wanted = text(
        _("What do you look for?"), 4000, rows=4, hint=_("For example: a story of what happened, in any format.")
    )
    wanted_cy = text(_("What you look for, in Welsh"), 4000, rows=4)
    asks = checkboxes(_("What should people be asked?"), QUESTIONS.items(), help_text=_("No answer is ever needed."))
    licences = checkboxes(
        _("Which licences can they choose from?"),
        [(code, words) for code, words in LICENCES.items() if code != "not-mine"],
        help_text=_("That it belongs to somebody else can always be said."),
    )
    contact = text(
        _("Whom can people ask?"),
        200,
        hint=_("A name, and a phone number or an email address. Everybody sees it."),
        missing=_("Say whom people can ask."),
    )
    opens = day(_("First day"), _("Give the first day."))
    closes = day(_("Last day"), _("Give the last day."), _("On this day it is still open."))
    keep_months = months(
        _("For how many months after the call is everything kept that was sent?"),
        _("Then words and files are deleted. People see this before they write anything."),
    )
    contact_months = months(
        _("For how many months after the call are names and contacts kept?"), _("No longer than the rest.")
    )

    def clean(self) -> dict[str, Any]:
        """Dates and months fit together, and at least one licence is offered."""
        given = super().clean() or {}
        opens, closes = given.get("opens"), given.get("closes")
        if isinstance(opens, date) and isinstance(closes, date) and closes < opens:
            self.add_error("closes", _("The last day is before the first."))
        if (given.get("contact_months") or 0) > (given.get("keep_months") or LONGEST_KEPT):
            self.add_error("contact_months", _("Names and contacts cannot be kept longer than the rest."))
        if not given.get("licences") and "licences" not in self.errors:
            self.add_error("licences", _("Choose at least one licence."))
        return given

    def words(self) -> CallWords:
        """What was written."""
        return CallWords(**self.cleaned_data)


class ReferrerForm(forms.Form):
    """A body that passes the call on."""

    name = text(_("Name of the body"), 120, missing=_("Give the name of the body."))
