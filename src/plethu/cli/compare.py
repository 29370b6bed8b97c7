"""`plethu compare`: two situations, as the models they amount to, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.cli.files import edition_at, give, give_json, situation_at
from plethu.cli.printing import as_lines
from plethu.cli.usage import EDITION, LANG, OUTPUT, Command, Given, text_or_json
from plethu.cli.whatif import difference_lines
from plethu.evidence.text import Language
from plethu.framework.advising import advise
from plethu.framework.edition import Edition
from plethu.framework.index import index_of
from plethu.framework.models import Model, ModelComparison, compare_models, model_of
from plethu.framework.situation import Situation
from plethu.framework.whatif import differences
from plethu.reporting.telling import tell_answers
from plethu.wording import say

COMMAND = Command("compare", arguments=("FIRST", "SECOND"), options=(EDITION, LANG, text_or_json(), OUTPUT))


def run(given: Given) -> None:
    """Say which actions two situations choose, which answers differ, and how the advice does."""
    edition = edition_at(given["edition"])
    situations = [situation_at(given[argument], edition) for argument in COMMAND.arguments]
    first, second = (advise(edition, situation) for situation in situations)
    models = [
        model_of(advice, advice.situation.name or given[argument])
        for advice, argument in zip((first, second), COMMAND.arguments, strict=True)
    ]
    compared, found = compare_models(*models), differences(first, second)
    if given["format"] == "json":
        give_json(
            {"first": models[0], "second": models[1], "compared": compared, "differences": found}, given["output"]
        )
        return
    language = given.language
    lines = [*_answers(situations, models, edition, language), "", *_actions(compared, models, edition, language), ""]
    if found:
        lines.append(say("command.compare.advice", language))
    lines += difference_lines(found, edition, language)
    give(as_lines(lines), given["output"])


def _answers(situations: list[Situation], models: list[Model], edition: Edition, language: Language) -> Iterator[str]:
    """The questions they answer differently, with both answers."""
    told = [{(a.part, a.key): a for a in tell_answers(s, edition, language)} for s in situations]
    differing = [
        place
        for place in dict.fromkeys((*told[0], *told[1]))
        if len({str(t[place].answer) if place in t else "" for t in told}) > 1
    ]
    yield say("command.compare.answers" if differing else "command.compare.no-answers", language)
    for place in differing:
        yield f"  {next(t[place].question for t in told if place in t)}"
        for model, answers in zip(models, told, strict=True):
            given = str(answers[place].answer) if place in answers else say("command.compare.not-said", language)
            yield f"    {model.name}: {given}"


def _actions(compared: ModelComparison, models: list[Model], edition: Edition, language: Language) -> Iterator[str]:
    """The actions that both, or one of them, have in *now* or *keep going*."""
    names = index_of(edition).actions
    groups = [(say("command.compare.both", language), compared.both)]
    for model, own in zip(models, (compared.only_first, compared.only_second), strict=True):
        groups.append((say("command.compare.only", language, name=model.name), own))
    for heading, actions in groups:
        yield heading
        yield from (f"  {names[action].name.text(language)}" for action in actions)
        if not actions:
            yield f"  {say('command.compare.none', language)}"
