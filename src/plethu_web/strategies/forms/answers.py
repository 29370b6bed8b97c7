"""Forms for answering findings and for peer review."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

from plethu.searching.checking import Press
from plethu.searching.press import Judgement
from plethu.wording import say
from plethu_web.pages.fields import radios, text
from plethu_web.pages.templatetags.plethu_texts import reading


def _element_name(press: Press) -> str:
    return say(f"search.element.{press}", reading())


element_name = lazy(_element_name, str)
ELEMENTS = {press: element_name(press) for press in Press}
ASKS = {
    Press.QUESTION: _(
        "Does the search say what the review asks? Are the concepts the right ones, and neither too many?"
    ),
    Press.OPERATORS: _(
        "Are AND, OR, NOT and brackets where they should be? Are distances neither too tight nor too wide?"
    ),
    Press.HEADINGS: _("Are the headings of the database used, the right ones, exploded where they should be?"),
    Press.TEXT_WORDS: _("Are spellings, synonyms and endings there? Is nothing cut too short, nothing left out?"),
    Press.SPELLING: _("Are there typing mistakes, signs the platform does not know, lines that name the wrong line?"),
    Press.LIMITS: _("Do limits follow from the question, and are none missing?"),
}
JUDGEMENTS = {
    Judgement.NONE: _("No change needed"),
    Judgement.SUGGESTED: _("Change suggested"),
    Judgement.REQUIRED: _("Change required"),
}


class FalseAlarmForm(forms.Form):
    """Why a finding can stay."""

    key = forms.CharField(max_length=300, widget=forms.HiddenInput)
    reason = text(_("Why is it a false alarm?"), 2000, rows=2, missing=_("Say why it can stay."))


class PeerReviewForm(forms.Form):
    """A judgement and a comment for each of the six elements."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for element, name in ELEMENTS.items():
            judgement = radios(name, JUDGEMENTS.items(), missing=_("Judge each element."))
            judgement.help_text = ASKS[element]
            self.fields[f"{element}-judgement"] = judgement
            self.fields[f"{element}-comment"] = text(_("Comment"), 4000, rows=3)
        self.fields["overall"] = text(_("On the whole"), 8000, rows=4)

    def clean(self) -> dict[str, Any]:
        """A change that is asked for is described."""
        given = super().clean() or {}
        for element in ELEMENTS:
            asked = given.get(f"{element}-judgement") in (Judgement.SUGGESTED, Judgement.REQUIRED)
            if asked and not given.get(f"{element}-comment"):
                self.add_error(f"{element}-comment", str(_("Say what should change.")))
        return given

    def elements(self) -> dict[str, dict[str, str]]:
        """The judgements and comments by element."""
        given = self.cleaned_data
        return {
            str(element): {"judgement": given[f"{element}-judgement"], "comment": given[f"{element}-comment"]}
            for element in ELEMENTS
        }


class ResponseForm(forms.Form):
    """What the authors say to the elements that ask for something."""

    def __init__(self, *args: Any, asked: Iterable[str], **options: Any) -> None:
        super().__init__(*args, **options)
        for element in asked:
            self.fields[element] = text(
                ELEMENTS[Press(element)], 4000, rows=3, missing=_("Say what was done, or why nothing was.")
            )
