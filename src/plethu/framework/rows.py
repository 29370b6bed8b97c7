"""Turning a row of a file into one of the edition's records, or into problems that say where it fails."""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from plethu.evidence.conditions import Condition, parse_conditions
from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import BadInput, Problem
from plethu.evidence.text import Text
from plethu.framework.messages import problem_of
from plethu.framework.tables import Row

T = TypeVar("T", bound=msgspec.Struct)
CONDITIONS = tuple[Condition, ...]
CONDITION_GROUPS = tuple[tuple[Condition, ...], ...]


@cache
def field_types(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """The fields of a record with their types, `X | None` as `X`."""
    hints = get_type_hints(kind)
    return {name: _without_none(hints[name]) for name in kind.__struct_fields__}


def _without_none(hint: Any) -> Any:
    if get_origin(hint) in (Union, UnionType):
        return next(part for part in get_args(hint) if part is not type(None))
    return hint


def from_csv(row: Row, kind: type[T]) -> T:
    """A record from a row of cells. Raises BadInput naming the field."""
    types = field_types(kind)
    cells = dict(row.values)
    status = cells.pop("cy_status", "") or "draft"
    values: dict[str, Any] = {}
    for field, hint in types.items():
        if hint is Text:
            english, welsh = cells.pop(f"{field}_en", ""), cells.pop(f"{field}_cy", "")
            if english:
                values[field] = {"en": english, "cy": welsh, "cy_status": status}
        elif (cell := cells.pop(field, "")) or (hint is str and field != "id" and field in row.values):
            values[field] = _cell(cell, hint, row, field)
    if cells:
        raise BadInput(*(Problem("unknown-field", row.file, row.line, name) for name in cells))
    return convert(values, kind, row)


def _cell(cell: str, hint: Any, row: Row, field: str) -> Any:
    if hint is str:
        return cell
    if hint == CONDITIONS:
        return _conditions(cell, row, field)
    if get_origin(hint) is tuple:
        return [part.strip() for part in cell.split(";") if part.strip()]
    if hint is bool:
        return {"true": True, "false": False}.get(cell.lower(), cell)
    return cell


def _conditions(text: str, row: Row, field: str) -> list[dict[str, Any]]:
    try:
        return [msgspec.structs.asdict(condition) for condition in parse_conditions(text)]
    except ValueError as error:
        raise BadInput(Problem("bad-condition", row.file, row.at(field), field, {"part": str(error)})) from error


def from_toml(row: Row, kind: type[T]) -> T:
    """A record from a TOML table. Raises BadInput naming the field."""
    values = dict(row.values)
    status = values.pop("cy_status", "draft")
    return convert(_table(values, kind, row, "", status), kind, row)


def _table(values: dict[str, Any], kind: type[msgspec.Struct], row: Row, path: str, status: str) -> dict[str, Any]:
    types = field_types(kind)
    if unknown := [name for name in values if name not in types]:
        raise BadInput(*(Problem("unknown-field", row.file, row.at(path or n), f"{path}{n}") for n in unknown))
    return {name: _entry(value, types[name], row, f"{path}{name}", status) for name, value in values.items()}


def _entry(value: Any, hint: Any, row: Row, path: str, status: str) -> Any:
    if isinstance(value, str):
        return value
    if hint is Text and isinstance(value, dict):
        return _table({"cy_status": status, **value}, Text, row, f"{path}.", status)
    if hint == CONDITIONS and isinstance(value, list):
        return [c for part in value for c in _conditions(str(part), row, path)]
    if hint == CONDITION_GROUPS and isinstance(value, list):
        return [_conditions(str(part), row, path) for part in value]
    if isinstance(hint, type) and issubclass(hint, Frozen) and isinstance(value, dict):
        return _table(value, hint, row, f"{path}.", status)
    if get_origin(hint) is tuple and isinstance(value, list):
        inner = get_args(hint)[0]
        return [_entry(item, inner, row, f"{path}[{i}]", status) for i, item in enumerate(value)]
    return value


def convert(values: dict[str, Any], kind: type[T], row: Row) -> T:
    """`values` as `kind`, checked against its types. Raises BadInput naming the field."""
    try:
        return msgspec.convert(values, kind, strict=False)
    except msgspec.ValidationError as error:
        raise BadInput(problem_of(str(error), row)) from error
