"""`plethu export`: the records of a folder of imports, or of a file, written for another program."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path

from plethu.cli.usage import LANG, OUTPUT, Command, Given, Option, WrongUse
from plethu.framework.tables import FORBIDDEN
from plethu.records.exporting import WRITTEN, export
from plethu.records.importing import Reading
from plethu.records.record import Record, Refused
from plethu.records.storing import records_in
from plethu.wording import say

COMMAND = Command("export", ("FROM",), options=(Option("format", "FORMAT", choices=WRITTEN), OUTPUT, LANG))


def run(given: Given) -> None:
    """Write the records; how many is said. Raises BadInput, and WrongUse where an option is missing."""
    gc.enable()
    for option in ("format", "output"):
        if not given[option]:
            raise WrongUse("option-missing", "export", option=f"--{option}")
    source, left_out = Path(given["FROM"]), [0]
    records = records_in(source) if source.is_dir() else _of_file(source, left_out)
    count = export(records, given["format"], Path(given["output"]))
    print(say("command.export.done", given.language, file=FORBIDDEN.sub("\ufffd", given["output"]), count=count))
    if left_out[0]:
        print(say("command.export.left-out", given.language, count=left_out[0]), file=sys.stderr)


def _of_file(path: Path, left_out: list[int]) -> Iterator[Record]:
    for item in Reading(path).items():
        left_out[0] += isinstance(item, Refused)
        if isinstance(item, Record):
            yield item
