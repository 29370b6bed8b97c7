"""Forms for the parts of a protocol, one small one for each kind of entry."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, ClassVar, get_args

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plethu.evidence.dates import edtf_of, is_edtf
from plethu.evidence.protocol import ENTRIES, Entry, Protocol, RouteKind, Screening, Sense
from plethu.evidence.protocol_editing import free_id
from plethu.terms import TERMS
from plethu_web.pages.fields import checkboxes, radios, text
from plethu_web.reviews.forms.bilingual import BilingualForm, Written, columns_of

LONG = 5000


def choices_of(group: str, kind: Any) -> list[tuple[str, Any]]:
    """The values of a code, each with its term."""
    return [(value, TERMS[f"{group}.{value}"]) for value in get_args(kind)]


class EntryForm(BilingualForm):
    """A form whose fields are those of an entry."""

    codes: ClassVar[tuple[str, ...]] = ()

    def entry_fields(self) -> dict[str, Any]:
        """The entry's fields as they were filled in."""
        return {**self.texts(), **{name: self.cleaned_data[name] for name in self.codes}}

    def entry(self, kind: str, taken: Collection[str]) -> Entry:
        """A new entry of that kind with an id of its own."""
        fields = self.entry_fields()
        words = next((t.en or t.cy for t in self.texts().values() if t.en or t.cy), "")
        return ENTRIES[kind](id=free_id(words, taken, kind.rstrip("s").replace("_", "-")), **fields)

    @classmethod
    def initial_of(cls, entry: Protocol | Entry) -> dict[str, Any]:
        """What the form shows for an entry."""
        texts = {name: getattr(entry, name) for name in cls.written}
        return {**columns_of(texts), **{name: getattr(entry, name) for name in cls.codes}}


class QuestionForm(EntryForm):
    """What is asked."""

    written: ClassVar = {"question": Written(_("Question"), LONG, 3, missing=_("Write the question."))}


class PurposeForm(EntryForm):
    """What the review is for."""

    written: ClassVar = {
        "purpose": Written(
            _("What is the review for?"), LONG, 4, _("Who will use it, and what will it help them decide?")
        )
    }


class ScopeForm(EntryForm):
    """What is in and what is out."""

    written: ClassVar = {"scope": Written(_("Scope"), LONG, 6, _("What it is about, and what it leaves to others."))}


class UpdatesForm(EntryForm):
    """How the review is kept up to date."""

    written: ClassVar = {
        "updates": Written(
            _("Plan for updates"), LONG, 4, _("When the search is run again, by whom, and when it ends.")
        )
    }


class StrandForm(EntryForm):
    """What a strand is called and what it is."""

    written: ClassVar = {
        "name": Written(_("Name of the strand"), 200, missing=_("Give the strand a name.")),
        "description": Written(_("What kind of evidence is it?"), LONG, 3),
    }


class PlacesForm(EntryForm):
    """Where the evidence comes from."""

    written: ClassVar = {"geography": Written(_("Places that the strand covers"), 500)}


class ScreeningForm(EntryForm):
    """Whether sources were screened, and how."""

    written: ClassVar = {
        "screening_how": Written(
            _("How?"), LONG, 3, _("By how many people, against what, how disagreement is settled.")
        )
    }
    codes: ClassVar = ("screening",)
    screening = radios(_("Are the sources of this strand screened?"), choices_of("screening", Screening))


class WindowForm(EntryForm):
    """The time that a strand covers."""

    written: ClassVar = {
        "printed": Written(_("Dates in your own words"), 200, hint=_("As in “March 2020 to July 2023”."))
    }
    codes: ClassVar = ("dates",)
    first = text(
        _("From"), 20, hint=_("A year, a month or a day: 2020, 2020-03 or 2020-03-15. Empty: any time before.")
    )
    last = text(_("Until"), 20, hint=_("In the same way. Empty: still open."))

    def clean(self) -> dict[str, Any]:
        """Works out the EDTF of both ends, or of the words where they can be read."""
        cleaned = super().clean()
        first, last = cleaned.get("first", ""), cleaned.get("last", "")
        for name, end in (("first", first), ("last", last)):
            if end and ("/" in end or not is_edtf(end)):
                self.add_error(
                    name, ValidationError(_("Write a year, a month or a day, like 2020, 2020-03 or 2020-03-15."))
                )
        words = cleaned.get("printed", ""), cleaned.get("printed_cy", "")
        cleaned["dates"] = edtf_between(first, last) or edtf_of(words[0]) or edtf_of(words[1])
        if not any((*words, first, last)):
            self.add_error(None, ValidationError(_("Write the dates in words, or fill in from and until.")))
        return cleaned

    @classmethod
    def initial_of(cls, entry: Protocol | Entry) -> dict[str, Any]:
        """Takes an interval apart again."""
        first, slash, last = getattr(entry, "dates", "").partition("/")
        ends = {"first": first, "last": last if slash else first}
        return {**super().initial_of(entry), **{name: end.strip(".") for name, end in ends.items()}}


class RuleForm(EntryForm):
    """A rule for what is taken in or left out."""

    written: ClassVar = {
        "text": Written(_("Rule"), LONG, 3, missing=_("Write the rule.")),
        "agreed_by": Written(
            _("Who agreed it?"), 300, hint=_("Such as the poll of members, or the steering group in May.")
        ),
    }
    codes: ClassVar = ("sense",)
    sense = radios(
        _("What does the rule do?"), choices_of("sense", Sense), missing=_("Choose whether it includes or leaves out.")
    )


class RouteForm(EntryForm):
    """One way of finding sources."""

    written: ClassVar = {
        "name": Written(_("Its name or description"), 500, hint=_("The database, the website, who was asked."))
    }
    codes: ClassVar = ("kind",)
    kind = radios(
        _("How are sources found?"),
        choices_of("route-kind", RouteKind),
        missing=_("Choose how sources are found."),
        hints={"citation-searching": _("It is counted as a branch of its own, apart from the databases.")},
    )


class CommitmentForm(EntryForm):
    """A shared value, what was promised because of it, and what was done."""

    written: ClassVar = {
        "value": Written(
            _("Value"), 1000, 2, _("What matters to the partners in how the review is made."), _("Write the value.")
        ),
        "commitment": Written(_("Commitment"), 2000, 3, _("What the team will do because of it.")),
        "done": Written(_("What was done"), 2000, 3),
    }


class OpenPointForm(EntryForm):
    """Something that does not agree or is not settled."""

    written: ClassVar = {
        "text": Written(_("What does not agree, or is not settled?"), LONG, 4, missing=_("Write the open point."))
    }


PARTS: dict[str, type[EntryForm]] = {
    "question": QuestionForm,
    "purpose": PurposeForm,
    "scope": ScopeForm,
    "updates": UpdatesForm,
}
OF_STRAND: dict[str, type[EntryForm]] = {"name": StrandForm, "places": PlacesForm, "screening": ScreeningForm}
KINDS: dict[str, type[EntryForm]] = {"strands": StrandForm, "commitments": CommitmentForm, "open_points": OpenPointForm}
KINDS_IN_STRAND: dict[str, type[EntryForm]] = {"windows": WindowForm, "rules": RuleForm, "routes": RouteForm}


def form_for(strand: str, kind: str) -> type[EntryForm]:
    """The form for a kind of entry, in a strand or (`-`) in the protocol itself. KeyError where there is none."""
    return KINDS[kind] if strand == "-" else KINDS_IN_STRAND[kind]


class PublishForm(BilingualForm):
    """Why a version is published, and what decisions it follows."""

    written: ClassVar = {
        "reason": Written(_("Why is it published, or changed?"), 2000, 3, missing=_("Say why, in a sentence or two."))
    }

    def __init__(self, *args: Any, decisions: list[tuple[str, Any]], **options: Any) -> None:
        super().__init__(*args, **options)
        if decisions:
            label = _("Decisions that this version carries out")
            self.fields["decisions"] = checkboxes(label, decisions)

    def followed(self) -> list[int]:
        """The decisions that were chosen."""
        return [int(pk) for pk in self.cleaned_data.get("decisions", ())]


class CompareForm(forms.Form):
    """Two versions to set side by side; 0 is the draft."""

    old = forms.IntegerField(min_value=0, max_value=100_000)
    new = forms.IntegerField(min_value=0, max_value=100_000)


class FileForm(forms.Form):
    """A file with a protocol."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("JSON that this site gave out, or TOML written by hand. At most one megabyte."),
        error_messages={"required": _("Choose a file."), "empty": _("The file is empty. Choose another one.")},
    )


def edtf_between(first: str, last: str) -> str:
    """The EDTF of two ends, either of which may be open; empty where both are."""
    if not first and not last:
        return ""
    return first if first == last else f"{first or '..'}/{last or '..'}"
