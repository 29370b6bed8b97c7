"""Dates as people and databases print them, turned into EDTF where that can be done without guessing.

Nothing is made more precise than it is printed: "03/12/2021" has two readings and gives the year only. The words of
months and seasons are known in English and Welsh.
"""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

EARLIEST, LATEST = 1000, 2199
LONGEST = 200  # characters; what is longer is no date
_NAMES = (
    ("jan", "january", "ion", "ionawr"), ("feb", "february", "chwef", "chwefror"), ("mar", "march", "maw", "mawrth"),
    ("apr", "april", "ebr", "ebrill"), ("may", "mai"), ("jun", "june", "meh", "mehefin"),
    ("jul", "july", "gorff", "gorffennaf"), ("aug", "august", "awst"), ("sep", "sept", "september", "medi"),
    ("oct", "october"), ("nov", "november", "tach", "tachwedd"), ("dec", "december", "rhag", "rhagfyr"),
    (), (), (), (), (), (), (), (),
    ("spring", "gwanwyn"), ("summer", "haf"), ("autumn", "fall"), ("winter", "gaeaf"),  # hydref is October as well
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names}  # 21 to 24 are seasons, as in EDTF
_ABOUT = re.compile(r"^(?:c|ca|circa|about|around|approx\.?|approximately|est\.?|tua|oddeutu)[.\s]\s*(?=[\d\[(])", re.I)
_OPEN_END = re.compile(
    r"^(?:since|from|ers|o)\s+(.+)$|^(.+?)\s*(?:[-–—/]|\bto\b)\s*(?:present|now|ongoing|date|)$", re.I
)
_OPEN_START = re.compile(r"^(?:before|until|up to|pre|cyn|hyd at)[\s-]+(\d.*)$", re.I)
_NUMERIC = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_PADDED = re.compile(r"(\d{4})/(\d{0,2})/(\d{0,2})(?:/(.*))?", re.S)
_LAST = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")
_YEARS = re.compile(r"(\d{4})\s*(?:[-–—/]|\bto\b|\bi\b)\s*(\d{4}|\d{2})", re.I)
_RANGE = re.compile(r"\s*(?:[-–—/]|\bto\b)\s*", re.I)
_WORDS = re.compile(r"\d+|[^\W\d_]+")


@lru_cache(maxsize=8192)
def edtf_of(printed: str) -> str:
    """The EDTF (levels 0 and 1) of a printed date; empty where it cannot be told. Always passes `is_edtf` if not empty.

    Shapes: `2020`, `2020-03`, `2020-03-15`, `2019-21` (spring), `2020-03/2020-04`, `2015/..`, `2018~`, `2018?`, `201X`.
    """
    text = " ".join(printed.split())[:LONGEST]
    if not all(character in "0123456789" for character in text if character.isdigit()):
        return ""  # digits of other scripts count by other calendars as often as not
    for reading in (_padded, _plain, _unspecified, _open, _between):
        if found := reading(text):
            return found
    return _only_year(text)


def _padded(text: str) -> str:
    """As RIS has it: year/month/day/other, any of the last three empty or zero."""
    found = _PADDED.fullmatch(text)
    if not found:
        return ""
    year, month, day, other = found.groups()
    if not int(month or 0) and other and (season := MONTHS.get(other.strip(" .").lower())):
        return _date(year, season)
    return _date(year, int(month or 0), int(day or 0))


def _plain(text: str) -> str:
    """Numbers and month names of one date."""
    about = "~" if _ABOUT.match(text) else ""
    text = _ABOUT.sub("", text).strip("[]() .,;©")
    if text.endswith("?"):
        text, about = text[:-1], "?"
    date = _numbers(text) or _named(text)
    return date + about if date and "/" not in date else date


def _numbers(text: str) -> str:
    text = re.sub(r"[T ]\d{1,2}:\d{2}.*$", "", text)
    if re.fullmatch(r"(1[5-9]|20|21)\d{6}", text):
        return _date(text[:4], int(text[4:6]), int(text[6:]))
    if found := _NUMERIC.fullmatch(text):
        year, month, day = found[1], int(found[2] or 0), int(found[3] or 0)
        if not found[3] and month > 12:
            return ""
        if not found[3] and month and "-" not in text and month == int(year[2:]) + 1:
            return _date(year)  # 2011/12 is a month or a school year
        return _date(year, month, day)
    if found := _LAST.fullmatch(text):
        return _year_last(int(found[1]), int(found[3]), found[4], found[2])
    found = re.fullmatch(r"(\d{1,2})[/.-](\d{4})", text)
    return _date(found[2], int(found[1])) if found and 1 <= int(found[1]) <= 12 else ""


def _year_last(first: int, second: int, year: str, dot: str) -> str:
    if dot == "." or first > 12 or first == second:
        return _date(year, second, first)
    return _date(year, first, second) if second > 12 else _date(year)


def _named(text: str) -> str:
    """One year, one month or season, at most one day, in any order: `15th Nov 2017`, `2017 Nov 15`, `SEP 2018`."""
    words = [re.sub(r"^(\d+)(?:st|nd|rd|th)$", r"\1", word) for word in re.split(r"[\s,.\-/]+", text.lower()) if word]
    years = [word for word in words if re.fullmatch(r"\d{4}", word)]
    months = [MONTHS[word] for word in words if word in MONTHS]
    days = [int(word) for word in words if re.fullmatch(r"\d{1,2}", word)]
    if len(words) != len(years) + len(months) + len(days) or len(years) != 1 or len(months) != 1 or len(days) > 1:
        return ""
    if days and months[0] > 12:
        return ""
    return _date(years[0], months[0], *days)


def _unspecified(text: str) -> str:
    """A decade or a century: `1990s`, `199-`, `19--`, `20th century`."""
    text = text.lower().strip("[]. ")
    if found := re.fullmatch(r"(?:the )?(\d{3})(?:0s|0'?s|[-?x_])", text):
        return f"{found[1]}X" if EARLIEST <= int(found[1]) * 10 <= LATEST else ""
    if found := re.fullmatch(r"(\d{2})(?:--|\?\?|xx|__)", text):
        return f"{found[1]}XX" if EARLIEST <= int(found[1]) * 100 <= LATEST else ""
    found = re.fullmatch(r"(?:the )?(1[1-9]|2[0-2])(?:st|nd|rd|th) century", text)
    return f"{int(found[1]) - 1}XX" if found else ""


def _open(text: str) -> str:
    if found := _OPEN_START.match(text):
        end = _plain(found[1])
        return f"../{end}" if end and "/" not in end else ""
    found = _OPEN_END.match(text)
    start = _plain(found[1] or found[2]) if found else ""
    return f"{start}/.." if start and "/" not in start else ""


def _between(text: str) -> str:
    """From one date to another, the earlier one often without the year: `2020 Mar-Apr`, `4-8 Aug. 2020`, `2015-23`."""
    text = text.strip("[]() .")
    if found := _YEARS.fullmatch(text):
        return _interval(_date(found[1]), _date(found[2] if len(found[2]) == 4 else found[1][:2] + found[2]))
    if season := re.fullmatch(r"(?:winter|gaeaf) (\d{4})\s*[-–/]\s*(\d{4}|\d{2})", text, re.I):
        return _between(f"{season[1]}-{season[2]}")
    ends = _RANGE.split(text)
    if len(ends) != 2:
        return ""
    return _interval(*_filled(*(_WORDS.findall(end.lower()) for end in ends)))


def _filled(first: list[str], last: list[str]) -> tuple[str, str]:
    """Two ends as dates, each taking from the other the year or month that it lacks."""
    for mine, other in ((first, last), (last, first)):
        if not any(len(word) == 4 and word.isdigit() for word in mine):
            mine += [word for word in other if len(word) == 4 and word.isdigit()][:1]
        if not any(word in MONTHS for word in mine):
            mine += [word for word in other if word in MONTHS][:1]
    return _named(" ".join(first)), _named(" ".join(last))


def _interval(first: str, last: str) -> str:
    return f"{first}/{last}" if first and last and first < last and len(first) == len(last) else ""


def _only_year(text: str) -> str:
    """The year, where the words name exactly one and nothing else says when: `Start date: 20170812`, `Q1 2020`."""
    for eight in re.findall(r"(?<!\d)(?:1[5-9]|20)\d{6}(?!\d)", text):
        return _numbers(eight)
    years = {year for year in re.findall(r"(?<![\d.])[0-9]{4}(?!\d)", text) if EARLIEST <= int(year) <= LATEST}
    return years.pop() if len(years) == 1 else ""


def _date(year: str, month: int = 0, day: int = 0) -> str:
    """A date as far as its parts can be: an impossible day leaves the month, an impossible month the year."""
    if not EARLIEST <= int(year) <= LATEST:
        return ""
    if not (1 <= month <= 12 or 21 <= month <= 24):
        return year
    if month > 12 or not 1 <= day <= monthrange(int(year), month)[1]:
        return f"{year}-{month:02}"
    return f"{year}-{month:02}-{day:02}"
