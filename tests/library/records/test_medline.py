"""MEDLINE's tagged text, as PubMed, ERIC, ProQuest and others write it."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from plethu.records import medline
from plethu.records.record import Refused, Remark

from ...accounting import Read, codes, files, items_of, one, opened, records, unaccounted

PUBMED = """\
PMID- 90000001
OWN - NLM
STAT- MEDLINE
IS  - 1234-5678 (Electronic)
VI  - 5
IP  - 2
DP  - 2020 Mar-Apr
TI  - Sharing a purpose between many invented
      partners.
PG  - 11-9
LID - 10.1234/inv.5 [doi]
LID - S0000 [pii]
AB  - BACKGROUND: one line
      and another.
FAU - Jones, Mair A
AU  - Jones MA
FAU - Li, Bo Jr
AU  - Li B Jr
CN  - Invented Partners Group
LA  - eng
PT  - Journal Article
PT  - Review
TA  - Inv J
JT  - Invented journal
MH  - *Community Participation
OT  - coproduction
PMC - PMC123456
"""
ERIC = """\
OWN - ERIC
TI  - {}
AU  - Smith, Tom
AID - http://dx.doi.org/10.1000/123
OID - EJ1
DP  - 2000
AB  - One line
that wraps without indent

and a paragraph
ISSN - ISSN-1234-4567
PT  - Reports - Research
JT  - Inv J
"""
ANY = files(
    "PMID- 1",
    "PMID- 2",
    "OWN - ERIC",
    "STAT- MEDLINE",
    "TI  - A title",
    "      that goes on",
    "unindented text",
    "AB  - ",
    "AU  - Jones M",
    "FAU - Jones, Mair",
    "DP  - 2020 Mar",
    "XX  - unknown",
    "ISSN - 1234-5678",
    "USA - text",
    "LID - x [doi]",
)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return lambda content: items_of(tmp_path, "medline", content)


def test_a_record_of_pubmed(read: Read) -> None:
    record = one(read(PUBMED))
    assert record.csl == {
        "type": "article-journal",
        "title": "Sharing a purpose between many invented partners",
        "container-title": "Invented journal",
        "container-title-short": "Inv J",
        "volume": "5",
        "issue": "2",
        "language": "eng",
        "page": "11-9",
        "author": [
            {"family": "Jones", "given": "Mair A"},
            {"family": "Li", "given": "Bo", "suffix": "Jr"},
            {"literal": "Invented Partners Group"},
        ],
        "issued": {"date-parts": [[2020, 3], [2020, 4]]},
        "ISSN": "1234-5678",
        "DOI": "10.1234/inv.5",
        "PMID": "90000001",
        "PMCID": "PMC123456",
        "archive": "PubMed",
        "abstract": "BACKGROUND: one line and another.",
        "keyword": "coproduction; *Community Participation",
    }
    assert (record.printed_date, record.edtf, record.repairs) == ("2020 Mar-Apr", "2020-03/2020-04", ())


def test_short_names_alone_are_split_into_family_and_initials(read: Read) -> None:
    csl = one(read("PMID- 1\nTI  - A\nAU  - van der Berg AB\nAU  - Smith JR 3rd\n")).csl
    assert csl["author"] == [
        {"family": "van der Berg", "given": "AB"},
        {"family": "Smith", "given": "JR", "suffix": "3rd"},
    ]


@pytest.mark.parametrize("between", ["\n", "", "\n\n\n"])
def test_unindented_lines_and_records_with_and_without_blank_lines_between(read: Read, between: str) -> None:
    found = records(read(ERIC.format("A") + between + ERIC.format("B")))
    assert [r.csl["title"] for r in found] == ["A", "B"]
    assert found[0].first("AB") == "One line\nthat wraps without indent\n\nand a paragraph"
    assert (found[0].csl["DOI"], found[0].csl["ISSN"], found[0].csl["archive"]) == ("10.1000/123", "1234-4567", "ERIC")
    assert codes(found[0]) == ["line-not-indented"]


def test_a_blank_line_inside_a_record_does_not_cut_it(read: Read) -> None:
    assert len(records(read("PMID- 1\nTI  - A\n\nAB  - Text\n\nAU  - Jones M\n\nPMID- 2\nTI  - B\n"))) == 2


def test_text_in_capitals_is_no_tag(read: Read) -> None:
    assert (
        one(read("PMID- 1\nTI  - A\nAB  - Made in the\nUSA - and\nT2- weighted\n")).first("AB")
        == "Made in the\nUSA - and\nT2- weighted"
    )


def test_a_report_without_a_journal_is_a_report(read: Read) -> None:
    assert one(read("OWN - ERIC\nTI  - A\nPT  - Reports - Research\n")).csl["type"] == "report"
    assert one(read("OWN - ERIC\nTI  - A\nPT  - Dissertations/Theses\n")).csl["type"] == "thesis"


def test_a_record_of_nothing_but_its_owner_is_refused(read: Read) -> None:
    (item,) = read("OWN - ERIC\n")
    assert isinstance(item, Refused)
    assert item.code == "empty-record"


@pytest.mark.parametrize(
    ("content", "sure"), [(PUBMED, True), (ERIC, True), ("TY  - JOUR\nTI  - A\n", False), ("PMID, title\n", False)]
)
def test_it_is_recognised_by_its_content(tmp_path: Path, content: str, sure: bool) -> None:
    assert (medline.recognise(opened(tmp_path, content)) > 5) is sure


def test_the_count_on_raw_bytes_agrees(tmp_path: Path) -> None:
    content = (PUBMED + "\n" + PUBMED.replace("90000001", "2")).replace("\n", "\r\n")
    assert medline.count(opened(tmp_path, content)) == len(records(items_of(tmp_path, "medline", content))) == 2
    assert medline.count(opened(tmp_path, ERIC + ERIC)) == 2


@settings(max_examples=300)
@given(content=ANY)
def test_every_line_ends_in_one_field_refusal_or_remark(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    items = items_of(tmp_path_factory.getbasetemp(), "medline", content)
    assert unaccounted(content.removeprefix("\ufeff"), items) == []
    numbers = [item.number for item in items if not isinstance(item, Remark)]
    assert numbers == list(range(1, len(numbers) + 1))
