"""The team's forms for the register: a list to take in, one person, whom wishes mean, links for facilitators."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from plethu.evidence.problems import BadInput
from plethu.records.opened import Opened
from plethu.wording.problems import problem_sentence
from plethu.workshop.register import Contact
from plethu.workshop.register_import import RegisterImport, read_register
from plethu_web.pages.fields import text
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.forms.registering import SaidForm
from plethu_web.workshops.models import Wish, Workshop
from plethu_web.workshops.subjects import contexts

LARGEST_LIST = 900 * 1024
MOST_GROUPS = 250


class ListForm(forms.Form):
    """A list of people from another booking system."""

    list = forms.FileField(
        label=_("List"),
        help_text=_("A CSV file of up to 900 kB, as booking systems export it."),
        error_messages={"required": _("Choose a file first."), "empty": _("This file is empty: choose another one.")},
    )

    def __init__(self, *given: Any, rounds: int, already: Sequence[Contact], **options: Any) -> None:
        super().__init__(*given, **options)
        self.rounds, self.already = rounds, already

    def clean_list(self) -> RegisterImport:
        """The list as it was read; what is wrong with the whole of it is said in words."""
        file = cast(UploadedFile, self.cleaned_data["list"])
        if (file.size or 0) > LARGEST_LIST:
            raise ValidationError(_("The file is larger than 900 kB. Give only the people of this workshop."))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "list"
            path.write_bytes(file.read())
            try:
                opened = Opened(path, Path(str(file.name)).name[:200])
                return read_register(opened, contexts(), self.rounds, already=self.already)
            except BadInput as error:
                raise ValidationError([problem_sentence(each, reading()) for each in error.problems]) from error


class PersonForm(SaidForm):
    """What is noted of somebody, and which group they look after."""

    facilitates = forms.ChoiceField(label=_("Looks after"), required=False)

    def __init__(self, *given: Any, workshop: Workshop, **options: Any) -> None:
        super().__init__(*given, workshop=workshop, **options)
        groups = [(str(number), f"{_('Group')} {number}") for number in range(1, 31)]
        choices = [("0", _("No group: takes part")), ("-1", _("Any group that needs somebody")), *groups]
        self.fields["facilitates"].choices = choices  # type: ignore[attr-defined]

    def clean_facilitates(self) -> int:
        """The number of a group, -1 for any, 0 for none."""
        return int(self.cleaned_data["facilitates"] or 0)


class WishesForm(forms.Form):
    """Whom each wish means, of those in the register."""

    def __init__(self, *given: Any, wishes: Sequence[Wish], people: Sequence[tuple[str, str]], **options: Any) -> None:
        super().__init__(*given, **options)
        for wish in wishes:
            label = f"{wish.participant.code} – {wish.get_kind_display()}: {wish.words or '–'}"
            self.fields[f"wish-{wish.pk}"] = forms.ChoiceField(
                label=label,
                required=False,
                choices=[("", _("Nobody in the register")), *people],
                initial=str(wish.other_id or ""),
            )

    def others(self) -> dict[int, str]:
        """The id of whom each wish means, by the number of the wish; empty for nobody."""
        return {int(name.removeprefix("wish-")): value for name, value in self.cleaned_data.items()}


class FacilitatorForm(forms.Form):
    """A link for somebody who looks after a group."""

    label = text(_("Who it is for"), 120, hint=_("A name or initials. Only the team sees it."))
    group = forms.IntegerField(
        label=_("Group"),
        min_value=0,
        max_value=MOST_GROUPS,
        initial=1,
        help_text=_("0 for somebody who looks after all groups and switches the rounds."),
        error_messages={"required": _("Give the number of a group.")},
    )
