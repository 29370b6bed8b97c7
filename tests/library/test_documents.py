"""What every document has in common: the outline, and free text made safe."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plethu.reporting.documents import formats
from plethu.reporting.documents.clean import clean
from plethu.reporting.documents.grounds import Grounds
from plethu.reporting.documents.labels import LABELS, label
from plethu.reporting.documents.outline import outline
from plethu.reporting.documents.parts import Bullets, Heading, Paragraph, Table, line, listed, plain
from plethu.reporting.documents.ways import Ways
from plethu.reporting.told import Words

from .told_sample import HASH, Sample, told, with_nothing


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
    assert "trust lets them be lightened. You said that the collaboration is in its early days" in text
    assert "F134 (Academic research, echoed (judged)). Voices: Third sector. Section: 2a Liaison" in text
    assert "Section: 2a Liaison roles and referral pathways. Cited: Abrams et al., 2021" in text
    assert "(stated in the report)" in text


def test_a_ground_is_written_out_once_under_a_heading():
    grounds, sample = Grounds("en"), Sample("en")
    first, again = grounds.line(sample.ground()), grounds.line(sample.ground())
    assert "Formal roles" in plain(first)
    assert plain(again).startswith("Formal roles")
    assert plain(again).endswith("lightened. F134 (given in full above)")


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
    assert "Own choice: Because we know them; by the rule: Now" in text


def moved_to_now():
    """Advice in which all of *next* was put into *now*."""
    advice = told(few=True)
    now, following, *others = advice.lanes
    moved = tuple(replace(a, shown_lane="now", override_reason="We have begun.") for a in following.actions)
    return replace(
        advice, lanes=(replace(now, actions=(*now.actions, *moved)), replace(following, actions=()), *others)
    )


def test_the_summary_claims_nothing_of_what_a_user_put_there():
    now = outline(moved_to_now()).lanes[0]
    assert now.meaning.text.endswith("That is not said of what stands here by your own choice.")
    assert plain(now.actions[-1].own) == "Own choice: We have begun; by the rule: Next"
    advice = moved_to_now()
    only = replace(advice.lanes[0], actions=advice.lanes[0].actions[-1:])
    all_own = outline(replace(advice, lanes=(only, *advice.lanes[1:]))).lanes[0]
    assert all_own.meaning.text == "What is here stands here by your own choice."


def test_the_front_says_what_for_and_when():
    purpose = "Nobody is lonely. This is how we mean to do it."
    front = [plain(said) for said in outline(replace(told(), purpose=purpose), date(2026, 3, 1)).front]
    assert front == ["Purpose: Nobody is lonely.", "Made on 1 March 2026"]
    assert len(plain(outline(replace(told(), purpose="so " * 600)).front[0])) < 260


def test_the_need_with_most_steps_is_named():
    sample = Sample("en")
    far = replace(sample.need(), steps=3, words=Words("“A core group” comes first.", "en"))
    advice = told(few=True)
    lane = advice.lanes[2]
    first = replace(lane.actions[0], needs=(sample.need(), far))
    far = replace(far, words=Words("Something from “A core group” comes first.", "en"))
    named = replace(first, needs=(far,), headline=Words("“A core group” comes first, soonest through “Meeting”.", "en"))
    made = outline(replace(advice, lanes=(*advice.lanes[:2], replace(lane, actions=(first, named)))))
    assert made.lanes[2].actions[0].decides.text == "“A core group” comes first."
    assert made.lanes[2].actions[1].decides is None


def test_the_same_way_is_told_once():
    ways = Ways("en")
    actions = [a for lane in told().lanes[1:3] for a in lane.actions]
    (first, *_), again = ways.steps(actions[0]), ways.steps(actions[1])
    assert plain(first).startswith("First, ask every partner")
    assert [plain(step) for step in again] == [f"The same as for: {actions[0].name.text}"]


def test_the_short_form_leaves_the_appendix_out():
    short, full = (outline(told(few=True), full=full) for full in (False, True))
    headings = [plain(b.line) for b in short.body if isinstance(b, Heading)]
    assert label("behind", "en").text not in headings
    assert label("reasons", "en").text in headings
    assert label("evidence", "en").text not in headings
    assert len(short.body) < len(full.body) / 2
    assert any(isinstance(b, Paragraph) and "This is the short form" in plain(b.line) for b in short.body)


def test_a_reason_is_never_a_phrase_alone():
    code = "general-caution"
    caution = replace(Sample("en").reason(code), words=Words("The evidence has a caution that holds anywhere.", "en"))
    for item in (Grounds("en").reason(caution), Grounds("en").short_reason(caution)):
        assert plain(item.line).startswith("Formal roles help most")
        assert "holds anywhere" not in plain(item.line)


def test_case_studies_near_you_stand_in_the_whole():
    advice = told(few=True)
    near = replace(advice, near=advice.lanes[0].actions[0].cases)
    headings = [plain(b.line) for b in outline(near, full=False).body if isinstance(b, Heading)]
    assert "Case studies near you" in headings


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
