"""What may stand in an address after the question mark. Strict: a filter that is misspelt must not give everything."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, cast, get_args

from django.http import HttpRequest
from ninja import Field, Schema

from plethu.evidence.findings import CROSS_CUTTING, Polarity, Stance
from plethu.evidence.problems import Problem
from plethu.evidence.text import Language
from plethu.framework.edition import Edition
from plethu_web.api.refusals import Refused, language_of
from plethu_web.evidence.queries.filters import LONGEST_SEARCH, Filters, facets_of, find
from plethu_web.evidence.queries.shelf import shelf_of

WHERE = "query"
MOST_ENTRIES = 500
FURTHEST = 1_000_000


class Paging(Schema):
    """Which part of a list."""

    limit: int = Field(100, ge=1, le=MOST_ENTRIES)
    offset: int = Field(0, ge=0, le=FURTHEST)


class FindingFilters(Schema):
    """Which findings: the filters of the page of findings, and the dimension that a condition names."""

    q: str = Field("", max_length=LONGEST_SEARCH)
    action: str | None = None
    category: str | None = None
    strand: str | None = None
    stance: str | None = None
    voice: str | None = None
    polarity: str | None = None
    condition: str | None = None
    dimension: str | None = None


class Told(Schema):
    """In which language advice is told."""

    lang: str | None = None


@lru_cache(maxsize=4)
def choices(edition: Edition) -> dict[str, tuple[str, ...]]:
    """For each filter, the values it can have."""
    return {
        "action": tuple(action.id for action in edition.actions),
        "category": (*(category.id for category in edition.categories), CROSS_CUTTING),
        "strand": tuple(strand.id for strand in edition.strands),
        "stance": get_args(Stance),
        "voice": tuple(voice.id for voice in edition.voices),
        "polarity": get_args(Polarity),
        "condition": tuple(f"{d.id}:{value.id}" for d in edition.dimensions for value in d.values),
        "dimension": tuple(dimension.id for dimension in edition.dimensions),
    }


def check_names(request: HttpRequest, *known: type[Schema]) -> None:
    """Refuse a parameter that this address does not take, and one that is given twice."""
    names = {name for schema in known for name in schema.model_fields}
    problems = [Problem("unknown-field", WHERE, field=name) for name in request.GET if name not in names]
    for name, values in request.GET.lists():
        if len(values) > 1:
            problems.append(Problem("one-value", WHERE, field=name, values={"found": str(len(values))}))
    if problems:
        raise Refused(422, *problems)


def findings_asked(filters: FindingFilters, edition: Edition) -> list[str]:
    """The ids of the findings that pass all filters."""
    asked = {name: value for name, value in filters.model_dump().items() if value is not None}
    known = choices(edition)
    if problems := [_not_one_of(n, v, known[n]) for n, v in asked.items() if n in known and v not in known[n]]:
        raise Refused(422, *problems)
    dimension = asked.pop("dimension", None)
    shelf = shelf_of(edition)
    facets = facets_of(shelf).of
    if any(value not in facets[name] for name, value in asked.items() if name in facets):
        return []
    found = find(Filters(**asked), shelf)
    return [f.id for f in found if not dimension or dimension in {c.dimension for c in f.conditions}]


def language_asked(told: Told, request: HttpRequest) -> Language:
    """The language that the address names, else the one the asker reads in."""
    if told.lang is None:
        return language_of(request)
    if told.lang not in get_args(Language):
        raise Refused(422, _not_one_of("lang", told.lang, get_args(Language)))
    return cast(Language, told.lang)


def problems_of(errors: list[dict[str, Any]]) -> Iterator[Problem]:
    """What ninja found wrong with parameters, as problems of the library's kind."""
    for error in errors:
        field, kind, context = str(error["loc"][-1]), error["type"], error.get("ctx", {})
        if field in Paging.model_fields:
            yield Problem("out-of-range", WHERE, field=field, values=_range(field))
        elif kind == "string_too_long":
            yield Problem("text-too-long", WHERE, field=field, values={"longest": str(context["max_length"])})
        else:
            yield Problem("invalid", WHERE, field=field, values={"reason": error["msg"]})


def _range(field: str) -> dict[str, str]:
    least, most = {"limit": (1, MOST_ENTRIES), "offset": (0, FURTHEST)}[field]
    return {"least": str(least), "most": str(most)}


def _not_one_of(name: str, value: str, known: tuple[str, ...]) -> Problem:
    return Problem("unknown-value", WHERE, field=name, values={"value": value, "known": ", ".join(known)})
