"""What can be taken away: findings as rows for a spreadsheet, and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from plethu.evidence.conditions import write_conditions
from plethu.evidence.findings import Finding
from plethu.reporting.documents.csv_text import write_csv
from plethu_web.evidence.queries.shelf import Shelf

COLUMNS = (
    "id", "strand", "kind", "polarity", "stance", "stance_basis", "category", "action", "also_actions", "statement_en",
    "statement_cy", "conditions", "join", "notes", "voices", "actors", "examples", "citations", "sections",
)  # fmt: skip


def csv(shelf: Shelf, findings: Iterable[Finding]) -> str:
    """A table that no spreadsheet takes for formulas. It begins with the mark by which Excel knows UTF-8."""
    return "\ufeff" + write_csv([COLUMNS, *_rows(shelf, findings)])


def _rows(shelf: Shelf, findings: Iterable[Finding]) -> Iterator[list[str]]:
    # One row a finding, under COLUMNS; several values in a cell are separated by semicolons.
    for finding in findings:
        values = {
            **{name: getattr(finding, name, "") for name in COLUMNS},
            "statement_en": finding.statement.en,
            "statement_cy": finding.statement.cy,
            "conditions": write_conditions(finding.conditions),
            "citations": [shelf.index.citations[id].printed for id in finding.citations],
        }
        yield [_cell(values[name]) for name in COLUMNS]


def _cell(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list | tuple) else str(value or "")


def json(shelf: Shelf, findings: Iterable[Finding], asked: dict[str, str]) -> dict[str, Any]:
    """The findings with the edition they come from and the filters they passed."""
    edition = shelf.edition
    found = [msgspec.to_builtins(finding) for finding in findings]
    return {
        "edition": {"id": edition.id, "version": edition.version, "hash": edition.hash, "licence": edition.licence},
        "citation": edition.citation,
        "notice": msgspec.to_builtins(edition.notice),
        "filters": asked,
        "count": len(found),
        "findings": found,
    }
