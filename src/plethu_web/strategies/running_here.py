"""A strategy counted over an index: blocks, terms, known items, translations, and what changed since the run before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from plethu.searching import strategy as library
from plethu.searching.faults import Fault, Unreadable
from plethu.searching.known import Known, Outcome, check_known, known_lines, known_record
from plethu.searching.running import Index
from plethu.searching.running.comparing import compare, drift
from plethu.searching.running.missed import Missed
from plethu.searching.running.patterns import pieces_of
from plethu.searching.running.strategies import BlockCount, TermCount, run_strategy
from plethu.searching.running.strategies import Run as LibraryRun
from plethu.searching.strategy_writing import write_lines
from plethu.searching.tree import Heading, Node, Phrase, Unquoted, Wildcard, Word, plain, terms
from plethu_web.strategies.models import Run
from plethu_web.strategies.queries.runs import records_to_search, run_before

MOST_WORDS = 20_000
MOST_LISTED = 500  # records gained or lost that are listed by name; all are counted
Progress = Callable[[int, int], None]
Pause = Callable[[], bool]


def counted(
    run: Run, strategy: library.Strategy, index: Index, progress: Progress, pause: Pause
) -> tuple[dict[str, Any], list[int]]:
    """All that the page of a run shows, as plain values, and the keys of all records that were found.

    `pause` is called again and again, so that what takes long can be stopped: it raises where it is to stop.
    """
    outcomes = _known(run, strategy, pause)
    wanted = [id for outcome in outcomes for id in outcome.ids]
    counts = run_strategy(strategy, index, progress, pause, wanted=wanted)
    result = {
        "size": counts.size,
        "digest": counts.digest,
        "hits": counts.hits,
        "blocks": [_block(block, strategy) for block in counts.blocks],
        "faults": [_fault(each) for each in counts.faults],
        "remarks": [_fault(each) for each in counts.remarks],
        "known": [_outcome(each) for each in outcomes],
        "compared": {target: _compared(strategy, target, index, pause) for target in run.targets},
        "drift": _drift(run, counts),
        "words": words_of_records(strategy, index, pause),
    }
    return result, [int(id) for id in counts.ids]


def words_of_records(strategy: library.Strategy, index: Index, pause: Pause) -> list[str]:
    """The words of the records that the strategy's open-ended words match: what writes groups out as whole words."""
    found: dict[str, None] = {}
    for block in strategy.blocks:
        for word in _open_words(block.tree):
            pause()
            for piece in pieces_of(word):
                found |= dict.fromkeys(index.words(piece) or ())
    return sorted(found)[:MOST_WORDS]


def _open_words(node: Node) -> Iterator[Word]:
    for term in terms(node):
        words = (term,) if isinstance(term, Word) else term.words if isinstance(term, Phrase | Unquoted) else ()
        yield from (word for word in words if any(isinstance(part, Wildcard) for part in word.parts))


def _block(count: BlockCount, strategy: library.Strategy) -> dict[str, Any]:
    block = strategy.block(count.name)
    text = block.text if block else ""
    terms = [_term(term, text) for term in count.terms]
    return {"name": count.name, "title": count.title, "hits": count.hits, "terms": terms}


def _term(count: TermCount, text: str) -> dict[str, Any]:
    node = count.node
    shown = text[node.place.start : node.place.end]
    if not shown and isinstance(node, Word | Phrase | Unquoted | Heading):
        shown = plain(node)
    return {
        "term": shown,
        "hits": count.hits,
        "alone": count.alone,
        "alone_whole": count.alone_whole,
        "wanted": count.wanted,
        "is_noise": count.is_noise,
    }


def _fault(fault: Fault) -> dict[str, Any]:
    return {"code": fault.code, "values": fault.values, "block": fault.block}


def _known(run: Run, strategy: library.Strategy, pause: Pause) -> tuple[Outcome, ...]:
    """What became of the known items; none for a strategy that cannot be run, which its faults say."""
    items = [*known_lines(run.known_text), *_known_of_import(run)]
    if not items:
        return ()
    try:
        return check_known(strategy, items, _records(run), pause)
    except Unreadable:
        return ()


def _known_of_import(run: Run) -> Iterator[Known]:
    if run.known_import_id:
        rows = records_to_search(run.strategy).filter(source=run.known_import_id)
        for number, csl in enumerate(rows.values_list("csl", flat=True).iterator(chunk_size=500), 1):
            yield known_record(csl, number)


def _records(run: Run) -> Iterator[tuple[str, Mapping[str, Any]]]:
    rows = records_to_search(run.strategy).values_list("pk", "csl").iterator(chunk_size=500)
    return ((str(pk), csl) for pk, csl in rows)


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {
        "written": outcome.known.written,
        "state": outcome.state,
        "records": [int(id) for id in outcome.ids],
        "missed": _missed(outcome.missed) if outcome.missed else None,
    }


def _missed(missed: Missed) -> dict[str, Any]:
    return {
        "has_no_abstract": missed.has_no_abstract,
        "failures": [
            {
                "block": failure.block,
                "title": failure.title,
                "others": failure.others,
                "is_dropped": failure.is_dropped,
                "reasons": [{"code": reason.code, "values": reason.values} for reason in failure.reasons],
            }
            for failure in missed.failures
        ],
    }


def _compared(strategy: library.Strategy, target: str, index: Index, pause: Pause) -> dict[str, Any]:
    """What the translation gains and loses here; `is_impossible` where it cannot be written or run whole."""
    there = translated_strategy(strategy, target)
    if there is None:
        return {"is_impossible": True}
    try:
        found = compare(strategy, there, index, cancelled=pause)
    except Unreadable:
        return {"is_impossible": True}
    return {
        "is_impossible": False,
        "both": found.both,
        "lost": len(found.only_a),
        "gained": len(found.only_b),
        "lost_records": [int(id) for id in found.only_a[:MOST_LISTED]],
        "gained_records": [int(id) for id in found.only_b[:MOST_LISTED]],
        "why_lost": {each.id: _missed(each) for each in found.why_not_b},
        "why_gained": {each.id: _missed(each) for each in found.why_not_a},
    }


def translated_strategy(strategy: library.Strategy, target: str) -> library.Strategy | None:
    """The strategy as it means on another platform; None where a line or the formula cannot be written there."""
    lines, joining = write_lines(strategy, target)
    formula = joining.tree  # names lines by their numbers; None where the platform has no lines
    blocks = [
        library.Block(
            line.name if formula is None else str(line.number),
            line.title if formula is None else f"{line.name}. {line.title}".rstrip(". "),
            line.written.tree,
            line.written.text,
        )
        for line in lines
        if line.written.tree is not None
    ]
    if len(blocks) < len(strategy.blocks):
        return None
    joined = library.formula_of(strategy) if formula is None else formula
    return library.Strategy(target, tuple(blocks), joined, strategy.name, strategy.database)


def _drift(run: Run, later: LibraryRun) -> dict[str, Any] | None:
    """What changed since the run before; None for the first one."""
    before = run_before(run)
    if before is None:
        return None
    found = drift(_as_library(before), later)
    return {
        "run": str(before.pk),
        "new": [int(id) for id in found.new[:MOST_LISTED]],
        "gone": [int(id) for id in found.gone[:MOST_LISTED]],
        "new_count": len(found.new),
        "gone_count": len(found.gone),
        "is_same_records": found.is_same_records,
        "lines": [
            {"name": line.name, "before": line.before, "after": line.after, "is_flagged": line.is_flagged}
            for line in (*found.lines, found.whole)
        ],
    }


def _as_library(run: Run) -> LibraryRun:
    result = run.result
    blocks = tuple(BlockCount(block["name"], block["title"], block["hits"]) for block in result["blocks"])
    return LibraryRun(blocks, result["hits"], tuple(map(str, run.found)), result["digest"], result["size"])
