"""Contributions as open data: CSV for spreadsheets, JSON for programs. `Published` has all that stands in them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from plethu.reporting.documents.csv_text import write_csv
from plethu.workshop.publishing import COLUMNS, Published, rows
from plethu.workshop.reading import Anonymity


def contributions_csv(published: Iterable[Published]) -> bytes:
    """One row for each contribution and what it was coded against; with a byte order mark for spreadsheets."""
    return ("\ufeff" + write_csv(rows(published))).encode()


def contributions_json(published: Iterable[Published], anonymity: Anonymity) -> bytes:
    """The same with what can be said of how few people a label stands for."""
    _, *found = rows(published)
    entries = [dict(zip(COLUMNS, row, strict=True)) for row in found]
    return (
        msgspec.json.format(msgspec.json.encode({"anonymity": anonymity, "contributions": entries}), indent=2) + b"\n"
    )
