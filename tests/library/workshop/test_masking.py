"""Names inside texts are found and offered for masking, and nothing goes out that nobody has read."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.framework.editions import default_edition
from plethu.workshop.contributions import Contribution
from plethu.workshop.masking import Found, Names, masked
from plethu.workshop.mutations import mutated
from plethu.workshop.name_words import use_of_words
from plethu.workshop.register import Contact
from plethu.workshop.signing import (
    STEPS,
    Decision,
    TextReview,
    may_be_published,
    published_text,
    signed_off,
    signing_refusals,
)

PLACES = [text for a in default_edition().authorities for text in (a.name.en, a.name.cy)] + ["Caerdydd", "Treorci"]
NAMES = Names([Contact("p1", "Enfys Prydderch", "e@x", "Cymdeithas Tai Teg")], PLACES, ["Age Wonder"])
SHOWN = {
    "person": "[name]",
    "organisation": "[organisation]",
    "place": "[place]",
    "reach": "[contact]",
    "name": "[name]",
}


def kinds(text: str, names: Names = NAMES) -> list[tuple[str, str]]:
    return [(found.text, found.kind) for found in names.find(text)]


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("caerdydd", {"gaerdydd", "nghaerdydd", "chaerdydd"}),
        ("gwynedd", {"wynedd", "ngwynedd"}),
        ("bangor", {"fangor", "mangor"}),
        ("powys", {"bowys", "mhowys", "phowys"}),
        ("treorci", {"dreorci", "nhreorci", "threorci"}),
        ("dinbych", {"ddinbych", "ninbych"}),
        ("merthyr", {"ferthyr"}),
        ("llanelli", {"lanelli"}),
        ("rhondda", {"rondda"}),
        ("abertawe", {"habertawe"}),
        ("sir", set()),
        ("chwilog", set()),
    ],
)
def test_welsh_names_in_all_their_forms(word: str, forms: set[str]) -> None:
    assert set(mutated(word)) == {word} | forms


@pytest.mark.parametrize("form", ["Gaerdydd", "Nghaerdydd", "Chaerdydd", "Caerdydd", "NGHAERDYDD"])
def test_a_mutated_place_is_found(form: str) -> None:
    assert kinds(f"roedd pethau'n well yn {form} na yma") == [(form, "place")]


def test_places_of_several_words_and_accents() -> None:
    assert kinds("aethom i Ynys Mon ac i Flaenau Gwent") == [("Ynys Mon", "place"), ("Flaenau Gwent", "place")]


def test_people_organisations_and_ways_to_reach_somebody() -> None:
    text = "enfys prydderch of Gymdeithas Tai Teg wrote to Enfys’s team: e.p@tai.cymru, 029 2087 4000, @enfysp"
    assert kinds(text) == [
        ("enfys prydderch", "person"), ("Gymdeithas Tai Teg", "organisation"), ("Enfys’s", "person"),
        ("e.p@tai.cymru", "reach"), ("029 2087 4000", "reach"), ("@enfysp", "reach"),
    ]  # fmt: skip


def test_a_first_name_that_is_a_word_is_found_only_as_a_name() -> None:
    assert kinds("we saw an enfys over the hall") == []


def test_a_name_nobody_gave_is_found_by_how_it_is_written() -> None:
    assert kinds("then Gwenllian ap Rhys came") == [("Gwenllian", "name"), ("Rhys", "name")]
    assert kinds("we asked Bron Afon Trust") == [("Bron Afon Trust", "name")]


def test_what_begins_a_sentence_is_no_name_where_others_write_it_small() -> None:
    texts = [
        ("a", "Orchards came late, with Cuttings."),
        ("b", "our orchards take cuttings"),
        ("c", "cuttings of trystan"),
    ]
    names = Names(use=use_of_words(texts))
    assert kinds(texts[0][1], names) == []
    assert kinds("Orchards met Trystan", names) == [("Trystan", "name")]


def test_wales_and_the_days_name_nobody() -> None:
    assert kinds("in Wales, on Monday, yn Gymraeg, yng Nghymru, NHS") == []


def test_masking_takes_out_what_was_chosen_and_nothing_else() -> None:
    text = "Enfys said so in Gaerdydd"
    person, place = NAMES.find(text)
    assert masked(text, [place], SHOWN) == "Enfys said so in [place]"
    assert masked(text, [place, person], SHOWN) == "[name] said so in [place]"
    with pytest.raises(ValueError, match="does not stand"):
        masked("another text", [place], SHOWN)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("aB é@.0+ Caerdyddnghm'’-🌱م\n"), max_size=120))
def test_whatever_is_found_stands_in_the_text_and_never_overlaps(text: str) -> None:
    found = NAMES.find(text)
    assert all(text[f.start : f.end] == f.text != "" for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    masked(text, found, SHOWN)


def test_a_very_long_text_is_read_at_once() -> None:
    people = [Contact(f"p{n}", f"Nia Enw{n}") for n in range(1_000)]
    assert len(Names(people).find("Nia Nia, " * 1_100)) == 2_200


# Signing off

TEXT = Contribution("c1", "Enfys said so", "en", "participant", 1, 1, person="p1")
(ENFYS,) = NAMES.find(TEXT.text)


def test_a_text_is_published_as_it_was_signed_off() -> None:
    decided = [Decision(ENFYS, True)]
    assert [*signing_refusals(TEXT, [ENFYS], decided, "ann")] == []
    review = signed_off(TEXT, decided, "ann", "2026-01-01", also=[Found(6, 10, "name", "said")])
    assert published_text(review, TEXT, SHOWN) == "[name] [name] so"


def test_words_changed_since_have_to_be_read_again() -> None:
    review = signed_off(TEXT, [Decision(ENFYS, False)], "ann", "2026-01-01")
    assert may_be_published(review, TEXT)
    changed = replace(TEXT, text="Enfys said not so")
    assert not may_be_published(review, changed)
    assert not may_be_published(review, replace(TEXT, hidden=True))
    assert not may_be_published(TextReview("c1"), TEXT)
    with pytest.raises(ValueError, match="signed off"):
        published_text(review, changed, SHOWN)


@pytest.mark.parametrize(
    ("decisions", "by", "also", "code"),
    [
        ([], "ann", [], "undecided"),
        ([Decision(ENFYS, True)], "", [], "by-nobody"),
        ([Decision(ENFYS, True)], "ann", [Found(0, 4, "name", "Nobo")], "not-in-text"),
        ([Decision(ENFYS, True)], "ann", [Found(3, 8, "name", "ys sa")], "overlaps"),
    ],
)
def test_why_a_text_cannot_be_signed_off(decisions: list[Decision], by: str, also: list[Found], code: str) -> None:
    assert code in [*signing_refusals(TEXT, [ENFYS], decisions, by, also)]


def test_every_state_can_be_left_and_none_is_published_unread() -> None:
    states = {state for state, _ in STEPS}
    assert states == set(STEPS.values())
    assert {state for state, to in ((s, STEPS[s, step]) for s, step in STEPS) if to == "signed-off"} == {"unread"}
