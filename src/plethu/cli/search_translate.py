"""`plethu search translate`: a strategy in another platform's way, and what that did to its meaning."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from plethu.cli.files import give, give_json
from plethu.cli.printing import as_lines
from plethu.cli.searches import FROM, StrategyFile, safe, strategy_at
from plethu.cli.usage import LANG, OUTPUT, Command, Given, Option, Refused, WrongUse, text_or_json
from plethu.evidence.text import Language
from plethu.reporting.search_told import note_label, note_sentence
from plethu.searching.changes import Change, Note, Written
from plethu.searching.platforms import PLATFORMS, platform
from plethu.searching.strategy_writing import WrittenStrategy, write_strategy
from plethu.searching.tree import NOWHERE, Place
from plethu.wording import say

ALL, LONGEST, MOST_SHOWN = "all", 60, 6
COMMAND = Command(
    "search translate",
    ("FILE",),
    options=(
        FROM,
        Option("to", "PLATFORM", choices=(*PLATFORMS, ALL)),
        Option("as", "FORM", choices=("lines", "numbered", "whole"), default="lines"),
        Option("words", "DIR"),
        Option("strict"),
        text_or_json(),
        LANG,
        OUTPUT,
    ),
)


def run(given: Given) -> None:
    """Write the strategy for one platform or all. Raises Refused for faults, and for a change under `--strict`.

    `numbered` and `whole` give the search alone, to be copied; what was changed is then said on standard error.
    """
    if not given["to"]:
        raise WrongUse("option-missing", COMMAND.name, option="--to")
    file = strategy_at(given["FILE"], given["from"], COMMAND.name)
    strategy = file.strategy
    targets = [id for id in PLATFORMS if id != file.platform] if given["to"] == ALL else [given["to"]]
    words = _words(given["words"]) if given["words"] else None
    found = [write_strategy(strategy, target, words=words) for target in targets]
    if given["strict"]:
        _refuse_changes(found, file)
    if given["format"] == "json":
        told = [_as_json(each, given.language) for each in found]
        give_json({"from": file.platform, "file": file.file, "translations": told}, given["output"])
    elif given["as"] == "lines":
        lines = [line for each in found for line in _in_lines(each, file, given.language)]
        give(safe(as_lines(lines)), given["output"])
    else:
        _give_alone(found, file, given)


def _words(folder: str) -> Sequence[str]:
    """Every word of the records in a folder of imports, in lower case and in order. Raises BadInput."""
    from plethu.searching.running import texts_in
    from plethu.searching.running.laying import words_by_column

    found = set[str]()
    for text in texts_in(Path(folder)):
        found.update(*words_by_column(text).values())
    return sorted(word for word in found if word[:1].isalnum())


def _refuse_changes(found: Iterable[WrittenStrategy], file: StrategyFile) -> None:
    changed = [each for each in found if any(map(_is_changed, _parts(each)))]

    def lines(language: Language) -> Iterator[str]:
        yield say("command.search.strict", language)
        for each in changed:
            yield f"{platform(each.platform).name}: {_effects(each.effects, language)}"
            for name, written in _named(each, language):
                if _is_changed(written):
                    yield f"  {name}"
                    yield from _notes([note for note in written.notes if _is_change(note)], file, name, language)

    if changed:
        raise Refused(lines)


def _parts(written: WrittenStrategy) -> tuple[Written, ...]:
    return (*(line.written for line in written.lines), written.formula)


def _is_changed(written: Written) -> bool:
    return written.effects != (Change.EXACT,) or any(map(_is_change, written.notes))


def _is_change(note: Note) -> bool:
    return note.change is not Change.EXACT or note.effect is not Change.EXACT


def _give_alone(found: list[WrittenStrategy], file: StrategyFile, given: Given) -> None:
    """The search alone; headed by its platform where there are several."""
    lines, said, language = [], [], given.language
    for each in found:
        text = each.numbered if given["as"] == "numbered" else each.whole.text
        name = platform(each.platform).name
        if not text and len(found) == 1:
            raise WrongUse(f"search-no-{given['as']}", COMMAND.name, platform=name)
        if len(found) > 1:
            lines.append(f"# {name}")
        lines += [text.rstrip("\n") or say(f"command.wrong.search-no-{given['as']}", language, platform=name)]
        lines += [""] if len(found) > 1 else []
        said += list(_said(each, file, language))
    give(as_lines(lines), given["output"])
    print(safe(as_lines(said)), end="", file=sys.stderr)


def _in_lines(written: WrittenStrategy, file: StrategyFile, language: Language) -> Iterator[str]:
    yield f"{platform(written.platform).name}: {_effects(written.effects, language)}"
    yield ""
    for line in written.lines:
        yield " ".join(
            filter(None, (f"{line.number}.", line.name if line.name != str(line.number) else "", line.title))
        )
        yield f"    {line.written.text or '-'}"
        yield from _notes(line.written.notes, file, line.name, language)
    if len(written.lines) > 1:
        yield say("command.search.formula", language)
        yield f"    {written.formula.text or '-'}"
        yield from _notes(written.formula.notes, file, "", language)
    yield ""


def _said(written: WrittenStrategy, file: StrategyFile, language: Language) -> Iterator[str]:
    """What was changed, without the text."""
    yield f"{platform(written.platform).name}: {_effects(written.effects, language)}"
    for line in written.lines:
        if line.written.notes:
            yield f"{line.number}. {line.title}".rstrip()
            yield from _notes(line.written.notes, file, line.name, language)


def _named(written: WrittenStrategy, language: Language) -> Iterator[tuple[str, Written]]:
    yield from ((line.name, line.written) for line in written.lines)
    yield say("command.search.formula", language), written.formula


def _notes(notes: Iterable[Note], file: StrategyFile, block: str, language: Language) -> Iterator[str]:
    """Each kind of note once, with what it is about."""
    told: dict[str, list[str]] = {}
    for note in notes:
        sentence = f"{note_label(note, language)}: {note_sentence(note, language)}"
        about = told.setdefault(sentence, [])
        if (words := _about(file, block, note.source)) and words not in about:
            about.append(words)
    for sentence, about in told.items():
        yield f"  - {sentence}"
        if about:
            more = len(about) - MOST_SHOWN
            shown = about[:MOST_SHOWN] + ([say("command.search.and-more", language, count=more)] if more > 0 else [])
            yield f"      {'  |  '.join(shown)}"


def _about(file: StrategyFile, block: str, place: Place) -> str:
    """What stands in a place, cut where it is long; nothing for the whole of a line."""
    line = file.strategy.block(block)
    if place == NOWHERE or (line and place == line.tree.place):
        return ""
    found = " ".join(file.text_of(block)[place.start : place.end].split())
    return found if len(found) <= LONGEST else f"{found[:LONGEST]}…"


def _effects(effects: Iterable[Change], language: Language) -> str:
    return ", ".join(say(f"search.effect.{effect.value}", language).lower() for effect in effects)


def _as_json(written: WrittenStrategy, language: Language) -> dict[str, Any]:
    return {
        "platform": written.platform,
        "effects": written.effects,
        "lines": [
            {"number": line.number, "name": line.name, "title": line.title, **_written(line.written, language)}
            for line in written.lines
        ],
        "formula": _written(written.formula, language),
        "whole": _written(written.whole, language),
        "numbered": written.numbered,
    }


def _written(written: Written, language: Language) -> dict[str, Any]:
    return {
        "text": written.text,
        "effects": written.effects,
        "notes": [
            {
                "code": note.code,
                "change": note.change,
                "effect": note.effect,
                "contested": note.contested,
                "source": [note.source.start, note.source.end],
                "written": [note.written.start, note.written.end],
                "values": note.values,
                "sentence": note_sentence(note, language),
            }
            for note in written.notes
        ],
    }
