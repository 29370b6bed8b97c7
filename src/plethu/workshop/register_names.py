"""Whom a name means that somebody wrote, by the same name or nearly the same; and who may be in the register twice."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import Literal

from plethu.evidence.frozen import Frozen
from plethu.workshop.register import Contact
from plethu.workshop.register_columns import plain

NEAR = 0.8  # of difflib's ratio from 0 to 1: one letter in five may differ
LONGEST = 120  # characters that are compared

Likeness = Literal["same", "near"]


class Named(Frozen, frozen=True):
    """Somebody in the register with all they may be called: a name, a code, an address."""

    id: str
    names: tuple[str, ...]


class Meant(Frozen, frozen=True):
    """Whom words probably mean, and how like they are."""

    id: str
    likeness: Likeness


def whom_it_means(words: str, people: Iterable[Named]) -> Meant | None:
    """The one person that words mean; None where nobody is like them, or two are equally so."""
    said = plain(words)[:LONGEST]
    if not said:
        return None
    scored = [(max((_alike(said, plain(name)[:LONGEST]) for name in each.names), default=0.0), each) for each in people]
    best = max((score for score, _each in scored), default=0.0)
    found = [each for score, each in scored if score == best]
    if best < NEAR or len(found) > 1:
        return None
    return Meant(found[0].id, "same" if best == 1 else "near")


def perhaps_one_person(contacts: Iterable[Contact]) -> list[tuple[str, ...]]:
    """Participants who may be one person that registered again: of one name, its words in any order, or without a name
    and of one address. One address alone says nothing, for some book for several.
    """
    found: dict[str, list[str]] = {}
    for each in contacts:
        if called := " ".join(sorted(plain(each.name).split())) or each.email.casefold():
            found.setdefault(called, []).append(each.participant)
    return [tuple(ids) for ids in found.values() if len(ids) > 1]


def _alike(said: str, name: str) -> float:
    """1 for the same; just over NEAR where all words of the one are in the other, as with a first name alone."""
    if not name:
        return 0.0
    if said == name:
        return 1.0
    one, other = set(said.split()), set(name.split())
    if one <= other or other <= one:
        return 0.9
    if abs(len(said) - len(name)) > max(len(said), len(name)) / 3:
        return 0.0
    return min(SequenceMatcher(None, said, name).ratio(), 0.99)
