"""What a platform does not take, and what it offers that the strategy leaves unused."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plethu.searching.checking.codes import found
from plethu.searching.checking.findings import Finding, Severity
from plethu.searching.checking.scenes import Scene
from plethu.searching.checking.spelled import spelled
from plethu.searching.checking.word_lists import Database, databases
from plethu.searching.checking.words_found import is_open, tokens
from plethu.searching.platforms import platform
from plethu.searching.strategy import Strategy
from plethu.searching.tree import And, Fielded, Heading, Near, Not, Or, Phrase, Word, plain, walk


def wildcards_refused(scene: Scene) -> Iterator[Finding]:
    """Wildcards where the platform takes none: in quotation marks, or before the last word of a phrase."""
    rules = scene.platform.wildcards
    for node in walk(scene.block.tree):
        if not isinstance(node, Phrase):
            continue
        words = tokens(node)
        refused = not rules.in_quotes and any(map(is_open, words))
        too_early = rules.end_only and any(map(is_open, words[:-1]))
        if refused or too_early:
            yield found(
                "wildcard-refused",
                plain(node),
                block=scene.block.name,
                place=node.place,
                instead=_next_to_each_other(node, scene.strategy.platform) if refused else "",
                term=scene.shown(node),
                platform=scene.platform.name,
            )


def _next_to_each_other(node: Phrase, platform_id: str) -> str:
    """The words joined by the operator for words in a row, where the platform has one."""
    if len(node.words) == 1:
        return spelled(node.words[0], platform_id)
    next_to = platform(platform_id).proximity_for(0, ordered=True)
    return spelled(Near(node.words, 0, ordered=True), platform_id) if next_to else ""


def too_many(strategy: Strategy) -> Iterator[Finding]:
    """More operators than the platform takes in one search."""
    most = platform(strategy.platform).operators.most
    if most is None:
        return
    for block in strategy.blocks:
        count = sum(
            len(node.parts) - 1 if isinstance(node, And | Or | Near) else isinstance(node, Not)
            for node in walk(block.tree)
        )
        if count > most:
            yield found("too-many-terms", "", block=block.name, count=str(count), most=str(most))


def no_fields(strategy: Strategy) -> Iterator[Finding]:
    """No field named anywhere, so that the platform chooses; graver where it would then search everything."""
    if not _words_anywhere(strategy) or any(
        isinstance(node, Fielded) for block in strategy.blocks for node in walk(block.tree)
    ):
        return
    default = platform(strategy.platform).fields.default
    everything = bool(default & {"all", "full"})
    first = strategy.blocks[0].tree
    narrow = frozenset({"title", "abstract", "keywords"})
    word = next((node for node in walk(first) if isinstance(node, Word | Phrase)), None)
    yield found(
        "no-fields",
        "",
        instead=spelled(Fielded(word, narrow), strategy.platform) if word else "",
        severity=Severity.WARNING if everything else None,
        platform=platform(strategy.platform).name,
        way="everything" if everything else "default",
        default=",".join(sorted(default)),
    )


def no_headings(strategy: Strategy) -> Iterator[Finding]:
    """Words alone in a database that has a thesaurus."""
    if not platform(strategy.platform).thesaurus or not _words_anywhere(strategy):
        return
    if any(isinstance(node, Heading) or _in_headings(node) for block in strategy.blocks for node in walk(block.tree)):
        return
    known = [
        database for name in named_databases(strategy.database or strategy.name) if (database := known_database(name))
    ]
    with_thesaurus = [database for database in known if database.thesaurus]
    if known and not with_thesaurus:
        return
    names = "; ".join(f"{database.name} ({database.thesaurus})" for database in with_thesaurus)
    way = "databases" if names else "platform"
    yield found("no-headings", "", databases=names, platform=platform(strategy.platform).name, way=way)


def _in_headings(node: object) -> bool:
    return isinstance(node, Fielded) and node.fields == {"headings"}


def _words_anywhere(strategy: Strategy) -> bool:
    return any(isinstance(node, Word | Phrase) for block in strategy.blocks for node in walk(block.tree))


def named_databases(text: str) -> tuple[str, ...]:
    """Names of databases in a heading such as `EBSCO (PsycInfo; MEDLINE)`: those in brackets, else all of it."""
    inside = re.search(r"\(([^()]*)\)", text)
    listed = inside.group(1) if inside and known_database(re.split(r"[;,]", inside.group(1))[0]) else text
    without = re.sub(r"\([^()]*\)", " ", listed)
    return tuple(name for part in re.split(r"[;,]", without) if (name := " ".join(part.split())))


def known_database(name: str) -> Database | None:
    """The database of that name, whatever its case and whatever stands in brackets behind it."""
    plain_name = re.sub(r"\([^()]*\)|[^\w.\s-]", " ", name).casefold()
    wanted = " ".join(plain_name.split())
    for database in databases():
        if wanted in (database.name.casefold(), *database.also):
            return database
    return None
