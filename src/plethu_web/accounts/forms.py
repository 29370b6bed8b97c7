"""What a person can say of their own account."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _


class Details(forms.Form):
    """The name and the language of a person."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=_("As others in your team know you."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    language = forms.ChoiceField(
        label=_("The language we write to you in"), choices=settings.LANGUAGES, widget=forms.RadioSelect
    )


class Proof(forms.Form):
    """A code or a password."""

    proof = forms.CharField(
        label=_("Code or password"),
        max_length=128,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "one-time-code"}),
    )
