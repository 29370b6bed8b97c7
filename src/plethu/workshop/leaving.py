"""What it does to releases that somebody withdraws: their words leave, and what a reader could make of that.

Two wishes meet here. Who withdraws wants to be left out; and what vanishes between two releases is exactly what leavers
said, so that a reader who kept the earlier one and knows who has withdrawn can tell whose it was. The wish to be left
out comes first (docs/explanation/safe-labels.md); so that as little as can be vanishes beside their own words:

- a text leaves together with whoever said it, from every release that is still given out;
- a statement stays as it was published, with its voices, for as long as it rests on somebody else's words too;
- an action that a workshop added stays for as long as a statement on it does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from plethu.workshop.releases import Release


def still_resting(trail: Mapping[str, Sequence[str]], gone: Collection[str]) -> dict[str, tuple[str, ...]]:
    """What stays of things that rest on contributions, each with those it still rests on; `gone` are taken out.

    What rested on nothing else is not in it.
    """
    left = {of: tuple(id for id in contributions if id not in gone) for of, contributions in trail.items()}
    return {of: contributions for of, contributions in left.items() if contributions}


def left_since(ledger: Iterable[Release], gone: Collection[str]) -> tuple[str, ...]:
    """Who of those who withdrew was counted in a release: of them a reader may find what has vanished, by comparing.

    However many they are: files are made anew at each withdrawal, and whoever fetches them often sees one at a time.
    """
    counted = {
        id
        for release in ledger
        for output in release.outputs
        if output.kind == "labels"
        for cell in output.cells
        for id in cell.people
    }
    return tuple(sorted(counted & {*gone}))
