"""Forms of signing in, shown as our own: our labels and hints, and no words inside the fields."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, cast

from django import forms, template
from django.forms import BoundField
from django.http import HttpRequest
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from plethu_web.accounts import invited

register = template.Library()

LABELS: dict[str, Any] = {
    "login": _("Email address"),
    "email": _("Email address"),
    "password": _("Password"),
    "oldpassword": _("The password you have now"),
    "password1": _("New password"),
    "password2": _("The new password again"),
    "code": _("Code"),
    "passwordless": _("Sign in with this key alone"),
}
HINTS: dict[str, Any] = {
    "login": "",
    "password": "",
    "oldpassword": "",
    "password1": _(
        "At least 12 characters, and not one that many people use. "
        "Three words that do not belong together make a good one."
    ),
    "passwordless": _("The key then asks for your finger, your face or its PIN. This is called a passkey."),
}
KEY_NAME: Any = _("A name by which you know it")


@register.simple_tag
def plain_fields(form: forms.BaseForm) -> Iterator[BoundField]:
    """The fields of a form of allauth, with our words."""
    for field in cast(Iterable[BoundField], form):
        field.field.widget.attrs.pop("placeholder", None)
        field.label = LABELS.get(field.name, field.label)
        field.help_text = HINTS.get(field.name, field.help_text)
        if field.name == "name" and "credential" in form.fields:
            field.label = KEY_NAME
        yield field


@register.simple_tag
def may_sign_up(request: HttpRequest) -> bool:
    """Whether this browser may make an account."""
    return invited.may_sign_up(request)


@register.filter
def as_drawing(svg: str) -> SafeString:
    """A drawing that allauth made, inside the page: as a picture from data the content policy refuses it."""
    return mark_safe(svg.partition("?>")[2] or svg)  # noqa: S308 - drawn by us from a key of ours
