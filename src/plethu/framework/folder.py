"""Reading an edition from the folder of files that a person edits."""

from __future__ import annotations

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
from plethu.framework.canonical import content_hash
from plethu.framework.checking import Places, edition_or_problems
from plethu.framework.edition import Edition
from plethu.framework.entries import csv_rows, json_rows, toml_row, toml_rows
from plethu.framework.rows import convert, from_csv, from_toml
from plethu.framework.tables import Row, read_text

T = TypeVar("T")

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
    for row, (finding, _) in conditions:
        places.setdefault(("conditions", finding), row)
    heads = collect("edition", _whole(folder, "edition"), lambda row: row)
    strategies = collect(
        "search_strategy", _whole(folder, "search_strategy"), lambda row: from_toml(row, SearchStrategy)
    )
    if problems:
        raise BadInput(*problems)
    content["search_strategy"] = strategies[0]
    edition = _edition(heads[0], content)
    return edition_or_problems(msgspec.structs.replace(edition, hash=content_hash(edition)), places, folder.name)


def _text(folder: Path, name: str) -> str:
    """The text of one of the folder's own files; a link or a pipe in its place is not followed."""
    path = folder / name
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise BadInput(Problem("file-unreadable", name, values={"reason": "not a regular file"}))
    return read_text(path, name)


def _toml(folder: Path, kind: str) -> Callable[[], list[Row]]:
    name = f"{kind}.toml"
    return lambda: toml_rows(_text(folder, name), name, kind)


def _csv(folder: Path, kind: str) -> Callable[[], list[Row]]:
    name = f"{kind}.csv"
    return lambda: csv_rows(_text(folder, name), name)


def _json(folder: Path, kind: str) -> Callable[[], list[Row]]:
    name = f"{kind}.json"
    return lambda: json_rows(_text(folder, name), name)


def _whole(folder: Path, kind: str) -> Callable[[], list[Row]]:
    name = f"{kind}.toml"
    return lambda: [toml_row(_text(folder, name), name)]


def _source(row: Row) -> Source:
    item = dict(row.values)
    custom = item.pop("custom", {})
    if not isinstance(custom, dict):
        raise BadInput(
            Problem("wrong-type", row.file, row.at("custom"), "custom", {"expected": "object", "found": "other"})
        )
    return convert({"id": item.get("id"), "csl": item, **custom}, Source, row)


def _condition(row: Row) -> tuple[str, Condition]:
    cells = {name: cell for name, cell in row.values.items() if name != "finding" and cell}
    if unknown := set(cells) - set(Condition.__struct_fields__):
        raise BadInput(*(Problem("unknown-field", row.file, row.line, name) for name in sorted(unknown)))
    return row.values.get("finding", ""), convert(
        {**cells, "values": cells.get("values", "").split("|")}, Condition, row
    )


def _with_conditions(
    findings: tuple[Finding, ...], conditions: tuple[tuple[Row, tuple[str, Condition]], ...], problems: list[Problem]
) -> tuple[Finding, ...]:
    of_finding: dict[str, list[Condition]] = {finding.id: [] for finding in findings}
    for row, (id, condition) in conditions:
        if id in of_finding:
            of_finding[id].append(condition)
        else:
            problems.append(Problem("unknown-reference", row.file, row.line, "finding", {"value": id}))
    return tuple(msgspec.structs.replace(f, conditions=tuple(of_finding[f.id])) for f in findings)


def _edition(head: Row, content: dict[str, Any]) -> Edition:
    values = msgspec.structs.asdict(from_toml(head, _Head))
    place, authorities = values["place_dimension"], content["authorities"]
    filled = tuple(_with_places(d, authorities) if d.id == place else d for d in content["dimensions"])
    return Edition(**values, **{**content, "dimensions": filled})


def _with_places(dimension: Dimension, authorities: tuple[Authority, ...]) -> Dimension:
    return msgspec.structs.replace(dimension, values=tuple(Value(a.code, a.name) for a in authorities))


_HEAD = [
    f
    for f in msgspec.structs.fields(Edition)
    if f.name not in {*TOML_FILES, *CSV_FILES, "sources", "search_strategy", "hash"}
]
_Head = msgspec.defstruct(
    "_Head",
    [(f.name, f.type) if f.required else (f.name, f.type, f.default) for f in _HEAD],
    frozen=True,
    module=parts.__name__,
)
