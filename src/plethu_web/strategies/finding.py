"""Findings of the checks for pages: by element of PRESS, in words, underlined, with what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from plethu.reporting.search_findings import tell_finding
from plethu.searching.checking import Answer, Criteria, Finding, Press, Severity, check
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.queries.reviews import Access
from plethu_web.strategies.forms.answers import ELEMENTS
from plethu_web.strategies.marked import Mark, excerpt
from plethu_web.strategies.models import SearchPlan, Strategy
from plethu_web.strategies.queries.answers import answered, answers_of
from plethu_web.strategies.queries.strategies import plan_of
from plethu_web.strategies.understanding import Understood

SEVERITIES: dict[Severity, Promise] = {
    Severity.ERROR: _("Error"),
    Severity.WARNING: _("Warning"),
    Severity.SUGGESTION: _("Suggestion"),
}
ORDER = tuple(Severity)
MOST_LISTED = 100  # of one element, the gravest first


@dataclass(frozen=True, slots=True)
class Shown:
    """One finding in words. `answer_pk` is 0 where nobody has answered it."""

    key: str
    severity: str
    severity_name: Promise
    block: str
    words: str
    why: str
    shown: SafeString | None
    instead: str
    answer: Answer | None
    answer_pk: int


@dataclass(frozen=True, slots=True)
class Element:
    """One element of PRESS with what was found, and what was answered. `more` are found too, and not listed yet."""

    id: str
    name: str
    open: tuple[Shown, ...]
    answered: tuple[Shown, ...]
    more: int


def checked(access: Access, row: Strategy, understood: Understood) -> list[Element]:
    """All findings by element; none where the strategy cannot be read."""
    if understood.strategy is None:
        return []
    found = findings(access, row, understood)
    pks = {each.key: each.pk for each in answers_of(row)}
    texts = {"": understood.strategy.formula_text, **{b.name: b.text for b in understood.strategy.blocks}}
    return [_element(press, [each for each in found if each.press is press], texts, pks) for press in Press]


def findings(access: Access, row: Strategy, understood: Understood) -> tuple[Finding, ...]:
    """What the library finds, with the answers that were given."""
    assert understood.strategy is not None
    return check(
        understood.strategy,
        criteria=criteria_of(plan_of(access)),
        answered=answered(row),
        remarks=understood.remarks,
    )


def criteria_of(plan: SearchPlan) -> Criteria:
    """What the review has promised of its searches."""
    return Criteria(
        databases=tuple(line.strip() for line in plan.databases.splitlines() if line.strip()),
        start=plan.start,
        end=plan.end,
        languages=tuple(plan.languages.replace(",", " ").replace(";", " ").split()),
    )


def _element(press: Press, here: list[Finding], texts: Mapping[str, str], pks: dict[str, int]) -> Element:
    here.sort(key=lambda finding: ORDER.index(finding.severity))
    waiting = [finding for finding in here if finding.answer is None]
    answered_here = [finding for finding in here if finding.answer is not None]

    def shown(some: Iterable[Finding]) -> tuple[Shown, ...]:
        return tuple(_shown(finding, texts.get(finding.block, ""), pks) for finding in some)

    more = max(0, len(waiting) - MOST_LISTED)
    return Element(str(press), ELEMENTS[press], shown(waiting[:MOST_LISTED]), shown(answered_here), more)


def _shown(finding: Finding, text: str, pks: dict[str, int]) -> Shown:
    place, told = finding.place, tell_finding(finding, reading())
    return Shown(
        finding.key,
        str(finding.severity),
        SEVERITIES[finding.severity],
        finding.block,
        told.sentence,
        told.why,
        excerpt(text, Mark(place.start, place.end)) if text and place.end > place.start else None,
        finding.instead,
        finding.answer,
        pks.get(finding.key, 0),
    )
