"""Names in BibTeX: "First von Last", "von Last, First", "von Last, Jr, First", {A Body}, "and others"."""

from __future__ import annotations

import re

from plethu.records.latex import escaped, plain
from plethu.records.names import SUFFIXES, Name

OTHERS = "others"
_TOKEN = re.compile(r"\\.|[{}]|[^\\{}]", re.DOTALL)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def names_of_field(value: str) -> list[Name]:
    """All names of a field, in order; empty ones are left out."""
    return [name for part in split(value, _AND) if (name := _name(part.strip()))]


def field_of_names(names: list[Name]) -> str:
    """Names as a field, so that `names_of_field` finds the same again."""
    return " and ".join(_written(name) for name in names)


def split(text: str, where: re.Pattern[str]) -> list[str]:
    """A text split where a pattern stands outside of all braces."""
    if "{" not in text:
        return where.split(text)
    depth, covered = 0, []
    for found in _TOKEN.finditer(text):
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        outside = depth <= 0 and found[0] not in "{}" and len(found[0]) == 1
        covered.append(found[0] if outside else "\0" * len(found[0]))
    mask, parts, start = "".join(covered), [], 0
    for found in where.finditer(mask):
        parts.append(text[start : found.start()])
        start = found.end()
    return [*parts, text[start:]]


def _name(text: str) -> Name:
    if not text:
        return {}
    if text == OTHERS:
        return {"literal": OTHERS}
    if text.startswith("{") and len(split(text + " x", re.compile(r"\s"))[0]) == len(text):
        return {"literal": plain(text)}
    parts = [part.strip() for part in split(text, re.compile(","))]
    if len(parts) == 1:
        return _spoken([word for word in split(text, re.compile(r"[\s~]+")) if word])
    if not any(parts[1:]):
        return {"literal": plain(parts[0])}
    suffix, given = (parts[1], " ".join(parts[2:])) if len(parts) > 2 else ("", parts[1])
    if given.strip(". ").lower() in SUFFIXES and suffix.strip(". ").lower() not in SUFFIXES:
        suffix, given = given, suffix
    return _filled(parts[0], given, suffix)


def _spoken(words: list[str]) -> Name:
    """Given names, then particles in small letters, then the family's."""
    if len(words) == 1:
        return {"family": plain(words[0])}
    first = next((number for number, word in enumerate(words[:-1]) if _is_small(word)), len(words) - 1)
    return _filled(" ".join(words[first:]), " ".join(words[:first]), "")


def _filled(family: str, given: str, suffix: str) -> Name:
    words = [word for word in split(family, re.compile(r"[\s~]+")) if word]
    particles = 0
    while particles < len(words) - 1 and _is_small(words[particles]):
        particles += 1
    parts = {
        "family": plain(" ".join(words[particles:])),
        "given": plain(given),
        "suffix": plain(suffix),
        "non-dropping-particle": plain(" ".join(words[:particles])),
    }
    return {key: value for key, value in parts.items() if value}


def _is_small(word: str) -> bool:
    return not word.startswith("{") and plain(word)[:1].islower()


def _written(name: Name) -> str:
    if "family" not in name:
        literal = name.get("literal") or name.get("given", "")
        return literal if literal == OTHERS else "{" + escaped(literal) + "}"
    particle = escaped(name.get("non-dropping-particle") or name.get("dropping-particle") or "")
    family, given, suffix = (_kept_whole(name.get(part, "")) for part in ("family", "given", "suffix"))
    if not given and not suffix:
        given = "{}"
    if any(word[:1].islower() for word in family.split()):
        family = "{" + family + "}"
    return ", ".join(part for part in (" ".join(filter(None, (particle, family))), suffix, given) if part)


def _kept_whole(text: str) -> str:
    """A part of a name that would be taken for more than one stands in braces."""
    safe = escaped(text)
    return "{" + safe + "}" if "," in safe or _AND.search(f" {safe} ") else safe
