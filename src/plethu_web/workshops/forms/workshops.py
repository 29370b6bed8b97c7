"""The form of a workshop: what it is, when, for whom, what people are asked and agree to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu.framework.editions import default_edition
from plethu_web.calls.forms.calls import day
from plethu_web.pages.fields import checkboxes, radios, text
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.forms.bilingual import BilingualForm, Written
from plethu_web.workshops.actions.workshops import WorkshopWords
from plethu_web.workshops.defaults import CONSENT
from plethu_web.workshops.designs import DESIGNS
from plethu_web.workshops.models import HeldEdition, Workshop
from plethu_web.workshops.models.workshop import LONGEST_KEPT, MOST_CONTACT_DAYS, MOST_PEOPLE

QUESTIONS: dict[str, Promise] = {
    "sector": _("Sector"),
    "level": _("Kind of role"),
    "area": _("Area"),
    "scale": _("Scale they work at"),
    "motivation": _("Why they want to come"),
    "access": _("What they need to take part"),
    "welsh": _("A Welsh-medium group"),
    "together": _("Whom to sit with, and whom not"),
    "rounds": _("Which rounds they can be there for"),
}
LANGUAGES = (("en", "English"), ("cy", "Cymraeg"))


FIRST_YEAR, LAST_YEAR = 2000, 2100


def _clock(label: str | Promise, missing: str | Promise) -> forms.TimeField:
    return forms.TimeField(
        label=cast(Any, label),
        input_formats=["%H:%M", "%H.%M"],
        widget=forms.TimeInput(format="%H:%M", attrs={"type": "time", "autocomplete": "off"}),
        error_messages=cast(Any, {"required": missing, "invalid": _("Give a time, such as 09:30.")}),
    )


def _number(label: str | Promise, hint: str | Promise, least: int, most: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=cast(Any, label),
        help_text=cast(Any, hint),
        min_value=least,
        max_value=most,
        error_messages=cast(Any, {"required": _("Give a number.")}),
    )


class WorkshopForm(BilingualForm):
    """All that a workshop says of itself."""

    written = {
        "title": Written(_("Title"), 200, missing=_("Give the workshop a title.")),
        "purpose": Written(_("What it is for"), 4000, 4, hint=_("In plain words. Everybody who registers reads it.")),
        "consent": Written(
            _("What people agree to"),
            8000,
            8,
            hint=_("Say who will know what was said, what is published, and until when they can withdraw."),
            missing=_("Say what people agree to."),
        ),
    }
    day = day(_("Day"), _("Give the day."))
    begins = _clock(_("Begins at"), _("Say when it begins."))
    ends_at = _clock(_("Ends at"), _("Say when it ends."))
    place = text(_("Where"), 500, hint=_("A room, or the link of the video meeting. Only those who registered see it."))
    covers = text(
        _("Places it is about"),
        200,
        hint=_("In English, such as: Wales; or: Gwynedd and Conwy. The next edition says so of what was said here."),
        missing=_("Say which places it is about."),
    )
    contact = text(
        _("Whom can people ask?"),
        200,
        hint=_("A name, and a phone number or an email address. Everybody sees it."),
        missing=_("Say whom people can ask."),
    )
    languages = checkboxes(_("Languages of the workshop"), LANGUAGES)
    asks = checkboxes(_("What should people be asked?"), QUESTIONS.items(), help_text=_("No answer is ever needed."))
    most_people = _number(
        _("How many people is there room for?"),
        _("When so many have registered, nobody more can by the form. You can still add people, up to 2,000 in all."),
        1,
        MOST_PEOPLE,
    )
    codes_on_screen = forms.BooleanField(label=_("Show codes instead of names on screens and lists"), required=False)
    names_on_cards = forms.BooleanField(
        label=_("Let people show at a card who they are"),
        help_text=cast(
            Any,
            _(
                "Cards are anonymous in the group unless this is ticked. Then anybody may show who they are at a card "
                "of theirs. Only their group sees it: it is never published."
            ),
        ),
        required=False,
    )
    contact_days = _number(
        _("For how many days after the workshop are names and contacts kept?"),
        _("Then they are deleted; 0 deletes them the day after. What people said stays, without names."),
        0,
        MOST_CONTACT_DAYS,
    )
    keep_months = _number(
        _("For how many months after the workshop is what people said of themselves kept?"),
        _("Sector, role and the like. Then only counts stay."),
        1,
        LONGEST_KEPT,
    )

    def clean(self) -> dict[str, Any]:
        """It is on a day of our times, ends after it begins, and is in some language."""
        given = super().clean()
        on, begins, ends = (given.get(name) for name in ("day", "begins", "ends_at"))
        if on and not FIRST_YEAR <= on.year <= LAST_YEAR:
            self.add_error("day", _("Give a day between 2000 and 2100."))
        elif on and begins and ends and _moment(on, ends) <= _moment(on, begins):
            self.add_error("ends_at", _("It would end before it begins."))
        if not given.get("languages") and "languages" not in self.errors:
            self.add_error("languages", _("Choose at least one language."))
        return given

    def words(self) -> WorkshopWords:
        """What was written."""
        given = dict(self.cleaned_data)
        on, begins, ends = (given.pop(name) for name in ("day", "begins", "ends_at"))
        for of_the_making in ("design", "edition"):
            given.pop(of_the_making, None)
        return WorkshopWords(starts=_moment(on, begins), ends=_moment(on, ends), **given)


def _moment(on: date, at: time) -> datetime:
    """A time of day as a moment: where clocks go forward, an hour of the day is not there."""
    return datetime.combine(on, at, timezone.get_current_timezone()).astimezone(UTC)


class NewWorkshopForm(WorkshopForm):
    """The same with the edition it is held on, and the design it is made from."""

    edition = radios(_("What it is held on"), (), required=False)
    design = radios(
        _("Start from"),
        [(code, words) for code, (words, _hint, _make) in DESIGNS.items()],
        hints={code: hint for code, (_words, hint, _make) in DESIGNS.items()},
        missing=_("Choose what to start from."),
    )

    def __init__(self, *args: Any, editions: Iterable[HeldEdition] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["edition"]
        site = default_edition()
        held = [(str(each.pk), f"{each.name.text(reading())}, {each.version}") for each in editions]
        field.choices = [("", f"{site.title.text(reading())}, {site.version}"), *held]


USUAL: dict[str, Any] = {
    "consent": CONSENT.en,
    "consent_cy": CONSENT.cy,
    "languages": ["en", "cy"],
    "asks": list(QUESTIONS),
    "most_people": 100,
    "codes_on_screen": True,
    "contact_days": 7,
    "keep_months": 24,
    "covers": "Wales",
    "edition": "",
    "design": "half-day",
}


def said_by(workshop: Workshop, leave_out: Iterable[str] = ()) -> dict[str, Any]:
    """A workshop as the initial values of its form."""
    names = set(WorkshopWords.__dataclass_fields__) - {"starts", "ends", *leave_out}
    starts, ends = timezone.localtime(workshop.starts), timezone.localtime(workshop.ends)
    times = {"day": starts.date(), "begins": starts.time(), "ends_at": ends.time()}
    found = {**{name: getattr(workshop, name) for name in names}, **times}
    return {name: value for name, value in found.items() if name not in leave_out}
