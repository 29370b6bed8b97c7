"""Plans of groups as pages and files show them: groups with their blocks, a table twin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from django.utils.translation import gettext as _

from plethu.reporting.breakout_told import group_title, name_shown
from plethu.wording import say
from plethu.workshop.breakouts.certificate import Certificate
from plethu.workshop.breakouts.instance import chosen_facilitators
from plethu.workshop.breakouts.people import Design, Person
from plethu.workshop.breakouts.planning import Plan as Found
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.models import Plan
from plethu_web.workshops.queries import breakouts as queries
from plethu_web.workshops.subjects import contexts

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


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
    everybody = queries.people_to_seat(plan.workshop, with_absent=True)
    people = tuple(_labelled(p, labels) for p in everybody if p.key in seated)
    made = _in_words(msgspec.convert(plan.certificate["made"], Certificate))
    design = queries.design_of(plan)
    design = msgspec.structs.replace(design, balance={attribute(name): w for name, w in design.balance.items()})
    return Readable(people, design, Found(rounds, made.score, made), plan.certificate.get("repaired"), labels)


def _labelled(person: Person, labels: dict[str, str]) -> Person:
    def named(keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(labels.get(key, key) for key in keys)

    values = {attribute(name): value for name, value in person.values.items()} | {"": person.values.get("sector", "")}
    return msgspec.structs.replace(
        person,
        key=labels.get(person.key, person.key),
        values=values,
        together=named(person.together),
        apart=named(person.apart),
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


@dataclass(frozen=True, slots=True, order=True)
class Sector:
    """A sector as blocks show it: its letter, its number for a colour, and its name. Empty where nobody said."""

    letter: str
    number: int
    name: str


def sectors(shown: Readable) -> dict[str, Sector]:
    """The sectors of those who are seated, in the order of the list of sectors."""
    there = {p.values.get("", "") for p in shown.people}
    names = [(each.id, each.name.text(reading())) for each in contexts().values("sector") if each.id in there]
    found = {id: Sector(LETTERS[n], n % 8 + 1, name) for n, (id, name) in enumerate(names[: len(LETTERS)])}
    if there - found.keys():
        found[""] = Sector("–", 0, _("Not said"))
    return found


def rounds(shown: Readable, known: Mapping[str, Sector]) -> list[dict[str, Any]]:
    """Each round with its groups, each with its people and their blocks; and how many of each sector are in each."""
    leads = chosen_facilitators(shown.people, shown.design)
    here = [(p.key, p.values.get("", "")) for p in shown.people]
    of = {key: known[sector if sector in known else ""] for key, sector in here}
    found = []
    for r, groups in enumerate(shown.found.rounds, 1):
        title = say("breakout.round", reading(), round=r)
        titled = [
            {
                "name": group_title(g, shown.found.certificate, reading()),
                "people": [name_shown(key, leads, reading()) for key in group],
                "blocks": sorted(of[key] for key in group if key in of),
            }
            for g, group in enumerate(groups, 1)
        ]
        found.append({"title": title, "groups": titled, "table": _sectors_table(title, titled, known)})
    return found


def _sectors_table(title: str, groups: Sequence[dict[str, Any]], known: Mapping[str, Sector]) -> dict[str, Any]:
    columns: list[Any] = [_("Group")]
    columns += [{"text": f"{each.letter}: {each.name}", "number": True} for each in known.values()]
    rows = [[group["name"], *(group["blocks"].count(each) for each in known.values())] for group in groups]
    return {"caption": _("%(round)s: how many of each sector") % {"round": title}, "columns": columns, "rows": rows}


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
