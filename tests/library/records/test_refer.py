"""Refer and EndNote's tagged text."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from plethu.records import refer
from plethu.records.record import Refused

from ...accounting import Read, codes, files, items_of, one, opened, records, unaccounted

PAPER = """\
%0 Journal Article
%T Sharing a purpose
%A Jones, Mair
%A Li, Bo
%J Invented Studies
%V 7
%N 2
%P 10-19
%D 2021
%8 March 4, 2021
%@ 1234-5678
%R doi:10.1234/refer.5
%U https://example.org/5
%K one
two
%X An abstract
that goes on.

A second paragraph.
%Z A note
"""
ANY = files(
    "%0 Journal Article",
    "%0 Web Page",
    "%T A title",
    "%A Jones, Mair",
    "%D 2020",
    "%X text",
    "goes on",
    "% of people",
    "%W lost",
    "%! short",
    "%~",
    "%J J",
    "%U https://example.org",
)


@pytest.fixture
def read(tmp_path: Path) -> Read:
    return lambda content: items_of(tmp_path, "refer", content)


def test_a_paper(read: Read) -> None:
    record = one(read(PAPER))
    assert record.csl == {
        "type": "article-journal",
        "title": "Sharing a purpose",
        "container-title": "Invented Studies",
        "volume": "7",
        "issue": "2",
        "page": "10-19",
        "author": [{"family": "Jones", "given": "Mair"}, {"family": "Li", "given": "Bo"}],
        "issued": {"date-parts": [[2021, 3, 4]]},
        "ISSN": "1234-5678",
        "DOI": "10.1234/refer.5",
        "URL": "https://example.org/5",
        "abstract": "An abstract that goes on.\nA second paragraph.",
        "note": "A note",
        "keyword": "one; two",
    }
    assert (record.edtf, record.repairs) == ("2021-03-04", ())


def test_records_without_a_type_are_told_apart_by_blank_lines(read: Read) -> None:
    found = records(read("%T A\n%B An invented series\n%D 2021\n\n\n%T B\n%J A journal\n\n%A Jones, M.\n%T C\n"))
    assert [(r.csl["title"], r.csl["type"]) for r in found] == [
        ("A", "document"),
        ("B", "article-journal"),
        ("C", "document"),
    ]
    assert [codes(r) for r in found] == [["no-type"]] * 3


def test_records_without_blank_lines_are_told_apart_by_their_type(read: Read) -> None:
    assert len(records(read("%0 Book\n%T A\n%0 Book\n%T B\n"))) == 2


def test_a_blank_line_before_what_cannot_begin_a_record_does_not_cut_it(read: Read) -> None:
    assert (
        one(read("%0 Film or Broadcast\n%T A\n%X Text\n\nmore\n\n%U https://example.org\n")).csl["type"]
        == "motion_picture"
    )


def test_a_per_cent_sign_in_text_is_no_tag(read: Read) -> None:
    assert one(read("%0 Book\n%T A\n%X Nearly 50\n% of people\n")).first("X") == "Nearly 50\n% of people"


def test_a_type_alone_is_refused(read: Read) -> None:
    (item,) = read("%0 Book\n")
    assert isinstance(item, Refused)


@pytest.mark.parametrize(
    ("content", "sure"),
    [(PAPER, True), ("%T A\n%D 2021\n", True), ("% Comment\nTY  - JOUR\n", False), ("@book{a,}", False)],
)
def test_it_is_recognised_by_its_content(tmp_path: Path, content: str, sure: bool) -> None:
    assert (refer.recognise(opened(tmp_path, content)) > 5) is sure


@pytest.mark.parametrize(
    "content", [PAPER + "\n" + PAPER, PAPER + PAPER, (PAPER + "\r\n" + PAPER).replace("\n", "\r\n")]
)
def test_the_count_on_raw_bytes_agrees(tmp_path: Path, content: str) -> None:
    assert refer.count(opened(tmp_path, content)) == len(records(items_of(tmp_path, "refer", content))) == 2


@settings(max_examples=300)
@given(content=ANY)
def test_every_line_ends_in_one_field_refusal_or_remark(tmp_path_factory: pytest.TempPathFactory, content: str) -> None:
    items = items_of(tmp_path_factory.getbasetemp(), "refer", content)
    assert unaccounted(content.removeprefix("\ufeff"), items) == []
