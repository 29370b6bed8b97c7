"""The strategy beside what the review has promised: dates, languages, databases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from plethu.searching.checking.codes import found
from plethu.searching.checking.findings import Criteria, Finding
from plethu.searching.checking.platform_rules import known_database, named_databases
from plethu.searching.checking.spelled import spelled
from plethu.searching.strategy import Strategy
from plethu.searching.tree import Dated, InLanguage, Node, walk

WHOLE_DATABASES = {"scopus": "Scopus", "wos": "Web of Science", "pubmed": "PubMed", "embase": "Embase",
                   "cochrane": "Cochrane Library", "lens": "Lens"}  # fmt: skip


def limits(strategy: Strategy, criteria: Criteria) -> Iterator[Finding]:
    """Dates and languages of the strategy beside those of the criteria. Wider is no fault: screening narrows it."""
    nodes = [(block.name, node) for block in strategy.blocks for node in walk(block.tree)]
    if strategy.formula:
        nodes += [("", node) for node in walk(strategy.formula)]
    yield from _dates(strategy, criteria, nodes)
    for block, node in nodes:
        if isinstance(node, InLanguage) and (lost := _languages_lost(node, criteria)):
            codes, way = ",".join(node.codes), "lost" if criteria.languages else "unnamed"
            yield found(
                "language-differs", codes, block=block, place=node.place, has=codes, lost=",".join(lost), way=way
            )


def _languages_lost(node: InLanguage, criteria: Criteria) -> list[str]:
    """Languages that the criteria name and the limit leaves out; `*` where they name none."""
    if not criteria.languages:
        return ["*"]
    return [code for code in criteria.languages if code not in node.codes]


def _dates(strategy: Strategy, criteria: Criteria, nodes: list[tuple[str, Node]]) -> Iterator[Finding]:
    if not (criteria.start or criteria.end):
        return
    dated = [(block, node) for block, node in nodes if isinstance(node, Dated)]
    way = "between" if criteria.start and criteria.end else "since" if criteria.start else "until"
    values = {"start": criteria.start, "end": criteria.end}
    if not dated:
        yield found("no-dates", "", values, instead=_limit(strategy, criteria), way=way)
    for block, node in dated:
        late = bool(node.start) and (not criteria.start or _first_day(node.start) > _first_day(criteria.start))
        early = bool(node.end) and (not criteria.end or _last_day(node.end) < _last_day(criteria.end))
        if late or early:
            has, promised = _span(node.start, node.end), _span(criteria.start, criteria.end)
            instead = _limit(strategy, criteria)
            yield found("dates-differ", has, block=block, place=node.place, instead=instead, has=has, promised=promised)


def _span(start: str, end: str) -> str:
    """Two dates as EDTF writes an interval; `..` is open."""
    return f"{start or '..'}/{end or '..'}"


def _first_day(date: str) -> str:
    return date + "-01-01"[len(date) - 4 :]


def _last_day(date: str) -> str:
    """A day that no day of the month or year is after; not every month has it, but dates compare as if."""
    return date + "-12-31"[len(date) - 4 :]


def _limit(strategy: Strategy, criteria: Criteria) -> str:
    return spelled(Dated(criteria.start, criteria.end), strategy.platform)


def databases_covered(strategies: Iterable[Strategy], criteria: Criteria) -> Iterator[Finding]:
    """Databases that the protocol lists and no strategy names, and strategies for databases that it does not list."""
    if not criteria.databases:
        return
    given = {_name(name): strategy for strategy in strategies for name in databases_of(strategy)}
    listed = {_name(name): name for name in criteria.databases}
    if not given:
        return
    for key, name in listed.items():
        if key not in given:
            yield found("database-without-strategy", key, database=name)
    for key, strategy in given.items():
        if key not in listed:
            said = next(name for name in databases_of(strategy) if _name(name) == key)
            known = known_database(said)
            name = known.name if known else said
            yield found("database-not-listed", key, database=name, listed="; ".join(criteria.databases))


def databases_of(strategy: Strategy) -> tuple[str, ...]:
    """The databases that a strategy is for: those it names, or the one that its platform is."""
    named = named_databases(strategy.database)
    if not named:
        named = tuple(name for name in named_databases(strategy.name) if known_database(name))
    whole = WHOLE_DATABASES.get(strategy.platform, "")
    if named and not (whole and len(named) == 1 and known_database(named[0]) is None):
        return named
    return (whole,) if whole else ()


def _name(name: str) -> str:
    known = known_database(name)
    return known.name.casefold() if known else " ".join((name.partition("(")[0] or name).casefold().split())
