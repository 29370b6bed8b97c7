"""Wishes that cannot all be kept, as problems with the list: where each stands, and which are enough to drop."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.evidence.problems import Problem
from plethu.workshop.breakouts.constraints import Clash, Impossible, Rule
from plethu.workshop.breakouts.people import Design


def problems_of(error: Impossible, design: Design, file: str) -> list[Problem]:
    """Every rule of every clash, numbered by clash, then the least to drop."""
    found: list[Problem] = []
    for number, clash in enumerate(error.clashes, 1):
        if clash.code == "rules-clash":
            found += [_clashing(rule, file, number) for rule in clash.rules]
        else:
            found += _of_numbers(clash, design, file)
    return found + [_to_drop(rule, file) for rule in error.drop]


def _of_numbers(clash: Clash, design: Design, file: str) -> Iterator[Problem]:
    values = {
        "round": str(clash.round), "people": str(clash.people), "fewest": str(clash.fewest), "most": str(clash.most),
        "smallest": str(design.smallest), "largest": str(design.largest),
    }  # fmt: skip
    if clash.code == "people-too-many":
        yield Problem("breakout-people-too-many", file, values=values)
    elif clash.code == "people-too-few":
        yield Problem("breakout-people-too-few", file, values=values)
    else:
        yield Problem("breakout-not-found", file)


def _clashing(rule: Rule, file: str, number: int) -> Problem:
    values = {"clash": str(number), "one": rule.people[0], "other": rule.people[-1], "group": str(rule.group)}
    if rule.kind == "together":
        return Problem("breakout-clash-together", file, rule.line, "", values)
    if rule.kind == "apart":
        return Problem("breakout-clash-apart", file, rule.line, "", values)
    if rule.kind == "facilitates":
        return Problem("breakout-clash-facilitates", file, rule.line, "", values)
    return Problem("breakout-clash-welsh", file, rule.line, "", values)


def _to_drop(rule: Rule, file: str) -> Problem:
    values = {"one": rule.people[0], "other": rule.people[-1], "group": str(rule.group)}
    if rule.kind == "together":
        return Problem("breakout-drop-together", file, rule.line, "", values)
    if rule.kind == "apart":
        return Problem("breakout-drop-apart", file, rule.line, "", values)
    if rule.kind == "facilitates":
        return Problem("breakout-drop-facilitates", file, rule.line, "", values)
    return Problem("breakout-drop-welsh", file, rule.line, "", values)
