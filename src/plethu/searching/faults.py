"""What cannot be read in a search: a code, the place to underline, and the values that the sentence needs."""

from __future__ import annotations

from dataclasses import dataclass, field

from plethu.searching.tree import NOWHERE, Place


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps a search from being read, or (`remark`) a thing that was read in a way worth saying.

    The sentence is `wording` of `search.fault.<code>`; it says what to write instead. `block` is empty for the formula
    and for a search that is no part of a strategy. `line` counts the lines of a file from 1, 0 without a file.
    """

    code: str
    place: Place = NOWHERE
    values: dict[str, str] = field(default_factory=dict)
    block: str = ""
    line: int = 0


class Unreadable(Exception):
    """A search that cannot be read. Nothing of it has been taken in."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(f"{fault.place.start}: {fault.code} {fault.values or ''}" for fault in faults))
        self.faults = faults
