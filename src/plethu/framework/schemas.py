"""JSON Schemas (2020-12) of what goes in and comes out, made from the records so that they cannot fall behind."""

from __future__ import annotations

from typing import Any

import msgspec

from plethu.evidence.protocol import Protocol
from plethu.framework.advice import Advice
from plethu.framework.edition import Edition
from plethu.framework.situation import Situation

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS: dict[str, type] = {"edition": Edition, "situation": Situation, "advice": Advice, "protocol": Protocol}


def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema of an edition's built file, a situation, advice or a protocol. KeyError for other kinds."""
    schema, components = msgspec.json.schema_components([KINDS[kind]], ref_template="#/$defs/{name}")
    for part in components.values():
        if part.get("type") == "object" and "properties" in part:
            part["additionalProperties"] = False
    if kind == "situation":
        # As the reader does, the schema takes the one value of a scale or choice without brackets.
        answers = components["Situation"]["properties"]["answers"]
        answers["additionalProperties"] = {"anyOf": [answers["additionalProperties"], {"type": "string"}]}
    return {"$schema": DIALECT, "title": f"Plethu {kind}", **schema[0], "$defs": components}
