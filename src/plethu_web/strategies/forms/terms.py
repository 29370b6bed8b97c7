"""Forms for terms: suggesting one, answering, and saying where one comes from."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from plethu_web.pages.fields import radios
from plethu_web.pages.fields import text as line
from plethu_web.pages.widgets import SuggestingInput
from plethu_web.strategies.actions.terms import Origin
from plethu_web.strategies.forms.fields import expected
from plethu_web.strategies.models import Term


class _WithOrigin(forms.Form):
    """What is asked of where a term comes from."""

    def __init__(self, *args: Any, references: Collection[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reference"].widget = SuggestingInput(references, attrs={"maxlength": 300})

    def origin(self) -> Origin:
        """Where it comes from."""
        given = self.cleaned_data
        return Origin(given["source"], given["reference"], given["proposer"], given["why"])


def _reference() -> forms.CharField:
    return line(_("Which one?"), 300, hint=_("The title of the poll, the known item or the earlier search."))


def _proposer() -> forms.CharField:
    return line(_("Who brought it?"), 200, hint=_("If it was not you: a group or an organisation, no private names."))


class SuggestForm(_WithOrigin):
    """A term that somebody would search for."""

    text = line(
        _("Word or phrase"),
        300,
        missing=_("Write the word or phrase."),
        hint=_("As you would say it. No signs needed."),
    )
    why = line(
        _("Why?"), 2000, rows=3, missing=_("Say why, in a sentence."), hint=_("Who uses it, or what it would find.")
    )
    source = radios(
        _("How did you come to it?"), Term.Source.choices, missing=_("Choose one."), initial=Term.Source.PARTNER
    )
    reference = _reference()
    proposer = _proposer()


class SourceForm(_WithOrigin):
    """Where a term that stands in the strategy comes from."""

    source = radios(_("Where does it come from?"), Term.Source.choices, missing=_("Choose one."))
    reference = _reference()
    proposer = _proposer()
    why = line(_("Why?"), 2000, rows=3)


class AnswerForm(forms.Form):
    """The team's answer to a term."""

    expected = expected()
    decision = radios(
        _("Answer"),
        [("accept", _("Add it to the block")), ("decline", _("Decline it"))],
        missing=_("Choose an answer."),
    )
    typed = line(
        _("As it is to be searched"), 300, hint=_("It is added to the block with OR. Truncate it if you like.")
    )
    answer = line(_("Reason"), 2000, rows=3, hint=_("It is shown to whoever suggested the term. Needed to decline."))

    def clean(self) -> dict[str, Any]:
        """A reason to decline, and something to add where it is accepted."""
        given = super().clean() or {}
        if given.get("decision") == "decline" and not given.get("answer"):
            self.add_error("answer", cast(Any, _("Say why it is declined.")))
        if given.get("decision") == "accept" and not given.get("typed"):
            self.add_error("typed", cast(Any, _("Write the term as it is to be searched.")))
        return given
