"""The import report in words: what became of each record, in both languages, and nothing from a file is markup."""

import csv
import io
import json
from pathlib import Path

import pytest
from lxml import etree

from plethu.evidence.text import Language
from plethu.records.importing import Reading
from plethu.records.origin import Origin
from plethu.records.record import Remark
from plethu.records.report import MOST_LINES, ImportReport, Tally
from plethu.reporting.import_told import in_short, sums, tell_report
from plethu.reporting.import_written import WRITERS, as_csv, as_html, as_json, as_markdown

HOSTILE = "=cmd|'/c calc'!A1 <script>alert(1)</script> | **b** \x1b[31m"


@pytest.fixture
def report(tmp_path: Path) -> ImportReport:
    path = tmp_path / "export_1.ris"
    first, third = "TY  - JOUR\nTI  - A\nPY  - soon\nER  -", "TY  - JOUR\nTI  - B\nPY  - later\nER  -"
    path.write_text("\n\n".join((HOSTILE, first, "TY  -\nER  -", third)))
    reading = Reading(path, origin=Origin("database", database="Invented", searched="2024-05", hits=5))
    list(reading.items())
    return reading.report()


def text_of(report: ImportReport, language: Language) -> str:
    return as_markdown([report], language).decode()


def test_the_account_stands_first_and_adds_up(report: ImportReport) -> None:
    assert in_short(report, "en") == (
        ("Found in the file", "3"),
        ("Read as they stand", "0"),
        ("Read with repairs", "2"),
        ("Refused", "1"),
        ("Counted a second time, on the bytes of the file", "3"),
    )
    assert sums(report, "en") == (
        "The sums hold: every record found was read or refused, and a second count agrees.",
        "Fewer records came than the database said. Missing: 2. Was the whole result exported?",
    )


def test_sums_that_do_not_hold_are_said_plainly(report: ImportReport) -> None:
    import msgspec

    odd = msgspec.structs.replace(report, found=4, counted=7, origin=Origin(hits=4))
    assert not odd.adds_up
    first, second, third = sums(odd, "en")
    assert first.startswith("The sum does not hold. Records found: 4. Read: 2. Refused: 1.")
    assert second.startswith("Two ways of counting do not agree. Found when reading: 4. Counted on the bytes: 7.")
    assert third == "There are as many records as the database said."
    uncounted = msgspec.structs.replace(report, counted=None, origin=Origin(hits=1))
    assert uncounted.adds_up
    assert "no second count" in sums(uncounted, "en")[0]
    assert "Too many: 2" in sums(uncounted, "en")[1]


def test_refused_records_have_line_and_reason_and_repairs_their_lines(report: ImportReport) -> None:
    sections = {section.heading: section.rows for section in tell_report(report, "en").sections}
    assert sections["Refused records"] == (("2", "8", "Nothing stands in the record but its frame.", "TY"),)
    (repair,) = sections["Repairs"]
    assert repair == (
        "“soon” could not be understood as a date. It was kept as it is written. (for example)",
        "2",
        "5, 13",
    )


def test_it_is_told_in_welsh_from_end_to_end(report: ImportReport) -> None:
    welsh = text_of(report, "cy")
    assert "Cofnodion a wrthodwyd" in welsh
    english = {line for line in text_of(report, "en").splitlines() if any(c.isalpha() for c in line)}
    alike = english & set(welsh.splitlines())
    assert not [line for line in alike if "script" not in line and "SHA" not in line and "2024" not in line]


def test_nothing_from_a_file_is_markup_or_a_formula(report: ImportReport) -> None:
    page = as_html([report], "en").decode()
    root = etree.fromstring(page, etree.HTMLParser())
    assert not root.xpath("//script | //b | //a")
    assert root.get("lang") == "en"
    assert "\x1b" not in page
    assert all(table.xpath("./tbody/tr/th[@scope='row']") for table in root.xpath("//table"))
    markdown = text_of(report, "en")
    assert "<script>" not in markdown
    assert "\\*\\*b\\*\\*" in markdown
    cells = [cell for row in csv.reader(io.StringIO(as_csv([report], "en").decode("utf-8-sig"))) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "-"))]


def test_for_programs_it_is_codes_and_figures(report: ImportReport) -> None:
    (found,) = json.loads(as_json([report], "cy"))
    assert (found["found"], found["read"], found["adds_up"], found["refused"][0]["code"]) == (
        3,
        2,
        True,
        "empty-record",
    )
    assert found["origin"]["database"] == "Invented"


def test_several_files_stand_in_one_report(report: ImportReport) -> None:
    for writer in WRITERS.values():
        assert writer([report, report], "en").decode().count("export") >= 2


def test_a_tally_of_very_many_keeps_counts_and_only_the_first_lines() -> None:
    tally = Tally()
    for number in range(MOST_LINES + 50):
        tally.add(Remark(number + 1, "x" * 500))
    assert (tally.remark_count, len(tally.remarks), len(tally.remarks[0].text)) == (MOST_LINES + 50, MOST_LINES, 200)
