"""`plethu search run`: a strategy over imported records: hits per line, per term, and beside another strategy."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from plethu.cli.files import give, give_json
from plethu.cli.printing import as_lines
from plethu.cli.search_index import index_of
from plethu.cli.searches import FROM, StrategyFile, fault_as_json, place_of, refused, safe, strategy_at
from plethu.cli.usage import LANG, OUTPUT, Command, Given, Option, WrongUse, text_or_json
from plethu.evidence.text import Language
from plethu.reporting.search_missed import tell_missed
from plethu.reporting.search_told import fault_sentence
from plethu.searching.faults import Fault, Unreadable
from plethu.searching.running import (
    BlockCount,
    Compared,
    Index,
    Missed,
    Run,
    TermCount,
    Text,
    compare,
    run_strategy,
    texts_in,
)
from plethu.wording import say

MOST_SHOWN = 20  # records of each side, in text
COMMAND = Command(
    "search run",
    ("FILE",),
    options=(
        FROM,
        Option("records", "DIR"),
        Option("terms"),
        Option("against", "FILE"),
        Option("against-from", "PLATFORM", choices=FROM.choices),
        text_or_json(),
        LANG,
        OUTPUT,
    ),
)


def run(given: Given) -> None:
    """Run the strategy, and compare it where another is given. Raises Refused at the end for what cannot be run."""
    gc.enable()
    folder, file, other = _given(given)
    with index_of(folder, given.language) as index:
        found = run_strategy(file.strategy, index, terms=bool(given["terms"]))
        compared, titles = _compared(file, other, index, folder) if other else (None, {})
    if given["format"] == "json":
        told = _as_json(found, file, given.language)
        if compared and other:
            told["against"] = _compared_as_json(compared, other, titles, given.language)
        give_json(told, given["output"])
    else:
        lines = [*_lines(found, file, str(folder), given.language)]
        if compared and other:
            lines += ["", *_differences(compared, file, other, titles, given.language)]
        give(safe(as_lines(lines)), given["output"])
    if found.faults:
        raise refused([file], {file.file: found.faults})


def _given(given: Given) -> tuple[Path, StrategyFile, StrategyFile | None]:
    """The folder, the strategy and the other strategy. Raises Refused for faults, WrongUse for what is missing."""
    if not given["records"]:
        raise WrongUse("option-missing", COMMAND.name, option="--records")
    file = strategy_at(given["FILE"], given["from"], COMMAND.name)
    other = strategy_at(given["against"], given["against-from"], COMMAND.name) if given["against"] else None
    unread = [each for each in (file, other) if each and each.read.faults]
    if unread:
        raise refused(unread)
    return Path(given["records"]), file, other


def _lines(found: Run, file: StrategyFile, folder: str, language: Language) -> Iterator[str]:
    yield say("command.search.searched", language, folder=folder, count=f"{found.size:,}")
    names = [" ".join(filter(None, (f"{block.name}.", block.title))) for block in found.blocks]
    whole = say("command.search.whole", language)
    formula = file.strategy.formula_text
    names.append(f"{whole} ({formula})" if formula else whole)
    hits = [_number(count) for count in (*(block.hits for block in found.blocks), found.hits)]
    wide, long = max(map(len, names)), max(map(len, hits))
    yield from (f"  {name:<{wide}}  {count:>{long}}" for name, count in zip(names, hits, strict=True))
    for block in found.blocks:
        if block.terms:
            yield ""
            yield from _terms(block, file, language)
    remarks = [f"  {place_of(file, remark)}{fault_sentence(remark, language)}" for remark in found.remarks]
    yield from ["", say("command.search.otherwise", language), *dict.fromkeys(remarks)] if remarks else []
    yield from ["", say("command.search.proves", language)]


def _number(count: int | None) -> str:
    return "-" if count is None else f"{count:,}"


def _terms(block: BlockCount, file: StrategyFile, language: Language) -> Iterator[str]:
    """The terms of a block, those that find most first."""
    yield say("command.search.terms", language, block=block.name)
    heads = [say(f"command.search.terms.{name}", language) for name in ("hits", "alone", "whole")]
    rows = [(_typed(term, block.name, file), term) for term in sorted(block.terms, key=lambda term: -term.hits)]
    wide = max(len(name) for name, _ in rows)
    yield "  " + " " * wide + "".join(f"  {head}" for head in heads)
    for name, term in rows:
        counts = (term.hits, term.alone, term.alone_whole)
        columns = "".join(f"  {count:>{len(head)},}" for head, count in zip(heads, counts, strict=True))
        remark = "noise" if term.is_noise else "" if term.hits else "nothing"
        yield f"  {name:<{wide}}{columns}" + (f"  {say(f'command.search.terms.{remark}', language)}" if remark else "")


def _compared(
    file: StrategyFile, other: StrategyFile, index: Index, folder: Path
) -> tuple[Compared | None, Mapping[str, str]]:
    """The two beside each other, and the titles of the records that only one finds; None where one cannot be run."""
    try:
        found = compare(file.strategy, other.strategy, index, most=0)
        wanted = {*found.only_a, *found.only_b}
        texts: dict[str, Text] = {text.id: text for text in texts_in(folder) if text.id in wanted} if wanted else {}
        found = compare(file.strategy, other.strategy, index, text_of=texts.get)
    except Unreadable as error:
        faulty = other if _cannot_run(file, index) is None else file
        raise refused([faulty], {faulty.file: error.faults}) from error
    return found, {id: " ".join(text.values("title")) or id for id, text in texts.items()}


def _cannot_run(file: StrategyFile, index: Index) -> tuple[Fault, ...] | None:
    return run_strategy(file.strategy, index, terms=False).faults or None


def _differences(
    found: Compared, file: StrategyFile, other: StrategyFile, titles: Mapping[str, str], language: Language
) -> Iterator[str]:
    names = {"first": file.file, "second": other.file}
    yield say("command.search.against", language, both=f"{found.both:,}", **names)
    if found.is_same:
        yield say("command.search.same", language)
    sides = (("lost", "-", found.only_a, found.why_not_b), ("gained", "+", found.only_b, found.why_not_a))
    for code, sign, ids, why in sides:
        if not ids:
            continue
        yield say(f"command.search.{code}", language, count=f"{len(ids):,}", **names)
        for id, missed in list(zip(ids, why, strict=False))[:MOST_SHOWN]:
            yield f"  {sign} {titles.get(id, id)}"
            yield from (f"      {sentence}" for sentence in tell_missed(missed, language))
        if len(ids) > MOST_SHOWN:
            yield f"  {sign} {say('command.search.and-more', language, count=len(ids) - MOST_SHOWN)}"


def _as_json(found: Run, file: StrategyFile, language: Language) -> dict[str, Any]:
    return {
        "file": file.file,
        "platform": file.platform,
        "records": found.size,
        "digest": found.digest,
        "hits": found.hits,
        "ids": found.ids,
        "blocks": [
            {
                "name": block.name,
                "title": block.title,
                "hits": block.hits,
                "terms": [_term(each, block.name, file) for each in block.terms],
            }
            for block in found.blocks
        ],
        "faults": [fault_as_json(each, file, language) for each in found.faults],
        "remarks": [fault_as_json(each, file, language) for each in found.remarks],
    }


def _typed(term: TermCount, block: str, file: StrategyFile) -> str:
    """A term as it stands in its block."""
    return " ".join(file.text_of(block)[term.node.place.start : term.node.place.end].split())


def _term(term: TermCount, block: str, file: StrategyFile) -> dict[str, Any]:
    return {
        "term": _typed(term, block, file),
        "hits": term.hits,
        "alone": term.alone,
        "alone_whole": term.alone_whole,
        "kept": term.kept,
        "is_noise": term.is_noise,
    }


def _compared_as_json(
    found: Compared, other: StrategyFile, titles: Mapping[str, str], language: Language
) -> dict[str, Any]:
    def side(ids: Iterable[str], why: Iterable[Missed]) -> list[dict[str, Any]]:
        reasons = {missed.id: tell_missed(missed, language) for missed in why}
        return [{"id": id, "title": titles.get(id, ""), "why": reasons.get(id, ())} for id in ids]

    return {
        "file": other.file,
        "platform": other.platform,
        "both": found.both,
        "lost": side(found.only_a, found.why_not_b),
        "gained": side(found.only_b, found.why_not_a),
    }
