"""How wide letters are, so that words in a drawing can be broken into lines. Widths are those of a wide sans serif
typeface: what fits by them fits in any typeface of the site."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WIDE = {
    "'": 0.28, " ,.IJijl": 0.32, "-/:;\\f|": 0.38, "!()[]rt": 0.41, '"': 0.46, "*_`sz": 0.53, "?Lc": 0.56,
    "FPTYaekovxy": 0.62, "$0123456789EKSbdghnpqu{}": 0.65, "ABCRVXZ": 0.7, "DGHNU": 0.76, "&OQw": 0.82,
    "#+<=>M^~": 0.86, "%m": 0.98, "@W": 1.0,
}  # fmt: skip
_OF_LETTER = {letter: width for letters, width in _WIDE.items() for letter in letters}
BOLD = 1.12


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is at a size, in the unit of the size; rather too much than too little."""
    letters = (c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return sum(_OF_LETTER.get(letter, 1.0) for letter in letters) * size * (BOLD if bold else 1)


def wrap(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """The text in lines no wider than the room. A word that is wider is cut."""
    lines: list[str] = []
    for word, glued in _pieces(text, room, size, bold):
        if glued and width(lines[-1] + word, size, bold=bold) <= room:
            lines[-1] += word
            continue
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and not glued and width(joined, size, bold=bold) <= room:
            lines[-1] = joined
            continue
        while width(word, size, bold=bold) > room and len(word) > 1:
            cut = _fitting(word, room, size, bold)
            lines.append(word[:cut])
            word = word[cut:]
        lines.append(word)
    return lines or [""]


def _pieces(text: str, room: float, size: float, bold: bool) -> Iterator[tuple[str, bool]]:
    """The words; one that is too wide in pieces that end in a slash or hyphen, each said to be glued to the last."""
    for word in text.split():
        pieces = re.split(r"(?<=[/-])(?=.)", word) if width(word, size, bold=bold) > room else [word]
        yield from ((piece, n > 0) for n, piece in enumerate(pieces))


def _fitting(word: str, room: float, size: float, bold: bool) -> int:
    return next((n for n in range(len(word) - 1, 0, -1) if width(word[:n], size, bold=bold) <= room), 1)
