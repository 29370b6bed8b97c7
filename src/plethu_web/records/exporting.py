"""Records of a review written as a file for another program."""

from __future__ import annotations

import tempfile
from typing import IO

from django.db.models import QuerySet

from plethu.records.formats import format_named
from plethu_web.records.models import Record
from plethu_web.records.rows import all_read_back

FORMATS = {"ris": "RIS", "bibtex": "BibTeX", "csl-json": "CSL-JSON", "csv": "CSV", "xlsx": "Excel"}
ENDINGS = {"ris": "ris", "bibtex": "bib", "csl-json": "json", "csv": "csv", "xlsx": "xlsx"}
IN_MEMORY = 4 * 1024 * 1024


def written(records: QuerySet[Record], format: str) -> tuple[IO[bytes], int]:
    """The records as a file in a format, at its beginning, and how many they are. It is gone once it is closed."""
    file: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  # the response closes it
    write = format_named(format).write
    if write is None:
        raise KeyError(format)
    number = write(all_read_back(records.iterator(chunk_size=500)), file)  # type: ignore[arg-type]
    file.seek(0)
    return file, number
