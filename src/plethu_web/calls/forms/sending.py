"""The public forms: what somebody tells, what they send with it, how it came to them and what they allow."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from plethu_web.calls.actions.drafts import WordsSent
from plethu_web.calls.actions.sending import AboutSender
from plethu_web.calls.forms.fields import FilesField, written
from plethu_web.calls.models import Call
from plethu_web.calls.vocabulary import KINDS, LICENCES, PUBLIC_ROUTES, QUESTIONS, ROUTES, SECTORS, USES, WRITTEN_IN
from plethu_web.pages.fields import checkboxes, radios

_ASKED = {"place": "place_printed", "date": "date_printed", "involved": "involved", "outcome": "outcome"}


class WordsForm(forms.Form):
    """What somebody tells. Which of the later questions are asked, the call says."""

    kind = radios(_("What are you sending?"), KINDS.items(), missing=_("Choose what you are sending."))
    title = written(
        _("A title for it"), 300, hint=_("A few words, so that we can talk about it."), missing=_("Give it a title.")
    )
    story = written(
        _("The story, or what it is about"),
        40_000,
        rows=8,
        hint=_("In your own words. You can also leave this empty and send a link or files."),
    )
    links = written(_("Links"), 4000, rows=3, hint=_("Addresses of web pages, films or papers, one on each line."))
    place_printed = written(_("Where did it happen?"), 300, hint=_("As you would write it yourself."))
    date_printed = written(
        _("When did it happen?"), 120, hint=_("As you would say it, such as “spring 2021” or “since 2019”.")
    )
    involved = written(_("Who was involved?"), 2000, rows=3, hint=_("Name people only if they agree."))
    outcome = written(_("What came of it?"), 10_000, rows=4)
    sectors = checkboxes(_("Who took part?"), SECTORS.items(), help_text=_("Tick all that fit."))
    written_in = radios(_("Which language is it in?"), WRITTEN_IN.items(), required=False)
    once = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    code = forms.CharField(required=False, max_length=12, widget=forms.HiddenInput)
    more = forms.CharField(
        required=False,
        label=_("Leave this empty"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, *given: Any, call: Call, **options: Any) -> None:
        super().__init__(*given, **options)
        for question in QUESTIONS:
            if question not in call.asks:
                del self.fields[_ASKED[question]]
        if "involved" not in call.asks:
            del self.fields["sectors"]

    def clean_once(self) -> str:
        """The mark of one sending, if it is one of ours by its looks."""
        once = str(self.cleaned_data["once"] or "")
        return once if re.fullmatch(r"[\w-]{40,64}", once, re.ASCII) else ""

    def clean_more(self) -> str:
        """A field that people do not see. What fills in everything is a machine."""
        if self.cleaned_data["more"]:
            raise ValidationError(_("Empty this field, then send again: only machines fill it in."))
        return ""

    @property
    def shown(self) -> list[forms.BoundField]:
        """The fields that people see."""
        return [field for field in self if not field.is_hidden and field.name != "more"]

    def words(self) -> WordsSent:
        """What was written."""
        names = WordsSent.__dataclass_fields__
        return WordsSent(**{name: value for name, value in self.cleaned_data.items() if name in names})


class FilesForm(forms.Form):
    """Files that come with it."""

    file = FilesField(label=_("Choose files"), required=False)


class AboutForm(forms.Form):
    """How the call reached somebody, what they allow, and who they are if they say so."""

    route = radios(_("How did this call reach you?"), [(code, ROUTES[code]) for code in PUBLIC_ROUTES], required=False)
    passed_on = written(
        _("Who passed it on to you?"), 200, hint=_("An organisation, a page or a network. This is not needed.")
    )
    agreed = forms.BooleanField(
        label=_("I agree that the review team reads this and uses it for its review"),
        error_messages={"required": _("Without this we cannot take it. Tick it if you agree.")},
    )
    leave = forms.BooleanField(
        label=_("Everybody who is named or can be recognised has agreed to it"),
        error_messages={"required": _("Take out the names of people who have not agreed, then tick this.")},
    )
    uses = checkboxes(_("What else may be done with it?"), USES.items(), help_text=_("Tick only what you want."))
    licence = radios(
        _("Who may use the text and files?"), LICENCES.items(), missing=_("Choose who may use the text and files.")
    )
    name = written(_("Your name"), 120, autocomplete="name", hint=_("Not needed."))
    contact = written(
        _("How can we reach you?"),
        254,
        autocomplete="email",
        hint=_("Not needed. An email address lets us send you the link with which you can change or withdraw this."),
    )

    def __init__(self, *given: Any, call: Call, **options: Any) -> None:
        super().__init__(*given, **options)
        offered = [(code, words) for code, words in LICENCES.items() if code in call.licences or code == "not-mine"]
        self.fields["licence"].choices = offered  # type: ignore[attr-defined]

    def clean_contact(self) -> str:
        """Anything goes; what looks like an address of e-mail has to be one."""
        contact = str(self.cleaned_data["contact"] or "")
        if "@" in contact and " " not in contact:
            try:
                validate_email(contact)
            except ValidationError as error:
                raise ValidationError(_("This email address cannot be right. Check it.")) from error
        return contact

    def about(self, language: str) -> AboutSender:
        """What was said."""
        names = ("route", "passed_on", "uses", "licence", "name", "contact")
        return AboutSender(language=language, **{name: self.cleaned_data[name] for name in names})
