"""Forms for runs: over the review's own records, and at a database."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plethu.searching.platforms import PLATFORMS, platform
from plethu.searching.strategy_writing import WrittenLine
from plethu_web.calls.actions.searches import SearchMade
from plethu_web.calls.forms.calls import day
from plethu_web.calls.forms.searches import count
from plethu_web.pages.fields import checkboxes
from plethu_web.pages.fields import text as line
from plethu_web.records.models import Import
from plethu_web.strategies.forms.fields import search_text

MOST_KNOWN = 2000
TOO_MANY = _("These are more than %(most)s known items. Choose those that matter most.")


class RunForm(forms.Form):
    """What to run besides the strategy itself."""

    known = line(
        _("Known items"),
        200_000,
        rows=6,
        hint=_("Sources that the search has to find, one a line: a DOI, a PubMed id or a title."),
    )
    known_import = forms.ChoiceField(label=_("Or take all records of an import as known"), required=False)
    targets = checkboxes(
        _("Compare with its translation for"),
        [],
    )

    def __init__(self, *args: Any, imports: Sequence[Import], source: str, **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["known_import"].choices = [("", _("none")), *((str(each.pk), each.shown_name) for each in imports)]
        self.sizes = {str(each.pk): each.records_read for each in imports}
        fields["targets"].choices = [(each, platform(each).name) for each in PLATFORMS if each != source]

    def clean_known(self) -> str:
        """Known items, not so many that each could not be looked at."""
        typed = str(self.cleaned_data["known"])
        if len(typed.splitlines()) > MOST_KNOWN:
            raise forms.ValidationError(TOO_MANY, params={"most": MOST_KNOWN})
        return typed

    def clean_known_import(self) -> str:
        """An import of a bearable size."""
        chosen = str(self.cleaned_data["known_import"])
        if self.sizes.get(chosen, 0) > MOST_KNOWN:
            raise forms.ValidationError(TOO_MANY, params={"most": MOST_KNOWN})
        return chosen


_NUMBERED = re.compile(r"^[ \t]*[#S]?(?P<number>\d{1,4})[.:)]?[ \t]+(?P<text>\S.*)$", re.MULTILINE)


def _called(written: WrittenLine) -> str:
    """A line by its number on the platform, and by its name and title here."""
    here = ". ".join(filter(None, (written.name, written.title)))
    return here if here == f"{written.number}" else f"{written.number} ({here})"


class LogRunForm(forms.Form):
    """A run at a database: when, what exactly, and what the vendor counted for each line."""

    database = line(_("Database"), 200, missing=_("Name the database."))
    searched = day(_("Date of the search"), _("Give the date of the search."))
    text = search_text(
        _("The strategy exactly as it was run"), hint=_("If you changed anything there, change it here.")
    )
    limits = line(_("Limits and filters"), 2000, rows=2, hint=_("Years, languages, kinds of text; “none” where none."))
    hits = count(_("Hits of the whole search"))
    notes = line(_("Notes"), 4000, rows=2)

    def __init__(self, *args: Any, lines: Sequence[WrittenLine], **options: Any) -> None:
        super().__init__(*args, **options)
        self.lines = lines
        for number, written in enumerate(lines):
            self.fields[f"count-{number}"] = count(_("Hits of line %(name)s") % {"name": _called(written)})
        self.order_fields(["database", "searched", "text", *(f"count-{number}" for number in range(len(lines)))])

    def clean_text(self) -> str:
        """The text is not empty."""
        typed = str(self.cleaned_data["text"])
        if not typed.strip():
            raise forms.ValidationError(_("Paste the strategy as it was run."))
        return typed

    def counted(self) -> list[dict[str, Any]]:
        """The lines with the vendor's counts. A line that was changed at the database has the text that was run."""
        typed = self.cleaned_data["text"]
        run = {found["number"]: found["text"].strip() for found in _NUMBERED.finditer(typed)}

        def as_run(each: WrittenLine) -> str:
            return each.written.text if each.written.text in typed else run.get(f"{each.number}", "")

        return [
            {"name": each.name, "text": as_run(each), "count": self.cleaned_data[f"count-{number}"]}
            for number, each in enumerate(self.lines)
        ]

    def made(self, platform_name: str) -> SearchMade:
        """The entry of the log."""
        given = self.cleaned_data
        return SearchMade(
            branch="database",
            place=given["database"],
            searched=given["searched"],
            platform=platform_name[:120],
            query=given["text"][:20_000],
            limits=given["limits"],
            hits=given["hits"],
            notes=given["notes"],
        )
