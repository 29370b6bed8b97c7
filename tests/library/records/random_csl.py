"""Random items of CSL-JSON, as whatever a reader can have made: trimmed texts in composed Unicode, names, dates."""

from __future__ import annotations

import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from plethu.records.csl_types import TYPES
from plethu.records.formats import format_named
from plethu.records.opened import Opened
from plethu.records.record import Item, Record

SIGNS = "abcdeABCDE0123 ŵŷâîôûïéñøßΩж„“’–—&<>\"'`^~=+-_@#$%{}[]()\\|/,;:.!?*"


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


texts = st.text(SIGNS, min_size=1, max_size=25).map(composed).filter(bool)
words = st.text("abcdefgŵŷâABCDEF-'", min_size=1, max_size=10).filter(lambda word: word.strip("-'"))
capitals = words.map(lambda word: "Ŵ" + word.lower())
given = st.lists(capitals, min_size=1, max_size=2).map(" ".join)
people = st.fixed_dictionaries({"family": capitals, "given": given})
suffixed = st.fixed_dictionaries({"family": capitals, "given": given, "suffix": st.sampled_from(["Jr", "III"])})
bodies = st.fixed_dictionaries({"literal": st.sampled_from(["Llywodraeth Cymru", "Powys Council", "The Third Sector"])})
years = st.integers(1000, 2199)
dates = st.one_of(
    years.map(lambda year: [[year]]),
    st.tuples(years, st.integers(1, 12)).map(lambda date: [list(date)]),
    st.tuples(years, st.integers(1, 12), st.integers(1, 28)).map(lambda date: [list(date)]),
    st.tuples(st.integers(1000, 1500), st.integers(1501, 2199)).map(lambda ends: [[year] for year in ends]),
).map(lambda parts: {"date-parts": parts})
dois = st.text("abcdef0123456789./-()", min_size=3, max_size=12).map(lambda end: f"10.1234/x{end}y")
addresses = st.text("abcdef0123456789/-_~%?=&", max_size=20).map(lambda end: f"https://example.org/{end}x")
issns = st.tuples(st.integers(1000, 9999), st.integers(100, 999)).map(lambda halves: f"{halves[0]}-{halves[1]}X")


def items(**more: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Items with a type, and any of the variables that every format has a place for, and `more`."""
    people_of = st.lists(people | suffixed | bodies, min_size=1, max_size=4)
    return st.fixed_dictionaries(
        {"type": st.sampled_from(sorted(TYPES))},
        optional={
            "title": texts,
            "author": people_of,
            "editor": people_of,
            "container-title": texts,
            "volume": st.integers(1, 999).map(str),
            "issue": st.integers(1, 99).map(str),
            "page": st.tuples(st.integers(1, 99), st.integers(100, 199)).map(lambda ends: f"{ends[0]}-{ends[1]}"),
            "publisher": texts,
            "publisher-place": texts,
            "abstract": texts,
            "note": texts,
            "language": st.sampled_from(["en", "cy", "Welsh"]),
            "issued": dates,
            "accessed": dates,
            "DOI": dois,
            "URL": addresses,
            "ISSN": issns,
            "PMID": st.integers(1, 99_999_999).map(str),
            "PMCID": st.integers(1, 9_999_999).map(lambda number: f"PMC{number}"),
            **more,
        },
    )


def written(folder: Path, format: str, records: list[Record]) -> tuple[Opened, bytes, int]:
    """A file with these records, its bytes, and how many its writer says it wrote."""
    found, file = format_named(format), BytesIO()
    assert found.write is not None
    number = found.write(iter(records), file)
    path = folder / f"made.{found.ending}"
    path.write_bytes(file.getvalue())
    return Opened(path), file.getvalue(), number


def read_back(folder: Path, format: str, records: list[Record]) -> list[Item]:
    """What is read from a file with these records; the file is known as of its format, and its count is right."""
    opened, _, number = written(folder, format, records)
    found = format_named(format)
    made = [item for item in found.read(opened, {}) if isinstance(item, Record)]
    assert number == len(records) == len(made)
    assert found.count(opened) in (None, len(records))
    return list(made)


def record(csl: dict[str, Any]) -> Record:
    """A record of no format in particular."""
    return Record("", 1, 0, (), csl)
