"""Findings of the checks for pages: by element of PRESS, in words, underlined, with what to write instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from plethu.reporting.search_findings import printed, tell_finding
from plethu.searching.checking import Answer, Criteria, Finding, Press, Severity, check
from plethu.searching.checking.findings import with_answers
from plethu.searching.checking.promised import databases_covered
from plethu.searching.strategy import Strategy as Searched
from plethu.wording import say
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.queries.reviews import Access
from plethu_web.strategies.forms.answers import ELEMENTS
from plethu_web.strategies.marked import Mark, excerpt
from plethu_web.strategies.models import SearchPlan, Strategy
from plethu_web.strategies.queries.answers import answered, answers_of
from plethu_web.strategies.queries.logged import all_logged
from plethu_web.strategies.queries.strategies import plan_of, strategies_of
from plethu_web.strategies.understanding import Understood

SEVERITIES: dict[Severity, Promise] = {
    Severity.ERROR: _("Error"),
    Severity.WARNING: _("Warning"),
    Severity.SUGGESTION: _("Suggestion"),
}
ORDER = tuple(Severity)
MOST_LISTED = 100  # of one element, the gravest first
AROUND = 40  # letters beside what is underlined
SHOWN_AT_ONCE = 3  # of one check; the rest is folded


@dataclass(frozen=True, slots=True)
class Shown:
    """One finding in words. `answer_pk` is 0 where nobody has answered it."""

    key: str
    block: str
    words: str
    shown: SafeString | None
    instead: str
    answer: Answer | None
    answer_pk: int


@dataclass(frozen=True, slots=True)
class Group:
    """What one check found: the first few, and the rest to be unfolded."""

    code: str
    name: str
    severity: str
    severity_name: Promise
    why: str
    first: tuple[Shown, ...]
    rest: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """One element of PRESS with what was found, and what was answered. `more` are found too, and not listed yet."""

    id: str
    name: str
    waiting: int
    groups: tuple[Group, ...]
    answered: tuple[Shown, ...]
    more: int


def checked(access: Access, row: Strategy, understood: Understood) -> list[Element]:
    """All findings by element; none where the strategy cannot be read."""
    if understood.written is None:
        return []
    return by_element(findings(access, row, understood), texts_of(understood.written), row)


def by_element(found: Iterable[Finding], texts: Mapping[str, str], row: Strategy) -> list[Element]:
    """Findings as the page lists them. `texts` are those of the blocks that they point into, by name."""
    there = list(found)
    pks = {each.key: each.pk for each in answers_of(row)}
    return [_element(press, [each for each in there if each.press is press], texts, pks) for press in Press]


def texts_of(strategy: Searched) -> dict[str, str]:
    """The texts of a strategy's blocks by name, and that of its formula by an empty one."""
    return {"": strategy.formula_text, **{block.name: block.text for block in strategy.blocks}}


def findings(access: Access, row: Strategy, understood: Understood) -> tuple[Finding, ...]:
    """What the library finds in a strategy, and in the databases of all of them, with the answers that were given."""
    assert understood.written is not None
    criteria, answers = criteria_of(plan_of(access)), answered(row)
    covered = with_answers(databases_covered(_searched(access), criteria), answers)
    return (*covered, *check(understood.written, criteria=criteria, answered=answers, remarks=understood.remarks))


def _searched(access: Access) -> list[Searched]:
    """What says which databases have a strategy: the strategies themselves, and their runs at databases."""
    rows = [each for each in strategies_of(access) if not each.is_aside]
    written = [Searched(each.platform, (), name=each.name, database=each.database) for each in rows]
    return [*written, *(Searched(run.platform, (), database=run.search.place) for run in all_logged(access))]


def criteria_of(plan: SearchPlan) -> Criteria:
    """What the review has promised of its searches."""
    return Criteria(
        databases=tuple(line.strip() for line in plan.databases.splitlines() if line.strip()),
        start=plan.start,
        end=plan.end,
        languages=tuple(plan.languages.replace(",", " ").replace(";", " ").split()),
    )


def _element(press: Press, here: list[Finding], texts: Mapping[str, str], pks: dict[str, int]) -> Element:
    def shown(some: Iterable[Finding]) -> tuple[Shown, ...]:
        return tuple(_shown(finding, texts.get(finding.block, ""), pks) for finding in some)

    def group(some: list[Finding]) -> Group:
        one = some[0]
        name, why = (say(f"search.{part}.{one.code}", reading()) for part in ("check-name", "check-why"))
        whole = shown(some)
        folded = SHOWN_AT_ONCE if len(whole) > SHOWN_AT_ONCE + 1 else len(whole)
        return Group(one.code, name, str(one.severity), SEVERITIES[one.severity], why, whole[:folded], whole[folded:])

    waiting = sorted((finding for finding in here if finding.answer is None), key=_gravest)
    groups = [group(list(some)) for _grave, some in groupby(waiting[:MOST_LISTED], key=_gravest)]
    done = shown(finding for finding in here if finding.answer is not None)
    more = max(0, len(waiting) - MOST_LISTED)
    return Element(str(press), ELEMENTS[press], len(waiting), tuple(groups), done, more)


def _gravest(finding: Finding) -> tuple[int, str]:
    return ORDER.index(finding.severity), finding.code


def _shown(finding: Finding, text: str, pks: dict[str, int]) -> Shown:
    place, answer = finding.place, finding.answer
    return Shown(
        finding.key,
        finding.block,
        tell_finding(finding, reading()).sentence,
        excerpt(text, Mark(place.start, place.end), AROUND) if text and place.end > place.start else None,
        finding.instead,
        answer and replace(answer, on=printed(answer.on, reading())),
        pks.get(finding.key, 0),
    )
