"""`plethu search platforms`: what is known of how each platform is searched, with sources and dates."""

from __future__ import annotations

import msgspec

from plethu.cli.files import give, give_json
from plethu.cli.printing import as_lines
from plethu.cli.usage import LANG, OUTPUT, Command, Given, WrongUse, nearest, text_or_json
from plethu.evidence.text import Language
from plethu.reporting.search_platforms import tell_platform
from plethu.searching.platforms import PLATFORMS, platform
from plethu.wording import say

COMMAND = Command("search platforms", optional=("ID",), options=(text_or_json(), LANG, OUTPUT))


def run(given: Given) -> None:
    """List the platforms, or tell all that is known of one."""
    id = given["ID"]
    if id and id not in PLATFORMS:
        raise WrongUse(
            "search-platform", COMMAND.name, value=id, near=nearest(id, PLATFORMS), known=", ".join(PLATFORMS)
        )
    if given["format"] == "json":
        known = [msgspec.to_builtins(platform(each), order="deterministic") for each in PLATFORMS]
        give_json(known[PLATFORMS.index(id)] if id else known, given["output"])
        return
    lines = _of_one(id, given.language) if id else _all(given.language)
    give(as_lines(lines), given["output"])


def _all(language: Language) -> list[str]:
    width = max(map(len, PLATFORMS))
    lines = []
    for id in PLATFORMS:
        told = tell_platform(platform(id), language)
        kind = "command.search.reads-and-writes" if told.reads else "command.search.writes-only"
        lines.append(f"{id:<{width}}  {told.name}: {say(kind, language)}, {told.checked}")
    return [*lines, "", say("command.search.one-platform", language)]


def _of_one(id: str, language: Language) -> list[str]:
    told = tell_platform(platform(id), language)
    lines = [f"{told.name} ({told.checked})", ""]
    for fact in told.facts:
        doubt = f" [{say('search.effect.contested', language)}]" if fact.contested else ""
        source = f" ({fact.source})" if fact.source else ""
        lines.append(f"{fact.label}: {fact.text}{doubt}{source}")
    lines += ["", say("command.search.sources", language)]
    for each in told.sources:
        lines += [f"  {each.id}: {each.title}. {each.seen}; {each.strength}.", f"    {each.says}"]
        lines += [f"    {each.address}"] if each.address else []
    return lines
