"""The form for a search in the log, and reading a file of them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from plethu_web.calls.actions.searches import SearchMade
from plethu_web.calls.forms.calls import day
from plethu_web.calls.queries.searches import COLUMNS
from plethu_web.calls.vocabulary import BRANCHES, CITATION_BRANCHES
from plethu_web.pages.fields import radios, text

MOST_ROWS = 5000
MOST_FAULTS = 20
LONGEST_FILE = 900_000  # bytes: under what the site takes anywhere


def count(label: Any) -> forms.IntegerField:
    """A field for a count that can be left empty."""
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=2_000_000_000)


class SearchForm(forms.Form):
    """One search as it was made."""

    branch = radios(_("Branch"), BRANCHES.items(), missing=_("Choose the branch."))
    place = text(_("Site or database"), 200, missing=_("Name the site or database, or who was asked."))
    platform = text(_("Platform"), 120, hint=_("For a database: such as Ovid or EBSCO."))
    address = text(_("Address"), 1000, hint=_("Of the page where you searched."))
    query = text(_("Query, exactly as typed"), 20_000, rows=4)
    starts_from = text(_("For citation searching: the source it starts from"), 500)
    limits = text(_("Limits and filters"), 2000, rows=2, hint=_("Years, languages, kinds of text; “none” where none."))
    strand = text(_("Strand"), 120, hint=_("The strand of the review that it is for."))
    searched = day(_("Date of the search"), _("Give the date of the search."))
    hits = count(_("Hits shown"))
    looked = count(_("Looked through"))
    taken = count(_("Taken"))
    notes = text(_("Notes"), 4000, rows=3)

    def clean(self) -> dict[str, Any]:
        """Counts fit into each other, and citation searching says where it starts."""
        given = super().clean() or {}
        hits, looked, taken = (given.get(name) for name in ("hits", "looked", "taken"))
        if looked is not None and hits is not None and looked > hits:
            self.add_error("looked", _("More were looked through than there were hits."))
        if taken is not None and any(most is not None and taken > most for most in (hits, looked)):
            self.add_error("taken", _("More were taken than were there to take."))
        if given.get("branch") in CITATION_BRANCHES and not given.get("starts_from"):
            self.add_error("starts_from", _("Name the source that the citation searching starts from."))
        return given

    def made(self) -> SearchMade:
        """The search."""
        return SearchMade(**self.cleaned_data)


class SearchFileForm(forms.Form):
    """A file of searches, as the site itself writes it."""

    file = forms.FileField(label=_("CSV file"), error_messages={"required": _("Choose a file.")})

    def clean_file(self) -> list[SearchMade]:
        """Its searches. What is wrong with it is said with the line and column; then nothing of it is taken."""
        faults: list[str] = []
        made = list(_read(self.cleaned_data["file"], faults))
        if faults:
            raise ValidationError([ValidationError(fault) for fault in faults[:MOST_FAULTS]])
        return made


def _read(file: UploadedFile, faults: list[str]) -> Iterator[SearchMade]:
    data = file.read(LONGEST_FILE + 1)
    try:
        content = data.decode("utf-8-sig")
        rows = csv.DictReader(io.StringIO(content, newline=""), strict=True)
        missing = {"branch", "place", "searched"} - set(rows.fieldnames or ())
        if len(data) > LONGEST_FILE or "\0" in content:
            raise ValueError
        if missing:
            faults.append(_now("The first line names no column “%(column)s”.") % {"column": sorted(missing)[0]})
            return
        for number, row in enumerate(rows):
            if len(faults) > MOST_FAULTS:
                return
            if number >= MOST_ROWS:
                faults.append(_now("There are more than %(most)s searches in the file.") % {"most": MOST_ROWS})
                return
            yield from _one(row, rows.line_num, faults)
    except (ValueError, csv.Error):
        faults.append(_now("This is no CSV file in UTF-8 of at most 900 kB."))


def _one(row: dict[str, Any], line: int, faults: list[str]) -> Iterator[SearchMade]:
    """The search in a row. An apostrophe that kept a spreadsheet from reading a formula is taken off again."""
    form = SearchForm({name: _unquoted(str(row.get(name) or "")) for name in COLUMNS})
    if form.is_valid():
        yield form.made()
        return
    for name, errors in form.errors.items():
        values = {"line": line, "column": name, "error": errors[0]}
        faults.append(_now("Line %(line)s, column “%(column)s”: %(error)s") % values)


def _unquoted(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and cell[1:].lstrip()[:1] in tuple("=+-@＝＋－＠") else cell
