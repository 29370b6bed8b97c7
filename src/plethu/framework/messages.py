"""What a validator says, as a problem that knows file, line and field."""

from __future__ import annotations

import re

from plethu.evidence.problems import Problem
from plethu.framework.tables import Row


def problem_of(message: str, row: Row) -> Problem:
    """The problem a validation message tells of, at the row's field."""
    said, _, path = message.partition(" - at `")
    field = path.rstrip("`").lstrip("$.")
    if found := re.match(r"Object missing required field `(.+)`", said):
        field = f"{field}.{found[1]}" if field else found[1]
        return Problem("missing-field", row.file, row.at(field), field)
    if found := re.match(r"Object contains unknown field `(.+)`", said):
        field = f"{field}.{found[1]}" if field else found[1]
        return Problem("unknown-field", row.file, row.at(field), field)
    if found := re.match(r"Invalid enum value '?(.+?)'?$", said):
        return Problem("unknown-value", row.file, row.at(field), field, {"value": found[1]})
    if found := re.match(r"Expected `(.+?)`(?:, got `(.+?)`)?", said):
        values = {"expected": found[1], "found": found[2] or ""}
        return Problem("wrong-type", row.file, row.at(field), field, values)
    return Problem("invalid", row.file, row.at(field), field, {"reason": said})
