"""Names of people and bodies as one cell or field has them, and as CSL-JSON has them."""

from __future__ import annotations

import ast
import re

from plethu.records.names import Name, name_of

BODIES = re.compile(
    r"\b(?:government|council|university|universit[éàä]\w*|college|institute?|centre|center|wales|cymru|trust|ltd|limited|"
    r"association|society|foundation|department|ministry|office|board|agency|commission(?:er)?|committee|group|network|"
    r"partnership|alliance|service|services|nhs|organi[sz]ation|federation|union|fund|forum|project|programme|team|"
    r"collaboration|consortium|authority|museum|library|press|bank|charity|company|inc|llp|cic|llywodraeth|cyngor|"
    r"prifysgol|bwrdd|gwasanaethau?|ymddiriedolaeth|comisiynydd|comisiwn|sefydliad|partneriaeth|rhwydwaith|canolfan|"
    r"awdurdod|heddlu|coleg|amgueddfa|llyfrgell|mudiad|grŵp|cymdeithas|action|research|health|house|for|the|of|and|&)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"[^\W\d_][^,.]* [^\W\d_a-z]{1,4}")  # Smith AB
INITIALS = re.compile(r"(?:[^\W\d_]\.?[ -]?){1,4}")
_ONE_BY_ONE = re.compile(r"\s*(?:;|\|\||\n|\r)\s*")
_AND = re.compile(r",?\s+(?:and|&|ac?)\s+(?=\S)", re.IGNORECASE)


def person(text: str) -> Name:
    """One name: "Family, Given", "Family, Given, Suffix", "Given Family" or "Family AB"; else a body, as it is."""
    text = " ".join(text.split())
    if text.endswith(",") and text.strip(","):
        return {"literal": text.strip(", ")}  # how EndNote marks that this is no person
    name = name_of(text, medline=bool(_SHORT.fullmatch(text)))
    return _in_order(text) if "literal" in name and "," not in text else name


def people(cell: str) -> list[Name]:
    """All names of one cell, however a program strings them together. Nothing of the cell is left out."""
    return [person(name) for name in names_in(cell)]


def names_in(cell: str) -> list[str]:
    """The single names: a list in brackets, semicolons, lines, "A, B. and C, D." or "Smith A, Walter B"."""
    cell = cell.strip()
    if listed := _bracketed(cell):
        return listed
    parts = [part for part in _ONE_BY_ONE.split(cell) if part.strip()]
    if len(parts) != 1:
        return [" ".join(part.split()) for part in parts]
    return _between_commas(" ".join(cell.split()))


def _bracketed(cell: str) -> list[str]:
    """A list as Python or JSON writes it: ['Marx, Karl', 'Lindgren, Astrid']."""
    if not (cell.startswith("[") and cell.endswith("]") and len(cell) < 100_000):
        return []
    try:
        found = ast.literal_eval(cell)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return []
    return (
        [item for item in found if item] if isinstance(found, list) and all(isinstance(i, str) for i in found) else []
    )


def _between_commas(text: str) -> list[str]:
    found = [name.strip() for name in _AND.split(text)]
    if BODIES.search(re.sub(_AND, " ", text)) and "," not in text:
        return [text]
    first = [part.strip() for part in found[0].split(",")]
    if len(found) > 1:
        return [
            *_listed(first),
            *(name for each in found[1:] for name in _listed([p.strip() for p in each.split(",")])),
        ]
    return _listed(first)


def _listed(parts: list[str]) -> list[str]:
    """Names from what stood between commas: pairs of family and given, or a whole name each."""
    parts = [part for part in parts if part]
    if (
        len(parts) == 2
        and (" " not in parts[0] or INITIALS.fullmatch(parts[1]))
        and not _family_with_initials(parts[0])
    ):
        return [", ".join(parts)]
    if len(parts) > 2 and len(parts) % 2 == 0 and all(INITIALS.fullmatch(part) for part in parts[1::2]):
        return [", ".join(pair) for pair in zip(parts[::2], parts[1::2], strict=True)]
    if len(parts) > 1 and all(" " in part for part in parts):
        return parts
    return [", ".join(parts)] if parts else []


def _family_with_initials(text: str) -> bool:
    return bool(re.fullmatch(r".*[^\W\d_]{2,} (?:[^\W\d_]\.?[ -]?){1,3}", text)) and text.split()[-1].isupper()


def _in_order(text: str) -> Name:
    """Given and family names as they are spoken, unless the words are more likely those of a body."""
    words = text.split()
    named = all(word[:1].isalpha() for word in words) and not any(character.isdigit() for character in text)
    if not (named and 2 <= len(words) <= 4 and words[0][0].isupper() and words[-1][0].isupper()):
        return {"literal": text}
    return {"literal": text} if BODIES.search(text) else {"family": words[-1], "given": " ".join(words[:-1])}
