"""The forms by which a list comes in: its file, and what its columns and answers mean."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from plethu.evidence.problems import BadInput
from plethu.records.opened import Opened
from plethu.wording.problems import problem_sentence
from plethu.workshop.register_columns import guessed_fields
from plethu.workshop.register_mapping import (
    ListMapping,
    Meaning,
    UnknownAnswer,
    mapping_flaws,
    unknown_answers,
)
from plethu.workshop.register_table import ListTable, read_table
from plethu_web import stored
from plethu_web.pages.fields import UNKNOWN
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.forms.registering import options_of
from plethu_web.workshops.register_fields import FIELD_NAMES, LEFT, field_name
from plethu_web.workshops.subjects import contexts

LARGEST_LIST = 900 * 1024
MOST_COLUMNS = 200  # with anything in them, that are shown to be looked at; those after them are left aside
MOST_ANSWERS = 40  # of one field; those after them, the rarest, leave the field empty
SAMPLES, LONGEST_SAMPLE = 3, 40


class ListForm(forms.Form):
    """A list of people from another booking system."""

    list = forms.FileField(
        label=_("List"),
        help_text=_("A CSV file of up to 900 kB, as booking systems export it."),
        error_messages={"required": _("Choose a file first."), "empty": _("This file is empty: choose another one.")},
    )

    def clean_list(self) -> UploadedFile:
        """The file, once it reads as a table; what is wrong with the whole of it is said in words."""
        file = cast(UploadedFile, self.cleaned_data["list"])
        if (file.size or 0) > LARGEST_LIST:
            raise ValidationError(_("The file is larger than 900 kB. Give only the people of this workshop."))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "list"
            path.write_bytes(file.read())
            file.seek(0)
            try:
                read_table(Opened(path, self.name))
            except BadInput as error:
                raise ValidationError([problem_sentence(each, reading()) for each in error.problems]) from error
        return file

    @property
    def name(self) -> str:
        """The name of the file, without folders."""
        return Path(str(cast(UploadedFile, self.files["list"]).name)).name[:200]


def table_of(sha256: str, name: str) -> ListTable:
    """A kept list as a table. Raises BadInput, and FileNotFoundError where it is not kept any more."""
    path = stored.path_of(sha256)
    if not path.exists():
        raise FileNotFoundError(sha256)
    return read_table(Opened(path, name))


class MappingForm(forms.Form):
    """What each column is taken for, and what each answer means that is not one of the workshop's.

    Answers that the columns as they are chosen now bring up for the first time begin with what is guessed.
    """

    def __init__(self, table: ListTable, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.table = table
        samples = [self._samples(place) for place in range(len(table.header))]
        guesses = guessed_fields([name if said else "" for name, said in zip(table.header, samples, strict=True)])
        choices = [("", LEFT), *FIELD_NAMES.items()]
        self.taken = [""] * len(table.header)
        filled = [place for place, said in enumerate(samples) if said]
        for place in filled[:MOST_COLUMNS]:
            name, label = f"column-{place}", table.header[place] or f"{_now('Column')} {place + 1}"
            self.taken[place] = str(data.get(name, guesses[place]) if data is not None else guesses[place])
            self.fields[name] = _select(label, choices, self.taken[place], samples[place])
        self.shown, self.columns_left = min(len(filled), MOST_COLUMNS), max(0, len(filled) - MOST_COLUMNS)
        self.unknown, self.left_out = self._unknown()
        self._add_answers(data)

    def _unknown(self) -> tuple[list[UnknownAnswer], int]:
        shown: list[UnknownAnswer] = []
        found = unknown_answers(self.table, self._fields_taken(), contexts())
        for each in found:
            if sum(other.field == each.field for other in shown) < MOST_ANSWERS:
                shown.append(each)
        return shown, len(found) - len(shown)

    def _add_answers(self, data: QueryDict | None) -> None:
        self.is_new = False
        for each in self.unknown:
            name, options = answer_name(each), _options(each.field)
            self.is_new = self.is_new or (data is not None and name not in data)
            label = f"{field_name(each.field)}: {each.said[:80]}"
            field = _select(label, options, each.guess, _now("Rows: %(n)s") % {"n": each.count})
            self.fields[name] = field
        if data is not None:
            begun = {answer_name(each): each.guess for each in self.unknown if answer_name(each) not in data}
            self.data = {**data.dict(), **begun}

    def _fields_taken(self) -> tuple[str, ...]:
        return tuple(field if field in FIELD_NAMES else "" for field in self.taken)

    def _samples(self, place: int) -> str:
        cells = (row.cells[place].strip() for row in self.table.rows if place < len(row.cells))
        found = list(dict.fromkeys(cell[:LONGEST_SAMPLE] for cell in cells if cell))[:SAMPLES]
        return "; ".join(found)

    def clean(self) -> dict[str, Any]:
        """Somebody has to be named, and nothing twice."""
        for flaw in mapping_flaws(self._fields_taken()):
            self.add_error(None, _flaw(flaw.code, flaw.field))
        return self.cleaned_data

    @property
    def columns(self) -> list[forms.BoundField]:
        """The fields of columns."""
        return [field for field in self if field.name.startswith("column-")]

    @property
    def answers(self) -> list[forms.BoundField]:
        """The fields of answers."""
        return [field for field in self if field.name.startswith("answer-")]

    def mapping(self) -> ListMapping:
        """What was chosen, or is guessed as long as nothing was."""
        given = self.data if self.is_bound else {}
        meanings = (
            Meaning(each.field, each.plain, str(given.get(answer_name(each), each.guess))) for each in self.unknown
        )
        return ListMapping(self._fields_taken(), tuple(meanings))


def answer_name(answer: UnknownAnswer) -> str:
    """The name of the form's field for an answer."""
    return f"answer-{answer.field}-{hashlib.sha256(answer.plain.encode()).hexdigest()[:12]}"


def _select(label: str, choices: Any, initial: str, hint: str = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        required=False,
        initial=initial,
        help_text=hint,
        widget=forms.Select,
        error_messages=cast(Any, {"invalid_choice": UNKNOWN}),
    )


def _options(field: str) -> list[tuple[str, Any]]:
    if field == "language":
        return [("", _("Leave empty: English")), ("en", "English"), ("cy", "Cymraeg")]
    if field == "welsh_medium":
        return [("", _("Leave empty")), ("wants", _("Wants")), ("can", _("Can")), ("no", _("No"))]
    return [("", _("Leave empty")), *options_of(cast(Any, field))[1:]]


def _flaw(code: str, field: str) -> str:
    if code == "nobody":
        return _now("No column says who people are. Choose one for a name, an email address or a code.")
    return _now("Two columns are taken for “%(field)s”. Leave one of them aside.") % {"field": field_name(field)}
