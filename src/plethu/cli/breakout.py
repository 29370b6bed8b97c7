"""`plethu breakout`: mixed breakout groups for a list of people; without a number of groups, advice on that number."""

from __future__ import annotations

import gc
import re
import sys
import time
from pathlib import Path
from typing import Any

import msgspec

from plethu.cli.files import give, give_json
from plethu.cli.usage import LANG, OUTPUT, Command, Given, Option, WrongUse
from plethu.evidence.problems import BadInput
from plethu.framework.tables import FORBIDDEN
from plethu.reporting.breakout_clashes import problems_of
from plethu.reporting.breakout_rooms import room_list, video_list
from plethu.reporting.breakout_told import breakouts_values, choice_lines, number_lines, sheet
from plethu.wording import say
from plethu.workshop.breakouts.budget import Budget, Progress
from plethu.workshop.breakouts.constraints import Impossible
from plethu.workshop.breakouts.list_reading import read_people
from plethu.workshop.breakouts.numbers import numbers_of_groups
from plethu.workshop.breakouts.people import LARGEST, MOST_GROUPS, MOST_ROUNDS, MOST_WEIGHT, SMALLEST, Design, Person
from plethu.workshop.breakouts.planning import Breakouts, plan_breakouts

COMMAND = Command(
    "breakout",
    ("PEOPLE",),
    options=(
        Option("groups", "NUMBER"),
        Option("rounds", "NUMBER"),
        Option("balance", "COLUMNS"),
        Option("sizes", "LEAST-MOST"),
        Option("seed", "NUMBER"),
        Option("seconds", "NUMBER"),
        Option("moves", "NUMBER"),
        Option("choice", "NUMBER"),
        Option("format", "FORMAT", choices=("text", "json", "rooms", "csv", "pptx"), default="text"),
        OUTPUT,
        LANG,
    ),
)
SECONDS, MOST_SECONDS, MOST_MOVES, MOST_SEED = 10, 3600, 10_000_000_000, 2**63 - 1


def run(given: Given) -> None:
    """Plan the groups and print them. Raises BadInput for the list and its wishes, WrongUse for the options."""
    gc.enable()
    if given["format"] == "pptx" and not given["output"]:
        raise WrongUse("needs-output", "breakout", format="pptx")
    design = _design(given)
    budget, seed = _budget(given), _number(given, "seed", 0, MOST_SEED, 1)
    choice = _number(given, "choice", 1, 9, 1)
    people = read_people(Path(given["PEOPLE"]), tuple(design.balance), name=given["PEOPLE"])
    if not given["groups"]:
        _advise(given, people, design)
        return
    try:
        found = plan_breakouts(people, design, seed=seed, budget=budget)
    except Impossible as error:
        raise BadInput(*problems_of(error, design, given["PEOPLE"])) from None
    if choice > len(found.plans):
        raise WrongUse("choice-missing", "breakout", value=str(choice), most=str(len(found.plans)))
    _print(given, people, design, found, choice - 1)


def _print(given: Given, people: tuple[Person, ...], design: Design, found: Breakouts, choice: int) -> None:
    plan, language = found.plans[choice], given.language
    if given["format"] == "json":
        give_json(breakouts_values(found, choice), given["output"])
    elif given["format"] == "rooms":
        give(room_list(people, plan, language), given["output"])
    elif given["format"] == "csv":
        give(video_list(plan, language), given["output"])
    elif given["format"] == "pptx":
        from plethu.reporting.breakout_slides import slides  # takes a third of a second to load

        give(slides(people, design, plan, language), given["output"])
    else:
        lines = list(sheet(people, design, plan, language))
        if choices := list(choice_lines(found, language)):
            lines += ["", say("command.breakout.choices", language), *(f"  {line}" for line in choices)]
        give("".join(f"{FORBIDDEN.sub('�', line)}\n" for line in lines), given["output"])


def _advise(given: Given, people: tuple[Person, ...], design: Design) -> None:
    numbers = numbers_of_groups(people, design.rounds, smallest=design.smallest, largest=design.largest)
    if given["format"] == "json":
        values: dict[str, Any] = {"people": len(people), "rounds": design.rounds}
        give_json({**values, "numbers": msgspec.to_builtins(numbers)}, given["output"])
        return
    sizes = (design.smallest, design.largest)
    lines = number_lines(len(people), design.rounds, numbers, sizes, given.language)
    give("".join(f"{line}\n" for line in lines), given["output"])


def _design(given: Given) -> Design:
    smallest, largest = _sizes(given["sizes"])
    return Design(
        groups=_number(given, "groups", 1, MOST_GROUPS, 1),
        rounds=_number(given, "rounds", 1, MOST_ROUNDS, 1),
        balance=_balance(given["balance"]),
        smallest=smallest,
        largest=largest,
    )


def _number(given: Given, name: str, least: int, most: int, default: int) -> int:
    text = given[name]
    if not text:
        return default
    if not (text.isascii() and text.isdigit() and len(text) < 25 and least <= int(text) <= most):
        raise WrongUse("out-of-range", "breakout", option=f"--{name}", least=str(least), most=str(most))
    return int(text)


def _sizes(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,3})-(\d{1,3})", text) if text else None
    smallest, largest = (int(found[1]), int(found[2])) if found else (SMALLEST, LARGEST)
    if (text and not found) or not SMALLEST <= smallest <= largest <= LARGEST:
        raise WrongUse("sizes-form", "breakout", option="--sizes", least=str(SMALLEST), most=str(LARGEST))
    return smallest, largest


def _balance(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for part in filter(None, (each.strip() for each in text.split(","))):
        name, equals, weight = (each.strip() for each in part.rpartition("="))
        if not equals:
            name, weight = part, "1"
        good = name and name not in found and weight.isascii() and weight.isdigit() and len(weight) < 4
        if not good or not 1 <= int(weight) <= MOST_WEIGHT:
            raise WrongUse("balance-form", "breakout", value=part, most=str(MOST_WEIGHT))
        found[name] = int(weight)
    return found


def _budget(given: Given) -> Budget:
    moves = _number(given, "moves", 1, MOST_MOVES, 0)
    seconds = _number(given, "seconds", 1, MOST_SECONDS, 0 if moves else SECONDS)
    progress = _Shown() if sys.stderr.isatty() else None
    return Budget(moves, seconds=seconds, now=time.monotonic, progress=progress)


class _Shown:
    """Progress on one line of the terminal."""

    def __init__(self) -> None:
        self.last = -1

    def __call__(self, progress: Progress) -> None:
        percent = int(progress.share * 100)
        if percent != self.last:
            self.last = percent
            end = "\r\x1b[2K" if percent >= 100 else ""
            print(f"\r\x1b[2K{percent} %{end}", end="", file=sys.stderr, flush=True)
