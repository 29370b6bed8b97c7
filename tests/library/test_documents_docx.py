"""The Word document, read back with python-docx."""

from __future__ import annotations

from datetime import date
from functools import cache
from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from msgspec.structs import replace

from plethu.reporting.documents.docx import as_docx
from plethu.reporting.documents.outline import outline
from plethu.reporting.documents.parts import plain
from plethu.reporting.documents.wordsummary import summary_table
from plethu.reporting.told import Words

from .told_sample import HASH, told, with_nothing

OTHER = {"en": "cy-GB", "cy": "en-GB"}


@cache
def written(language, **more):
    return as_docx(told(language, few=True, **more), date(2026, 11, 25))


def opened(language="en", **more):
    return Document(BytesIO(written(language, **more)))


def every_run(word):
    yield from word.element.body.iter(qn("w:r"))


def language_of(run):
    found = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
    return None if found is None else found.get(qn("w:val"))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_language_stands_in_the_styles_and_where_words_are_in_the_other(language):
    word = opened(language)
    defaults = word.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    assert defaults.get(qn("w:val")) == f"{language}-GB"
    for style in ("Normal", "Heading 1", "Heading 3", "List Bullet"):
        assert word.styles[style].element.rPr.find(qn("w:lang")).get(qn("w:val")) == f"{language}-GB"
    marked = {language_of(run) for run in every_run(word)}
    assert marked == ({None, OTHER[language]} if language == "cy" else {None})
    english = ["".join(run.itertext()) for run in every_run(word) if language_of(run) == "en-GB"]
    assert any("Formal roles" in text for text in english) == (language == "cy")


def test_properties_name_title_and_language():
    core = opened("cy").core_properties
    assert core.title == "Gyda'n gilydd dros Lanfihangel-y-ŵyn"
    assert core.language == "cy-GB"
    assert core.author == "Plethu"
    assert core.created.date() == date(2026, 11, 25)


def test_headings_are_real_and_none_is_skipped():
    word = opened()
    assert word.paragraphs[0].style.name == "Title"
    levels = [int(p.style.name[-1]) for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_repeats_its_header_row_and_says_what_it_is():
    word = opened()
    assert len(word.tables) == 8  # the summary, 6 actions, the answers
    for table in word.tables:
        first, *others = table.rows
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:tblHeader")) is None for row in others)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_the_summary_has_a_row_for_each_action_in_the_order_of_lanes():
    table = opened().tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["When", "Action", "How it fits"]
    lanes = [row.cells[0].text for row in table.rows[1:]]
    assert len(lanes) == 6
    assert list(dict.fromkeys(lanes)) == ["Now", "Next", "Later", "Keep going", "Not enough evidence here"]


def test_the_summary_leaves_sentences_out_where_they_would_not_fit_on_a_page():
    header = ((), (), ())

    def told_of(advice):
        return ["Your area is rural" in plain(action) for _, action, _ in summary_table(outline(advice), header).rows]

    assert told_of(told()) == [True] * 21
    some = told_of(told(hostile="A name that goes on, "))
    assert some == sorted(some, reverse=True)
    assert 1 < sum(some) < 21
    assert not any(told_of(told(hostile="A name that goes on and on and on, for most of a line or more " * 9)))
    assert plain(summary_table(outline(with_nothing()), header).rows[0][0]) == "None"


def test_the_footer_names_edition_hash_and_page():
    text = opened("cy").sections[0].footer.paragraphs[0]
    assert "multisector-wales-2024" in text.text
    assert HASH[:12] in text.text
    assert "Cymraeg drafft" in text.text
    assert "PAGE" in "".join(text._p.itertext())


def test_numbered_lists_begin_at_one_each_time():
    advice = told(few=True)
    lane = advice.lanes[2]
    other = replace(lane.actions[0], path=(Words("Meet.", "en"), Words("Meet again.", "en")))
    word = Document(BytesIO(as_docx(replace(advice, lanes=(*advice.lanes[:2], replace(lane, actions=(other,)))))))
    numbers = [p._p.pPr.numPr.numId.val for p in word.paragraphs if p.style.name == "List Number"]
    assert len(numbers) == 4
    assert len(set(numbers)) == 2  # two actions have a path of two steps


def test_it_is_a4():
    section = opened().sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_markup_in_names_stays_text():
    word = opened(hostile="<w:br/>&lt; ]]> \x0b")
    assert word.paragraphs[0].text == "<w:br/>&lt; ]]> "
