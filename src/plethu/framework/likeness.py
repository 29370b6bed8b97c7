"""Case studies like a situation, each with the reasons for the likeness. The rule is ours."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.evidence.cases import CaseStudy
from plethu.framework.advice import CaseLikeness
from plethu.framework.index import Index
from plethu.framework.situation import Situation

MOST = 5
# What makes a case alike, the weightiest first. A case has to be about the action at all to be shown for it, or to be
# near and about the same aim.
WEIGHTS = {"cited-for-action": 8, "about-action": 6, "same-authority": 4, "same-aim": 3, "same-region": 2, "same-kind-of-area": 1}


def similar_cases(action: str, index: Index, situation: Situation) -> tuple[CaseLikeness, ...]:
    """The cases most like the situation for one action, at most five; the edition's order settles ties."""
    cited = cited_cases(action, index)
    found = []
    for case in index.edition.case_studies:
        reasons = tuple(_reasons(case, action, cited, index, situation))
        codes = {code for code, _ in reasons}
        on_action = codes & {"cited-for-action", "about-action"}
        near_and_alike = "same-aim" in codes and codes & {"same-authority", "same-region"}
        if on_action or near_and_alike:
            found.append((-sum(WEIGHTS[code] for code in codes), case.number, CaseLikeness(case.id, reasons)))
    return tuple(likeness for _, _, likeness in sorted(found, key=lambda f: f[:2])[:MOST])


def cited_cases(action: str, index: Index) -> frozenset[str]:
    """Cases that a finding on the action cites."""
    return index.cases_cited[action]


def _reasons(
    case: CaseStudy, action: str, cited: frozenset[str], index: Index, situation: Situation
) -> Iterator[tuple[str, str]]:
    answers = situation.answers
    if case.id in cited:
        yield "cited-for-action", action
    elif action in case.actions:
        yield "about-action", action
    places = set(answers.get(index.edition.place_dimension, ()))
    if near := sorted(places & set(case.authorities)):
        # A case from everywhere in the nation is not near anybody in particular.
        if case.tier != "wales-wide":
            yield ("same-authority" if case.tier == "specific" else "same-region"), near[0]
    for aim in case.topics:
        if aim in answers.get(index.edition.aims_dimension, ()):
            yield "same-aim", aim
    area = answers.get("geography", ("",))[0]
    kinds = {index.authorities[code].rural for code in case.authorities}
    if case.tier in ("specific", "regional") and kinds == {area}:
        yield "same-kind-of-area", area
