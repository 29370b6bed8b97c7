"""Reading what somebody sends: JSON, strictly, into a situation and changes to it."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any

import msgspec
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest

from plethu.evidence.problems import BadInput, Problem
from plethu.framework.advice import Change
from plethu.framework.changing import changed
from plethu.framework.edition import Edition
from plethu.framework.index import index_of
from plethu.framework.messages import problem_of
from plethu.framework.situation import Situation
from plethu.framework.situation_file import LARGEST, situation_from
from plethu.framework.tables import Row, decode_text, parse_json, refuse_large
from plethu_web.api.refusals import Refused

NAME = "body"
MOST_CHANGES = 20


def situation_sent(request: HttpRequest, edition: Edition) -> Situation:
    """The situation in the body. Raises Refused or BadInput."""
    return situation_from(_object(request), edition, NAME)


def what_if_sent(request: HttpRequest, edition: Edition) -> tuple[Situation, Situation]:
    """The situation in the body, as it is and with the changes made. Raises Refused or BadInput."""
    values = _object(request)
    if unknown := [key for key in values if key not in ("situation", "changes")]:
        raise BadInput(*(Problem("unknown-field", NAME, field=key) for key in unknown))
    if missing := [key for key in ("situation", "changes") if key not in values]:
        raise BadInput(*(Problem("missing-field", NAME, field=key) for key in missing))
    if not isinstance(values["situation"], dict):
        raise BadInput(Problem("wrong-type", NAME, field="situation", values={"expected": "object"}))
    before = after = situation_from(values["situation"], edition, NAME)
    for number, change in enumerate(_changes(values["changes"])):
        after = _made(change, after, edition, f"changes[{number}]")
    return before, after


def _object(request: HttpRequest) -> dict[str, Any]:
    if request.content_type != "application/json":
        raise Refused(415)
    values = parse_json(decode_text(_bytes(request), NAME), NAME)
    if not isinstance(values, dict):
        raise BadInput(Problem("not-entries", NAME))
    return values


def _bytes(request: HttpRequest) -> bytes:
    try:
        data = request.body
    except RequestDataTooBig as error:
        raise Refused(413) from error
    refuse_large(len(data), NAME, LARGEST)
    return data


def _changes(values: Any) -> Iterator[Change]:
    if not isinstance(values, list):
        raise BadInput(Problem("wrong-type", NAME, field="changes", values={"expected": "array"}))
    if len(values) > MOST_CHANGES:
        raise BadInput(Problem("too-many-changes", NAME, field="changes", values={"most": str(MOST_CHANGES)}))
    for number, value in enumerate(values):
        field = f"changes[{number}]"
        known = Change.__struct_fields__
        if isinstance(value, dict) and (unknown := [key for key in value if key not in known]):
            raise BadInput(*(Problem("unknown-field", NAME, field=f"{field}.{key}") for key in unknown))
        try:
            yield msgspec.convert(value, Change)
        except msgspec.ValidationError as error:
            raise BadInput(_under(field, problem_of(str(error), Row(NAME, 0, {})))) from error


def _made(change: Change, situation: Situation, edition: Edition, field: str) -> Situation:
    """The situation with a change made, if it is then still one that the edition knows."""
    if change.key not in _keys(change, edition):
        code = "unknown-dimension" if change.part == "answers" else "unknown-id"
        raise BadInput(Problem(code, NAME, field=f"{field}.key", values={"value": change.key}))
    if change.part == "have" and change.value not in ("true", "false", ""):
        values = {"value": change.value, "known": "true, false"}
        raise BadInput(Problem("unknown-value", NAME, field=f"{field}.value", values=values))
    try:
        return situation_from(msgspec.to_builtins(changed(situation, change)), edition, NAME)
    except BadInput as error:
        raise BadInput(*(_under(field, problem) for problem in error.problems)) from error


def _keys(change: Change, edition: Edition) -> Container[str]:
    index = index_of(edition)
    match change.part:
        case "answers":
            return index.dimensions
        case "in_place":
            return index.actions
        case "have":
            return index.asked
        case "today":
            return index.seen_today
        case "route":
            return ("",)


def _under(field: str, problem: Problem) -> Problem:
    inner = problem.field and f".{problem.field}" if problem.field in Change.__struct_fields__ else ""
    return msgspec.structs.replace(problem, field=f"{field}{inner}")
