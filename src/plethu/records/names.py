"""Names of people and bodies as reference files write them, as CSL-JSON wants them."""

from __future__ import annotations

import re
from collections.abc import Iterable

Name = dict[str, str]  # {"family", "given", "suffix"} as far as they are known, or {"literal"}

SUFFIXES = {"jr", "sr", "ii", "iii", "iv", "2nd", "3rd", "4th"}
_INITIALS_LAST = re.compile(r"(?P<family>[^\d,]+?)\s+(?P<given>(?:[^\W\d_]\.\s?-?){1,4})$")
_INITIALS_FIRST = re.compile(r"(?P<given>(?:[^\W\d_]\.\s?-?){1,4})\s*(?P<family>[^\d,.]+)$")
_MEDLINE = re.compile(r"(?P<family>.+?)\s+(?P<given>[^\W\d_a-z]{1,4})(?:\s+(?P<suffix>\S+))?$")


def name_of(written: str, *, medline: bool = False) -> Name:
    """One name. What has no comma and no initials with dots is left whole, as `literal`: it may be a body's.

    `medline`: the short form that MEDLINE has without comma or dots (`Neilen AD`, `Smith JR 3rd`).
    """
    text = " ".join(written.split())
    if text.count(",") in (1, 2):
        return _by_commas(text)
    if medline and (found := _MEDLINE.fullmatch(text)):
        return _filled(found["family"], found["given"], found["suffix"] or "")
    if "," not in text and (found := _INITIALS_LAST.fullmatch(text) or _INITIALS_FIRST.fullmatch(text)):
        return _filled(found["family"], found["given"])
    return {"literal": text}


def names_of(written: Iterable[str], *, medline: bool = False) -> list[Name]:
    """The names in fields that hold one each; empty ones are left out."""
    return [name_of(text, medline=medline) for text in written if text.strip(" ,;")]


def written_name(name: Name) -> str:
    """A name as RIS and its like write it: `Family, Given, Suffix`, or the literal."""
    if "family" not in name:
        return name.get("literal", name.get("given", ""))
    particles = (name.get("dropping-particle", ""), name.get("non-dropping-particle", ""))
    family = " ".join(part for part in (*particles, name["family"]) if part)
    given, suffix = name.get("given", ""), name.get("suffix", "")
    if suffix:
        return f"{family}, {given}, {suffix}"
    return f"{family}, {given}" if given else f"{family},"


def _by_commas(text: str) -> Name:
    family, given, suffix = (*(part.strip() for part in text.split(",")), "")[:3]
    if not family:
        return {"literal": text.strip(" ,")}
    if not suffix:
        before, _, last = given.rpartition(" ")
        if last.strip(".").lower() in SUFFIXES:
            given, suffix = before, last
    return _filled(family, given, suffix)


def _filled(family: str, given: str, suffix: str = "") -> Name:
    parts = {"family": family.strip(), "given": given.strip(), "suffix": suffix.strip()}
    return {key: value for key, value in parts.items() if value}
