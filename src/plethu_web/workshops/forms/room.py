"""The forms of the room. What is too long is refused with its words left in the field, never cut."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from plethu_web.calls.forms.fields import Forgiving
from plethu_web.pages.fields import radios
from plethu_web.workshops.actions.room_cards import CardSaid
from plethu_web.workshops.room_sections import Section
from plethu_web.workshops.room_words import LONGEST_CARD, LONGEST_NOTE, REASONS, Stance

MOST_WRITTEN = 60  # cards of one page of a batch
STANCES: list[tuple[str, Any]] = list(Stance.choices)


class Long(Forgiving):
    """A long text without a `maxlength`: a browser would cut what is pasted, and not say so."""

    def __init__(self, *, most: int, **options: Any) -> None:
        super().__init__(**options)
        self.most = most

    def validate(self, value: Any) -> None:
        super().validate(value)
        if len(value or "") > self.most:
            told = {"length": f"{len(value):,}", "most": f"{self.most:,}"}
            words = _(
                "This has %(length)s characters, and %(most)s fit. Shorten it or make two of it: it is not saved."
            )
            raise ValidationError(words % told)


class CardForm(forms.Form):
    """One card. `once` is the mark of one sending: the page makes it, or the browser where it has to keep the card."""

    words = Long(
        most=LONGEST_CARD,
        label=gettext_lazy("Your card"),
        error_messages={"required": gettext_lazy("Write something on the card first.")},
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    stance = radios(
        gettext_lazy("How does it bear on what the review found? (You need not say.)"), STANCES, required=False
    )
    named = forms.BooleanField(label=gettext_lazy("Show my group who I am, at this card"), required=False)
    once = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, section: Section, may_be_named: bool = False, **options: Any) -> None:
        super().__init__(data, auto_id=f"{section.id}-%s", **options)
        self.section = section
        if not may_be_named:
            del self.fields["named"]
        if not section.takes_stance:
            del self.fields["stance"]

    def clean_once(self) -> str:
        """The mark, if it looks like one of ours."""
        return once_of(self.cleaned_data["once"])

    def said(self) -> CardSaid:
        """What the card says."""
        data = self.cleaned_data
        return CardSaid(self.section, data["words"], data.get("stance", ""), data["once"], data.get("named", False))


def once_of(given: str) -> str:
    """A mark of one sending, if it looks like one; else none, and the card is one of its own."""
    return given if re.fullmatch(r"[\w-]{16,64}", given or "", re.ASCII) else ""


class NoteForm(forms.Form):
    """A facilitator's notes, and the number of the version that was before them."""

    words = Long(
        most=LONGEST_NOTE,
        label=gettext_lazy("Notes"),
        required=False,
        help_text=gettext_lazy("Everybody in the group sees them. Write what is said, not who says it."),
        widget=forms.Textarea(attrs={"rows": 12, "dir": "auto"}),
    )
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class ReasonForm(forms.Form):
    """Why a card is to be looked at or hidden."""

    reason = radios(gettext_lazy("Why?"), REASONS, missing=gettext_lazy("Choose why."))


class PlaceForm(forms.Form):
    """Where a card belongs."""

    place = forms.ChoiceField(label=gettext_lazy("Where does it belong?"))

    def __init__(self, *given: Any, places: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["place"].choices = places  # type: ignore[attr-defined]


class WrittenField(Long):
    """Cards, one after the other with an empty line between; as a list of them."""

    def __init__(self, **options: Any) -> None:
        attrs = {"rows": 6, "dir": "auto"}
        super().__init__(most=LONGEST_CARD * MOST_WRITTEN, required=False, **options, widget=forms.Textarea(attrs))

    def clean(self, value: Any) -> list[str]:
        """The cards, each whole; refused where one is too long or there are too many."""
        text = super().clean(value) or ""
        cards = [card.strip() for card in re.split(r"\n[ \t]*\n", text) if card.strip()]
        long = [card for card in cards if len(card) > LONGEST_CARD]
        if long:
            told = {"begins": long[0][:40], "length": f"{len(long[0]):,}", "most": f"{LONGEST_CARD:,}"}
            words = _("The card “%(begins)s…” has %(length)s characters, and %(most)s fit. Put an empty line into it.")
            raise ValidationError(words % told)
        if len(cards) > MOST_WRITTEN:
            told = {"count": str(len(cards)), "most": str(MOST_WRITTEN)}
            raise ValidationError(_("These are %(count)s cards. Send %(most)s at a time.") % told)
        return cards


class WrittenForm(forms.Form):
    """Cards of one place on a board from paper: those without a tick, and those with each of the ticks."""

    words = WrittenField(label=gettext_lazy("Cards"))

    def __init__(self, data: Any = None, *, section: Section) -> None:
        super().__init__(data, auto_id=f"{section.id}-%s", prefix=section.id)
        self.section = section
        if section.takes_stance:
            self.fields["words"].label = _("Cards without a tick")
            for code, label in STANCES:
                self.fields[f"words-{code}"] = WrittenField(label=_("Ticked: %(stance)s") % {"stance": label})

    @property
    def ticked(self) -> list[Any]:
        """The fields of cards with a tick."""
        return [self[name] for name in self.fields if name != "words"]

    @property
    def is_ticked(self) -> bool:
        """Whether any of them has something in it."""
        return any(field.data for field in self.ticked)

    def said(self) -> list[tuple[str, str]]:
        """Each card's stance and words."""
        return [(name[6:], card) for name in self.fields for card in self.cleaned_data[name]]


class GroupForm(forms.Form):
    """The number of a group."""

    group = forms.IntegerField(min_value=0, max_value=999)


class SeatForm(GroupForm):
    """Somebody's seat that they chose themselves, and the group it is to be in."""

    seat = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class RoundForm(forms.Form):
    """The place of a round on the agenda."""

    round = forms.IntegerField(min_value=0, max_value=9999)


class TimeForm(forms.Form):
    """Minutes to add to a round or to take away."""

    minutes = forms.IntegerField(min_value=-60, max_value=120)
    seen = forms.IntegerField(min_value=0)


class KeyForm(forms.Form):
    """The link or key with which somebody comes in."""

    key = forms.CharField(
        label=gettext_lazy("Your link or your code"),
        help_text=gettext_lazy("It came to you when you registered, or from whoever runs the workshop."),
        max_length=500,
        error_messages={"required": gettext_lazy("Type your code, or paste your link.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def clean_key(self) -> str:
        """The last part of a link that is long enough to be a key, or the key as it was typed."""
        parts = [part for part in re.split(r"[/?#\s]+", self.cleaned_data["key"]) if part]
        return max(parts, key=len) if len(parts) > 1 and "://" in self.cleaned_data["key"] else "".join(parts)
