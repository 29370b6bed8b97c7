"""What the pages of the evidence say beside their texts: which words are English, and what is said of them once."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.template.base import NodeList, Parser, Token
from django.template.loader import render_to_string
from django.urls import get_script_prefix
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from plethu.evidence.text import Text
from plethu_web.evidence.queries.shelf import shelf
from plethu_web.pages.templatetags.plethu_texts import reading, shown

register = template.Library()


@register.filter
def english(words: object) -> object:
    """Words of ours that an edition has in English alone, marked so where the page is in another language."""
    return shown(Text(str(words))) if words else ""


@register.filter
def printed(words: object) -> object:
    """Words as the report prints them, in English. That is no gap in the Welsh, so no notice is made of it."""
    text = words.en if isinstance(words, Text) else words if isinstance(words, SafeString) else str(words)
    return text if reading() == "en" or not text else format_html('<span class="printed" lang="en">{}</span>', text)


@register.filter
def case_title(case: Any) -> object:
    """The title of a case study in its own language. One in both has the Welsh before a stroke, the English after."""
    if case.language == "en+cy" and " / " in case.title:
        welsh, english_part = case.title.split(" / ", 1)
        return format_html("{} / {}", _in("cy", welsh), _in("en", english_part))
    return _in("cy" if case.language == "cy" else "en", case.title)


def _in(language: str, words: str) -> str | SafeString:
    return words if language == reading() else format_html('<span class="printed" lang="{}">{}</span>', language, words)


LINES: dict[tuple[object, ...], SafeString] = {}  # rendered lines; they never change while the edition is in use
MOST_LINES = 20_000


@register.simple_tag
def line(kind: str, item: Any, *flags: str) -> SafeString:
    """An item as a line of a list, by `evidence/_KIND_line.html`. Rendered once for each language and set of flags."""
    key = (shelf().edition.hash, kind, item.id, flags, get_language(), get_script_prefix())
    if key not in LINES:
        if len(LINES) >= MOST_LINES:
            LINES.clear()
        LINES[key] = mark_safe(render_to_string(f"evidence/_{kind}_line.html", {kind: item, "flags": flags}).strip())  # noqa: S308
    return LINES[key]


@register.tag
def noted(parser: Parser, token: Token) -> Noted:
    """What stands inside; before it, once, a notice where some of it is English or Welsh nobody fluent has read."""
    inside = parser.parse(("endnoted",))
    parser.delete_first_token()
    return Noted(inside)


class Noted(template.Node):
    """The node of `noted`."""

    child_nodelists = ("inside",)

    def __init__(self, inside: NodeList) -> None:
        self.inside = inside

    def render(self, context: template.Context) -> SafeString:
        """The notices, then the page."""
        content = self.inside.render(context)
        if reading() != "cy":
            return content
        notices = ""
        if settings.PLETHU_WELSH_REVIEWED and shelf().has_drafts:  # else every page says so anyhow
            notices += render_to_string("_components/notice.html", {"kind": "draft-welsh"})
        if '<span lang="en">' in content:
            notices += render_to_string("_components/notice.html", {"kind": "english-only"})
        return mark_safe(notices + content)  # noqa: S308 (both parts are rendered templates)
