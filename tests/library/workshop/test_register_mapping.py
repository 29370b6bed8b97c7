"""Taking in any list: what its columns and answers are taken for, and that nothing of it is lost without a word."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plethu.evidence.text import Language
from plethu.framework.editions import default_edition
from plethu.records.opened import Opened
from plethu.records.table_rows import Row
from plethu.workshop.contexts import ATTRIBUTES, LEVELS, SCALES, SECTORS, Contexts, areas
from plethu.workshop.register import Contact, Participant
from plethu.workshop.register_columns import HEADS, NAMES, NOTHING, SEVERAL, answered, guessed_fields, listed, plain
from plethu.workshop.register_import import RegisterImport, taken_in
from plethu.workshop.register_mapping import (
    ListMapping,
    Meaning,
    guessed_mapping,
    mapping_flaws,
    unknown_answers,
)
from plethu.workshop.register_names import Named, whom_it_means
from plethu.workshop.register_synonyms import SYNONYMS, guess_value
from plethu.workshop.register_table import ListTable, read_table

CONTEXTS = Contexts(SECTORS, LEVELS, areas(default_edition().authorities), SCALES)
ROUNDS = 3
CELLS = st.sampled_from(
    ("", "Ann Un", "Bob", "ann@x.cymru", "Council", "health", "Gwynedd", "Cymraeg", "yes", "no", "1; 2", "7",
     "cancelled", "waiting list", "Ramp\nCaptions", "none", "🦄", "x" * 1_200, "Bob; Ann Un; Zed")
)  # fmt: skip
FIELDS = st.sampled_from(("", *NAMES))


def table(header: list[str], *rows: list[str]) -> ListTable:
    found = tuple(Row(line, tuple(cells)) for line, cells in enumerate(rows, 2) if any(map(str.strip, cells)))
    return ListTable("people.csv", "0" * 64, "utf-8", tuple(header), 1, found)


@st.composite
def lists(draw: st.DrawFn) -> tuple[ListTable, ListMapping]:
    width = draw(st.integers(1, 6))
    rows = draw(st.lists(st.lists(CELLS, min_size=0, max_size=width + 1), min_size=1, max_size=6))
    fields = tuple(draw(st.lists(FIELDS, min_size=width, max_size=width)))
    meanings = (Meaning("sector", "council", draw(st.sampled_from(("", "local-government", "nonsense")))),)
    return table([f"Column {n}" for n in range(width)], *rows), ListMapping(fields, meanings)


def words_in(person: Participant, contact: Contact, made: RegisterImport) -> dict[str, str]:
    """All that was taken of somebody, as text, by field."""
    names = {c.participant: f"{c.name} {c.email} {c.participant}" for c in made.contacts}
    found = {field: repr(getattr(person, field)) for field in ("access_needs", "motivations")}
    found |= {"name": contact.name, "first": contact.name, "last": contact.name, "email": contact.email}
    found |= {"organisation": contact.organisation, "id": person.id}
    for kind in ("together", "apart"):
        wishes = [wish.words for wish in made.wishes if wish.participant == person.id and wish.kind == kind]
        found[kind] = "; ".join([*(names[id] for id in getattr(person, kind)), *wishes])
    return found


def is_taken(field: str, cell: str, person: Participant, said: dict[str, str]) -> bool:
    """Whether what a cell says stands in the register."""
    if field in ATTRIBUTES:
        return bool(person.value(field))
    if field in ("together", "apart"):
        return all(plain(part) in plain(said[field]) for part in listed(cell))
    if field in said:
        parts = [part for line in cell.split("\n") for part in listed(line)]
        return plain(cell) in NOTHING or all(part in said[field] for part in parts)
    return {
        "language": person.language == "cy",
        "welsh_medium": person.welsh_medium or person.can_welsh or plain(cell) == "no",
        "came": person.came is not None,
        "rounds": bool(person.rounds),
        "facilitates": person.facilitates != 0 or answered(cell) is False,
        "status": False,
        "consent": answered(cell) is True,
    }[field]


@settings(max_examples=150, deadline=None)
@given(lists())
def test_every_cell_is_taken_or_named_in_the_report(given_list: tuple[ListTable, ListMapping]) -> None:
    listed_people, mapping = given_list
    made = taken_in(listed_people, mapping, CONTEXTS, ROUNDS)
    assert made.adds_up
    whole = {row.line for row in (*made.refused, *made.duplicates)}
    told = {(remark.line, remark.field) for remark in made.remarks}
    fields = [column.field for column in made.columns]
    for place, column in enumerate(made.columns):
        assert column.cells == sum(bool(place < len(r.cells) and r.cells[place].strip()) for r in listed_people.rows)
    rows = [row for row in listed_people.rows if row.line not in whole]
    for row, person, contact in zip(rows, made.people, made.contacts, strict=True):
        said = words_in(person, contact, made)
        for place, cell in enumerate(row.cells):
            if not cell.strip():
                continue
            if place >= len(fields):
                assert (row.line, "") in told
            elif fields[place]:
                field = "name" if fields[place] in ("first", "last") else fields[place]
                assert is_taken(fields[place], cell, person, said) or (row.line, field) in told, (fields[place], cell)


@pytest.mark.parametrize(
    ("field", "said", "value"),
    [
        ("sector", "Council", "local-government"),
        ("sector", "Cyngor Sir Gwynedd", "local-government"),
        ("sector", "gyngor", "local-government"),
        ("sector", "Betsi Cadwaladr University Health Board", "health"),
        ("sector", "Y Bwrdd Iechyd", "health"),
        ("sector", "fwrdd iechyd", "health"),
        ("sector", "Registered charity", "third-sector"),
        ("sector", "Elusen", "third-sector"),
        ("sector", "University", "education-research"),
        ("sector", "Phrifysgol", "education-research"),
        ("sector", "CVC", "voluntary-councils"),
        ("sector", "Cyngor Gwirfoddol Sirol", "voluntary-councils"),
        ("sector", "Piracy", ""),
        ("area", "Anglesey", "W06000001"),
        ("area", "Cardiff Council", "W06000015"),
        ("area", "Nghaerdydd", "W06000015"),
        ("area", "Cardiff and Gwynedd", ""),
        ("scale", "All Wales", "national"),
        ("level", "Chief Executive", "strategic"),
        ("level", "Swyddog", "delivering"),
        ("language", "Welsh please", "cy"),
        ("language", "Welsh or English", ""),
        ("welsh_medium", "Could", "can"),
    ],
)
def test_what_other_lists_call_things_is_guessed_and_what_is_alike_is_not(field: str, said: str, value: str) -> None:
    assert guess_value(field, said, CONTEXTS) == value


def test_every_synonym_means_a_value_there_is() -> None:
    for attribute, values in SYNONYMS.items():
        for id, names in values.items():
            assert guess_value(attribute, id if attribute == "area" else names[0], CONTEXTS), (attribute, id)


def test_columns_are_known_by_their_names_and_by_words_of_a_question() -> None:
    header = ["Full name", "Which sector do you work in?", "Dietary requirements", "Do you have access needs?",
              "Ticket type", "Photo consent", "Do you consent to take part?", "Together", "Ar wahân"]  # fmt: skip
    assert guessed_fields(header) == (
        "name", "sector", "access_needs", "access_needs", "", "", "consent", "together", "apart"
    )  # fmt: skip


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_columns_of_our_own_register_are_known(language: Language) -> None:
    assert guessed_fields([head.text(language) for head in HEADS.values()]) == tuple(HEADS)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("ann apple", ("a", "same")),
        ("V234", ("b", "same")),
        ("bob@x.cymru", ("b", "same")),
        ("Anne Apple", ("a", "near")),
        ("Bob", ("b", "near")),
        ("Apple", None),
        ("Zebedee", None),
        ("🦄", None),
        ("x" * 10_000, None),
    ],
)
def test_names_in_wishes_are_found_and_two_that_are_alike_are_left_to_a_person(words: str, meant: object) -> None:
    people = [Named("a", ("Ann Apple",)), Named("b", ("Bob Bean", "V234", "bob@x.cymru")), Named("c", ("Cat Apple",))]
    found = whom_it_means(words, people)
    assert (found and (found.id, found.likeness)) == meant


def test_two_columns_of_needs_become_one_with_their_names() -> None:
    found = table(["Name", "Dietary needs", "Access needs"], ["Ann", "Vegan", "Ramp"], ["Bob", "None", "Loop"])
    made = taken_in(found, guessed_mapping(found, CONTEXTS), CONTEXTS, ROUNDS)
    assert [person.access_needs for person in made.people] == [
        "Dietary needs: Vegan\nAccess needs: Ramp",
        "Access needs: Loop",
    ]


def test_whoever_said_no_is_not_taken_in_and_a_yes_elsewhere_is_no_agreement_here() -> None:
    found = table(["Name", "Consent"], ["Ann", "No"], ["Bob", "Yes"], ["Cai", "perhaps"], ["Dai", "Nac ydw"])
    made = taken_in(found, guessed_mapping(found, CONTEXTS), CONTEXTS, ROUNDS)
    assert [contact.name for contact in made.contacts] == ["Bob", "Cai"]
    assert [(row.line, row.code) for row in made.refused] == [(2, "consent-no"), (5, "consent-no")]
    assert [(row.line, row.code) for row in made.remarks] == [(4, "consent-unclear")]


def test_unknown_answers_stand_there_once_with_a_guess() -> None:
    found = table(["Name", "Sector"], ["A", "Council"], ["B", "council "], ["C", "Health"], ["D", "Piracy"])
    unknown = unknown_answers(found, ("name", "sector"), CONTEXTS)
    assert [(each.said, each.count, each.guess) for each in unknown] == [
        ("Council", 2, "local-government"),
        ("Piracy", 1, ""),
    ]
    meanings = (Meaning("sector", "council", "health"), Meaning("sector", "piracy", "private"))
    made = taken_in(found, ListMapping(("name", "sector"), meanings), CONTEXTS, ROUNDS)
    assert [person.sector for person in made.people] == ["health", "health", "health", "private"]


def test_a_name_that_nobody_in_the_list_has_becomes_a_wish_to_settle_and_stands_in_no_remark() -> None:
    found = table(["Name", "Apart"], ["Ann", "Bethan Boss; Bob"], ["Bob", ""])
    made = taken_in(found, guessed_mapping(found, CONTEXTS), CONTEXTS, ROUNDS)
    assert [(wish.kind, wish.words) for wish in made.wishes] == [("apart", "Bethan Boss")]
    assert made.people[0].apart == (made.people[1].id,)
    assert "Bethan" not in repr(made.remarks)


def test_what_has_to_be_changed_before_a_list_is_taken_in() -> None:
    assert [(flaw.code, flaw.field) for flaw in mapping_flaws(("sector", "", "sector"))] == [
        ("nobody", ""),
        ("twice", "sector"),
    ]
    assert mapping_flaws(("name", *sorted(SEVERAL), *sorted(SEVERAL))) == ()


def test_a_table_whose_columns_nobody_knows_is_still_read(tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text("Wer?;Woher?\nAnn;Kardiff\n", "utf-8")
    found = read_table(Opened(path))
    assert found.header == ("Wer?", "Woher?")
    assert guessed_mapping(found, CONTEXTS).fields == ("", "")
