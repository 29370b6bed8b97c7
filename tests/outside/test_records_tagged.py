"""Collected exports in tagged formats: every record read or refused, every line accounted for. `make test-outside`."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from plethu.records.importing import Reading
from plethu.records.opened import Opened
from plethu.records.record import Item, Record, Refused, Remark
from plethu.records.ris_writing import write
from plethu.reporting.import_told import sums

from ..accounting import unaccounted

pytestmark = pytest.mark.outside
SAMPLES = Path(os.environ.get("PLETHU_SAMPLES", "samples"))
TAGGED = {"ris": r"E ?R {0,4}-?", "nbib": r"(?!)", "wos": "ER", "endnote": r"(?!)"}
FILES = [
    path for folder in TAGGED for path in sorted((SAMPLES / folder).glob("*")) if path.suffix not in (".xml", ".bib")
]
NAMES = {
    "ris": ("AU", "A1"),
    "medline": ("FAU", "AU", "CN"),
    "wos": ("AF", "AU", "CA", "GP", "BA", "BF"),
    "refer": ("A",),
}
NEEDS_NO_TITLE = ("baseline", "rispy-", "tag_and_field")  # made to test a reader, not exported
EXPORTED = [path for path in FILES if not any(part in path.name for part in NEEDS_NO_TITLE)]
RIS = [path for path in FILES if path.parent.name == "ris" and Reading(path).format.id == "ris"]  # by its content


def read(path: Path) -> tuple[Reading, list[Item]]:
    reading = Reading(path)
    return reading, list(reading.items())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_account_of_every_file_adds_up(path: Path) -> None:
    reading, _ = read(path)
    report = reading.report()
    assert report.found == report.read + len(report.refused) > 0
    assert report.adds_up, sums(report, "en")
    assert report.format in ("ris", "medline", "wos", "refer")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_line_ends_in_one_field_refusal_or_remark(path: Path) -> None:
    reading, items = read(path)
    end = {"ris": TAGGED["ris"], "wos": "ER"}.get(reading.format.id, r"(?!)")
    text = "\n".join(line.text for line in Opened(path).lines())
    assert unaccounted(text, items, end) == []


@pytest.mark.parametrize("path", EXPORTED, ids=lambda path: path.name)
def test_records_of_real_exports_have_title_date_and_names(path: Path) -> None:
    _, items = read(path)
    found = [item for item in items if isinstance(item, Record)]
    for record in found:
        assert record.csl.get("title"), record.line
        said = {repair.code for repair in record.repairs}
        assert record.csl["type"] != "document" or record.first("TY") == "GEN" or said & {"no-type", "unknown-type"}
        assert "issued" not in record.csl or record.edtf or "date-not-understood" in said, record.printed_date
        assert ("author" in record.csl) == bool(record.first(*NAMES[record.format])), record.line


@pytest.mark.parametrize("path", RIS, ids=lambda path: path.name)
def test_ris_comes_back_as_it_was(path: Path, tmp_path: Path) -> None:
    _, items = read(path)
    found = [item for item in items if isinstance(item, Record)]
    with (tmp_path / "again.ris").open("wb") as file:
        write(found, file)
    _, again = read(tmp_path / "again.ris")
    assert [_own(item) for item in again] == [_own(item) for item in found]
    assert [item.csl for item in again if isinstance(item, Record)] == [item.csl for item in found]


def test_refusals_are_only_of_records_without_a_word() -> None:
    refused = [(path.name, item) for path in FILES for item in read(path)[1] if isinstance(item, Refused)]
    assert {item.code for _, item in refused} <= {"empty-record"}
    assert len(refused) < 5


def test_remarks_hold_no_record() -> None:
    for path in FILES:
        for item in read(path)[1]:
            if isinstance(item, Remark):
                assert not re.match(r"(TY|TI|T1|AU|A1|AB) {1,2}-|%[TA] |PT ", item.text), (path.name, item.line)


def _own(item: Item) -> list[tuple[str, str]]:
    assert isinstance(item, Record)
    fields = [(field.tag, field.value) for field in item.fields if field.tag != "ER"]
    return sorted(fields, key=lambda field: field[0] not in ("TY",))
