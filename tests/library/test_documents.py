"""What every document has in common: the outline, and free text made safe."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plethu.reporting.documents import formats
from plethu.reporting.documents.clean import clean
from plethu.reporting.documents.grounds import Grounds
from plethu.reporting.documents.labels import LABELS, label
from plethu.reporting.documents.outline import outline
from plethu.reporting.documents.parts import Bullets, Heading, Paragraph, Table, line, listed, plain
from plethu.reporting.told import Words
from tests.library.told_sample import HASH, Sample, told, with_nothing


def everything(language="en", **more):
    """All text of an outline's body, in order."""
    for block in outline(told(language, **more)).body:
        match block:
            case Heading() | Paragraph():
                yield block.line
            case Bullets():
                for item in block.items:
                    yield from (item.line, *item.under)
            case Table():
                yield from (block.caption, *block.header, *(cell for row in block.rows for cell in row))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_no_level_of_heading_is_skipped(language):
    levels = [1, *(block.level for block in outline(told(language)).body if isinstance(block, Heading))]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert max(levels) == 4


def test_an_action_comes_with_all_that_is_said_of_it():
    headings = [plain(b.line) for b in outline(told()).body if isinstance(b, Heading)]
    for key in (
        "reasons", "cautions", "watch", "needs", "path", "least-change", "practices", "tensions", "cases", "outcomes",
        "evidence", "would-help-if", "would-caution-if",
    ):  # fmt: skip
        assert label(key, "en").text in headings


def test_a_reason_leads_back_to_the_report():
    text = "\n".join(plain(words) for words in everything())
    assert "F134 (Academic research, echoed (judged)): Formal roles" in text
    assert "Section: 2a Liaison roles and referral pathways. Cited: Abrams et al., 2021" in text
    assert "(stated in the report)" in text


def test_a_ground_is_written_out_once_under_a_heading():
    grounds, sample = Grounds("en"), Sample("en")
    first, again = grounds.line(sample.ground()), grounds.line(sample.ground())
    assert "Formal roles" in plain(first)
    assert plain(again) == "F134 (given above)"


def test_reasons_that_say_the_same_are_one_item():
    sample = Sample("en")
    one, other = (sample.reason(), sample.reason("caution"))
    assert len(Grounds("en").reasons((one, other)).items) == 1


def test_every_run_in_a_welsh_document_knows_its_language():
    runs = [run for words in everything("cy") for run in words]
    english = {run.text.strip() for run in runs if run.language == "en"}
    assert {"2a Liaison roles and referral pathways", "Abrams et al., 2021", "A Cut Above"} <= english
    assert not any(run.text.startswith("Dywedasoch") for run in runs if run.language == "en")
    assert {run.language for words in everything("cy", english_findings=False) for run in words} == {"en", "cy"}


def test_the_footer_names_the_edition_and_says_where_the_welsh_is_a_draft():
    footer = plain(outline(told("cy"), date(2026, 11, 25)).footer)
    assert "multisector-wales-2024" in footer
    assert HASH[:12] in footer
    assert "Cymraeg drafft" in footer
    assert "2026-11-25" in footer
    assert "draft" not in plain(outline(told("en")).footer)


def test_caveats_and_notice_stand_on_the_summary_and_at_the_end():
    made = outline(told())
    notice = "It was not made or endorsed by the report's authors."
    assert any(notice in plain(note) for note in made.notes)
    assert any(isinstance(b, Paragraph) and notice in plain(b.line) for b in made.body[-6:])
    assert any(HASH in plain(item.line) for b in made.body[-2:] if isinstance(b, Bullets) for item in b.items)


def test_a_users_own_lane_stands_beside_the_rules():
    text = [plain(words) for words in everything(hostile="Because we know them")]
    assert "Your own choice. The rule gives: Now. Your reason: Because we know them" in text


def test_nothing_to_say_makes_a_short_document():
    headings = [plain(b.line) for b in outline(with_nothing()).body if isinstance(b, Heading)]
    assert headings == [label(key, "en").text for key in ("whole", "one-by-one", "about", "caveats", "source")]


@pytest.mark.parametrize("key", LABELS)
def test_every_label_is_in_both_languages(key):
    assert label(key, "en").language == "en"
    assert label(key, "cy").language == "cy"


def test_runs_are_joined_by_single_spaces():
    said = line(Words("One", "en"), "(", Words("two", "cy"), ")", ":", *listed(["three", "four"], "en"), language="en")
    assert plain(said) == "One (two): three, four"
    assert [run.language for run in said] == ["en", "en", "cy", "en", "en", "en", "en"]


@given(st.text())
def test_clean_text_can_stand_in_any_xml(text):
    import lxml.etree

    element = lxml.etree.Element("a")
    element.text = clean(text)
    assert clean(clean(text)) == clean(text)


def test_direction_is_not_turned():
    assert clean("safe\u202egnp.exe\x00 a\r\n\tb\u2066") == "safegnp.exe a b"


@pytest.mark.parametrize("format", formats.FORMATS)
@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_same_advice_gives_the_same_file(format, language):
    day, advice = date(2026, 11, 25), told(language, few=True)
    assert formats.write(advice, format, day) == formats.write(advice, format, day)


@pytest.mark.parametrize("format", formats.FORMATS)
def test_an_odd_or_empty_title_makes_no_difficulty(format):
    assert formats.write(with_nothing("cy"), format)
    assert formats.write(told(hostile="\x00\ud800 <w:p/>&amp; ]]> \u202e 中文 عربي 😀 {{x}} =1+1 ", few=True), format)
    assert formats.write(told(hostile="\x00", few=True), format)
