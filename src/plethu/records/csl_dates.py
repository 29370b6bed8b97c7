"""Dates of CSL-JSON, made from a printed date or EDTF, and said again as text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from plethu.evidence.dates import is_edtf
from plethu.evidence.printed_dates import edtf_of

Date = dict[str, Any]
_PART = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?([?~%]?)")
_SHORT = re.compile(r"[0-9]{1,4}")
SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}


def date_of(printed: str) -> Date | None:
    """A date in its own words as CSL has it: in parts where they are certain, else as it stands; None for none."""
    printed = " ".join(printed.split())
    if not printed:
        return None
    return from_edtf(printed if is_edtf(printed) else edtf_of(printed)) or {"literal": printed}


def from_edtf(edtf: str) -> Date | None:
    """EDTF of level 0 or 1 as a date of CSL; None where CSL has no parts for it (an open end, an unknown year)."""
    found = [_PART.fullmatch(end) for end in edtf.split("/")] if edtf else []
    parts: list[list[int]] = []
    date: Date = {}
    for end in found:
        if end is None:
            return None
        numbers = [int(number) for number in end.groups()[:3] if number]
        if len(numbers) > 1 and numbers[1] in SEASONS:
            if len(found) > 1:
                return None
            date["season"] = SEASONS[numbers.pop(1)]
        if end[4]:
            date["circa"] = True
        parts.append(numbers)
    return {"date-parts": parts, **date} if parts else None


def edtf_from(date: object) -> str:
    """A date of CSL as EDTF; empty where it has no parts or they are no date."""
    if not isinstance(date, Mapping):
        return ""
    parts = date.get("date-parts")
    if not isinstance(parts, list) or not 0 < len(parts) < 3:
        return edtf_of(_own_words(date))
    season = next((key for key, value in SEASONS.items() if str(value) == str(date.get("season", ""))), 0)
    ends = [_end(part, season, "~" if date.get("circa") not in (None, False, 0, "") else "") for part in parts]
    found = "/".join(ends)
    return found if all(ends) and is_edtf(found) else ""


def printed_of(date: object) -> str:
    """A date of CSL as text: its own words where it has them, else in numbers, and an interval with a slash."""
    if not isinstance(date, Mapping):
        return str(date or "")
    parts = date.get("date-parts")
    if (own := _own_words(date)) or not isinstance(parts, list):
        return own
    return edtf_from(date) or "/".join("-".join(map(str, part)) for part in parts if isinstance(part, list))


def _own_words(date: Mapping[str, Any]) -> str:
    return next((str(date[key]) for key in ("literal", "raw") if isinstance(date.get(key), str) and date[key]), "")


def _end(part: object, season: int, sign: str) -> str:
    if not isinstance(part, list) or not 0 < len(part) < 4:
        return ""
    numbers = [int(n) for n in part if isinstance(n, int | str) and _SHORT.fullmatch(str(n))]
    if len(numbers) != len(part):
        return ""
    if season and len(numbers) == 1:
        numbers.append(season)
    return f"{numbers[0]:04d}" + "".join(f"-{number:02d}" for number in numbers[1:]) + sign
