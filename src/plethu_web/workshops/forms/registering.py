"""The public forms: the door where a code is typed, and what somebody says of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from plethu.workshop.contexts import Attribute, Value
from plethu_web.calls.forms.fields import written
from plethu_web.pages.fields import UNKNOWN, checkboxes, radios
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops import mail
from plethu_web.workshops.actions.registering import Said
from plethu_web.workshops.models import Participant, Workshop
from plethu_web.workshops.subjects import contexts

# Which fields each question of a workshop stands for.
FIELDS = {
    "sector": ("sector",),
    "level": ("level",),
    "area": ("area",),
    "scale": ("scale",),
    "motivation": ("motivation",),
    "access": ("access_needs",),
    "welsh": ("welsh",),
    "together": ("together", "apart", "apart_from_colleagues"),
    "rounds": ("rounds",),
}
WELSH: tuple[tuple[str, Promise], ...] = (
    ("", _("No need of one")),
    ("can", _("I can take part in a Welsh-medium group")),
    ("wants", _("I want to be in a Welsh-medium group")),
)


class DoorForm(forms.Form):
    """A code that somebody was given."""

    code = written(
        _("Code"), 40, hint=_("Of a workshop, or your own. Hyphens, spaces and capitals make no difference."),
        missing=_("Type the code you were given."),
    )  # fmt: skip


class LostForm(forms.Form):
    """The address to which somebody's link was or can be sent."""

    email = written(
        _("Your email address"), 254, autocomplete="email",
        hint=_("The one that you or the team gave for the workshop."),
        missing=_("Type your email address."),
    )  # fmt: skip

    def clean_email(self) -> str:
        """An address that can be right."""
        return _address(self.cleaned_data["email"])


class AgreeForm(forms.Form):
    """The agreement of somebody whom the team or a list put into the register."""

    agreed = forms.BooleanField(
        label=_("I have read what I agree to, and agree"),
        error_messages={"required": _("Without this you cannot take part. Tick it if you agree.")},
    )


def _address(typed: str) -> str:
    try:
        validate_email(typed)
    except ValidationError as error:
        raise ValidationError(_("This email address cannot be right. Check it.")) from error
    return typed


def _choice(label: str | Promise, hint: str | Promise = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=cast(Any, label),
        help_text=cast(Any, hint),
        required=False,
        widget=forms.Select,
        error_messages=cast(Any, {"invalid_choice": UNKNOWN}),
    )


class SaidForm(forms.Form):
    """What somebody says of themselves. Which of the questions are asked, the workshop says."""

    name = written(_("Your name"), 200, autocomplete="name", hint=_("Not needed if you would rather come by a code."))
    email = written(
        _("Your email address"),
        254,
        autocomplete="email",
        hint=_("Not needed. We send your own link to it, and you go on from there."),
    )
    organisation = written(_("Your organisation or group"), 200, autocomplete="organization", hint=_("Not needed."))
    sector = _choice(_("Which sector do you speak from?"))
    level = _choice(_("What kind of role do you have?"))
    area = _choice(_("Which area do you know best?"))
    scale = _choice(_("How wide an area do you work in?"))
    motivation = written(_("Why do you want to come?"), 1000, rows=3)
    language = radios(
        _("Which language would you like to speak and read?"),
        (("en", "English"), ("cy", "Cymraeg")),
        missing=_("Choose a language."),
    )
    welsh = radios(_("A Welsh-medium group"), WELSH, required=False)
    access_needs = written(
        _("What do you need to take part?"),
        1000,
        rows=3,
        hint=_("For example an interpreter, captions, breaks. Only the team reads it."),
    )
    rounds = checkboxes(
        _("Which rounds of groups can you be there for?"),
        [],
        help_text=_("Leave all empty if you can be there for all."),
    )
    together = written(
        _("Whom do you need beside you?"),
        1000,
        rows=2,
        hint=_("Such as an interpreter or carer. A name on each line. Only the team reads it."),
    )
    apart = written(
        _("Whom would you rather not share a group with?"),
        1000,
        rows=2,
        hint=_("Such as your line manager. A name on each line. Only the team reads it."),
    )
    apart_from_colleagues = forms.BooleanField(
        label=_("Keep me apart from people of my own organisation"), required=False
    )

    def __init__(self, *given: Any, workshop: Workshop, **options: Any) -> None:
        super().__init__(*given, **options)
        if not mail.goes_out():
            self.fields["email"].help_text = _("Not needed. The team can reach you by it about the workshop.")
        for question, names in FIELDS.items():
            if question not in workshop.asks:
                for name in names:
                    del self.fields[name]
        for attribute in ("sector", "level", "area", "scale"):
            if attribute in self.fields:
                self.fields[attribute].choices = options_of(attribute)  # type: ignore[attr-defined]
        if "rounds" in self.fields:
            found = [(str(each.number), each.name) for each in workshop.rounds.filter(kind="groups")]
            self.fields["rounds"].choices = found  # type: ignore[attr-defined]

    def clean_email(self) -> str:
        """Empty, or an address that can be right."""
        address = str(self.cleaned_data["email"] or "")
        return _address(address) if address else ""

    @property
    def shown(self) -> list[forms.BoundField]:
        """The fields that people see, but for the last tick."""
        return [field for field in self if not field.is_hidden and field.name not in ("more", "agreed")]

    def said(self) -> Said:
        """What was said."""
        given = {name: value for name, value in self.cleaned_data.items() if name in Said.__dataclass_fields__}
        given["rounds"] = sorted(int(number) for number in given.get("rounds", ()))
        return Said(**given)


class RegistrationForm(SaidForm):
    """The same with the agreement, and what tells people from machines."""

    agreed = forms.BooleanField(
        label=_("I have read what I agree to, and agree"),
        error_messages={"required": _("Without this we cannot register you. Tick it if you agree.")},
    )
    once = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    more = forms.CharField(
        required=False,
        label=_("Leave this empty"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def clean_once(self) -> str:
        """The mark of one sending, if it is one of ours by its looks."""
        once = str(self.cleaned_data["once"] or "")
        return once if re.fullmatch(r"[\w-]{40,64}", once, re.ASCII) else ""

    def clean_more(self) -> str:
        """A field that people do not see. What fills in everything is a machine."""
        if self.cleaned_data["more"]:
            raise ValidationError(_("Empty this field, then send again: only machines fill it in."))
        return ""


def options_of(attribute: Attribute) -> list[tuple[str, Any]]:
    """The values of an attribute to choose from, under those they merge into, in the language of the page."""
    values = contexts().values(attribute)
    parents = {value.broader for value in values}
    found: list[tuple[str, Any]] = [("", "")]
    for value in values:
        if not value.broader and value.id not in parents:
            found.append((value.id, _words(value)))
        elif not value.broader or value.id in parents:
            if inside := _inside(value, values, parents):
                found.append((_words(value), inside))
    return found


def _inside(group: Value, values: Iterable[Value], parents: set[str]) -> list[tuple[str, str]]:
    own = [(group.id, _words(group))]
    return own + [(v.id, _words(v)) for v in values if v.broader == group.id and v.id not in parents]


def _words(value: Value) -> str:
    return value.name.text(reading())


def said_by(person: Participant) -> dict[str, Any]:
    """What somebody said, as the initial values of the form."""
    contact = getattr(person, "contact", None)
    reached = {name: getattr(contact, name) for name in ("name", "email", "organisation")} if contact else {}
    wishes = {
        kind: "\n".join(wish.words for wish in person.wishes.all() if wish.kind == kind and wish.words)
        for kind in ("together", "apart")
    }
    names = set(Said.__dataclass_fields__) - {"name", "email", "organisation", "together", "apart", "rounds"}
    own = {name: getattr(person, name) for name in names}
    return {**own, **reached, **wishes, "rounds": [str(number) for number in person.rounds]}
