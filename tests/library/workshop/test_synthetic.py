"""The made-up workshop: the same from the same seed, with the register of the recipe, marked wherever it is read."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

import pytest
from msgspec.structs import replace

from plethu.evidence.text import Text
from plethu.framework.canonical import canonical
from plethu.framework.editions import default_edition
from plethu.framework.made_up import is_made_up, mark_made_up
from plethu.framework.reading import read_built
from plethu.reporting.workshop_made_up import told
from plethu.wording import catalogue
from plethu.workshop.codings import Known, coding_refusals
from plethu.workshop.contexts import ATTRIBUTES
from plethu.workshop.synthetic.saying import Topic
from plethu.workshop.synthetic.whole import MadeUp, make_up


def rounds() -> list[list[Topic]]:
    edition = default_edition()
    return [
        [
            Topic(action.id, tuple(f.id for f in edition.findings if f.action == action.id))
            for action in edition.actions
            if action.category == category.id
        ]
        for category in edition.categories
    ] + [[]]


@pytest.fixture(scope="module")
def made() -> MadeUp:
    return make_up(rounds())


def test_the_same_seed_makes_the_same_and_another_another(made: MadeUp) -> None:
    assert make_up(rounds()) == made
    other = make_up(rounds(), seed=7)
    assert [p.sector for p in other.people] != [p.sector for p in made.people]
    assert [card.said for card in other.cards] != [card.said for card in made.cards]


def test_the_register_is_that_of_the_recipe(made: MadeUp) -> None:
    assert sorted(Counter(person.sector for person in made.people).values()) == [8, 8, 9, 11, 16, 18]
    assert sorted(Counter(person.area for person in made.people).values()) == [6, 7, 8, 10, 12, 13, 14]
    assert len({(person.sector, person.area) for person in made.people}) == 34  # as the recipe with this seed gives
    assert [person.id for person in made.people] == [f"MADEUP{number:02}" for number in range(1, 71)]
    assert all(person.value(attribute) for person in made.people for attribute in ATTRIBUTES)


def test_nobody_meets_anybody_twice(made: MadeUp) -> None:
    assert len(made.seats) == 4
    for groups in made.seats:
        assert sorted(code for group in groups for code in group) == [person.id for person in made.people]
        assert {len(group) for group in groups} == {7, 8}
    met = Counter(pair for groups in made.seats for group in groups for pair in combinations(sorted(group), 2))
    assert max(met.values()) == 1
    assert made.certificate.score.repeats == 0


def test_people_say_things_where_they_sit_and_are_coded_as_the_desk_would_let_them(made: MadeUp) -> None:
    cards = {card.id: card for card in made.cards}
    assert Counter(bool(card.person) for card in made.cards) == {True: 300, False: 36}
    for card in made.cards:
        assert not card.person or card.person in made.seats[card.round - 1][card.group - 1]
    edition = default_edition()
    known = Known(cards, {f.id for f in edition.findings}, {a.id for a in edition.actions}, (), {"1", "2"})
    assert not [code for coding in (*made.first, *made.second) for code in coding_refusals(coding, known)]
    assert {statement.stance for statement in made.statements} == {"echoed", "challenged", "added"}
    assert {statement.proposal for statement in made.statements} == {0, 1, 2}
    stances = {coding.contribution: coding.stance for coding in made.first}
    assert all(stances[id] == each.stance for each in made.statements for id in each.contributions)


def test_every_text_is_marked_and_every_sentence_is_used_in_both_languages(made: MadeUp) -> None:
    for card in made.cards:
        assert told(card.said, "X.", "en").startswith("Made up: ")
        assert told(card.said, "X.", "cy").startswith("Dychmygol: ")
        assert "X.”" not in told(card.said, "X.", "en")
    several = (made, make_up(rounds(), 1), make_up(rounds(), 2))
    spoken = {f"workshop.made-up.{code}" for each in several for card in each.cards for code in card.said.codes}
    kinds = ("card", "detail", "wanted", "note", "place")
    assert {code for code in catalogue("made_up_workshop", "en") if code.split(".")[2] in kinds} == spoken


def test_an_edition_with_made_up_findings_says_so_and_keeps_saying_it() -> None:
    before = default_edition()
    assert not is_made_up(before)
    mark = Text("Made up:", "Dychmygol:")
    notice, provenance = Text("Made up in part.", "Dychmygol yn rhannol."), Text("Made up: W.", "Dychmygol: W.")
    made = mark_made_up(before, mark, notice, provenance)
    assert is_made_up(made)
    assert made.title.cy == f"Dychmygol: {before.title.cy}"
    assert made.notice.en == f"Made up in part. {before.notice.en}"
    assert made.provenance == (provenance, *before.provenance)
    assert mark_made_up(made, mark, notice, provenance) == made
    again = mark_made_up(replace(made, version="2030.1"), mark, notice)  # what is made from it
    assert is_made_up(again)
    assert (again.title, again.notice, again.provenance) == (made.title, made.notice, made.provenance)
    assert read_built(canonical(made), "next.json").version == f"{before.version}-made-up"
