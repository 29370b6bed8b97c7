"""Plans of groups as pages and files show them: groups, a table twin, the certificate in plain words, advice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plethu.evidence.problems import Problem
from plethu.evidence.text import Language
from plethu.reporting.breakout_told import certificate_lines, group_title, name_shown, sheet
from plethu.wording import say
from plethu.wording.problems import problem_sentence
from plethu.workshop.breakouts.certificate import Certificate
from plethu.workshop.breakouts.instance import chosen_facilitators
from plethu.workshop.breakouts.numbers import numbers_of_groups
from plethu.workshop.breakouts.people import LARGEST, SMALLEST, Design, Person
from plethu.workshop.breakouts.planning import Plan as Found
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.models import Plan
from plethu_web.workshops.queries import breakouts as queries


@dataclass(frozen=True, slots=True)
class Readable:
    """A plan that is made, with its people under the names that may be shown."""

    people: tuple[Person, ...]
    design: Design
    found: Found
    repaired: dict[str, Any] | None
    labels: dict[str, str]


def readable(plan: Plan) -> Readable:
    """A plan as the library's printing reads it."""
    labels = queries.labels_of(plan.workshop)
    seats = queries.seats_in(plan)
    rounds = tuple(tuple(tuple(labels.get(c, c) for c in group) for group in groups) for groups in seats)
    seated = {code for groups in seats for group in groups for code in group}
    people = tuple(_labelled(p, labels) for p in queries.people_to_seat(plan.workshop) if p.key in seated)
    made = _in_words(msgspec.convert(plan.certificate["made"], Certificate))
    return Readable(
        people, queries.design_of(plan), Found(rounds, made.score, made), plan.certificate.get("repaired"), labels
    )


def _labelled(person: Person, labels: dict[str, str]) -> Person:
    def named(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(labels.get(key, key) for key in keys)

    return msgspec.structs.replace(
        person, key=labels.get(person.key, person.key), together=named(person.together), apart=named(person.apart)
    )


def _in_words(made: Certificate) -> Certificate:
    """The certificate with its attributes by their names in the language of the page."""
    imbalance = {attribute(name): count for name, count in made.score.imbalance.items()}
    weights = {attribute(name): weight for name, weight in made.weights.items()}
    score = msgspec.structs.replace(made.score, imbalance=imbalance)
    return msgspec.structs.replace(made, score=score, weights=weights)


def attribute(name: str) -> str:
    """The name of what groups are mixed by."""
    return say(f"workshop.attribute.{name}", reading()).lower()


def rounds(shown: Readable) -> list[tuple[str, list[tuple[str, list[str]]]]]:
    """Each round with its groups, each with its people."""
    language, made = reading(), shown.found.certificate
    leads = chosen_facilitators(shown.people, shown.design)
    return [
        (
            say("breakout.round", language, round=r),
            [
                (group_title(g, made, language), [name_shown(key, leads, language) for key in group])
                for g, group in enumerate(groups, 1)
            ],
        )
        for r, groups in enumerate(shown.found.rounds, 1)
    ]


def twin(shown: Readable) -> dict[str, Any]:
    """The same as a table: a row for each person, a column for each round."""
    language = reading()
    where = [{key: g for g, group in enumerate(groups, 1) for key in group} for groups in shown.found.rounds]
    keys = sorted({key for at in where for key in at}, key=str.casefold)
    away = say("breakout.away", language)
    columns = [say("breakout.person", language)]
    columns += [say("breakout.round", language, round=r) for r in range(1, len(where) + 1)]
    return {
        "caption": _("Where each person goes"),
        "columns": columns,
        "rows": [[key, *(str(at[key]) if key in at else away for at in where)] for key in keys],
    }


def proof(shown: Readable) -> list[str]:
    """How good the plan is, in sentences; for one that was re-planned, what became of whom."""
    if shown.repaired is None:
        return list(certificate_lines(shown.found, reading()))
    return list(_repaired(shown, shown.repaired))


def _repaired(shown: Readable, done: dict[str, Any]) -> Iterator[str]:
    yield _("Nobody who had a seat was moved.")
    repeats = shown.found.score.repeats
    language: Language = reading()
    yield say("breakout.repeats" if repeats else "breakout.no-repeats", language, count=repeats)
    for code, number in done["unplaced"]:
        values = {"who": shown.labels.get(code, code), "round": number}
        yield _("No group in round %(round)s has room within the rules for %(who)s.") % values
    for number, group, size in done["short"]:
        values = {"round": number, "group": group, "size": size}
        yield (
            ngettext(
                "In round %(round)s, group %(group)s has only %(size)s person: join it with another.",
                "In round %(round)s, group %(group)s has only %(size)s people: join it with another.",
                size,
            )
            % values
        )


def written(shown: Readable) -> str:
    """The sheet as plain text."""
    lines = list(sheet(shown.people, shown.design, shown.found, reading()))
    if shown.repaired is not None:
        own = len(list(certificate_lines(shown.found, reading())))
        lines = [*lines[:-own], *proof(shown)]
    return "".join(f"{line}\n" for line in lines)


def problems(plan: Plan) -> list[str]:
    """Why no plan could be made: which rules clash, and which are enough to drop."""
    found = msgspec.convert(plan.certificate.get("problems", ()), tuple[Problem, ...])
    return [problem_sentence(problem, reading()) for problem in found]


def advice(people: int, rounds: int) -> dict[str, Any] | None:
    """What each number of groups would mean, as a table; None where there are no rounds or too few people."""
    numbers = numbers_of_groups(people, rounds, smallest=SMALLEST, largest=LARGEST) if people and rounds else ()
    if not numbers:
        return None
    rows = [
        [
            each.groups,
            f"{each.smallest}–{each.largest}" if each.largest > each.smallest else str(each.smallest),
            say(f"breakout.verdict.{each.verdict}", reading(), rounds=each.rounds, repeats=each.repeats),
        ]
        for each in numbers
    ]
    return {
        "caption": _("What each number of groups means"),
        "columns": [{"text": _("Groups"), "number": True}, _("People in each"), _("Who meets again")],
        "rows": rows,
    }


def suggested(people: int, rounds: int) -> int:
    """A number of groups to begin with: one in which nobody meets twice, of the size that talks best."""
    numbers = numbers_of_groups(people, rounds) if people and rounds else ()
    certain = [each.groups for each in numbers if each.verdict == "nobody-twice"]
    usual = max(1, round(people / 6))
    return min(certain or [each.groups for each in numbers] or [1], key=lambda groups: abs(groups - usual))
