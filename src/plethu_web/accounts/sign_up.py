"""What making an account asks for besides the address. Apart, because allauth reads it before its own forms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from plethu_web.accounts.actions import change_details
from plethu_web.accounts.models import User


class NameOfPerson(forms.Form):
    """A name, as others in the team read it."""

    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        help_text=_("As others in your team know you."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    field_order = ("name", "email")

    def signup(self, request: HttpRequest, user: Any) -> None:
        """Keep the name."""
        person: User = user
        change_details(user=person, name=self.cleaned_data["name"], language=person.language, by=person.pseudonym)
