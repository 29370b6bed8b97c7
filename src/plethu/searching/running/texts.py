"""Records as a search sees them, from what was imported."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from plethu.records.csl_dates import edtf_from
from plethu.records.storing import imports_in, rows_of
from plethu.searching.languages import code_of
from plethu.searching.running.text import Text

_BETWEEN_KEYWORDS = re.compile(r"\s*[;\n|]\s*")
_BETWEEN_LANGUAGES = re.compile(r"[;,/|\n]|\band\b")


def text_of(id: str, csl: Mapping[str, Any]) -> Text:
    """A record from its CSL-JSON. Authors' keywords and headings stand together in `keyword`."""
    fields = {
        "title": _value(csl, "title"),
        "abstract": _value(csl, "abstract"),
        "keywords": [word for word in _BETWEEN_KEYWORDS.split(_value(csl, "keyword").strip()) if word],
    }
    return Text(id, fields, edtf_from(csl.get("issued")), languages_of(_value(csl, "language")))


def texts_of(records: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Text]:
    """Records with their ids."""
    return (text_of(id, csl) for id, csl in records)


def texts_in(folder: Path) -> Iterator[Text]:
    """The records of a folder written by `plethu import`. Raises BadInput for another folder, or a damaged one."""
    return texts_of(records_with_ids(folder))


def records_with_ids(folder: Path) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The id and the CSL-JSON of each record of a folder of imports. Raises BadInput."""
    for sha256 in imports_in(folder):
        for row in rows_of(folder, sha256):
            if row["kind"] == "record":
                yield row["id"], row["item"]["csl"]


def languages_of(written: str) -> tuple[str, ...]:
    """The codes of the languages that a record names; what is not known is left out."""
    names = (each.strip() for each in _BETWEEN_LANGUAGES.split(written))
    codes = (code_of(name) or code_of(name[:2] if name[2:3] in ("-", "_") else "") for name in names)
    return tuple(dict.fromkeys(code for code in codes if code))


def _value(csl: Mapping[str, Any], name: str) -> str:
    value = csl.get(name)
    return str(value) if isinstance(value, str | int) else ""
