"""Reading an edition: a folder of files that a person edits, or the one file built from it. All of it or nothing."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from plethu.evidence.cases import Authority, CaseStudy
from plethu.evidence.conditions import Condition, Dimension, Value
from plethu.evidence.findings import Finding
from plethu.evidence.problems import BadInput, Problem
from plethu.evidence.sources import Citation, GlossaryEntry, Query, Source
from plethu.evidence.strands import Criterion, ExtractionField, SearchStrategy, Strand
from plethu.framework import edition as parts
from plethu.framework.checking import check_edition
from plethu.framework.edition import Edition
from plethu.framework.rows import convert, from_csv, from_toml, problem_of
from plethu.framework.tables import Row, csv_rows, json_rows, key_lines, parse_toml, read_text, toml_rows

T = TypeVar("T")
Places = dict[tuple[str, str], Row]

TOML_FILES: dict[str, type] = {
    "categories": parts.Category,
    "actions": parts.Action,
    "concepts": parts.Concept,
    "dimensions": Dimension,
    "circumstances": parts.Circumstance,
    "tensions": parts.Tension,
    "difficulties": parts.Difficulty,
    "strands": Strand,
    "glossary": GlossaryEntry,
    "voices": parts.Voice,
}
CSV_FILES: dict[str, type] = {
    "sections": parts.Section,
    "practices": parts.Practice,
    "findings": Finding,
    "relations": parts.Relation,
    "stage_fit": parts.StageFit,
    "citations": Citation,
    "case_studies": CaseStudy,
    "authorities": Authority,
    "criteria": Criterion,
    "extraction_fields": ExtractionField,
    "open_points": parts.OpenPoint,
    "queries": Query,
}


def read_edition(path: Path) -> Edition:
    """The edition in a folder, or in a file that `build` made.

    Raises BadInput with everything that is wrong; nothing of a broken edition is given.
    """
    if path.is_dir():
        return read_folder(path)
    return read_built(read_text(path, path.name).encode(), path.name)


def read_built(data: bytes, name: str) -> Edition:
    """The edition in the bytes of a built file. Raises BadInput if anything in it is not as `build` writes it."""
    try:
        edition = msgspec.json.decode(data, type=Edition)
    except msgspec.ValidationError as error:
        raise BadInput(problem_of(str(error), Row(name, 1, {}, {}))) from error
    except msgspec.DecodeError as error:
        raise BadInput(Problem("not-json", name, 1, values={"reason": str(error)})) from error
    except RecursionError as error:
        raise BadInput(Problem("too-deep", name)) from error
    if canonical(edition) != data.rstrip(b"\n") or edition.hash != content_hash(edition):
        raise BadInput(Problem("not-as-built", name, 1))
    return edition_or_problems(edition, {}, name)


def canonical(edition: Edition) -> bytes:
    """The one way in which an edition is written as JSON."""
    return msgspec.json.encode(edition)


def content_hash(edition: Edition) -> str:
    """SHA-256 of the canonical content without the hash itself, in hexadecimal."""
    return hashlib.sha256(canonical(dataclasses.replace(edition, hash=""))).hexdigest()


def read_folder(folder: Path) -> Edition:
    """The edition in a folder of files. Raises BadInput with every problem found, each with file and line."""
    problems: list[Problem] = []
    places: Places = {}

    def collect(kind: str, rows: Callable[[], list[Row]], make: Callable[[Row], T]) -> tuple[T, ...]:
        made = []
        try:
            entries = rows()
        except BadInput as error:
            problems.extend(error.problems)
            return ()
        for row in entries:
            try:
                item = make(row)
            except BadInput as error:
                problems.extend(error.problems)
                continue
            places[kind, str(getattr(item, "id", getattr(item, "code", getattr(item, "action", ""))))] = row
            made.append(item)
        return tuple(made)

    content: dict[str, Any] = {}
    for kind, made in TOML_FILES.items():
        content[kind] = collect(kind, _toml(folder, kind), lambda row, made=made: from_toml(row, made))  # type: ignore[misc]
    for kind, made in CSV_FILES.items():
        content[kind] = collect(kind, _csv(folder, kind), lambda row, made=made: from_csv(row, made))  # type: ignore[misc]
    content["sources"] = collect("sources", _json(folder, "sources"), _source)
    conditions = collect("conditions", _csv(folder, "conditions"), lambda row: (row, _condition(row)))
    content["findings"] = _with_conditions(content["findings"], conditions, problems)
    heads = collect("edition", _whole(folder, "edition"), lambda row: row)
    strategies = collect("search_strategy", _whole(folder, "search_strategy"), lambda row: from_toml(row, SearchStrategy))
    if problems:
        raise BadInput(*problems)
    content["search_strategy"] = strategies[0]
    edition = _edition(heads[0], content)
    return edition_or_problems(dataclasses.replace(edition, hash=content_hash(edition)), places, folder.name)


def edition_or_problems(edition: Edition, places: Places, name: str) -> Edition:
    """The edition if everything in it holds together; else raises BadInput."""
    problems = []
    for fault in check_edition(edition):
        row = places.get((fault.kind, fault.id), Row(fault.kind if not places else name, 0, {}, {}))
        problems.append(Problem(fault.code, row.file, row.at(fault.field), fault.field, {"id": fault.id, **fault.values}))
    if problems:
        raise BadInput(*problems)
    return edition


def _toml(folder: Path, kind: str) -> Callable[[], list[Row]]:
    name = f"{kind}.toml"
    return lambda: toml_rows(read_text(folder / name, name), name, kind)


def _csv(folder: Path, kind: str) -> Callable[[], list[Row]]:
    name = f"{kind}.csv"
    return lambda: csv_rows(read_text(folder / name, name), name)


def _json(folder: Path, kind: str) -> Callable[[], list[Row]]:
    name = f"{kind}.json"
    return lambda: json_rows(read_text(folder / name, name), name)


def _whole(folder: Path, kind: str) -> Callable[[], list[Row]]:
    name = f"{kind}.toml"

    def rows() -> list[Row]:
        text = read_text(folder / name, name)
        return [Row(name, 1, parse_toml(text, name), key_lines(text))]

    return rows


def _source(row: Row) -> Source:
    item = dict(row.values)
    custom = item.pop("custom", {})
    if not isinstance(custom, dict):
        raise BadInput(Problem("wrong-type", row.file, row.line, "custom", {"expected": "object", "found": "other"}))
    return convert({"id": item.get("id"), "csl": item, **custom}, Source, row)


def _condition(row: Row) -> tuple[str, Condition]:
    cells = {name: cell for name, cell in row.values.items() if name != "finding" and cell}
    if unknown := set(cells) - {field.name for field in dataclasses.fields(Condition)}:
        raise BadInput(*(Problem("unknown-field", row.file, row.line, name) for name in sorted(unknown)))
    return row.values.get("finding", ""), convert({**cells, "values": cells.get("values", "").split("|")}, Condition, row)


def _with_conditions(
    findings: tuple[Finding, ...], conditions: tuple[tuple[Row, tuple[str, Condition]], ...], problems: list[Problem]
) -> tuple[Finding, ...]:
    of_finding: dict[str, list[Condition]] = {finding.id: [] for finding in findings}
    for row, (id, condition) in conditions:
        if id in of_finding:
            of_finding[id].append(condition)
        else:
            problems.append(Problem("unknown-reference", row.file, row.line, "finding", {"id": id}))
    return tuple(dataclasses.replace(f, conditions=tuple(of_finding[f.id])) for f in findings)


def _edition(head: Row, content: dict[str, Any]) -> Edition:
    entry = from_toml(head, _Head)
    values = {field.name: getattr(entry, field.name) for field in dataclasses.fields(_Head)}
    filled = tuple(_with_places(d, content["authorities"]) if d.id == entry.place_dimension else d for d in content["dimensions"])
    return Edition(**values, **{**content, "dimensions": filled})


def _with_places(dimension: Dimension, authorities: tuple[Authority, ...]) -> Dimension:
    return dataclasses.replace(dimension, values=tuple(Value(a.code, a.name) for a in authorities))


_HEAD = [f for f in dataclasses.fields(Edition) if f.name not in {*TOML_FILES, *CSV_FILES, "sources", "search_strategy", "hash"}]
_Head = dataclasses.make_dataclass(
    "_Head", [(f.name, f.type) for f in _HEAD], frozen=True, namespace={"__module__": parts.__name__}
)
