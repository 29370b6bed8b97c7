"""From where somebody speaks: sector, level, area and scale, each a hierarchy in which small values merge upward.

A value names its broader value; one that names none stands directly under the whole, which is every participant. An
empty value means that the person did not say, and stands under the whole too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from plethu.evidence.cases import Authority
from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Text

Attribute = Literal["sector", "level", "area", "scale"]
ATTRIBUTES: tuple[Attribute, ...] = ("sector", "level", "area", "scale")
WHOLE = ""
MOST_STEPS = (
    4  # from a value up to the broadest; every label there could be is looked at, and each step multiplies them
)


class Value(Frozen, frozen=True):
    """One value of an attribute, and the value it merges into where it is too small to be named."""

    id: str
    name: Text
    broader: str = WHOLE


class Contexts(Frozen, frozen=True):
    """What a workshop asks of where people speak from. An attribute without values is not asked."""

    sector: tuple[Value, ...] = ()
    level: tuple[Value, ...] = ()
    area: tuple[Value, ...] = ()
    scale: tuple[Value, ...] = ()

    def values(self, attribute: Attribute) -> tuple[Value, ...]:
        """The values of an attribute."""
        found: tuple[Value, ...] = getattr(self, attribute)
        return found

    def path(self, attribute: Attribute, id: str) -> tuple[str, ...]:
        """A value and all that it merges into, narrowest first, without the whole. Empty for one that is not known."""
        broader = {value.id: value.broader for value in self.values(attribute)}
        found: list[str] = []
        while id in broader and id not in found:
            found.append(id)
            id = broader[id]
        return tuple(found)

    def name(self, attribute: Attribute, id: str) -> Text:
        """What a value is called; its id where it is not known."""
        return next((value.name for value in self.values(attribute) if value.id == id), Text(id, id))


class ContextFlaw(Frozen, frozen=True):
    """What is wrong with a hierarchy: `doubled`, `unnamed`, `broader-unknown`, `circle` or `too-deep`."""

    code: str
    attribute: Attribute
    value: str


def context_flaws(contexts: Contexts) -> Iterator[ContextFlaw]:
    """Everything that keeps the hierarchies from being used."""
    for attribute in ATTRIBUTES:
        values = contexts.values(attribute)
        known = {value.id: value.broader for value in values}
        seen: set[str] = set()
        for value in values:
            if value.id in seen:
                yield ContextFlaw("doubled", attribute, value.id)
            seen.add(value.id)
            if not value.id or value.name.is_empty:
                yield ContextFlaw("unnamed", attribute, value.id)
            if value.broader and value.broader not in known:
                yield ContextFlaw("broader-unknown", attribute, value.id)
        circles = _in_circles(known)
        yield from (ContextFlaw("circle", attribute, id) for id in circles)
        yield from (ContextFlaw("too-deep", attribute, id) for id in _too_deep(known) if not circles)


def _in_circles(broader: dict[str, str]) -> list[str]:
    """Values that lead back to themselves. Each is walked once."""
    settled: set[str] = set()
    found: list[str] = []
    for start in broader:
        walked: dict[str, None] = {}
        at = start
        while at in broader and at not in settled and at not in walked:
            walked[at] = None
            at = broader[at]
        if at in walked:
            steps = list(walked)
            found += steps[steps.index(at) :]
        settled.update(walked)
    return found


def _too_deep(broader: dict[str, str]) -> Iterator[str]:
    """Values that are more steps than allowed below the broadest; no more steps than that are walked."""
    for id in broader:
        at, steps = id, 0
        while at in broader and steps <= MOST_STEPS:
            at, steps = broader[at], steps + 1
        if steps > MOST_STEPS:
            yield id


def areas(authorities: Iterable[Authority]) -> tuple[Value, ...]:
    """The council areas with the region each merges into, as values of `area`."""
    authorities = tuple(authorities)
    regions = {a.region.en: Value(_slug(a.region.en), a.region) for a in authorities}
    return (*regions.values(), *(Value(a.code, a.name, regions[a.region.en].id) for a in authorities))


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())


def _value(id: str, en: str, cy: str, broader: str = WHOLE) -> Value:
    return Value(id, Text(en, cy), broader)


# A start that an owner changes: the partners that collaborations in Wales usually have.
SECTORS = (
    _value("public", "Public sector", "Y sector cyhoeddus"),
    _value("local-government", "Local government", "Llywodraeth leol", "public"),
    _value("health", "Health", "Iechyd", "public"),
    _value("emergency-services", "Emergency services", "Gwasanaethau brys", "public"),
    _value("housing", "Housing", "Tai", "public"),
    _value(
        "national-government", "National government and its bodies", "Llywodraeth genedlaethol a'i chyrff", "public"
    ),
    _value("education-research", "Education and research", "Addysg ac ymchwil", "public"),
    _value("civil-society", "Third sector and communities", "Y trydydd sector a chymunedau"),
    _value("third-sector", "Third sector organisations", "Sefydliadau'r trydydd sector", "civil-society"),
    _value("voluntary-councils", "County voluntary councils", "Cynghorau gwirfoddol sirol", "third-sector"),
    _value("community", "Community groups and residents", "Grwpiau cymunedol a thrigolion", "civil-society"),
    _value("private", "Private sector", "Y sector preifat"),
)
LEVELS = (
    _value("leading", "Leading and deciding", "Arwain a phenderfynu"),
    _value("strategic", "Strategic role", "Rôl strategol", "leading"),
    _value("managing", "Managing a service", "Rheoli gwasanaeth", "leading"),
    _value("close", "Close to people and communities", "Yn agos at bobl a chymunedau"),
    _value("delivering", "Delivering services", "Darparu gwasanaethau", "close"),
    _value("member", "Member of a community or volunteer", "Aelod o gymuned neu wirfoddolwr", "close"),
    _value("studying", "Research or advice", "Ymchwil neu gynghori"),
)
SCALES = (
    _value("near", "Local", "Lleol"),
    _value("neighbourhood", "Neighbourhood or community", "Cymdogaeth neu gymuned", "near"),
    _value("county", "County", "Sir", "near"),
    _value("wide", "Wider than a county", "Ehangach na sir"),
    _value("regional", "Region", "Rhanbarth", "wide"),
    _value("national", "Wales", "Cymru", "wide"),
    _value("beyond", "Beyond Wales", "Y tu hwnt i Gymru", "wide"),
)
