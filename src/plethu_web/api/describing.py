"""The OpenAPI document: ninja says which addresses and parameters there are, the library's types what is answered."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

import msgspec

from plethu.framework.advice import Advice
from plethu.framework.edition import Edition
from plethu.framework.schemas import KINDS as SCHEMAS
from plethu.reporting.told import Told
from plethu_web.api.kinds import KINDS, EditionAnswer, Kind
from plethu_web.api.parameters import choices
from plethu_web.api.refusals import MEDIA_TYPE, ProblemAnswer
from plethu_web.api.responses import JSON
from plethu_web.api.sending import situation_schema, what_if_schema
from plethu_web.api.views import WhatIfAnswer
from plethu_web.evidence.queries.filters import LONGEST_SEARCH

Described = dict[str, Any]

IN_COMPONENTS = "#/components/schemas/{name}"
ALWAYS = (400, 405, 413, 429)
TEXT_HEADER: Described = {"schema": {"type": "string"}}
HEADERS_OF: dict[int, Described] = {
    405: {"Allow": {**TEXT_HEADER, "required": True}},
    429: {"Retry-After": {"schema": {"type": "integer", "minimum": 1}, "required": True}},
}
KEPT_HEADERS: Described = {"ETag": {**TEXT_HEADER, "required": True}, "Cache-Control": TEXT_HEADER}


def reference(kind: type) -> Described:
    """Where the schema of a type stands."""
    return {"$ref": IN_COMPONENTS.format(name=kind.__name__)}


def page_of(kind: Kind) -> Described:
    """The schema of a part of a list."""
    number = {"type": "integer", "minimum": 0}
    properties = {**dict.fromkeys(("total", "offset", "limit"), number)}
    properties["items"] = {"type": "array", "items": reference(kind.entry)}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def answers(schema: Described, *statuses: int, kept: bool, media_type: str = JSON) -> Described:
    """What an address can answer: what it is for, and every problem."""
    well: Described = {"description": "What was asked for", "content": {media_type: {"schema": schema}}}
    given: dict[int, Described] = {200: well}
    if kept:
        well["headers"] = KEPT_HEADERS
        given[304] = {"description": "Not changed since the ETag sent in If-None-Match", "headers": KEPT_HEADERS}
    for status in sorted({*ALWAYS, *statuses}):
        given[status] = {"$ref": f"#/components/responses/Status{status}"}
    return {"responses": given}


def body(name: str) -> Described:
    """What an address takes."""
    return {"required": True, "content": {JSON: {"schema": {"$ref": IN_COMPONENTS.format(name=name)}}}}


def complete(document: Described, edition: Edition) -> None:
    """Add to ninja's document what it cannot know: the schemas, and the values that parameters can have."""
    document["components"] = {"schemas": _schemas(edition), "responses": _problems()}
    values = choices(edition)
    for path, methods in document["paths"].items():
        methods.pop("head", None)  # goes without saying where there is GET
        for method in methods.values():
            for parameter in method["parameters"]:
                _describe(parameter, path, values, edition)


def _describe(parameter: Described, path: str, values: dict[str, tuple[str, ...]], edition: Edition) -> None:
    name = parameter["name"]
    known = {**values, "lang": ("en", "cy"), "kind": tuple(SCHEMAS)}.get(name)
    if known:
        parameter["schema"] = {"type": "string", "enum": list(known)}
    elif name == "q":
        parameter["schema"] = {"type": "string", "maxLength": LONGEST_SEARCH, "pattern": r"^[^\u0000]*$"}
    elif name == "id":
        kind = next(kind for kind in KINDS if path.endswith(f"/{kind.path}/{{id}}"))
        entries = getattr(edition, kind.field)
        if entries:
            parameter["example"] = getattr(entries[0], kind.key)


def _schemas(edition: Edition) -> Described:
    types = [*(kind.entry for kind in KINDS), EditionAnswer, Advice, Told, WhatIfAnswer, ProblemAnswer]
    _, schemas = msgspec.json.schema_components(types, ref_template=IN_COMPONENTS)
    for schema in schemas.values():
        if "properties" in schema:
            schema["required"] = list(schema["properties"])  # an answer leaves nothing out
            schema["additionalProperties"] = False
    return {**schemas, "SituationSent": situation_schema(edition), "WhatIfSent": what_if_schema(edition)}


def _problems(statuses: Iterable[int] = (400, 404, 405, 413, 415, 422, 429)) -> Described:
    content = {MEDIA_TYPE: {"schema": reference(ProblemAnswer)}}
    return {
        f"Status{status}": {
            "description": HTTPStatus(status).phrase,
            "headers": HEADERS_OF.get(status, {}),
            "content": content,
        }
        for status in statuses
    }
