"""Registrations, and lists of people from other booking systems."""

from __future__ import annotations

from pathlib import Path

import pytest

from plethu.evidence.problems import BadInput
from plethu.evidence.text import Text
from plethu.framework.editions import default_edition
from plethu.records.opened import Opened
from plethu.workshop.contexts import LEVELS, SCALES, SECTORS, ContextFlaw, Contexts, Value, areas, context_flaws
from plethu.workshop.register import Contact, of_one_organisation
from plethu.workshop.register_import import RegisterImport, read_register
from plethu.workshop.register_names import perhaps_one_person

CONTEXTS = Contexts(SECTORS, LEVELS, areas(default_edition().authorities), SCALES)


def read(folder: Path, text: str | bytes, **more: object) -> RegisterImport:
    path = folder / "people.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    made = read_register(Opened(path), CONTEXTS, 4, **more)  # type: ignore[arg-type]
    assert made.adds_up
    return made


def test_the_values_to_begin_with_hold_together() -> None:
    assert [*context_flaws(CONTEXTS)] == []
    assert CONTEXTS.path("sector", "voluntary-councils") == ("voluntary-councils", "third-sector", "civil-society")
    assert CONTEXTS.path("area", "W06000002") == ("W06000002", "north-wales")
    assert all(value.name.cy for a in ("sector", "level", "area", "scale") for value in CONTEXTS.values(a))


def test_hierarchies_that_do_not_hold_together() -> None:
    values = (
        Value("a", Text("A"), "b"), Value("b", Text("B"), "a"), Value("c", Text("C"), "a"), Value("c", Text("")),
        Value("d", Text("D"), "nowhere"),
    )  # fmt: skip
    flaws = [*context_flaws(Contexts(sector=values))]
    assert ContextFlaw("circle", "sector", "a") in flaws
    assert ContextFlaw("broader-unknown", "sector", "d") in flaws
    assert {flaw.code for flaw in flaws} == {"circle", "broader-unknown", "doubled", "unnamed"}
    assert Contexts(sector=values).path("sector", "c") == ("c",)
    assert Contexts(sector=values[:2]).path("sector", "a") == ("a", "b")


def test_a_long_chain_of_values_is_checked_at_once() -> None:
    chain = tuple(Value(f"v{n}", Text("x"), f"v{n + 1}" if n < 9_999 else "v0") for n in range(10_000))
    assert len([*context_flaws(Contexts(area=chain))]) == 10_000


def test_a_hierarchy_has_no_more_steps_than_can_be_looked_at() -> None:
    chain = tuple(Value(f"v{n}", Text("x"), f"v{n + 1}" if n < 5 else "") for n in range(6))
    assert [flaw.value for flaw in context_flaws(Contexts(area=chain))] == ["v0", "v1"]
    assert {flaw.code for flaw in context_flaws(Contexts(area=chain))} == {"too-deep"}


def test_colleagues_are_found_however_their_organisation_is_written() -> None:
    contacts = [Contact("a", organisation="Tai  Teg"), Contact("b", organisation="tai teg"), Contact("c"), Contact("d")]
    assert of_one_organisation(contacts) == {"a": ("b",), "b": ("a",)}


def test_who_may_be_in_the_register_twice_is_found_by_name_and_not_by_an_address_for_several() -> None:
    said = [
        ("P1", "Ann Apple", "ann@example.org"), ("P2", "APPLE, Ann", "a@x.example"), ("P3", "", "x@example.org"),
        ("P4", "Ben Berry", "ann@example.org"), ("P5", "", "X@example.org"), ("P6", "", ""), ("P7", "", ""),
    ]  # fmt: skip
    assert perhaps_one_person(Contact(*each) for each in said) == [("P1", "P2"), ("P3", "P5")]


def test_a_list_is_read_with_its_report(tmp_path: Path) -> None:
    made = read(
        tmp_path,
        "Enw;E-bost;Sector;County;Preferred language;Keep apart from;Ticket colour\n"
        "Ann Un;ann@x.cymru;Health;Gwynedd;Cymraeg;bob@x.cymru;red\n"
        "Bob Dau;bob@x.cymru;iechyd;Nowhere;English;;blue\n"
        "Ann Un;ANN@x.cymru;;;;;\n"
        ";;Health;;;;\n"
        ";;;;;;\n",
    )
    assert [(column.name, column.field) for column in made.columns][-2:] == [
        ("Keep apart from", "apart"),
        ("Ticket colour", ""),
    ]
    ann, bob = made.people
    assert (ann.sector, ann.area, ann.language, ann.apart) == ("health", "W06000002", "cy", (bob.id,))
    assert (bob.sector, bob.area) == ("health", "")
    assert [(remark.line, remark.code, remark.values) for remark in made.remarks] == [
        (3, "value-unknown", {"value": "Nowhere"})
    ]
    assert [(row.line, row.code, row.values) for row in made.duplicates] == [(4, "row-twice", {"first": "2"})]
    assert [(row.line, row.code) for row in made.refused] == [(5, "nobody")]
    assert made.rows == 4


def test_nothing_by_which_people_are_reached_stands_in_the_participants(tmp_path: Path) -> None:
    made = read(tmp_path, "Name,Email,Organisation\nAnn Un,ann@x.cymru,Tai Teg\n")
    assert "Ann" not in repr(made.people) + repr(made.remarks)
    assert "Tai Teg" not in repr(made.people)
    assert made.contacts == (Contact("P001", "Ann Un", "ann@x.cymru", "Tai Teg"),)


def test_one_address_may_book_for_several_and_cancelled_places_are_refused(tmp_path: Path) -> None:
    made = read(tmp_path, "First name,Surname,Email,Status\nAnn,Un,x@x,ok\nBob,Dau,x@x,ok\nCai,Tri,c@x,Cancelled\n")
    assert [contact.name for contact in made.contacts] == ["Ann Un", "Bob Dau"]
    assert [(row.line, row.code) for row in made.refused] == [(4, "cancelled")]


def test_a_status_that_is_no_word_is_told(tmp_path: Path) -> None:
    made = read(tmp_path, "Name,Status\nAnn,🦄\nBob,\n")
    assert [(row.line, row.code) for row in made.remarks] == [(2, "status-unclear")]


def test_a_list_read_again_brings_only_who_is_new(tmp_path: Path) -> None:
    first = read(tmp_path, "name,email\nAnn,a@x\n")
    again = read(tmp_path, "name,email\nAnn,a@x\nBob,b@x\n", already=first.contacts)
    assert [contact.name for contact in again.contacts] == ["Bob"]
    assert [row.code for row in again.duplicates] == ["already-registered"]
    assert {p.id for p in again.people}.isdisjoint({p.id for p in first.people})


def test_rows_that_were_mended_or_have_no_address_are_to_be_looked_at(tmp_path: Path) -> None:
    made = read(tmp_path, b'Name,Email\n"Ann,a@x.cymru\nSi\xe2n,s@x.cymru\nBob,mailto:b@x.cymru\nCai,c@x.cymru\n')
    assert [contact.name for contact in made.contacts] == ['"Ann', "Siân", "Bob", "Cai"]
    assert [(row.line, row.code) for row in made.remarks] == [
        (2, "quote-not-closed"), (3, "line-encoding"), (4, "email-doubtful"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"", "register-columns-unknown"),
        (b"colour,shape\nred,round\n", "register-columns-unknown"),
        (b"PK\x03\x04 a workbook", "list-not-text"),
        (b"name,email\n", "register-empty"),
        (b"name\n" + b"".join(b"p%d\n" % n for n in range(5_001)), "register-too-long"),
    ],
)
def test_what_is_no_list_is_refused_whole(tmp_path: Path, text: bytes, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(tmp_path, text)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_odd_names_and_endless_cells(tmp_path: Path) -> None:
    made = read(tmp_path, 'name,access needs\n"مريم 🌱 <script>",\nAnn,' + "x" * 10_000 + '\n"open,x\nBob,\n')
    assert made.contacts[0].name == "مريم 🌱 <script>"
    assert [(row.line, row.code) for row in made.refused] == [(3, "cell-too-long")]
    assert made.contacts[-1].name == "Bob"
