"""What somebody asks of a plan of groups, and from which round on it is changed on the day."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu.workshop.breakouts.people import LARGEST, MOST_GROUPS, SMALLEST
from plethu_web.pages.fields import radios
from plethu_web.workshops.actions.breakouts import Wanted

WEIGHTS = (("0", _("Not")), ("1", _("Somewhat")), ("3", _("Much")))
SECONDS = (("10", _("10 seconds")), ("30", _("Half a minute")), ("60", _("A minute")))


def _number(label: str | Promise, hint: str | Promise, least: int, most: int) -> forms.IntegerField:
    return forms.IntegerField(
        label=cast(Any, label),
        help_text=cast(Any, hint),
        min_value=least,
        max_value=most,
        error_messages=cast(Any, {"required": _("Give a number.")}),
    )


class PlanForm(forms.Form):
    """How many groups, what they are mixed by, and how long to search."""

    groups = _number(_("Number of groups"), _("What each number means stands above."), 1, MOST_GROUPS)
    smallest = _number(_("Smallest group"), _("3 at least."), SMALLEST, LARGEST)
    largest = _number(_("Largest group"), _("8 at most."), SMALLEST, LARGEST)
    sector = radios(_("Mix sectors"), WEIGHTS, missing=_("Choose one of the answers that are shown."))
    area = radios(_("Mix areas"), WEIGHTS, missing=_("Choose one of the answers that are shown."))
    level = radios(_("Mix kinds of role"), WEIGHTS, missing=_("Choose one of the answers that are shown."))
    repeat_weight = radios(
        _("How much does it count that people meet new people?"),
        (("1", _("As much as mixing")), ("3", _("More")), ("10", _("Before everything else"))),
        missing=_("Choose one of the answers that are shown."),
    )
    seconds = radios(
        _("How long may the search take?"), SECONDS, missing=_("Choose one of the answers that are shown.")
    )

    def clean(self) -> dict[str, Any]:
        """The smallest group is no larger than the largest."""
        given = super().clean() or {}
        if (given.get("smallest") or 0) > (given.get("largest") or LARGEST):
            self.add_error("smallest", _("The smallest group is larger than the largest."))
        return given

    def wanted(self, rounds: int) -> Wanted:
        """What is asked for."""
        given = self.cleaned_data
        balance = {name: int(given[name]) for name in ("sector", "area", "level") if given[name] != "0"}
        return Wanted(
            groups=given["groups"],
            rounds=rounds,
            balance=balance,
            repeat_weight=int(given["repeat_weight"]),
            smallest=given["smallest"],
            largest=given["largest"],
            seconds=int(given["seconds"]),
        )


class ReplanForm(forms.Form):
    """From which round on a plan is changed."""

    from_round = forms.TypedChoiceField(
        label=_("From round"),
        help_text=_("Rounds before it stay as they were."),
        coerce=int,
    )

    def __init__(self, *given: Any, rounds: int, **options: Any) -> None:
        super().__init__(*given, **options)
        choices = [(str(number), str(number)) for number in range(1, rounds + 1)]
        self.fields["from_round"].choices = choices  # type: ignore[attr-defined]


class ZoomForm(forms.Form):
    """Of which round the file for Zoom is, and that it holds email addresses."""

    round = forms.TypedChoiceField(label=_("Rooms of round"), coerce=int)
    knows = forms.BooleanField(
        label=_("I need the email addresses in this file, and delete it after use."),
        error_messages={"required": _("The file holds email addresses. Tick this if you want it.")},
    )

    def __init__(self, *given: Any, rounds: int, **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["round"].choices = [(str(n), str(n)) for n in range(1, rounds + 1)]  # type: ignore[attr-defined]
