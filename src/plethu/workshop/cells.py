"""Groups of people as sets, and what can be made of published groups by putting together and taking away.

The **ring** of some cells is everything that unions and differences make of them (and so intersections too: A∩B is
A∖(A∖B)). It has smallest members, its **parts**: people are in one part if they are in exactly the same cells. Every
other member is a union of parts, so the smallest group that the ring can pick out is its smallest part. To test all
of the ring is therefore to test the parts, of which there are no more than people.

A set of people is an integer here, one bit a person (`Crowd` says which): counting and cutting are then one step each.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


class Crowd:
    """Which bit stands for whom. `everybody` is the set of all."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.ids = tuple(sorted(set(ids)))
        self._bits = {id: 1 << number for number, id in enumerate(self.ids)}
        self.everybody = (1 << len(self.ids)) - 1

    def set_of(self, ids: Iterable[str]) -> int:
        """The set of these people; whoever is not in the crowd is left out."""
        found = 0
        for id in ids:
            found |= self._bits.get(id, 0)
        return found

    def people(self, group: int) -> tuple[str, ...]:
        """Who is in a set, by the alphabet of ids."""
        found = []
        while group:
            lowest = group & -group
            found.append(self.ids[lowest.bit_length() - 1])
            group ^= lowest
        return tuple(found)


def parts_of_ring(cells: Iterable[int]) -> tuple[int, ...]:
    """The parts of the ring of these cells: disjoint, none empty, together the union of the cells."""
    parts: list[int] = []
    covered = 0
    for cell in cells:
        parts = cut(parts, cell)
        if fresh := cell & ~covered:
            parts.append(fresh)
        covered |= cell
    return tuple(parts)


def cut(parts: Sequence[int], cell: int) -> list[int]:
    """The parts once a cell divides them."""
    return cut_anew(parts, cell)[0]


def cut_anew(parts: Sequence[int], cell: int) -> tuple[list[int], list[int]]:
    """The parts once a cell divides them, and those of them that are new."""
    made: list[int] = []
    fresh: list[int] = []
    for part in parts:
        inside = part & cell
        if not inside or inside == part:
            made.append(part)
        else:
            made += (inside, part ^ inside)
            fresh += (inside, part ^ inside)
    return made, fresh


def cuts_safely(cell: int, parts: Sequence[int], least: int) -> bool:
    """Whether every part that a cell divides falls into two of at least `least` people.

    A part that it leaves whole does not count: it was as small before.
    """
    for part in parts:
        inside = part & cell
        if inside and inside != part and (inside.bit_count() < least or (part ^ inside).bit_count() < least):
            return False
    return True
