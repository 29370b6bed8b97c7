"""A record as a search sees it: texts by field, a date as far as it is known, languages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from plethu.searching.tree import Fields

COLUMNS = ("title", "abstract", "keywords")
EVERYWHERE: Fields = frozenset(COLUMNS)
_SAME = {"headings": "keywords"}  # files seldom part the authors' keywords from the database's headings
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?")
MONTHS, ALL_YEAR, ALL_MONTH = range(1, 13), 9999, 99


@dataclass(frozen=True, slots=True)
class Text:
    """One record. `fields` has `title`, `abstract`, `keywords`, `headings`; a value is a text or a list of them.

    `date` is EDTF, a day, a month, a year or an interval of those; empty where it is not known.
    `languages` are ISO 639-1 codes; none where it is not known.
    """

    id: str
    fields: Mapping[str, str | Sequence[str]] = field(default_factory=dict)
    date: str = ""
    languages: tuple[str, ...] = ()

    def values(self, column: str) -> list[str]:
        """The texts of one of COLUMNS; headings stand with the keywords."""
        names = (column, *(name for name, same in _SAME.items() if same == column))
        found: list[str] = []
        for name in names:
            value = self.fields.get(name, ())
            found += [value] if isinstance(value, str) else value
        return found


def searched(fields: Fields) -> Fields:
    """Those of the fields that records have here: `headings` are among the keywords; others are left out."""
    if "all" in fields:
        return EVERYWHERE
    return frozenset(_SAME.get(name, name) for name in fields) & EVERYWHERE


def missing(fields: Fields) -> Fields:
    """The fields that records do not have here, so that nothing can be found in them."""
    return frozenset(name for name in fields if _SAME.get(name, name) not in EVERYWHERE)


def days(date: str) -> tuple[int, int] | None:
    """The earliest and the latest day that a date may mean, as numbers to compare: `2020-03` is 20200300 to 20200399.

    None for a date that is not known or not in EDTF. Seasons are known to the year.
    """
    ends = [_DATE.fullmatch(end.strip()) for end in date.split("/")[:2]]
    found = [_ends(end) for end in ends if end]
    if not found or len(found) < len(ends):
        return None
    return (min(low for low, _ in found), max(high for _, high in found))


def _ends(found: re.Match[str]) -> tuple[int, int]:
    year, month, day = (int(part or 0) for part in found.groups())
    first = year * 10_000
    if month not in MONTHS:
        return first, first + ALL_YEAR
    first += month * 100
    return (first + day, first + day) if day else (first, first + ALL_MONTH)


def limits(start: str, end: str) -> tuple[int, int] | None:
    """What a range of dates lets through, in the numbers of `days`; None where one of its ends is no date."""
    low, high = days(start) if start else (0, 0), days(end) if end else (99_999_999, 99_999_999)
    return (low[0], high[1]) if low and high else None


def within(date: str, start: str, end: str) -> bool:
    """Whether a date lies in a range, at the precision that is known: `2020` lies in a range from `2020-03`."""
    if not start and not end:
        return True
    found, range_ = days(date), limits(start, end)
    return bool(found and range_ and found[1] >= range_[0] and found[0] <= range_[1])
