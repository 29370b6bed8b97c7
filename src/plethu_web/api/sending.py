"""JSON Schemas of what may be sent: as the library reads it, with the ids that the edition in use knows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args

from plethu.evidence.conditions import Dimension
from plethu.framework.edition import Edition
from plethu.framework.index import index_of
from plethu.framework.situation import Capacity, Lane, Progress, Route, Strength
from plethu.framework.situation_file import LONGEST_TEXT
from plethu.framework.tables import FORBIDDEN
from plethu_web.api.bodies import MOST_CHANGES

Schema = dict[str, Any]

HIDDEN = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in FORBIDDEN.pattern.strip("[]"))
TEXT: Schema = {"type": "string", "maxLength": LONGEST_TEXT, "pattern": f"^[^{HIDDEN}]*$"}


def situation_schema(edition: Edition) -> Schema:
    """A situation: everything in it is optional, and what is left out is "not sure"."""
    actions = [action.id for action in edition.actions]
    override = _object({"lane": _one_of(get_args(Lane)), "reason": TEXT}, "lane", "reason")
    return _object(
        {
            "edition": _one_of(("", edition.id)),
            "name": TEXT,
            "purpose": TEXT,
            "route": _one_of(get_args(Route)),
            "capacity": {"enum": [*get_args(Capacity), None]},
            "difficulties": {"type": "array", "items": _one_of(d.id for d in edition.difficulties)},
            "answers": _object({dimension.id: _answer(dimension) for dimension in edition.dimensions}),
            "in_place": _object(dict.fromkeys(actions, _one_of(get_args(Progress)))),
            "have": _object({id: {"type": "boolean"} for id in index_of(edition).asked}),
            "today": _object({id: _one_of(get_args(Strength)) for id in index_of(edition).seen_today}),
            "overrides": _object(dict.fromkeys(actions, override)),
        }
    )


def what_if_schema(edition: Edition) -> Schema:
    """A situation and what would be different in it. A change with an empty value takes an answer back."""
    change = {
        "oneOf": [
            *(_change("answers", (d.id,), _answer_as_text(d)) for d in edition.dimensions),
            _change("in_place", (a.id for a in edition.actions), _one_of((*get_args(Progress), ""))),
            _change("have", index_of(edition).asked, _one_of(("true", "false", ""))),
            _change("today", index_of(edition).seen_today, _one_of((*get_args(Strength), ""))),
            _change("route", ("",), _one_of(get_args(Route))),
        ]
    }
    changes = {"type": "array", "items": change, "maxItems": MOST_CHANGES}
    situation = {"$ref": "#/components/schemas/SituationSent"}
    return _object({"situation": situation, "changes": changes}, "situation", "changes")


def _answer(dimension: Dimension) -> Schema:
    value = _one_of(value.id for value in dimension.values)
    several: Schema = {"type": "array", "items": value}
    if dimension.kind != "set":
        several |= {"minItems": 1, "maxItems": 1}
    return {"anyOf": [value, several]}


def _answer_as_text(dimension: Dimension) -> Schema:
    ids = [value.id for value in dimension.values]
    if dimension.kind != "set":
        return _one_of((*ids, ""))
    one = f"({'|'.join(ids)})"
    return {
        "type": "string",
        "pattern": rf"^({one}(\|{one})*|\|)?$",
        "description": "values joined with |, or | alone for none of them",
    }


def _change(part: str, keys: Iterable[str], value: Schema) -> Schema:
    return _object({"part": {"const": part}, "key": _one_of(keys), "value": value}, "part", "key", "value")


def _one_of(values: Iterable[str]) -> Schema:
    return {"type": "string", "enum": list(values)}


def _object(properties: Schema, *required: str) -> Schema:
    schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**schema, "required": list(required)} if required else schema
