"""Tiers of places and the council areas, in the reader's language."""

from __future__ import annotations

from plethu.framework.editions import default_edition
from plethu.terms import TERMS
from plethu_web.calls.vocabulary import TIERS
from plethu_web.pages.templatetags.plethu_texts import reading


def tiers() -> list[tuple[str, str]]:
    """The tiers with their names."""
    return [(code, TERMS[f"tier.{code}"].text(reading())) for code in TIERS]


def authorities() -> list[tuple[str, str]]:
    """The council areas with their names, in the order of the alphabet."""
    found = [(area.code, area.name.text(reading())) for area in default_edition().authorities]
    return sorted(found, key=lambda area: area[1])


def name_of_tier(code: str) -> str:
    """A tier's name; empty for none."""
    return dict(tiers()).get(code, "")


def names_of_areas(codes: list[str]) -> list[str]:
    """The names of council areas. A code that is none stays as it is."""
    known = dict(authorities())
    return [known.get(code, code) for code in codes]
