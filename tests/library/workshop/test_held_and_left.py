"""What is held because it would stand out, what stays as it was published, and what leaves with whoever said it."""

from __future__ import annotations

from dataclasses import replace

from plethu.evidence.text import Language, Text
from plethu.workshop.codings import Coding
from plethu.workshop.contexts import Contexts, Value
from plethu.workshop.contributions import Contribution
from plethu.workshop.findings_out import Desk, WorkshopFinding, finding_refusals, safe_voices, voices_of
from plethu.workshop.labels import Label, choose_labels
from plethu.workshop.leaving import left_since, still_resting
from plethu.workshop.original_languages import original_languages
from plethu.workshop.publishing import Rules, published_contributions, waiting
from plethu.workshop.reading import anonymity, label_of, read_findings
from plethu.workshop.register import Participant, possible_speakers
from plethu.workshop.releases import Release, Thresholds, output_of_labels
from plethu.workshop.signing import TextReview, signed_off

CONTEXTS = Contexts(sector=(Value("health", Text("Health")), Value("third", Text("Third"))))
REGISTER = [Participant(f"h{n}", "health") for n in range(6)] + [Participant(f"t{n}", "third") for n in range(6)]
OUTSIDE = [Participant("led", "health", facilitates=1), Participant("away", "third", came=False)]
PEOPLE = possible_speakers([*REGISTER, *OUTSIDE])
LABELLING = choose_labels(PEOPLE, CONTEXTS, 5)
RULES = Rules(LABELLING, original_languages(LABELLING, PEOPLE).allowed, {})


def said(id: str, person: str, language: Language = "en") -> Contribution:
    return Contribution(id, f"words of {id}", language, "participant", 1, 1, "F1", person=person)


def coded(id: str) -> Coding:
    return Coding(f"k-{id}", id, "ann", "echoed", "factor", "F1")


def read(each: Contribution) -> TextReview:
    return signed_off(each, [], "reader", "2026-01-01")


def out(*given: Contribution, rules: Rules = RULES) -> dict[str, str]:
    made = published_contributions(given, {g.id: read(g) for g in given}, [coded(g.id) for g in given], rules)
    return {each.text: each.label.sector for each in made}


def test_whoever_stands_outside_the_crowd_is_held_and_does_not_stand_out() -> None:
    """With an empty label, their texts would be the only ones that have none."""
    mine, led, away, gone = said("a", "h1"), said("b", "led"), said("c", "away"), said("d", "unknown")
    assert out(mine, led, away, gone) == {"words of a": "health"}
    assert [label_of(each, LABELLING) for each in (led, away, gone)] == [None, None, None]
    codings = [coded(each.id) for each in (led, away)]
    (reading,) = read_findings(["F1"], {"F1"}, codings, [led, away], LABELLING)
    assert reading.stances == ()


def test_what_nobody_is_named_for_needs_as_many_people_as_any_label() -> None:
    paper = said("p", "")
    assert out(paper) == {"words of p": ""}
    few = choose_labels(PEOPLE[:4], CONTEXTS, 5)
    assert label_of(paper, few) is None
    assert out(paper, rules=Rules(few, {}, {})) == {}


def test_a_label_of_no_known_language_goes_out_in_none() -> None:
    """One of thirty wants Welsh, and a sheet of paper is in Welsh: it waits for its translation."""
    people = [*PEOPLE, Participant("w", "third", language="cy")]
    labelling = choose_labels(people, CONTEXTS, 5)
    rules = Rules(labelling, original_languages(labelling, people).allowed, {})
    assert rules.languages[Label()] == ("en",)
    paper = said("p", "", "cy")
    assert out(paper, rules=rules) == {}
    assert out(said("a", "h1"), rules=Rules(labelling, {}, {})) == {}
    english = replace(paper, id="p-en", text="there we are", language="en")
    reviews = {each.id: read(each) for each in (paper, english)}
    made = published_contributions([paper], reviews, [coded("p")], rules, {"p": english})
    assert [(each.text, each.language) for each in made] == [("there we are", "en")]


def test_how_many_wait_and_why() -> None:
    given = [said("a", "h1"), said("b", "led"), said("c", "h2", "cy"), said("d", "h3", "cy"), said("e", "h4", "cy")]
    english = replace(given[3], id="d-en", language="en")
    reviews = {each.id: read(each) for each in (*given[:4], english)}
    codings = [coded(each.id) for each in given]
    found = waiting(given, reviews, codings, RULES, {"d": english})
    assert (found.label, found.translation) == (("b",), ("c",))


def test_what_is_published_stays_when_somebody_is_noted_otherwise_later() -> None:
    mine = said("a", "h1")
    (first,) = published_contributions([mine], {"a": read(mine)}, [coded("a")], RULES)
    people = possible_speakers([replace(p, came=False) if p.id == "h1" else p for p in REGISTER])
    labelling = choose_labels(people, CONTEXTS, 5)
    before = {"a": (first.label, first.language)}
    rules = Rules(labelling, original_languages(labelling, people).allowed, {}, before)
    assert out(mine, said("b", "h1"), rules=rules) == {"words of a": "health"}


def test_the_trail_of_equal_texts_names_all_who_said_them() -> None:
    """Two people of one sector wrote the same: it is one row, and stays when one of them leaves."""
    twice = [replace(said(id, person), text="the same") for id, person in (("a", "h1"), ("b", "h2"))]
    made = published_contributions(twice, {t.id: read(t) for t in twice}, [coded("a"), coded("b")], RULES)
    assert [*made.values()] == [("a", "b")]
    assert still_resting({"row": ("a", "b"), "other": ("a",)}, {"a"}) == {"row": ("b",)}


def test_who_withdrew_after_a_release_is_told_to_those_who_publish() -> None:
    ledger = [Release("1", "2026-01-01", (output_of_labels("labels", LABELLING),))]
    assert left_since(ledger, ["h3", "never-counted"]) == ("h3",)
    assert left_since([], ["h3"]) == ()


DESK = Desk({"a": said("a", "h1"), "b": said("b", "t1"), "c": said("c", "led")}, (coded("a"), coded("b"), coded("c")),
            LABELLING, {"grants"}, {"F1"}, {"finance"})  # fmt: skip
STATED = WorkshopFinding("F9", Text("It holds."), "echoed", ("a",), "grants", bears_on=("F1",))


def test_a_voice_that_was_published_stays_when_one_of_several_speakers_leaves() -> None:
    assert safe_voices(("a", "b", "c"), DESK) == ("health", "third")
    assert "voice-not-safe" in [*finding_refusals(replace(STATED, voices=("health", "third")), DESK)]
    later = replace(DESK, published={"F9": ("third",)})
    assert voices_of("F9", ("a",), later) == ("health", "third")
    assert [*finding_refusals(replace(STATED, voices=("health", "third")), later)] == []


def test_a_statement_on_words_that_are_held_waits_unless_it_was_published() -> None:
    stated = replace(STATED, contributions=("a", "c"))
    assert [*finding_refusals(stated, DESK)] == ["contribution-held"]
    assert [*finding_refusals(stated, replace(DESK, rested={"a", "c"}))] == []


def test_lower_thresholds_are_said_wherever_anonymity_is() -> None:
    low = anonymity(LABELLING, Thresholds(4, 10))
    assert (low.lowered, low.tables) == (True, 10)
    assert not anonymity(LABELLING, Thresholds()).lowered
