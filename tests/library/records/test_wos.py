"""The tagged text of the Web of Science."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from plethu.records import wos
from plethu.records.record import Refused, Remark

from ...accounting import Read, codes, files, items_of, one, opened, records, unaccounted

HEAD = "FN Invented Web of Science\nVR 1.0\n"
PAPER = """\
PT J
AU Jones, M
   Li, B
AF Jones, Mair
   Li, Bo
TI Sharing a purpose between many
   invented partners
SO INVENTED STUDIES
JI Inv. Stud.
DT Article
DE coproduction; shared purpose
ID TRUST;
   TIME
AB One line
   and another.
SN 1234-5678
EI 2345-6789
PD MAR 4
PY 2021
VL 7
IS 2
BP 10
EP 19
DI 10.1234/wos.5
UT WOS:000000000000001
ER
"""
ANY = files(
    "FN Invented",
    "VR 1.0",
    "PT J",
    "PT B",
    "AU Jones, M",
    "   Li, B",
    "TI A title",
    "   goes on",
    "unindented",
    "PY 2020",
    "XX unknown",
    "ER",
    "ER ",
    "EF",
    "AB",
)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return lambda content: items_of(tmp_path, "wos", content)


def test_a_paper_with_its_header_and_end_of_file(read: Read) -> None:
    items = read(HEAD + PAPER + "\nEF")
    assert [item.text for item in items if isinstance(item, Remark)] == ["FN Invented Web of Science", "VR 1.0", "EF"]
    (record,) = records(items)
    assert record.csl == {
        "type": "article-journal",
        "title": "Sharing a purpose between many invented partners",
        "container-title": "INVENTED STUDIES",
        "container-title-short": "Inv. Stud.",
        "volume": "7",
        "issue": "2",
        "author": [{"family": "Jones", "given": "Mair"}, {"family": "Li", "given": "Bo"}],
        "page": "10-19",
        "issued": {"date-parts": [[2021, 3, 4]]},
        "ISSN": "1234-5678, 2345-6789",
        "DOI": "10.1234/wos.5",
        "archive": "Web of Science",
        "archive_location": "WOS:000000000000001",
        "abstract": "One line and another.",
        "keyword": "coproduction; shared purpose; TRUST; TIME",
    }
    assert (record.printed_date, record.edtf, record.line, record.repairs) == ("MAR 4 2021", "2021-03-04", 3, ())


def test_records_without_an_end_and_files_put_together(read: Read) -> None:
    found = records(read(HEAD + "PT J\nTI A\nPT B\nTI B\n" + HEAD + "PT S\nTI C\nER\n\nEF"))
    assert [(r.csl["title"], r.csl["type"], codes(r)) for r in found] == [
        ("A", "article-journal", ["no-end"]),
        ("B", "book", ["no-end"]),
        ("C", "chapter", []),
    ]


def test_lines_that_lost_their_indent_stay_with_their_field(read: Read) -> None:
    record = one(read("PT J\nTI A title\ngoes on\nER\n"))
    assert (record.csl["title"], codes(record)) == ("A title goes on", ["line-not-indented"])


def test_a_conference_paper_by_its_document_type(read: Read) -> None:
    assert (
        one(read("PT J\nTI A\nDT Article; Proceedings Paper\nCT Meeting of Nobody\nER\n")).csl["type"]
        == "paper-conference"
    )


def test_an_empty_record_is_refused(read: Read) -> None:
    (item,) = read("PT J\nTI\nER\n")
    assert isinstance(item, Refused)
    assert (item.code, item.line) == ("empty-record", 1)


@pytest.mark.parametrize(
    ("content", "sure"), [(HEAD + PAPER, True), (PAPER, True), ("TY  - JOUR\n", False), ("PT\tAU\tTI\n", False)]
)
def test_it_is_recognised_by_its_content(tmp_path: Path, content: str, sure: bool) -> None:
    assert (wos.recognise(opened(tmp_path, content)) > 5) is sure


def test_the_count_on_raw_bytes_agrees(tmp_path: Path) -> None:
    content = (HEAD + PAPER + "\n" + PAPER + "\nEF").encode("utf-16")
    assert wos.count(opened(tmp_path, content)) == len(records(items_of(tmp_path, "wos", content))) == 2


@settings(max_examples=300)
@given(content=ANY)
def test_every_line_ends_in_one_field_refusal_or_remark(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    items = items_of(tmp_path_factory.getbasetemp(), "wos", content)
    assert unaccounted(content.removeprefix("\ufeff"), items, "ER") == []
