"""Case studies like a situation, each with the reasons for the likeness. The rule is ours."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.evidence.cases import CaseStudy
from plethu.framework.advice import CaseLikeness
from plethu.framework.index import Index
from plethu.framework.situation import Situation

MOST, MOST_NEAR = 5, 8
# What makes a case alike, the weightiest first. A case has to be about the action to be shown for it, or else both near
# and about the same aim.
WEIGHTS = {
    "cited-for-action": 8,
    "about-action": 6,
    "same-authority": 4,
    "same-aim": 3,
    "same-region": 2,
    "same-kind-of-area": 1,
}
Likeness = tuple[tuple[str, str], ...]


def likenesses(index: Index, situation: Situation) -> dict[str, Likeness]:
    """For each case that is like the situation in place or aim, why; whatever the action."""
    found = {case.id: tuple(_likeness(case, index, situation)) for case in index.edition.case_studies}
    return {id: reasons for id, reasons in found.items() if reasons}


def similar_cases(action: str, index: Index, alike: dict[str, Likeness]) -> tuple[CaseLikeness, ...]:
    """The cases most like the situation for one action, at most five; the edition's order settles ties."""
    about = index.cases_about[action]
    found = []
    for id in dict.fromkeys((*about, *alike)):
        reasons = (*((about[id],) if id in about else ()), *alike.get(id, ()))
        codes = {code for code, _ in reasons}
        if id in about or ("same-aim" in codes and codes & {"same-authority", "same-region"}):
            found.append((-sum(WEIGHTS[code] for code in codes), index.cases[id].number, CaseLikeness(id, reasons)))
    return tuple(likeness for _, _, likeness in sorted(found, key=lambda f: f[:2])[:MOST])


def near_cases(index: Index, alike: dict[str, Likeness]) -> tuple[CaseLikeness, ...]:
    """Cases from where the collaboration works, whatever they are about; the most alike first, at most eight."""
    near = [(id, {code for code, _ in reasons}) for id, reasons in alike.items()]
    near = [(id, codes) for id, codes in near if codes & {"same-authority", "same-region"}]
    near.sort(key=lambda found: (-sum(WEIGHTS[code] for code in found[1]), index.cases[found[0]].number))
    return tuple(CaseLikeness(id, alike[id]) for id, _ in near[:MOST_NEAR])


def _likeness(case: CaseStudy, index: Index, situation: Situation) -> Iterator[tuple[str, str]]:
    answers = situation.answers
    # A case from everywhere in the nation is not near anybody in particular.
    if case.tier != "wales-wide":
        if near := sorted(set(answers.get(index.edition.place_dimension, ())).intersection(case.authorities)):
            yield ("same-authority" if case.tier == "specific" else "same-region"), near[0]
    for aim in case.topics:
        if aim in answers.get(index.edition.aims_dimension, ()):
            yield "same-aim", aim
    area = answers.get("geography", ("",))[0]
    if (
        case.tier in ("specific", "regional")
        and area
        and {index.authorities[c].rural for c in case.authorities} == {area}
    ):
        yield "same-kind-of-area", area
