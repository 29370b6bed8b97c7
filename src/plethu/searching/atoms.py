"""Pieces of a search that are whole by themselves: headings, dates, languages, names of lines."""

from __future__ import annotations

import calendar
import re

from plethu.searching.faults import Fault, Unreadable
from plethu.searching.languages import code_of
from plethu.searching.platforms import DateForm, Platform, pattern
from plethu.searching.tree import And, Dated, Heading, InLanguage, Line, Node, Or, Place

MOST_LINES = 1_000


def atom_at(text: str, position: int, rules: Platform) -> Node | None:
    """A heading, date limit, language limit or line that begins here."""
    return (
        _heading(text, position, rules)
        or _date(text, position, rules)
        or _language(text, position, rules)
        or _line(text, position, rules)
    )


def run_of_lines(text: str, position: int, rules: Platform) -> Node | None:
    """`or/1-5` and its like: the lines it stands for. Raises Unreadable for a run that is turned round or too long."""
    found = pattern(rules.lines.range).match(text, position) if rules.lines.range else None
    if not found:
        return None
    place = Place(position, found.end())
    first, last = int(found["from"]), int(found["to"])
    if not 0 < last - first < MOST_LINES:
        raise Unreadable(Fault("run-of-lines", place, {"run": found[0]}))
    lines = tuple(Line(str(number), place) for number in range(first, last + 1))
    return Or(lines, place) if found["op"].lower() == "or" else And(lines, place)


def _heading(text: str, position: int, rules: Platform) -> Node | None:
    for form in rules.headings:
        if found := pattern(form.read).match(text, position):
            place = Place(position, found.end())
            return Heading(found["term"].strip(), form.vocabulary, form.explode, form.major, place)
    return None


def _date(text: str, position: int, rules: Platform) -> Node | None:
    for form in rules.dates:
        if found := pattern(form.read).match(text, position):
            start, end = _years_or_days(found.groupdict(), form)
            place = Place(position, found.end())
            if start and end and start > end:
                raise Unreadable(Fault("dates-turned", place, {"start": start, "end": end}))
            return Dated(start, end, place)
    return None


def _years_or_days(groups: dict[str, str | None], form: DateForm) -> tuple[str, str]:
    if one := groups.get("one"):
        return one, one
    start, end = groups.get("start") or "", groups.get("end") or ""
    if after := groups.get("after"):
        start = after if after == form.open[0] else str(int(after) + 1)
    if before := groups.get("before"):
        end = before if before == form.open[1] else str(int(before) - 1)
    return "" if start == form.open[0] else _iso(start), "" if end == form.open[1] else _iso(end)


def _iso(day: str) -> str:
    digits = re.sub(r"\D", "", day)
    return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}" if len(digits) == 8 else digits


def _language(text: str, position: int, rules: Platform) -> Node | None:
    found = pattern(rules.languages.read).match(text, position) if rules.languages else None
    code = code_of(found["language"]) if found else ""
    return InLanguage((code,), Place(position, found.end())) if found and code else None


def _line(text: str, position: int, rules: Platform) -> Node | None:
    found = pattern(rules.lines.read).match(text, position) if rules.lines.read else None
    if not found or (found.end() < len(text) and not re.match(r"[\s)]", text[found.end()])):
        return None
    return Line(str(int(found["name"])), Place(position, found.end()))


def first_day(date: str) -> str:
    """The first day of a year, a month or a day, as `2020-03-01`."""
    return date + {4: "-01-01", 7: "-01"}.get(len(date), "")


def last_day(date: str) -> str:
    """The last day of a year, a month or a day."""
    if len(date) == 7:
        return f"{date}-{calendar.monthrange(int(date[:4]), int(date[5:]))[1]:02}"
    return date + ("-12-31" if len(date) == 4 else "")
