"""The form for what a review promises and reports of its searches."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plethu_web.calls.forms.searches import count
from plethu_web.pages.fields import text

DATE = re.compile(r"(\d{4}(-\d\d(-\d\d)?)?)?")
LANGUAGES = re.compile(r"([a-z]{2}([ ,;]+[a-z]{2})*)?")
REPORTED = {
    "registries": _("Study registries"),
    "browsing": _("Websites and other online sources browsed"),
    "citations": _("Citation searching"),
    "contacts": _("People and organisations contacted"),
    "other_methods": _("Other ways of searching"),
    "limits": _("Limits and restrictions, with the reason"),
    "filters": _("Search filters used, with their source"),
    "prior_work": _("Strategies of others that were used or adapted"),
    "updates": _("How the searches are kept up to date"),
    "peer_review": _("Peer review of the searches"),
    "deduplication": _("How records were deduplicated"),
}
COUNTED = {
    "records_identified": _("Records found by all searches"),
    "records_after_deduplication": _("Records left after deduplication"),
}


class PlanForm(forms.Form):
    """Promises that the checks hold a strategy against, and the words that PRISMA-S asks for."""

    start = text(_("Published from"), 10, hint=_("A year, month or day, such as 2020-03. Empty is open."))
    end = text(_("Published until"), 10, hint=_("As above."))
    languages = text(_("Languages"), 200, hint=_("Codes of two letters, such as en, cy. Empty is any."))
    databases = text(_("Databases that the protocol lists"), 4000, rows=5, hint=_("One a line."))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label in REPORTED.items():
            self.fields[f"said-{name}"] = text(label, 4000, rows=2)
        for name, label in COUNTED.items():
            self.fields[f"said-{name}"] = count(label)

    def _dated(self, name: str) -> str:
        typed = str(self.cleaned_data[name])
        if not DATE.fullmatch(typed):
            raise forms.ValidationError(_("Give a year, month or day, such as 2020, 2020-03 or 2020-03-31."))
        return typed

    def clean_start(self) -> str:
        """A date."""
        return self._dated("start")

    def clean_end(self) -> str:
        """A date."""
        return self._dated("end")

    def clean_languages(self) -> str:
        """Codes of languages."""
        typed = str(self.cleaned_data["languages"]).lower()
        if not LANGUAGES.fullmatch(typed):
            raise forms.ValidationError(_("Give codes of two letters with commas between, such as en, cy."))
        return typed

    def reporting(self) -> dict[str, str | int]:
        """What was said, by the field of the library's log; what nobody said is left out."""
        given = {name: self.cleaned_data[f"said-{name}"] for name in (*REPORTED, *COUNTED)}
        return {name: value for name, value in given.items() if value not in ("", None)}
