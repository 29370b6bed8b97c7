"""Show words of advice, and lead from them to the evidence where its pages are there."""

from __future__ import annotations

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString

from plethu.reporting.told import Ground, ToldReason, Words
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
def statement(ground: Ground) -> SafeString:
    """What a finding says, with its id as link; the title of a relation, as link."""
    link, words = ground_link(ground), said(ground.words)
    if ground.kind != "finding":
        return format_html('<a href="{}">{}</a>', link, words) if link else format_html("{}", words)
    id = format_html('<a href="{}">{}</a>', link, ground.id) if link else ground.id
    return format_html("{} ({})", words, id)


@register.filter
def reason_lines(reason: ToldReason) -> SafeString:
    """What the evidence says, each finding on a line of its own; then, smaller, the answer that led to it.

    A caution that holds anywhere rests on no answer, so that no sentence stands beside what it says.
    """
    says = format_html_join("", '<span class="statement">{}</span>', ((statement(g),) for g in reason.grounds))
    sentence = "" if reason.code == "general-caution" and reason.grounds else said(reason.words)
    kind = "because" if reason.grounds else "statement"
    return format_html(
        '{}<span class="{}">{} <span class="tag">{}</span></span>', says, kind, sentence, said(reason.basis_name)
    )


@register.filter
def progress_name(code: str) -> str:
    """How far an action is."""
    return TERMS[f"progress.{code}"].text(reading())


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
