"""`plethu whatif`: the difference another answer makes, or which answers would make the most."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.cli.files import edition_at, give, give_json, situation_at
from plethu.cli.printing import answer_line, as_lines
from plethu.cli.setting import with_settings
from plethu.cli.usage import EDITION, LANG, OUTPUT, Command, Given, Option, WrongUse, text_or_json
from plethu.evidence.text import Language
from plethu.framework.advice import Change
from plethu.framework.advising import advise
from plethu.framework.edition import Edition
from plethu.framework.models import answer_differences
from plethu.framework.situation import Situation
from plethu.framework.whatif import Difference, differences, sweep
from plethu.reporting.telling import tell_answers, tell_change, tell_differences
from plethu.wording import say

SHOWN = "10"
SET, MOST = Option("set", "PART.KEY=VALUE", many=True), Option("most", "NUMBER", default=SHOWN)
COMMAND = Command("whatif", arguments=("SITUATION",), options=(SET, MOST, EDITION, LANG, text_or_json(), OUTPUT))


def run(given: Given) -> None:
    """Say what the given settings change; without any, which single answers would change most."""
    edition = edition_at(given["edition"])
    situation = situation_at(given["SITUATION"], edition)
    if settings := given.options.get("set"):
        after = with_settings(situation, settings, edition)
        found = differences(advise(edition, situation), advise(edition, after))
        if given["format"] == "json":
            give_json({"answers": answer_differences(situation, after), "differences": found}, given["output"])
        else:
            give(as_lines(_difference(situation, after, found, edition, given.language)), given["output"])
        return
    ranked = _ranked(edition, situation)
    shown = ranked[: _number(given)]
    if given["format"] == "json":
        give_json({"tried": len(ranked), "answers": [{"change": c, "moves": m} for c, m in shown]}, given["output"])
    else:
        give(as_lines(_most(shown, len(ranked), edition, given.language)), given["output"])


def _number(given: Given) -> int:
    if not given["most"].isdecimal() or not 0 < len(given["most"]) < 10 or int(given["most"]) < 1:
        raise WrongUse("not-a-number", COMMAND.name, option="--most")
    return int(given["most"])


def _difference(
    before: Situation, after: Situation, found: tuple[Difference, ...], edition: Edition, language: Language
) -> Iterator[str]:
    old = {(a.part, a.key): a.answer.text for a in tell_answers(before, edition, language)}
    yield say("command.whatif.changed", language)
    for told in tell_answers(after, edition, language):
        if old.get((told.part, told.key)) != told.answer.text:
            yield f"  {answer_line(told)}"
    kept = {(a.part, a.key) for a in tell_answers(after, edition, language)}
    for told in tell_answers(before, edition, language):
        if (told.part, told.key) not in kept:
            yield f"  {answer_line(told, say('command.compare.not-said', language))}"
    yield ""
    yield from difference_lines(found, edition, language)


def difference_lines(
    found: tuple[Difference, ...], edition: Edition, language: Language, before: Edition | None = None
) -> Iterator[str]:
    """Differences in words, each with what the advice now also rests on, or no longer."""
    if not found:
        yield say("command.whatif.same", language)
        return
    yield say("command.whatif.differences", language)
    for told in tell_differences(found, edition, language, before):
        yield f"  {told.words}"
        for code, grounds in (("for", told.grounds_added), ("against", told.grounds_removed)):
            if grounds:
                ids = ", ".join(ground.id for ground in grounds)
                yield f"    {say(f'command.whatif.{code}', language, grounds=ids)}"


def _ranked(edition: Edition, situation: Situation) -> list[tuple[Change, tuple[Difference, ...]]]:
    """Every single change with the actions it would move to another lane, those that move most first."""
    now = {a.action: a for a in advise(edition, situation).actions}
    found = []
    for change, moved in sweep(edition, situation):
        moves = tuple(
            Difference(id, now[id].lane, lane, now[id].verdict, verdict, (), ())
            for id, lane, verdict in moved
            if now[id].lane != lane and not (change.part == "in_place" and change.key == id)
        )
        found.append((change, moves))
    return sorted(found, key=lambda each: -len(each[1]))


def _most(
    ranked: list[tuple[Change, tuple[Difference, ...]]], tried: int, edition: Edition, language: Language
) -> Iterator[str]:
    moving = [(change, moves) for change, moves in ranked if moves]
    if not moving:
        yield say("command.whatif.most.none", language)
        return
    yield say("command.whatif.most.heading", language, count=tried)
    for number, (change, moves) in enumerate(moving, 1):
        words = tell_change(change, edition, language).words
        yield ""
        yield f"{number:>3}. {say('command.whatif.most.one', language, change=words, count=len(moves))}"
        yield from (f"       {told.words}" for told in tell_differences(moves, edition, language))
