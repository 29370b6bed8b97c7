"""How good a plan of groups is, in words: plainly first, then how it was checked; other plans of one search; advice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plethu.reporting.breakout_told import better_lines, group_lines, proof_lines, quality_lines
from plethu.wording import say
from plethu.workshop.breakouts.bounds import best_bound
from plethu.workshop.breakouts.numbers import Number, numbers_of_groups, rounds_without_repeats
from plethu.workshop.breakouts.people import LARGEST, SMALLEST, Person
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.breakouts_shown import Readable
from plethu_web.workshops.models import Plan


@dataclass(frozen=True, slots=True)
class Told:
    """`plain`: sentences for everybody; `checked`: how that is known, for who wants to check it."""

    plain: list[str]
    checked: list[str]


def told(shown: Readable, others: Sequence[Plan] = ()) -> Told:
    """How good a plan is. `others` are the plans of the same search."""
    given = (shown.people, shown.design, shown.found, reading())
    more = _traded(shown, others) if shown.repaired is None else _repaired(shown, shown.repaired)
    plain = [*quality_lines(*given), *more, *better_lines(*given)]
    return Told(plain, [*_withdrawn(shown), *proof_lines(shown.found, reading())])


def _withdrawn(shown: Readable) -> Iterator[str]:
    gone = shown.found.certificate.people - len(shown.people)
    if gone > 0:
        words = ngettext(
            "%(number)s person has withdrawn since. What follows is of the plan as it was made.",
            "%(number)s people have withdrawn since. What follows is of the plan as it was made.",
            gone,
        )
        yield words % {"number": gone}


def _traded(shown: Readable, others: Sequence[Plan]) -> Iterator[str]:
    """Why people meet again though nobody need, and in which plan they do not."""
    made = shown.found.certificate
    if not made.score.repeats:
        return
    without = next((each for each in others if not each.certificate["made"]["score"]["repeats"]), None)
    if without is not None:
        values = {"number": without.number}
        yield _("Nobody meets twice in version %(number)s; its groups are less evenly mixed.") % values
    elif not best_bound(made.bounds, "repeats") and rounds_without_repeats(made.people, made.groups) >= made.rounds:
        yield _(
            "With this number of groups nobody need meet twice, but for the wishes that are kept: no plan was found in "
            "which both hold. A longer search may find one, or fewer wishes."
        )


def _repaired(shown: Readable, done: dict[str, Any]) -> Iterator[str]:
    yield _("Nobody who had a seat was moved.")
    for number, group, size in done["short"]:
        values = {"round": number, "group": group, "size": size}
        words = ngettext(
            "In round %(round)s, group %(group)s has only %(size)s person: join it with another.",
            "In round %(round)s, group %(group)s has only %(size)s people: join it with another.",
            size,
        )
        yield words % values


def changes(shown: Readable) -> dict[str, Any] | None:
    """Who was left out of a plan that was re-planned, who got a seat and where, and who has none; None for others."""
    done = shown.repaired
    if done is None:
        return None
    late = [shown.labels.get(code, code) for code in done.get("late", ())]
    first, unplaced = done["from_round"], {(shown.labels.get(code, code), r) for code, r in done["unplaced"]}
    where = [{key: str(g) for g, group in enumerate(groups, 1) for key in group} for groups in shown.found.rounds]
    none, away = _("no seat"), say("breakout.away", reading())
    numbers = range(first, len(where) + 1)
    rows = [[key, *(where[r - 1].get(key, none if (key, r) in unplaced else away) for r in numbers)] for key in late]
    heads = [say("breakout.round", reading(), round=r) for r in numbers]
    return {
        "absent": [shown.labels.get(code, code) for code in done.get("absent", ())],
        "early": [shown.labels.get(code, code) for code in done.get("early", ())],
        "columns": [say("breakout.person", reading()), *heads],
        "rows": rows,
        "unplaced": [_no_seat(shown, code, number) for code, number in done["unplaced"]],
    }


def _no_seat(shown: Readable, code: str, number: int) -> str:
    values = {"who": shown.labels.get(code, code), "round": number}
    beside = shown.repaired and shown.repaired.get("beside", {}).get(code)
    if beside:
        values["others"] = ", ".join(shown.labels.get(other, other) for other in beside)
        return _("No group in round %(round)s has room within the rules for %(who)s beside %(others)s.") % values
    return _("No group in round %(round)s has room within the rules for %(who)s.") % values


def written(shown: Readable) -> str:
    """The sheet as plain text."""
    words = told(shown)
    lines = group_lines(shown.people, shown.design, shown.found, reading())
    return "".join(f"{line}\n" for line in (*lines, *words.plain, "", *words.checked))


def numbers(people: Sequence[Person], rounds: int) -> tuple[Number, ...]:
    """What each number of groups means; none where there are no rounds or too few people."""
    return numbers_of_groups(people, rounds, smallest=SMALLEST, largest=LARGEST) if people and rounds else ()


def advice(found: Sequence[Number]) -> dict[str, Any] | None:
    """The same as a table; None where there is nothing to say."""
    if not found:
        return None
    rows = [
        [
            each.groups,
            f"{each.smallest}–{each.largest}" if each.largest > each.smallest else str(each.smallest),
            say(f"breakout.verdict.{each.verdict}", reading(), rounds=each.rounds, repeats=each.repeats),
        ]
        for each in found
    ]
    return {
        "caption": _("What each number of groups means"),
        "columns": [{"text": _("Groups"), "number": True}, _("People in each"), _("Who meets again")],
        "rows": rows,
    }


def suggested(people: int, found: Sequence[Number]) -> int:
    """A number of groups to begin with: one in which nobody meets twice, of the size that talks best."""
    certain = [each.groups for each in found if each.verdict in ("nobody-twice", "wishes")]
    usual = max(1, round(people / 6))
    return min(certain or [each.groups for each in found] or [1], key=lambda groups: abs(groups - usual))


def choices(row: Plan, others: Sequence[Plan]) -> dict[str, Any] | None:
    """The plans of one search beside each other; None where there is one only."""
    if not others:
        return None
    every = sorted([row, *others], key=lambda each: each.number)
    return {
        "plans": [
            {
                "plan": each,
                "is_here": each.pk == row.pk,
                "repeats": each.certificate["made"]["score"]["repeats"],
                "outside": sum(each.certificate["made"]["score"]["imbalance"].values()),
            }
            for each in every
        ]
    }
