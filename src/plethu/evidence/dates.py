"""Imprecise dates: the words as printed, and EDTF (ISO 8601-2:2019, levels 0 and 1) for what can be computed.

What turns the one into the other is in `printed_dates`.
"""

from __future__ import annotations

import re

from plethu.evidence.printed_dates import edtf_of

__all__ = ["edtf_of", "is_edtf", "years"]

_DATE = r"\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[?~%]?|\d{3}X|\d{2}XX"
_EDTF = re.compile(rf"(?:{_DATE})|(?:(?:{_DATE})|\.\.|)/(?:(?:{_DATE})|\.\.|)")


def is_edtf(text: str) -> bool:
    """Whether a text is a date, a season, an unspecified year or an interval as this package writes them."""
    return bool(_EDTF.fullmatch(text)) and text not in ("/", "../..", "../", "/..")


def years(edtf: str) -> tuple[int, int] | None:
    """The first and last year that a date can mean; None where it has no bound on a side, or no date at all."""
    ends = edtf.split("/")
    if not edtf or not all(end[:1].isdigit() for end in ends):
        return None
    return int(ends[0][:4].replace("X", "0")), int(ends[-1][:4].replace("X", "9"))
