"""Show a text in the reader's language, and mark it where it is in another one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import overload

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from plethu.evidence.text import Language, Text

register = template.Library()


def reading() -> Language:
    """The language of the page."""
    return "cy" if get_language() == "cy" else "en"


@overload
def words(text: Text) -> str: ...
@overload
def words(text: object) -> object: ...
@register.filter
def words(text: object) -> object:
    """The words of a text alone, for an attribute or a title. Anything else stays as it is."""
    return text.text(reading()) if isinstance(text, Text) else text


@register.filter
def shown(text: object) -> object:
    """A text for the page: in a span with `lang` where it is not in the page's language."""
    if not isinstance(text, Text):
        return "" if text is None else text
    language = text.language(reading())
    if language == reading():
        return text.text(language)
    return format_html('<span lang="{}">{}</span>', language, text.text(language))


@register.filter
def is_draft(text: object) -> bool:
    """Whether what is shown is Welsh that no fluent person has read."""
    return isinstance(text, Text) and text.is_draft(reading())


@register.filter
def cell(value: object) -> object:
    """A cell of a table: a value, a Text, or a mapping with `text` and perhaps `href`."""
    if not isinstance(value, Mapping):
        return shown(value)
    text = shown(value["text"])
    return _link(str(value["href"]), text) if value.get("href") else text


@register.filter
def is_number(value: object) -> bool:
    """Whether a cell is a number and so stands to the right."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def _link(href: str, text: object) -> SafeString:
    return format_html('<a href="{}">{}</a>', href, text)
