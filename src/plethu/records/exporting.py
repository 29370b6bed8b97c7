"""Writing records to a file of another program, whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from plethu.evidence.problems import BadInput, Problem
from plethu.records.formats import format_named
from plethu.records.record import Record

WRITTEN = ("ris", "bibtex", "csl-json", "endnote-xml", "csv", "tsv", "xlsx")


def export(records: Iterable[Record], format: str, output: Path) -> int:
    """Write records in a format to a file; how many there were. Raises BadInput where that cannot be done."""
    write = format_named(format).write
    if write is None:
        raise BadInput(
            Problem("format-not-written", str(output), values={"value": format, "known": ", ".join(WRITTEN)})
        )
    try:
        handle, name = tempfile.mkstemp(prefix=".new-", dir=output.parent)
    except OSError as error:
        raise _unwritable(output, error) from error
    try:
        with os.fdopen(handle, "wb") as file:
            number = write(records, file)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, output)
    except OSError as error:
        raise _unwritable(output, error) from error
    finally:
        Path(name).unlink(missing_ok=True)
    return number


def _unwritable(output: Path, error: OSError) -> BadInput:
    return BadInput(Problem("export-unwritable", str(output), values={"reason": error.strerror or str(error)}))
