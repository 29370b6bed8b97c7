"""Contributions as open data: CSV for spreadsheets, JSON for programs. `Published` has all that stands in them."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from plethu.reporting.documents.csv_text import write_csv
from plethu.reporting.workshop_chapter import anonymity_sentence
from plethu.workshop.original_languages import LANGUAGES
from plethu.workshop.publishing import COLUMNS, Published, rows
from plethu.workshop.reading import Anonymity


def contributions_csv(published: Iterable[Published]) -> bytes:
    """One row for each contribution and what it was coded against; with a byte order mark for spreadsheets."""
    return ("\ufeff" + write_csv(rows(published))).encode()


def contributions_json(published: Iterable[Published], anonymity: Anonymity) -> bytes:
    """The same with what can be said of how few people a label stands for, also in words."""
    _, *found = rows(published)
    entries = [dict(zip(COLUMNS, row, strict=True)) for row in found]
    said = {language: anonymity_sentence(anonymity, language) for language in LANGUAGES}
    whole = {"anonymity": anonymity, "anonymity_in_words": said, "contributions": entries}
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"
