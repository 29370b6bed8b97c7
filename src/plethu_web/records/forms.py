"""Forms of the record desk."""

from __future__ import annotations

from typing import Any, cast, get_args

from django import forms
from django.utils.translation import gettext_lazy as _

from plethu.evidence.cases import Tier
from plethu.records.mending import LONGEST, VARIABLES, as_typed
from plethu.terms import TERMS
from plethu_web.pages.fields import radios, text
from plethu_web.pages.widgets import SuggestingInput
from plethu_web.records.models import Import
from plethu_web.records.queries import ONLY, Wanted
from plethu_web.records.words import KINDS, NAMES_OF_ONLY, VARIABLE_HINTS, VARIABLE_NAMES

MOST_FILES = 20


class SeveralFiles(forms.ClearableFileInput):
    """An input for several files at once."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """One or more files."""

    widget = SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """The files, each checked."""
        single = super().clean
        files = data if isinstance(data, list) else [data] if data else []
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("Send at most %(most)s files at once."), params={"most": MOST_FILES})
        return [single(each, initial) for each in files] if files else [single(None, initial)]


class UploadForm(forms.Form):
    """Files of records, and where they come from."""

    sent = FilesField(
        label=_("Files"),
        help_text=_(
            "What databases and reference programs export: RIS, PubMed, BibTeX, EndNote, Web of Science, CSV, Excel."
        ),
        error_messages={"required": _("Choose a file first."), "empty": _("This file is empty: choose another one.")},
    )
    branch = radios(_("How were they found?"), Import.Branch.choices, initial=Import.Branch.DATABASE)
    database = text(_("Database or site"), 200, hint=_("Such as Scopus, or the name of a website."))
    platform = text(_("Platform"), 200, hint=_("Where the database was searched, such as EBSCOhost or Ovid."))
    searched = text(_("Date of the search"), 40, hint=_("As you would write it, such as 12 July 2023."))
    strategy = text(_("Search strategy"), 20_000, hint=_("Its name, or the whole of it as it was run."), rows=4)
    hits = forms.IntegerField(
        label=_("Hits the database reported"),
        required=False,
        min_value=0,
        max_value=2_000_000_000,
        help_text=_("It is held against the number of records in the files you send in now."),
    )
    strand = text(_("Strand"), 60, hint=_("The strand of the review that they belong to."))

    def __init__(self, *args: Any, strands: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["strand"].widget = SuggestingInput(strands, attrs={"maxlength": 60})


class FilterForm(forms.Form):
    """Which records to show."""

    words = forms.CharField(label=_("Words"), required=False, max_length=200)
    source = forms.ChoiceField(label=_("Import"), required=False)
    branch = forms.ChoiceField(label=_("Found by"), required=False, choices=[("", _("any")), *Import.Branch.choices])
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    only = forms.ChoiceField(
        label=_("Only those"), required=False, choices=[("", _("all")), *((o, NAMES_OF_ONLY[o]) for o in ONLY)]
    )

    def __init__(self, *args: Any, sources: list[Import], kinds: list[str], **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["source"].choices = [("", _("any")), *((str(source.pk), source.shown_name) for source in sources)]
        fields["kind"].choices = [("", _("any")), *((kind, KINDS.get(kind, kind)) for kind in kinds)]

    def wanted(self) -> Wanted:
        """What was chosen; what cannot be chosen counts as nothing chosen."""
        self.is_valid()
        return Wanted(**{name: self.cleaned_data.get(name) or "" for name in self.fields})


class MendForm(forms.Form):
    """All that can be changed in a record, as text."""

    def __init__(self, csl: dict[str, Any], data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        for variable in VARIABLES:
            name, hint = VARIABLE_NAMES[variable.id], VARIABLE_HINTS.get(variable.shape, "")
            if variable.shape == "type":
                now = str(csl.get("type", "document"))
                choices = {now: now, **KINDS}
                self.fields[variable.id] = forms.ChoiceField(label=cast(Any, name), choices=list(choices.items()))
            else:
                rows = {"text": 0, "date": 0, "names": 4, "long": 8}[variable.shape]
                self.fields[variable.id] = text(name, LONGEST[variable.shape], hint=hint, rows=rows)
            self.initial.setdefault(variable.id, as_typed(csl, variable.id))
        self.fields["reason"] = text(
            _("Why?"), 300, hint=_("Such as “spelling as on the title page”. It stands in the history.")
        )

    def typed(self) -> dict[str, str]:
        """What was typed, by variable, where it differs from what was shown."""
        sent = {id: self.cleaned_data[id].replace("\r\n", "\n") for id in self.cleaned_data if id != "reason"}
        return {id: value for id, value in sent.items() if value != self.initial[id].strip()}


class ColumnsForm(forms.Form):
    """What the columns of a table mean."""

    def __init__(self, columns: list[tuple[str, str]], data: Any = None, **options: Any) -> None:
        super().__init__(data, **options)
        self.columns = [name for name, _guess in columns]
        known = [("", _("kept as it is")), *((id, VARIABLE_NAMES[id]) for id in VARIABLE_NAMES if id[0] != "/")]
        for number, (name, guess) in enumerate(columns):
            choices = known if guess in dict(known) else [*known, (guess, guess)]
            self.fields[f"column-{number}"] = forms.ChoiceField(
                label=name, choices=choices, required=False, initial=guess
            )

    def mapping(self) -> dict[str, str]:
        """The variable for each column, empty for one that is kept as it is."""
        return {name: self.cleaned_data[f"column-{number}"] for number, name in enumerate(self.columns)}


class PlaceForm(forms.Form):
    """Where something was."""

    place = text(_("Place, spelled as it should be"), 300, hint=_("What the record itself says stays beside it."))
    tier = forms.ChoiceField(
        label=_("How wide?"),
        required=False,
        choices=[
            ("", _("not said")),
            *((tier, TERMS[f"tier.{tier}"]) for tier in get_args(Tier)),
        ],
    )
    authority = forms.ChoiceField(label=_("Local authority"), required=False)
    reason = text(_("Why?"), 300)

    def __init__(self, *args: Any, authorities: list[tuple[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        fields: Any = self.fields
        fields["authority"].choices = [("", _("not said")), *authorities]
