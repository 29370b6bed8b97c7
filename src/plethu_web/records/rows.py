"""A record as the library reads it, and as a row of the database: the way there and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from plethu.records import record as library
from plethu.records.names import written_name
from plethu.records.normalising import keys_of
from plethu.records.origin import Origin
from plethu_web.records.models import Import, Record

# What follows from the CSL of a record, and is written anew whenever that changes.
MADE_OF_CSL = (
    *("kind", "title", "authors", "container", "has_abstract", "doi", "pmid", "title_key", "title_digits"),
    *("surnames", "first_page", "journal_words", "journal_initials", "issn", "year"),
)
PLACES = ("event-place", "archive-place")


def row_of(source: Import, read: library.Record) -> Record:
    """The row for a record that was read."""
    row = Record(
        review_id=source.review_id,
        source=source,
        number=read.number,
        line=read.line,
        fields=[[field.tag, field.value, field.line] for field in read.fields],
        csl_read=read.csl,
        csl=read.csl,
        repairs=msgspec.to_builtins(read.repairs),
        printed_date=read.printed_date[:200],
        edtf=read.edtf[:60],
        place_printed=next((str(read.csl[name])[:300] for name in PLACES if read.csl.get(name)), ""),
    )
    describe(row)
    return row


def describe(row: Record) -> None:
    """Set the columns that follow from the record's CSL: those that are shown, and those for matching."""
    csl, keys = row.csl, keys_of(row.csl)
    row.kind = str(csl.get("type", "document"))[:40]
    row.title = str(csl.get("title", ""))
    row.authors = "; ".join(written_name(name).rstrip(",") for name in csl.get("author") or csl.get("editor") or ())
    row.container = str(csl.get("container-title", ""))
    row.has_abstract = bool(csl.get("abstract"))
    row.doi, row.pmid, row.issn = keys.doi[:255], keys.pmid[:20], " ".join(keys.issn)[:60]
    row.title_key, row.title_digits = keys.title, keys.title_digits[:255]
    row.surnames, row.first_page = " ".join(keys.surnames), keys.first_page[:60]
    row.journal_words, row.journal_initials = " ".join(keys.journal_words), keys.journal_initials[:60]
    row.year = keys.year


def read_back(row: Record) -> library.Record:
    """The row as a record of the library, as it is now. Once mended, what is written comes from its CSL alone."""
    fields = () if row.is_mended else tuple(library.Field(tag, value, line) for tag, value, line in row.fields)
    return library.Record(
        format="csl-json" if row.is_mended else row.source.format,
        number=row.number,
        line=row.line,
        fields=fields,
        csl=row.csl,
        printed_date=row.printed_date,
        edtf=row.edtf,
    )


def origin_of(source: Import) -> Origin:
    """What was said of where an import comes from; the hits are those of all files that were sent in together."""
    return Origin(
        route=source.branch,
        database=source.database,
        platform=source.platform,
        searched=source.searched,
        strategy=source.strategy,
    )


def all_read_back(rows: Iterable[Record]) -> Iterator[library.Record]:
    """Rows as records of the library, one by one."""
    return (read_back(row) for row in rows)


def plain(value: Any) -> Any:
    """A structure of the library as values that JSON can hold."""
    return msgspec.to_builtins(value)
