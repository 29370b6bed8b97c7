"""What each address answers."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import msgspec
from django.http import HttpRequest, HttpResponse
from ninja import Path, Query

from plethu.framework.advising import advise
from plethu.framework.schemas import KINDS as SCHEMAS
from plethu.framework.schemas import schema_of
from plethu.framework.situation import Situation
from plethu.framework.whatif import Difference, differences
from plethu_web.api.bodies import situation_sent, what_if_sent
from plethu_web.api.kinds import KINDS, Kind, collection, edition_answer
from plethu_web.api.parameters import FindingFilters, Paging, Told, check_names, findings_asked, language_asked
from plethu_web.api.refusals import Refused
from plethu_web.api.responses import SCHEMA, kept, made
from plethu_web.frameworks.edition import current_edition

View = Callable[..., HttpResponse]
FINDINGS = next(kind for kind in KINDS if kind.path == "findings")


class WhatIfAnswer(msgspec.Struct, frozen=True):
    """The situation with the changes made, and the actions that this puts elsewhere or gives other reasons."""

    edition: str
    edition_hash: str
    situation: Situation
    differences: tuple[Difference, ...]


def edition(request: HttpRequest) -> HttpResponse:
    check_names(request)
    current = current_edition()
    return kept(request, current, lambda: edition_answer(current))


def schema(request: HttpRequest, kind: str) -> HttpResponse:
    check_names(request)
    if kind not in SCHEMAS:
        raise Refused(404)
    return kept(request, current_edition(), lambda: _schema(kind), SCHEMA)


@cache
def _schema(kind: str) -> bytes:
    return msgspec.json.encode(schema_of(kind))


def list_of(kind: Kind) -> View:
    """The view that lists the entries of a kind."""

    def listed(request: HttpRequest, paging: Query[Paging]) -> HttpResponse:
        check_names(request, Paging)
        current = current_edition()
        return kept(request, current, lambda: collection(current, kind).page(paging.offset, paging.limit))

    return listed


def findings(request: HttpRequest, paging: Query[Paging], filters: Query[FindingFilters]) -> HttpResponse:
    check_names(request, Paging, FindingFilters)
    current = current_edition()
    entries = collection(current, FINDINGS)
    numbers = [entries.numbers[id] for id in findings_asked(filters, current)]
    return kept(request, current, lambda: entries.page(paging.offset, paging.limit, numbers))


def entry_of(kind: Kind) -> View:
    """The view of one entry of a kind."""

    def entry(request: HttpRequest, id: Path[str]) -> HttpResponse:
        check_names(request)
        current = current_edition()
        found = collection(current, kind).one(id)
        if found is None:
            raise Refused(404)
        return kept(request, current, lambda: found)

    return entry


def advice(request: HttpRequest) -> HttpResponse:
    check_names(request)
    current = current_edition()
    return made(msgspec.json.encode(advise(current, situation_sent(request, current))))


def told(request: HttpRequest, told: Query[Told]) -> HttpResponse:
    from plethu.reporting.telling import tell

    check_names(request, Told)
    language = language_asked(told, request)
    current = current_edition()
    advised = advise(current, situation_sent(request, current))
    return made(msgspec.json.encode(tell(advised, current, language)), language)


def what_if(request: HttpRequest) -> HttpResponse:
    check_names(request)
    current = current_edition()
    before, after = what_if_sent(request, current)
    changed = differences(advise(current, before), advise(current, after))
    return made(msgspec.json.encode(WhatIfAnswer(current.id, current.hash, after, changed)))
