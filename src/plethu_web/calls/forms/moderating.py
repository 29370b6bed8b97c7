"""The team's forms for what was sent in, and the members' form for suggesting a source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from plethu_web.calls.actions.moderating import Decision, Description
from plethu_web.calls.models import Submission
from plethu_web.calls.queries.areas import authorities, tiers
from plethu_web.calls.queries.submissions import FILTERS, number_in
from plethu_web.calls.states import State, rule_of
from plethu_web.calls.vocabulary import KINDS, REASONS, RELEVANCE, ROUTES
from plethu_web.pages.fields import checkboxes, radios, text
from plethu_web.reviews.queries.reviews import Access

_ANY = ("", _("All"))
_NOT_SAID = ("", _("Not said"))


class QueueForm(forms.Form):
    """Filters of the queue."""

    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    route = forms.ChoiceField(label=_("Route"), required=False)
    relevance = forms.ChoiceField(label=_("Relevance"), required=False)
    tier = forms.ChoiceField(label=_("Tier of the place"), required=False)

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        states = [choice for choice in State.choices if choice[0] != State.DRAFT]
        offered: tuple[Iterable[Any], ...] = (states, KINDS.items(), ROUTES.items(), RELEVANCE.items(), tiers())
        for name, choices in zip(FILTERS, offered, strict=True):
            self.fields[name].choices = [_ANY, *choices]  # type: ignore[attr-defined]

    def wanted(self) -> dict[str, str]:
        """The filters that hold. One that is none is left out."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class DecisionForm(forms.Form):
    """What is decided. Which decisions there are, the table of states says."""

    state = radios(_("Decision"), (), missing=_("Choose a decision."))
    seen = forms.CharField(widget=forms.HiddenInput, max_length=40)
    reason = radios(_("If you set it aside: why?"), REASONS.items(), required=False)
    reason_words = text(_("The reason in words, for the team"), 2000, rows=3)
    same_as = forms.IntegerField(
        label=_("If it is the same as another: its number"), required=False, min_value=1, max_value=1_000_000
    )
    note_to_sender = text(
        _("A note that the sender sees"), 2000, rows=3, hint=_("If you ask back, say here what you want to know.")
    )

    def __init__(self, data: Any = None, *, access: Access, submission: Submission, initial: Any = None) -> None:
        begins = {"seen": submission.seen_as, "note_to_sender": submission.note_to_sender}
        super().__init__(data, initial={**begins, **(initial or {})})
        self._access, self._submission = access, submission
        decisions = rule_of(submission.state).decisions
        self.fields["state"].choices = [(state.value, state.label) for state in decisions]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Each decision has with it what it needs."""
        given = super().clean() or {}
        state = given.get("state")
        if state == State.ASIDE and not given.get("reason"):
            self.add_error("reason", _("Choose the reason for setting it aside."))
        if state == State.ASKED and not given.get("note_to_sender"):
            self.add_error("note_to_sender", _("Say what you want to know."))
        if state == State.DUPLICATE:
            given["duplicate_of"] = self._same_as(given.get("same_as"))
        return given

    def decision(self) -> Decision:
        """What was decided."""
        names = ("state", "seen", "reason", "reason_words", "note_to_sender")
        values = {name: self.cleaned_data[name] for name in names}
        return Decision(duplicate_of=self.cleaned_data.get("duplicate_of"), **values)

    def _same_as(self, number: int | None) -> Submission | None:
        found = number_in(self._access, number, but=self._submission) if number else None
        if found is None:
            self.add_error("same_as", _("Give the number of another one that is there."))
        return found


class DescriptionForm(forms.Form):
    """What the team says of it."""

    place_corrected = text(_("Place, spelling corrected"), 300, hint=_("What the sender wrote stays beside it."))
    tier = radios(_("Tier of the place"), (), required=False)
    authorities = checkboxes(_("Council areas, where known"), ())
    relevance = radios(
        _("Relevance"),
        [_NOT_SAID, *RELEVANCE.items()],
        required=False,
        help_text=_("How much it tells about the question. Nothing is left out because of it."),
    )
    published_in = text(
        _("Published in the edition"), 120, hint=_("Once it is, a withdrawal takes effect in the next edition.")
    )

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["tier"].choices = [_NOT_SAID, *tiers()]  # type: ignore[attr-defined]
        self.fields["authorities"].choices = authorities()  # type: ignore[attr-defined]

    def description(self) -> Description:
        """What was said."""
        return Description(**self.cleaned_data)


class SuggestionForm(forms.Form):
    """A source that somebody in the team knows of."""

    kind = radios(_("What is it?"), KINDS.items(), missing=_("Choose what it is."))
    title = text(_("Title"), 300, missing=_("Give its title."))
    links = text(_("Where can it be found?"), 4000, rows=2, hint=_("A link, or a reference."))
    story = text(_("What is it about, and why does it matter here?"), 4000, rows=4)
