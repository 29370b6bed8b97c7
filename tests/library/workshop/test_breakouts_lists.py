"""Lists of people: read in both languages, and refused with the line of everything that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from plethu.evidence.problems import BadInput
from plethu.workshop.breakouts.list_reading import read_people
from plethu.workshop.breakouts.people import ANY_GROUP, Person


@pytest.fixture
def read(tmp_path: Path):
    def reading(text: str | bytes, *balance: str) -> tuple[Person, ...]:
        path = tmp_path / "people.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_people(path, balance)

    return reading


def problems(read, text: str | bytes, *balance: str) -> list[tuple[str, int]]:
    with pytest.raises(BadInput) as caught:
        read(text, *balance)
    return [(problem.code, problem.line) for problem in caught.value.problems]


def test_every_column_is_read(read) -> None:
    text = (
        "Name,Sector,Together,Apart,Facilitates,Welsh,Rounds\r\n"
        'Ana,Health,Bo; Cy,,2,yes,\r\nBo,,,Cy Di,,can,1-2\r\nCy,Arts,,,yes,no,"1, 3"\r\nCy  Di,Arts,,,,,\r\n'
    )
    ana, bo, cy, di = read(text, "sector")
    assert ana == Person("Ana", {"sector": "Health"}, (), 2, "wants", ("Bo", "Cy"), (), 2)
    assert (bo.values, bo.rounds, bo.welsh, bo.apart) == ({"sector": ""}, (1, 2), "can", ("Cy Di",))
    assert (cy.rounds, cy.facilitates) == ((1, 3), ANY_GROUP)
    assert di.key == "Cy Di"


def test_a_welsh_list_with_semicolons_and_a_byte_order_mark_is_read(read) -> None:
    text = "\ufeffEnw;Sector;Ar wahân;Cymraeg;Rowndiau\nÂne 😀;Iechyd;Bô;ie;1-3\nBô;;;gallu;\n"
    one, other = read(text.encode(), "sector")
    assert (one.key, one.values, one.apart, one.welsh, one.rounds) == (
        "Âne 😀",
        {"sector": "Iechyd"},
        ("Bô",),
        "wants",
        (1, 2, 3),
    )
    assert other.welsh == "can"


@pytest.mark.parametrize(
    ("text", "balance", "expected"),
    [
        ("", (), [("breakout-people-none", 0)]),
        ("Name\n", (), [("breakout-people-none", 1)]),
        ("Sector,Area\nx,y\n", (), [("breakout-no-name-column", 1), ("breakout-people-none", 1)]),
        ("Name,Area\nA,x\n", ("sector",), [("breakout-no-column", 1)]),
        ("ID,Code\nA,1\n", (), [("breakout-column-twice", 1)]),
        ("Name,Area,area\nA,1,2\n", ("area",), [("breakout-column-twice", 1)]),
        ("Name,Area\nA,x\n,y\nB,z,more\n", (), [("breakout-person-unnamed", 3), ("breakout-row-long", 4)]),
        ("Name\nA\nB\nA\n", (), [("breakout-person-twice", 4)]),
        ("Name,Apart\nA,B\nC,C\n", (), [("breakout-person-unknown", 2), ("breakout-person-self", 3)]),
        ("Name,Rounds\nA,13\nB,2-1\nC,soon\n", (), [("breakout-rounds-unreadable", n) for n in (2, 3, 4)]),
        ("Name,Welsh,Facilitates\nA,maybe,first\n", (), [
            ("breakout-facilitates-unreadable", 2), ("breakout-welsh-unreadable", 2)
        ]),
        (b"PK\x03\x04rest", (), [("list-not-text", 0)]),
        (b"\x1f\x8b\x08\x00rest", (), [("list-not-text", 0)]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_with_its_line(read, text, balance, expected) -> None:
    assert problems(read, text, *balance) == expected


def test_too_many_people_and_endless_names_are_refused(read) -> None:
    assert problems(read, "Name\n" + "".join(f"P{n}\n" for n in range(2001)))[0][0] == "breakout-people-many"
    assert problems(read, "Name\nA\n" + "x" * 10_000 + "\n") == [("breakout-person-unnamed", 3)]


def test_one_name_written_by_two_programs_is_one_person(read) -> None:
    composed, parted = "Siân", "Sia\u0302n"
    assert problems(read, f"Name\n{composed}\n{parted}\nB\n") == [("breakout-person-twice", 3)]
    people = read(f"Name,Apart\n{composed},\nB,{parted}\n")
    assert people[1].apart == (people[0].key,)
