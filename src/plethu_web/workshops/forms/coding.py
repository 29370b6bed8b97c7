"""The forms of the coding desk: a coding, a remark, a proposal and its merging, a statement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from plethu.evidence.findings import Stance
from plethu.wording import say
from plethu.workshop.codings import ASPECTS
from plethu_web.pages.fields import checkboxes, radios, text
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.pages.widgets import SuggestingInput
from plethu_web.reviews.forms.bilingual import BilingualForm, Written
from plethu_web.workshops.models.coding import LONGEST_STATEMENT

STANCES: tuple[tuple[Stance, Any], ...] = (
    ("echoed", _("Echoed")),
    ("challenged", _("Challenged")),
    ("added", _("Added")),
)
MEANT = {
    "echoed": _("It bears the finding out: the speaker knows the same."),
    "challenged": _("It speaks against the finding, or says where it does not hold."),
    "added": _("It says something that the finding does not."),
}
NONE = ("", "–")
Choices = Iterable[tuple[str, str]]


def select(label: Any, choices: Choices, hint: Any = "") -> forms.ChoiceField:
    """One of many, or none."""
    return forms.ChoiceField(label=label, help_text=hint, choices=[NONE, *choices], required=False)


class CodingForm(forms.Form):
    """How a contribution is read against one finding or action, or against none."""

    stance = radios(_("Stance"), STANCES, hints=MEANT, missing=_("Choose the stance."))
    aspect = forms.ChoiceField(
        label=_("Aspect"),
        help_text=_(
            "What it is about: something to do (action), how it is done (practice), what has to be in place "
            "(condition), what makes it more or less likely (factor), what stands in the way (challenge), or one case "
            "(example)."
        ),
    )
    finding = text(_("Finding"), 200, hint=_("Type its number, such as F012, or some of its words, and choose."))
    action = select(_("Action"), (), _("Only for what was added: what echoes or challenges needs a finding."))
    proposal = select(_("New action"), (), _("Only where no finding and no action fits."))
    why_none_fits = text(_("Why no action fits"), 1000, rows=2)
    voice_printed = text(
        _("Whose voice, in their own words"), 300, hint=_("Only where the words themselves say for whom they speak.")
    )
    voices = checkboxes(_("Whose voice, from the list"), ())

    def __init__(
        self,
        *args: Any,
        findings: Sequence[str],
        actions: Choices,
        voices: Choices,
        proposals: Choices,
        **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.findings = findings
        fields: dict[str, Any] = self.fields
        fields["finding"].widget = SuggestingInput(findings, attrs={"autocomplete": "off"})
        fields["aspect"].choices = [(each, say(f"workshop.aspect.{each}", reading())) for each in ASPECTS]
        fields["action"].choices = [NONE, *actions]
        fields["voices"].choices = list(voices)
        fields["proposal"].choices = [NONE, *proposals]

    def clean_finding(self) -> str:
        """Its number, however it was typed; or the one finding that has these words."""
        typed = str(self.cleaned_data["finding"]).strip()
        if not typed:
            return ""
        known = {line.split()[0].casefold(): line.split()[0] for line in self.findings}
        words = typed.casefold().split()
        if words[0] in known or re.fullmatch(r"[a-z]+-?\d+", words[0]):
            return known.get(words[0], words[0].upper())
        fitting = [line for line in self.findings if all(word in line.casefold() for word in words)]
        if len(fitting) == 1:
            return fitting[0].split()[0]
        if fitting:
            few = "; ".join(fitting[:5])
            raise ValidationError(_("Several findings have these words. Choose one: %(few)s"), params={"few": few})
        raise ValidationError(_("No finding has these words. Look for others, or type its number."))

    def fields_of(self) -> dict[str, Any]:
        """What was chosen, as a coding."""
        return {**self.cleaned_data, "voices": tuple(self.cleaned_data["voices"])}


class DeskForm(forms.Form):
    """Which contributions the desk shows: by words, by what they were said on, and by how they are coded."""

    q = text(_("Words in it"), 200)
    on = forms.ChoiceField(label=_("On what"), required=False)
    round = forms.ChoiceField(label=_("Round"), required=False)
    finding = text(_("Coded against this finding"), 20, hint=_("Its number, such as F012."))
    stance = forms.ChoiceField(label=_("Coded as"), choices=[("", _("Anything")), *STANCES], required=False)
    coder = forms.ChoiceField(label=_("Coded by"), required=False)

    def __init__(self, *args: Any, topics: Choices, rounds: Iterable[int], coders: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        fields: dict[str, Any] = self.fields
        fields["on"].choices = [("", _("Anything")), *topics]
        fields["round"].choices = [("", _("All")), *((str(each), str(each)) for each in rounds)]
        fields["coder"].choices = [("", _("Anybody")), *coders]

    def chosen(self) -> dict[str, str]:
        """What was asked for. What cannot be asked for is as if it were not."""
        self.is_valid()
        return {name: str(value).strip() for name, value in self.cleaned_data.items() if str(value).strip()}


class RemarkForm(forms.Form):
    """Something for the other coder."""

    words = text(_("What do you want to say to the other coder?"), 2000, rows=3, missing=_("Write something first."))


class ProposalForm(BilingualForm):
    """A new action."""

    written = {
        "name": Written(_("New action"), 200, missing=_("Name the action.")),
        "summary": Written(_("What it is"), 1000, 3),
    }
    category = radios(_("Category"), (), missing=_("Choose a category."))

    def __init__(self, *args: Any, categories: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        if not (choices := list(categories)):  # an edition need not have any
            del self.fields["category"]
            return
        field: Any = self.fields["category"]
        field.choices = choices


class MergeForm(forms.Form):
    """What a proposal is merged into, and why."""

    into = forms.ChoiceField(label=_("Merge into"))
    reason = text(_("Why the two are one"), 1000, rows=2, missing=_("Say why the two are one."))

    def __init__(self, *args: Any, choices: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        field: Any = self.fields["into"]
        field.choices = list(choices)


class StatementForm(BilingualForm):
    """One sentence for what several contributions say."""

    written = {
        "words": Written(_("Statement"), LONGEST_STATEMENT, 3, missing=_("Write what was found.")),
    }
    on = forms.ChoiceField(label=_("What it bears on"))
    bears_on = text(_("Findings it bears on"), 200, hint=_("Their numbers, such as F012 F040."))
    contributions = checkboxes(_("The contributions it rests on"), ())

    def __init__(self, *args: Any, places: Choices, said: Sequence[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        fields: dict[str, Any] = self.fields
        fields["on"].choices = list(places)
        fields["contributions"].choices = list(said)

    def clean_bears_on(self) -> list[str]:
        """The numbers, however they were parted."""
        return re.findall(r"[A-Z0-9-]+", self.cleaned_data["bears_on"].upper())

    def clean_contributions(self) -> list[str]:
        """At least one."""
        chosen: list[str] = self.cleaned_data["contributions"]
        if not chosen:
            raise ValidationError(_("Choose at least one contribution."))
        return chosen
