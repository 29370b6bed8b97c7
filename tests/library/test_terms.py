"""Each domain term stands once, in both languages, and every code that data can hold has one."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from plethu.evidence import cases, conditions, findings, sources, text
from plethu.framework import advice, edition, needs, situation
from plethu.terms import TERMS

# A group of terms -> the type whose values it names.
GROUPS = {
    "lane": advice.AdviceLane,
    "verdict": advice.Verdict,
    "suit": advice.Suit,
    "part": advice.Change.__annotations__["part"],
    "basis": conditions.Basis,
    "stance": findings.Stance,
    "polarity": findings.Polarity,
    "finding-kind": findings.FindingKind,
    "join": findings.Join,
    "relation": edition.RelationKind,
    "stage": edition.Stage,
    "need-state": needs.NeedState,
    "progress": situation.Progress,
    "strength": situation.Strength,
    "capacity": situation.Capacity,
    "route": situation.Route,
    "effect": conditions.Effect,
    "operator": conditions.Operator,
    "dimension-kind": conditions.DimensionKind,
    "tier": cases.Tier,
    "citation-status": sources.CitationStatus,
    "confidence": sources.Confidence,
    "review-status": text.ReviewStatus,
}
# Fields whose values are written out where the field is declared.
FIELDS = {
    "phase": (edition.Action, "phase"),
    "practice-kind": (edition.Practice, "kind"),
    "concept-kind": (edition.Concept, "kind"),
    "figure-state": (edition.Figure, "state"),
    "query-kind": (sources.Query, "kind"),
    "origin": (sources.GlossaryEntry, "origin"),
    "end": (edition.Circumstance, "kind"),
    "area": (cases.Authority, "rural"),
}


def values_of(type_or_name: object, module: object = None) -> tuple[str, ...]:
    if isinstance(type_or_name, str):
        type_or_name = eval(type_or_name, vars(module))
    return get_args(type_or_name)


@pytest.mark.parametrize("group", GROUPS)
def test_every_code_has_a_term(group: str) -> None:
    values = values_of(GROUPS[group], advice)
    assert values
    assert {f"{group}.{value}" for value in values} <= set(TERMS)


@pytest.mark.parametrize("group", FIELDS)
def test_every_value_of_a_field_has_a_term(group: str) -> None:
    kind, field = FIELDS[group]
    values = values_of(kind.__annotations__[field], __import__(kind.__module__, fromlist=["_"]))
    assert values
    assert {f"{group}.{value}" for value in values} <= set(TERMS)


def test_every_term_has_both_languages() -> None:
    assert not [key for key, term in TERMS.items() if not (term.en.strip() and term.cy.strip())]


def test_a_judged_stance_has_a_term() -> None:
    assert {f"basis.{basis}" for basis in get_args(findings.StanceBasis)} <= set(TERMS)


@pytest.mark.parametrize("group", sorted({key.partition(".")[0] for key in TERMS}))
def test_no_two_terms_of_a_group_are_the_same(group: str) -> None:
    for language in ("en", "cy"):
        said = Counter(term.text(language) for key, term in TERMS.items() if key.partition(".")[0] == group)
        assert not [words for words, count in said.items() if count > 1]


def test_terms_are_no_sentences() -> None:
    assert not [key for key, term in TERMS.items() if term.en.endswith(".") or term.cy.endswith(".")]
