"""Wishes that cannot all be kept, as problems with the list: where each stands, and which are enough to drop."""

from __future__ import annotations

from collections.abc import Mapping

from plethu.evidence.problems import Problem
from plethu.evidence.text import Language
from plethu.wording import say
from plethu.workshop.breakouts.constraints import Clash, Impossible, Rule
from plethu.workshop.breakouts.people import Design


def problems_of(error: Impossible, design: Design, file: str) -> list[Problem]:
    """Every rule of every clash, numbered by clash, then the least to drop."""
    found: list[Problem] = []
    for number, clash in enumerate(error.clashes, 1):
        if clash.code == "rules-clash":
            found += [_clashing(rule, file, number) for rule in clash.rules]
        else:
            found.append(of_numbers(clash, design, file))
    return found + [_to_drop(rule, file, n, len(error.drop)) for n, rule in enumerate(error.drop, 1)]


def of_numbers(clash: Clash, design: Design, file: str) -> Problem:
    """A clash that is not between wishes: too many people, or too few, and for what."""
    values = {
        "round": str(clash.round), "people": str(clash.people), "fewest": str(clash.fewest), "most": str(clash.most),
        "smallest": str(design.smallest), "largest": str(design.largest),
    }  # fmt: skip
    if clash.code.startswith("people-"):
        return _of_people(clash, file, values)
    if clash.code == "welsh-too-few":
        return Problem("breakout-welsh-too-few", file, values=values)
    if clash.code == "welsh-too-many":
        return Problem("breakout-welsh-too-many", file, values=values)
    if clash.code == "others-too-few":
        return Problem("breakout-others-too-few", file, values=values)
    if clash.code == "others-too-many":
        return Problem("breakout-others-too-many", file, values=values)
    return Problem("breakout-not-found", file)


def _of_people(clash: Clash, file: str, values: dict[str, str]) -> Problem:
    if clash.fewest > clash.most:
        return Problem("breakout-people-no-number", file, values=values)
    values["numbers"] = f"{clash.fewest}–{clash.most}" if clash.most > clash.fewest else str(clash.most)
    if clash.code == "people-too-many":
        return Problem("breakout-people-too-many", file, values=values)
    return Problem("breakout-people-too-few", file, values=values)


def rule_in_words(rule: Rule, names: Mapping[str, str], language: Language) -> str:
    """A wish as a clause, with people by their names where they have some."""
    one, other = names.get(rule.people[0], rule.people[0]), names.get(rule.people[-1], rule.people[-1])
    return say(f"breakout.rule.{rule.kind}", language, one=one, other=other, group=rule.group)


def _clashing(rule: Rule, file: str, number: int) -> Problem:
    values = {"clash": str(number), "one": rule.people[0], "other": rule.people[-1], "group": str(rule.group)}
    if rule.kind == "together":
        return Problem("breakout-clash-together", file, rule.line, "", values)
    if rule.kind == "apart":
        return Problem("breakout-clash-apart", file, rule.line, "", values)
    if rule.kind == "facilitates":
        return Problem("breakout-clash-facilitates", file, rule.line, "", values)
    return Problem("breakout-clash-welsh", file, rule.line, "", values)


def _to_drop(rule: Rule, file: str, number: int, count: int) -> Problem:
    values = {
        "one": rule.people[0], "other": rule.people[-1], "group": str(rule.group),
        "number": str(number), "count": str(count),
    }  # fmt: skip
    if rule.kind == "together":
        return Problem("breakout-drop-together", file, rule.line, "", values)
    if rule.kind == "apart":
        return Problem("breakout-drop-apart", file, rule.line, "", values)
    if rule.kind == "facilitates":
        return Problem("breakout-drop-facilitates", file, rule.line, "", values)
    return Problem("breakout-drop-welsh", file, rule.line, "", values)
