"""`plethu search known`: known items that a strategy finds, misses and why, and those not among the records."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec

from plethu.cli.files import give, give_json
from plethu.cli.printing import as_lines
from plethu.cli.searches import FROM, refused, safe, strategy_at
from plethu.cli.usage import LANG, OUTPUT, Command, Given, Option, WrongUse, text_or_json
from plethu.evidence.problems import BadInput
from plethu.evidence.text import Language
from plethu.reporting.search_missed import tell_missed
from plethu.searching.faults import Unreadable
from plethu.searching.known import Known, Outcome, check_known, known_in
from plethu.searching.running.texts import records_with_ids
from plethu.wording import say

STATES = ("found", "missed", "absent")
COMMAND = Command(
    "search known",
    ("FILE",),
    options=(FROM, Option("records", "DIR"), Option("known", "KNOWN"), text_or_json(), LANG, OUTPUT),
)


def run(given: Given) -> None:
    """Say what becomes of each known item. Raises BadInput for a file or folder that cannot be used."""
    gc.enable()
    for option in ("records", "known"):
        if not given[option]:
            raise WrongUse("option-missing", COMMAND.name, option=f"--{option}")
    file = strategy_at(given["FILE"], given["from"], COMMAND.name)
    strategy, known = file.strategy, _known(given["known"])
    try:
        found = check_known(strategy, known, records_with_ids(Path(given["records"])))
    except Unreadable as error:
        raise refused([file], {file.file: error.faults}) from error
    if given["format"] == "json":
        items = [_as_json(each, given.language) for each in found]
        give_json({"file": file.file, "platform": file.platform, **_counts(found), "items": items}, given["output"])
    else:
        give(safe(as_lines(_lines(found, given.language))), given["output"])


def _known(path: str) -> tuple[Known, ...]:
    """The known items of a file; its problems name it as it was typed. Raises WrongUse for a file with none."""
    try:
        found = known_in(Path(path))
    except BadInput as error:
        name = Path(path).name
        raise BadInput(
            *(msgspec.structs.replace(each, file=path) if each.file == name else each for each in error.problems)
        ) from None
    if not found:
        raise WrongUse("search-no-known", COMMAND.name, file=path)
    return found


def _counts(found: Sequence[Outcome]) -> dict[str, int]:
    return {state: sum(each.state == state for each in found) for state in STATES}


def _lines(found: Sequence[Outcome], language: Language) -> Iterator[str]:
    yield say("command.search.known", language, count=len(found), **_counts(found))
    for state in STATES:
        here = [each for each in found if each.state == state]
        if here:
            yield ""
            yield say(f"command.search.known.{state}", language)
        for each in here:
            yield f"  {each.known.written or '-'}"
            yield from (f"      {line}" for line in (tell_missed(each.missed, language) if each.missed else ()))


def _as_json(each: Outcome, language: Language) -> dict[str, Any]:
    known = each.known
    return {
        "known": known.written,
        "line": known.line,
        "doi": known.doi,
        "pmid": known.pmid,
        "state": each.state,
        "ids": each.ids,
        "why": tell_missed(each.missed, language) if each.missed else (),
    }
