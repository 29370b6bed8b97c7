"""Free text made safe for any document: no characters that XML forbids, none that turn the reading direction."""

from __future__ import annotations

import re

_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls
    "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"  # marks, overrides and isolates of direction
    "\ud800-\udfff\ufffe\uffff]"  # lone surrogates and what is no character at all
)


def clean(text: str) -> str:
    """The text without unfit characters, its white space run together."""
    return re.sub(r"\s+", " ", _UNFIT.sub("", text))
