"""What each platform means by what is typed there: one row a rule, each with the source that its profile names."""

from __future__ import annotations

import pytest

from plethu.searching.platforms import PLATFORMS, READABLE, platform
from plethu.searching.reading import parse, read
from plethu.searching.tree import MAYBE, ONE, Near, Phrase, Word
from plethu.searching.writing import write

from .shapes import shape

READ = (
    # Proximity: k is the most words between
    ("ebsco", "a N2 b", "(a ~2 b)", "sdu"),
    ("ebsco", "a n0 b", "(a ~0 b)", "sdu"),
    ("ebsco", "a W2 b", "(a >2 b)", "sdu"),
    ("ovid", "a adj3 b", "(a ~2 b)", "ovid-training"),
    ("ovid", "a ADJ1 b", "(a ~0 b)", "ovid-training"),
    ("ovid", "a adj b", "(a >0 b)", "ovid-training"),
    ("wos", "a NEAR/2 b", "(a ~2 b)", "wos-operators"),
    ("wos", "a NEAR/0 b", "(a ~0 b)", "wos-operators"),
    ("wos", "a NEAR b", "(a ~15 b)", "wos-operators"),
    ("scopus", "a W/2 b", "(a ~2 b)", "scopus-2008"),
    ("scopus", "a PRE/2 b", "(a >2 b)", "scopus-2008"),
    ("proquest", "a NEAR/2 b", "(a ~2 b)", "oulu"),
    ("proquest", "a N/2 b", "(a ~2 b)", "oulu"),
    ("proquest", "a PRE/2 b", "(a >2 b)", "oulu"),
    ("proquest", "a P/2 b", "(a >2 b)", "oulu"),
    ("proquest", "a NEAR b", "(a ~4 b)", "oulu"),
    ("embase", "a NEAR/3 b", "(a ~2 b)", "embase-2025"),
    ("embase", "a NEAR/1 b", "(a ~0 b)", "embase-2025"),
    ("embase", "a NEXT/1 b", "(a >0 b)", "embase-2025"),
    ("embase", "a NEXT/3 b", "(a >2 b)", "embase-2025"),
    ("cochrane", "a NEAR/2 b", "(a ~2 b)", "cochrane-help"),
    ("cochrane", "a NEAR b", "(a ~6 b)", "cochrane-help"),
    ("cochrane", "a NEXT b", "(a >0 b)", "cochrane-help"),
    ("cochrane", "communit* NEXT improve*", "(communit* >0 improve*)", "cochrane-help"),
    ("pubmed", '"a b"[tiab:~2]', "abstract+keywords+title:(a ~2 b)", "nlm-2022"),
    ("pubmed", '"a b c"[ti:~2]', "title:(a ~2 b ~2 c)", "nlm-2022"),
    # Groups beside proximity
    ("ebsco", "(a OR b) N3 (c* OR d)", "((a | b) ~3 (c* | d))", "sdu"),
    ("ovid", "(a or b) adj3 (c$ or d)", "((a | b) ~2 (c* | d))", "ovid-training"),
    ("scopus", "(a OR b) W/3 (c* OR d)", "((a | b) ~3 (c* | d))", "scopus-guides"),
    # Two words side by side
    ("ebsco", "third sector", "<near5: third sector>", "sdu"),
    ("ovid", "third sector", "<phrase: third sector>", "ovid-training"),
    ("wos", "third sector", "<and: third sector>", "wos-operators"),
    ("scopus", "third sector", "<and: third sector>", "scopus-2008"),
    ("proquest", "third sector", "<and: third sector>", "proquest-help"),
    ("embase", "third sector", "<and: third sector>", "embase-hints"),
    ("cochrane", "third sector", "<and: third sector>", "cochrane-help"),
    ("pubmed", "third sector", "<mapped: third sector>", "nlm-help"),
    # Wildcards: `#` and `?` change places between Ovid and EBSCO
    ("ebsco", "wom?n", "wom?n", "ebsco-wildcards"),
    ("ebsco", "colo#r", "colo~r", "ebsco-wildcards"),
    ("ebsco", '"quality * life"', '"quality * life"', "ebsco-wildcards"),
    ("ovid", "wom#n", "wom?n", "ovid-training"),
    ("ovid", "colo?r", "colo~r", "ovid-training"),
    ("ovid", "run$2", "run*{0,2}", "ovid-training"),
    ("ovid", "communit$", "communit*", "ovid-training"),
    ("wos", "wom?n", "wom?n", "wos-operators"),
    ("wos", "colo$r", "colo~r", "wos-operators"),
    ("embase", "wom?n", "wom?n", "embase-2025"),
    ("embase", "colo$r", "colo~r", "embase-2025"),
    ("cochrane", "wom?n", "wom?n", "cochrane-help"),
    ("scopus", "wom?n", "wom?n", "scopus-2008"),
    ("proquest", "wom?n", "wom?n", "proquest-help"),
    ("proquest", "communit*", "communit*{0,5}", "proquest-help"),
    ("proquest", "communit[*9]", "communit*{0,9}", "proquest-help"),
    ("pubmed", "communit*", "communit*", "nlm-help"),
    ("pubmed", "wom?n", "wom?n", "nlm-help"),
    # Which operator is worked out first
    ("ebsco", "a OR b AND c", "(a | (b & c))", ""),
    ("ovid", "a or b and c", "(a | (b & c))", ""),
    ("wos", "a OR b AND c", "(a | (b & c))", "wos-operators"),
    ("wos", "a AND b NOT c", "(a & (b - c))", "wos-operators"),
    ("scopus", "a OR b AND c", "((a | b) & c)", "scopus-2008"),
    ("scopus", "a AND b OR c W/2 d", "(a & ((b | c) ~2 d))", "scopus-2008"),
    ("scopus", "a AND NOT b AND c", "(a - (b & c))", "scopus-2008"),
    ("proquest", "a OR b AND c", "(a | (b & c))", "proquest-help"),
    ("proquest", "a OR b NOT c", "((a | b) - c)", "proquest-help"),
    ("pubmed", "a OR b AND c", "((a | b) & c)", "nlm-help"),
    ("pubmed", "a AND b OR c", "((a & b) | c)", "nlm-help"),
    ("pubmed", "a NOT b OR c", "((a - b) | c)", "nlm-help"),
    ("embase", "a OR b AND c", "((a | b) & c)", "embase-2025"),
    ("embase", "a OR b NEAR/3 c", "(a | (b ~2 c))", "embase-2025"),
    ("cochrane", "a OR b AND c", "(a | (b & c))", "cochrane-help"),
    # Fields
    ("ebsco", "TI (a OR b)", "title:(a | b)", "ebsco-fields"),
    ("ebsco", "TI a AND AB b", "(title:a & abstract:b)", "ebsco-fields"),
    ("ovid", "(a or b).ti,ab.", "abstract+title:(a | b)", "ovid-training"),
    ("wos", "TS=(a OR b)", "abstract+keywords+title:(a | b)", "wos-operators"),
    ("scopus", "TITLE-ABS-KEY(a OR b)", "abstract+headings+keywords+title:(a | b)", "scopus-2008"),
    ("pubmed", '"mutual aid"[ti]', 'title:"mutual aid"', "nlm-help"),
    ("pubmed", "mutual aid[ti]", "title:<phrase: mutual aid>", "nlm-help"),
    ("pubmed", "community [ti]", "title:community", "nlm-help"),
    ("proquest", "TI,AB(a OR b)", "abstract+title:(a | b)", "proquest-help"),
    ("proquest", "ti,ab(a OR b)", "abstract+title:(a | b)", "proquest-help"),
    ("embase", "(a OR b):ti,ab", "abstract+title:(a | b)", "embase-2025"),
    ("cochrane", "(a OR b):ti,ab", "abstract+title:(a | b)", "cochrane-help"),
    # Headings
    ("ebsco", 'MH "Social Support+"', "mesh+[Social Support]", ""),
    ("ebsco", 'MM "Social Support"', "mesh![Social Support]", ""),
    ("ovid", "exp Social Support/", "mesh+[Social Support]", ""),
    ("ovid", "*Social Support/", "mesh![Social Support]", ""),
    ("ovid", "exp Sexual and Gender Minorities/", "mesh+[Sexual and Gender Minorities]", ""),
    ("ovid", '"Sexual and Gender Minorities"/', "mesh[Sexual and Gender Minorities]", ""),
    ("pubmed", '"Social Support"[Mesh]', "mesh+[Social Support]", ""),
    ("pubmed", '"Social Support"[Mesh:NoExp]', "mesh[Social Support]", ""),
    ("embase", "'social support'/exp", "emtree+[social support]", ""),
    ("cochrane", '[mh "Social Support"]', "mesh+[Social Support]", ""),
    ("cochrane", '[mh ^"Social Support"]', "mesh[Social Support]", ""),
    # Limits
    ("ebsco", "DT 20200301-20230731", "[2020-03-01..2023-07-31]", ""),
    ("ebsco", "PY 2020-2023", "[2020..2023]", ""),
    ("ovid", "20200301:20230731.(dt).", "[2020-03-01..2023-07-31]", "ovid-fields"),
    ("wos", "PY=2020-2023", "[2020..2023]", ""),
    ("wos", "DOP=(2020-03-01/2023-07-31)", "[2020-03-01..2023-07-31]", ""),
    ("scopus", "PUBYEAR > 2019 AND PUBYEAR < 2024", "[2020..2023]", ""),
    ("scopus", "PUBYEAR AFT 2019", "[2020..]", ""),
    ("pubmed", "2020:2023[dp]", "[2020..2023]", ""),
    ("pubmed", "2020/03/01:2023/07/31[dp]", "[2020-03-01..2023-07-31]", ""),
    ("proquest", "YR(2020-2023)", "[2020..2023]", ""),
    ("embase", "[2020-2023]/py", "[2020..2023]", ""),
    ("ebsco", "LA Welsh", "language[cy]", ""),
    ("pubmed", "welsh[la]", "language[cy]", ""),
    ("ovid", "welsh.lg.", "language[cy]", ""),
    ("embase", "[welsh]/lim", "language[cy]", ""),
    # Names of lines
    ("ebsco", "S1 AND S2", "(line[1] & line[2])", ""),
    ("ovid", "1 and 2", "(line[1] & line[2])", ""),
    ("ovid", "or/1-3", "(line[1] | line[2] | line[3])", ""),
    ("wos", "#1 AND #2", "(line[1] & line[2])", ""),
    ("proquest", "[S1] AND [S2]", "(line[1] & line[2])", ""),
    ("cochrane", "{and #1-#3}", "(line[1] & line[2] & line[3])", ""),
)


@pytest.mark.parametrize(("id", "typed", "meant", "source"), READ, ids=[f"{row[0]}-{row[1]}" for row in READ])
def test_a_platform_means_this_by_what_is_typed(id, typed, meant, source):
    assert shape(parse(typed, id)) == meant
    assert not source or platform(id).source(source), "the profile names no such source"


D = Near((Word(("community",)), Word(("action",))), 2)
ORDERED = Near(D.parts, 2, ordered=True)
DISTANCES = (
    ("ebsco", "community N2 action", "community W2 action", ""),
    ("ovid", "community adj3 action", "community adj3 action", "order-lost"),
    ("wos", "community NEAR/2 action", "community NEAR/2 action", "order-lost"),
    ("scopus", "community W/2 action", "community PRE/2 action", ""),
    ("proquest", "community NEAR/2 action", "community PRE/2 action", ""),
    ("embase", "community NEAR/3 action", "community NEXT/3 action", ""),
    ("cochrane", "community NEAR/2 action", "community NEAR/2 action", "order-lost"),
    ("pubmed", '"community action"[tiab:~2]', '"community action"[tiab:~2]', "order-lost"),
    ("lens", '("community action"~2 OR "action community"~2)', '"community action"~2', "order-lost"),
)


@pytest.mark.parametrize(("id", "unordered", "ordered", "lost"), DISTANCES, ids=[row[0] for row in DISTANCES])
def test_two_words_between_are_two_words_between_on_each_platform(id, unordered, ordered, lost):
    assert write(D, id).text == unordered
    written = write(ORDERED, id)
    assert written.text == ordered
    assert [note.code for note in written.notes if note.code == "order-lost"] == ([lost] if lost else [])


def test_every_platform_is_in_the_table_of_distances():
    assert {row[0] for row in DISTANCES} == set(PLATFORMS)
    assert {row[0] for row in READ} == set(READABLE)


def test_a_sign_that_cannot_begin_a_word_is_not_written_there():
    assert write(parse('"quality * life"', "ebsco"), "ebsco").text == '"quality * life"'
    written = write(parse("*ism", "scopus"), "ebsco")
    assert written.text == ""
    assert [note.code for note in written.notes] == ["wildcard-impossible"]


@pytest.mark.parametrize("id", ["cochrane", "proquest"])
def test_where_guides_disagree_about_the_count_it_is_said(id):
    note = next(note for note in write(D, id).notes if note.code == "distance-contested")
    assert note.contested
    assert note.source == D.place


@pytest.mark.parametrize(
    ("typed", "target", "code"),
    [
        ("wom?n", "cochrane", "wildcard-contested"),
        ("DT 20200301-20230731", "ovid", "dates-contested"),
        ("PY 2020-2023", "ovid", "dates-contested"),
        ("a N2 (b OR c)", "scopus", "groups-contested"),
    ],
)
def test_other_doubts_are_said_and_change_nothing(typed, target, code):
    written = write(parse(typed, "ebsco"), target)
    assert [(note.code, note.contested) for note in written.notes] == [(code, True)]
    assert written.held


WRITTEN = (
    # `#` and `?` change places
    ("ebsco", "wom?n OR colo#r", "ovid", "wom#n or colo?r"),
    ("ovid", "wom#n or colo?r", "ebsco", "wom?n OR colo#r"),
    ("ebsco", "wom?n OR colo#r", "wos", "wom?n OR colo$r"),
    # None or one where a platform has no sign for it: both spellings
    ("ebsco", "colo#r", "scopus", "color OR colo?r"),
    ("ovid", "colo?r", "cochrane", "color OR colo?r"),
    ("ovid", "colo?r", "proquest", "colo[*1]r"),
    # A bare pair keeps its meaning
    ("ebsco", "third sector", "ovid", "third adj6 sector"),
    ("ebsco", "third sector", "wos", "third NEAR/5 sector"),
    ("ovid", "third sector", "ebsco", '"third sector"'),
    ("wos", "third sector", "ebsco", "third AND sector"),
    ("wos", "third sector", "scopus", "third sector"),
    # Wildcards in phrases where quotation marks forbid them
    ("ebsco", '"community improve*"', "cochrane", "community NEXT improve*"),
    ("ebsco", '"community improve*"', "embase", "'community improve*'"),
    # The order of work is written in brackets, so that it cannot change
    ("ebsco", "a OR b AND c", "scopus", "a OR (b AND c)"),
    ("scopus", "a OR b AND c", "ebsco", "(a OR b) AND c"),
    ("scopus", "a AND NOT b", "wos", "a NOT b"),
    # Limits
    ("pubmed", "2020:2023[dp]", "wos", "PY=2020-2023"),
    ("pubmed", "2020:2023[dp]", "scopus", "PUBYEAR > 2019 AND PUBYEAR < 2024"),
    ("ebsco", "DT 20200301-20230731", "pubmed", "2020/03/01:2023/07/31[dp]"),
    # An apostrophe inside Embase's quotation marks
    ("ebsco", '"parkinson\'s disease"', "embase", '"parkinson\'s disease"'),
)


@pytest.mark.parametrize(("id", "typed", "target", "text"), WRITTEN, ids=[f"{r[0]}-{r[2]}-{r[1]}" for r in WRITTEN])
def test_the_same_is_meant_in_the_words_of_another_platform(id, typed, target, text):
    written = write(parse(typed, id), target)
    assert written.text == text
    assert [each.value for each in written.effects] == ["exact"]


def test_scopus_reads_groups_first_and_it_is_said():
    found = read("a OR b W/2 c", "scopus")
    assert found.tree is not None
    assert shape(found.tree) == "((a | b) ~2 c)"
    assert "mixed-operators" in {remark.code for remark in found.remarks}


@pytest.mark.parametrize("id", ["pubmed", "embase"])
def test_left_to_right_is_said(id):
    assert "mixed-in-turn" in {remark.code for remark in read("a OR b AND c", id).remarks}


def test_pubmed_ignores_a_distance_beside_an_open_end_and_it_is_said():
    found = read('"communit* action"[tiab:~2]', "pubmed")
    assert [remark.code for remark in found.remarks] == ["distance-ignored"]


PUBMED = (
    # typed on EBSCO, note, the text written without a list of words
    ("behavio?r", "letters-left-open", "behavio*"),
    ("tie*", "stem-too-short", "tie"),
    ("community N2 manag*", "distance-to-and", "community AND manag*"),
    ("(community OR social) N2 action", "pairs", '"community action"[tiab:~2] OR "social action"[tiab:~2]'),
    ('"communit* action"', "phrase-to-and", "communit* AND action"),
)


@pytest.mark.parametrize(("typed", "code", "text"), PUBMED, ids=[row[0] for row in PUBMED])
def test_the_limits_of_pubmed_are_met_and_said(typed, code, text):
    written = write(parse(typed, "ebsco"), "pubmed")
    assert code in {note.code for note in written.notes}
    assert written.text == text
    assert parse(written.text, "pubmed") == written.tree


def test_pubmed_cannot_say_a_sign_after_three_letters_and_it_is_not_left_out_silently():
    written = write(parse("wom?n", "ebsco"), "pubmed")
    assert written.text == ""
    assert [(note.code, note.change.value) for note in written.notes] == [("wildcard-impossible", "impossible")]
    assert write(parse("wom?n", "ebsco"), "pubmed", words=["woman", "women"]).text == "woman OR women"


def test_open_ends_in_a_distance_are_written_out_from_a_list_of_words():
    tree = parse("community N2 manag*", "ebsco")
    written = write(tree, "pubmed", words=["manage", "manager", "run"])
    assert written.text == '"community manage"[tiab:~2] OR "community manager"[tiab:~2]'
    assert [effect.value for effect in written.effects] == ["narrower"]


@pytest.mark.parametrize(
    ("id", "ones", "maybes"),
    [("ebsco", "?", "#"), ("ovid", "#", "?"), ("wos", "?", "$"), ("embase", "?", "$"), ("scopus", "?", None),
     ("proquest", "?", None), ("cochrane", "?", None), ("pubmed", None, None), ("lens", "?", None)],
)  # fmt: skip
def test_signs_for_one_letter_and_for_none_or_one(id, ones, maybes):
    assert platform(id).wildcards.sign_of(ONE) == ones
    assert platform(id).wildcards.sign_of(MAYBE) == maybes


def test_lens_counts_a_turned_pair_as_two_so_both_ways_are_written():
    assert write(D, "lens").text == '("community action"~2 OR "action community"~2)'
    assert write(Phrase(tuple(part for part in D.parts if isinstance(part, Word))), "lens").text == '"community action"'
