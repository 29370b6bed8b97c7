"""The appendix on searches: all that the log knows, nothing of it markup, in both languages, always the same bytes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from docx import Document

from plethu.reporting.search_appendix import as_docx, as_markdown
from plethu.reporting.search_appendix_parts import told_item
from plethu.searching.checking import Press
from plethu.searching.press import Judgement, PeerReview, judge, respond, send
from plethu.searching.prisma_s import Item
from plethu.searching.searchlog import LineRun, SearchLog, SearchRun, sealed

DAY = date(2024, 10, 1)
STRATEGY = 'S1  choir* OR "brass  band"\n\n  S2 ```village*``` | <b>\n'


def reviewed() -> PeerReview:
    review = PeerReview("a librarian", "2024-02-01", "x", overall="Good.")
    for element in Press:
        review = judge(review, element, Judgement.NONE)
    review = judge(review, Press.LIMITS, Judgement.REQUIRED, "Say the *years*.")
    return respond(send(review, "2024-02-02"), Press.LIMITS, "Now said.", "the authors", "2024-02-03")


RUN = sealed(
    SearchRun(
        "1",
        "PsycInfo; MEDLINE",
        "EBSCOhost",
        "2024-03-01",
        STRATEGY,
        "",
        (LineRun("S1", 'choir* OR "brass band"', 1200, "Music"), LineRun("S2", "village*")),
        345,
        "2020 to 2024",
        "A searcher | [x](javascript:1)",
        export_sha256="e" * 64,
        notes=("Block A: NEAR became AND, so it finds more.",),
    )
)
AGAIN = sealed(replace(RUN, id="2", date="2024-09-05", hits=500, rerun_of="1"))
LOG = SearchLog((RUN, AGAIN), peer_reviews=(reviewed(),), records_after_deduplication=444)


def words_of(document: bytes) -> str:
    word = Document(BytesIO(document))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])


KNOWN = [
    "PsycInfo; MEDLINE",
    "EBSCOhost",
    "345",
    "500",
    "444",
    "1200",
    "2020 to 2024",
    RUN.sha256,
    "e" * 64,
    "Block A: NEAR became AND, so it finds more.",
    "a librarian",
    "Now said.",
    "Good.",
]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_all_that_the_log_knows_stands_in_both_files(language):
    text = as_markdown(LOG, language, DAY)
    word = words_of(as_docx(LOG, language, DAY))
    assert [known for known in KNOWN if known not in text] == []
    assert [known for known in KNOWN if known not in word] == []


def test_dates_and_headings_are_in_the_language():
    english, welsh = as_markdown(LOG, "en", DAY), as_markdown(LOG, "cy", DAY)
    assert "1 March 2024" in english
    assert "1 Mawrth 2024" in welsh
    assert "Deduplication" in english
    assert "Deduplication" not in welsh
    assert "Limits and restrictions" not in welsh


def test_the_strategy_stands_as_run_to_the_byte():
    text = as_markdown(LOG, "en", DAY)
    assert f"````text\n{STRATEGY}\n````" in text
    assert STRATEGY.rstrip("\n") in "\n".join(p.text for p in Document(BytesIO(as_docx(LOG, "en", DAY))).paragraphs)


def test_nothing_that_people_wrote_is_markup():
    text = as_markdown(LOG, "en", DAY).replace(STRATEGY, "")
    assert "[x](javascript" not in text
    assert "*years*" not in text.replace("\\*years\\*", "")
    rows = [line for line in text.splitlines() if line.startswith("| Searched by")]
    assert rows == [rows[0]] * 2
    assert rows[0].replace("\\|", "").count("|") == 3


def test_hidden_characters_are_shown():
    sly = sealed(replace(RUN, as_run="choir*\u202e OR \x00band*"))
    for made in (as_markdown(SearchLog((sly,)), "en", DAY), words_of(as_docx(SearchLog((sly,)), "en", DAY))):
        assert "choir*\\u202e OR \\u0000band*" in made
        assert "Hidden characters" in made
        assert "\u202e" not in made


def test_what_is_not_right_is_said():
    text = as_markdown(LOG, "en", DAY)
    assert "more than 10 per cent" in text
    assert "checksum differs" not in text
    changed = SearchLog(
        (replace(RUN, as_run="choir*"), replace(AGAIN, as_run="", sha256=sealed(replace(AGAIN, as_run="")).sha256))
    )
    text = as_markdown(changed, "en", DAY)
    assert "checksum differs" in text
    assert "The strategy is not in the log." in text


def test_an_empty_log_says_what_to_do():
    text = as_markdown(SearchLog(), "en", DAY)
    assert "No search is in the log." in text
    assert "0 of 16 items are answered." in text
    assert "Enter the searches in the log." in text
    assert words_of(as_docx(SearchLog(), "cy", DAY))


def test_the_same_log_gives_the_same_bytes():
    assert as_docx(LOG, "en", DAY) == as_docx(LOG, "en", DAY)


def test_a_word_document_has_real_headings_and_header_rows():
    word = Document(BytesIO(as_docx(LOG, "cy", DAY)))
    styles = [paragraph.style.name for paragraph in word.paragraphs if paragraph.style]
    assert styles[0] == "Title"
    assert {"Heading 1", "Heading 2", "Strategy"} <= set(styles)
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in word.tables)
    assert word.core_properties.language == "cy-GB"


@pytest.mark.parametrize(("language", "day"), [("en", "31 May 2024"), ("cy", "31 Mai 2024")])
def test_the_checklist_writes_days_as_a_reader_does(language, day):
    assert told_item(Item(13, ("MEDLINE: 2024-05-31",)), language) == (f"MEDLINE: {day}",)
    assert told_item(Item(14, ("a librarian, 2024-05-31 (PRESS 2015)",)), language) == (
        f"a librarian, {day} (PRESS 2015)",
    )
    assert told_item(Item(9, ("from 2024-05-31",)), language) == ("from 2024-05-31",)  # in somebody's own words
