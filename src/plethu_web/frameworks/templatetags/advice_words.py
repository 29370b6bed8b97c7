"""Show words of advice, and lead from them to the evidence where its pages are there."""

from __future__ import annotations

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from plethu.reporting.told import Ground, Words
from plethu.terms import TERMS
from plethu_web.pages.templatetags.plethu_texts import reading

register = template.Library()


@register.filter
def said(words: Words | str | None) -> SafeString | str:
    """Words for the page: in a span with `lang` where they are not in the page's language."""
    if words is None or isinstance(words, str):
        return words or ""
    if words.language == reading():
        return conditional_escape(words.text)
    return format_html('<span lang="{}">{}</span>', words.language, words.text)


@register.filter
def lane_name(code: str) -> str:
    """The name of a lane."""
    return TERMS[f"lane.{code}"].text(reading())


@register.filter
def verdict_name(code: str) -> str:
    """The name of a verdict."""
    return TERMS[f"verdict.{code}"].text(reading())


@register.filter
def evidence_link(id: str) -> str:
    """The address of a finding's page, empty where there are no such pages."""
    return _address("evidence:finding", id)


@register.filter
def ground_link(ground: Ground) -> str:
    """The address of the page of a finding or a relation, empty where there are no such pages."""
    return _address(f"evidence:{ground.kind}", ground.id)


@register.filter
def case_link(id: str) -> str:
    """The address of a case study's page, empty where there are no such pages."""
    return _address("evidence:case", id)


@register.filter
def basis_name(code: str) -> str:
    """Whether the report says so, or we do."""
    return TERMS[f"basis.{code}"].text(reading())


@register.filter
def action_link(id: str) -> str:
    """The address of an action's page among the evidence, empty where there are no such pages."""
    return _address("evidence:action", id)


def _address(name: str, id: str) -> str:
    try:
        return reverse(name, args=[id])
    except NoReverseMatch:
        return ""
