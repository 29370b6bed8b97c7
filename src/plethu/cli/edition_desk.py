"""`plethu edition desk`: what an editor still has to settle. Nothing of it is silently fixed."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.cli.files import edition_at, give, give_json
from plethu.cli.printing import as_lines
from plethu.cli.usage import LANG, OUTPUT, Command, Given, text_or_json
from plethu.evidence.sources import Citation, Query
from plethu.evidence.text import Language
from plethu.terms import TERMS
from plethu.wording import say

COMMAND = Command("edition desk", optional=("PATH",), options=(text_or_json(), LANG, OUTPUT))


def run(given: Given) -> None:
    """List the citations that do not resolve exactly, and the other queries."""
    edition = edition_at(given["PATH"])
    citations = [citation for citation in edition.citations if citation.status != "exact"]
    if given["format"] == "json":
        give_json({"citations": citations, "queries": edition.queries}, given["output"])
        return
    language = given.language
    lines = [say("command.desk.citations", language), *_citations(citations, language)] if citations else []
    if edition.queries:
        lines += [say("command.desk.queries", language), *_queries(edition.queries, language)]
    give(as_lines(lines or [say("command.desk.none", language)]), given["output"])


def _citations(citations: list[Citation], language: Language) -> Iterator[str]:
    for citation in citations:
        status, confidence = TERMS[f"citation-status.{citation.status}"], TERMS[f"confidence.{citation.confidence}"]
        yield f"  {citation.id}  {citation.printed}"
        says = [status.text(language), confidence.text(language)]
        says += [say("command.desk.resolves", language, ids=", ".join(citation.resolves_to))] * bool(
            citation.resolves_to
        )
        says += [say("command.desk.alternatives", language, ids=", ".join(citation.alternatives))] * bool(
            citation.alternatives
        )
        yield f"       {'; '.join(says)}"
        if citation.note:
            yield f"       {citation.note}"


def _queries(queries: tuple[Query, ...], language: Language) -> Iterator[str]:
    for query in queries:
        yield f"  {query.id}  {TERMS[f'query-kind.{query.kind}'].text(language)}: {query.printed}"
        yield f"       {say('command.desk.resolution', language, text=query.resolution)}"
        yield f"       {say('command.desk.basis', language, text=query.basis)}"
