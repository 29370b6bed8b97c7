"""`plethu edition show`: what is in an edition, a list per kind of entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plethu.cli.files import edition_at, give, give_json
from plethu.cli.printing import as_lines
from plethu.cli.usage import LANG, OUTPUT, Command, Given, Option, WrongUse, nearest, text_or_json
from plethu.evidence.text import Language, Text
from plethu.framework.checking import id_of, kinds
from plethu.framework.edition import Edition
from plethu.wording import say

COMMAND = Command("edition show", optional=("PATH",), options=(Option("kind", "KIND"), text_or_json(), LANG, OUTPUT))
NAMING = ("name", "title", "statement", "term", "text", "heading", "printed", "topic", "action")


def run(given: Given) -> None:
    """Print the whole edition, or one kind of entry."""
    edition, kind = edition_at(given["PATH"]), given["kind"]
    if kind and kind not in edition.__struct_fields__:
        known = ", ".join(kinds(edition))
        raise WrongUse("unknown-kind", COMMAND.name, value=kind, near=nearest(kind, kinds(edition)), known=known)
    if given["format"] == "json":
        give_json(getattr(edition, kind) if kind else edition, given["output"])
        return
    lines = _entries(getattr(edition, kind), given.language) if kind else _whole(edition, given.language)
    give(as_lines(lines), given["output"])


def _whole(edition: Edition, language: Language) -> Iterator[str]:
    yield f"{edition.id}: {edition.title.text(language)}"
    values = {"version": edition.version, "published": edition.published, "hash": edition.hash}
    yield say("command.show.version", language, **values)
    yield edition.notice.text(language)
    for kind, items in kinds(edition).items():
        yield f"  {say('command.show.count', language, kind=kind, count=len(items))}"


def _entries(value: Any, language: Language) -> Iterator[str]:
    for item in value if isinstance(value, tuple) else (value,):
        name = _words(item, language)
        try:
            yield f"{id_of(item)}  {name}"
        except AttributeError:  # a field of the edition that is no list of entries
            yield name


def _words(item: Any, language: Language) -> str:
    if isinstance(item, Text):
        return item.text(language)
    found = next((value for name in NAMING if (value := getattr(item, name, ""))), item)
    return found.text(language) if isinstance(found, Text) else str(found)
