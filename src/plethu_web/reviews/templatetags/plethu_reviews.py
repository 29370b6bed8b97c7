"""What templates of reviews need: terms of the library by their code."""

from __future__ import annotations

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from plethu.evidence.protocol import Protocol, texts_of
from plethu.evidence.text import Text
from plethu.terms import TERMS
from plethu_web.pages.templatetags.plethu_texts import reading

register = template.Library()


@register.filter
def term(code: object, group: str) -> Text:
    """The term of a code in a group: `{{ route.kind|term:"route-kind"|shown }}`. The code itself where it has none."""
    return TERMS.get(f"{group}.{code}".rstrip(".")) or Text(str(code), str(code), "reviewed")


@register.filter
def words_of(text: str) -> list[str]:
    """The words in a text, to go through them in a template."""
    return text.split()


@register.filter
def field(value: object, name: str) -> object:
    """A field of a value by its name."""
    return getattr(value, name)


@register.filter
def other_language(text: Text) -> SafeString:
    """The words of a text in the language that the page is not in, marked so."""
    code = "en" if reading() == "cy" else "cy"
    return format_html('<span lang="{}">{}</span>', code, words) if (words := getattr(text, code)) else SafeString()


@register.filter
def unlocalized(number: float) -> str:
    """A number for an attribute: with a point, whatever the language."""
    return f"{number:g}"


@register.filter
def shows_draft_welsh(protocol: Protocol) -> bool:
    """Whether a protocol shows Welsh here that no fluent person has read."""
    return any(text.is_draft(reading()) for text in texts_of(protocol))
