"""Show words of advice, and lead from them to the evidence where its pages are there."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from django import template
from django.urls import NoReverseMatch, reverse
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
    return _marked(words, reading())


def _marked(words: Words, language: str) -> SafeString:
    """Escaped by hand: a page of advice says a thousand things, and `format_html` is slow."""
    text = escape(words.text)
    return SafeString(text if words.language == language else f'<span lang="{words.language}">{text}</span>')


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
    return _statement(ground, reading())


def _statement(ground: Ground, language: str) -> SafeString:
    link, words = _address_in(language, f"evidence:{ground.kind}", ground.id), _marked(ground.words, language)
    name = escape(ground.id) if ground.kind == "finding" else words
    linked = f'<a href="{escape(link)}">{name}</a>' if link else name
    return SafeString(f"{words} ({linked})" if ground.kind == "finding" else linked)


@register.filter
def reason_lines(reason: ToldReason) -> SafeString:
    """What the evidence says, each finding on a line of its own; then, smaller, the answer that led to it.

    A caution that holds anywhere rests on no answer, so that no sentence stands beside what it says.
    """
    language = reading()
    says = "".join(f'<span class="statement">{_statement(ground, language)}</span>' for ground in reason.grounds)
    sentence = "" if reason.code == "general-caution" and reason.grounds else _marked(reason.words, language)
    kind, basis = "because" if reason.grounds else "statement", _marked(reason.basis_name, language)
    return SafeString(f'{says}<span class="{kind}">{sentence} <span class="tag">{basis}</span></span>')


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
    return _address_in(reading(), name, id)


@lru_cache(maxsize=4096)  # a page of advice leads to a hundred of them
def _address_in(language: str, name: str, id: str) -> str:
    try:
        return reverse(name, args=[id])
    except NoReverseMatch:
        return ""
