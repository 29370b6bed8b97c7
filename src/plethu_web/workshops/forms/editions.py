"""Forms by which an edition comes to a review: a file of one, or a plain list of findings."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plethu.evidence.problems import BadInput, Problem
from plethu.framework.discussing import discussion_problems
from plethu.framework.edition import Edition
from plethu.framework.finding_list import ListedFinding, ListHead, edition_of_list, read_finding_list
from plethu.framework.reading import read_built
from plethu.framework.tables import decode_text
from plethu.framework.zipped import read_zip
from plethu.records.opened import Opened
from plethu.wording.problems import problem_sentence
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.forms.bilingual import BilingualForm, Written
from plethu_web.workshops.defaults import LIST_MADE, LIST_NOTICE

LARGEST_EDITION = 16 * 1024 * 1024
LARGEST_LIST = 900 * 1024
MOST_PROBLEMS = 50  # that are shown at once
MISSING = {"required": _("Choose a file first."), "empty": _("This file is empty: choose another one.")}


class EditionFileForm(forms.Form):
    """An edition: its folder as a zip file, or the one file that was built from it."""

    file = forms.FileField(
        label=_("File of the edition"),
        help_text=_("A zip file of the edition’s folder, or its one JSON file, of up to 16 MB."),
        error_messages=cast(Any, MISSING),
    )

    def clean_file(self) -> Edition:
        """The edition as it was read; what is wrong is said with file, line and field."""
        file = cast(UploadedFile, self.cleaned_data["file"])
        if (file.size or 0) > LARGEST_EDITION:
            raise ValidationError(_("The file is larger than 16 MB. Nothing of it was kept."))
        self.name = Path(str(file.name)).name[:200]
        try:
            return _edition(file.read(), self.name)
        except BadInput as error:
            raise _sentences(error.problems) from error


class FindingListForm(BilingualForm):
    """A list of findings, and what they are called together."""

    written = {
        "title": Written(
            _("What the findings are called"),
            300,
            hint=_("Such as: Findings of our review of community gardens."),
            missing=_("Say what the findings are called."),
        )
    }
    file = forms.FileField(
        label=_("List of findings"),
        help_text=_("A CSV file of up to 900 kB, as spreadsheets save it."),
        error_messages=cast(Any, MISSING),
    )

    def clean_file(self) -> tuple[ListedFinding, ...]:
        """The findings; what is wrong is said with line and column."""
        file = cast(UploadedFile, self.cleaned_data["file"])
        if (file.size or 0) > LARGEST_LIST:
            raise ValidationError(_("The file is larger than 900 kB. Nothing of it was kept."))
        self.name = Path(str(file.name)).name[:200]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "list"
            path.write_bytes(file.read())
            try:
                return read_finding_list(Opened(path, self.name))
            except BadInput as error:
                raise _sentences(error.problems) from error

    def edition(self, review: str) -> Edition:
        """The edition made from the list, for the review under an address. Only of a form that is valid."""
        today = f"{timezone.localdate():%Y-%m-%d}"
        head = ListHead(
            id=f"{review[:60]}-findings",
            title=self.texts()["title"],
            published=today,
            version=today,
            notice=LIST_NOTICE,
            provenance=(LIST_MADE,),
        )
        return edition_of_list(self.cleaned_data["file"], head)


def _edition(data: bytes, name: str) -> Edition:
    if data.startswith(b"PK"):
        edition = read_zip(data, name)
    else:
        decode_text(data, name)
        edition = read_built(data, name)
    if problems := list(discussion_problems(edition, name)):
        raise BadInput(*problems)
    return edition


def _sentences(problems: Sequence[Problem]) -> ValidationError:
    said = [problem_sentence(each, reading()) for each in problems[:MOST_PROBLEMS]]
    if len(problems) > MOST_PROBLEMS:
        said.append(_("And %(number)s more.") % {"number": len(problems) - MOST_PROBLEMS})
    return ValidationError(said)
