"""Which findings somebody asked for: words, filters and order, read from the address."""

from __future__ import annotations

import dataclasses
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from plethu.evidence.conditions import holds
from plethu.evidence.findings import CROSS_CUTTING, Finding
from plethu_web.evidence.queries.labels import POLARITIES, STANCES
from plethu_web.evidence.queries.shelf import Shelf

LONGEST_SEARCH = 200
SORTS = ("report", "action", "strand")


@dataclass(frozen=True, slots=True)
class Filters:
    """What was asked for. Empty means *all*; `condition` reads `dimension:value`."""

    q: str = ""
    action: str = ""
    category: str = ""
    strand: str = ""
    stance: str = ""
    voice: str = ""
    polarity: str = ""
    condition: str = ""
    sort: str = "report"

    def asked(self) -> dict[str, str]:
        """Those that differ from what stands when nothing is asked."""
        mine = dataclasses.asdict(self)
        return {name: value for name, value in mine.items() if value and (name, value) != ("sort", "report")}


FACETS = ("action", "category", "strand", "stance", "voice", "polarity", "condition")


class Facets:
    """For each filter and each of its values, the positions of the findings it lets through; and the text to search."""

    def __init__(self, shelf: Shelf) -> None:
        found: dict[str, dict[str, set[int]]] = {name: {v: set() for v in _known(shelf, name)} for name in FACETS}
        for number, finding in enumerate(shelf.edition.findings):
            for name, value in _values(shelf, finding):
                found[name][value].add(number)
        self.of = {name: {v: frozenset(ns) for v, ns in values.items()} for name, values in found.items()}
        self.texts = [folded(" ".join(_words(shelf, finding))) for finding in shelf.edition.findings]
        order = {action.id: number for number, action in enumerate(shelf.index.ordered_actions)}
        strands = {strand.id: number for number, strand in enumerate(shelf.edition.strands)}
        self.keys = [(order.get(f.action, len(order)), strands[f.strand]) for f in shelf.edition.findings]


@lru_cache(maxsize=4)
def facets_of(shelf: Shelf) -> Facets:
    """The facets of a shelf, made once."""
    return Facets(shelf)


def folded(text: str) -> str:
    """A text for comparing: without case, accents and kinds of apostrophe."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("’", "'").replace("‘", "'"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def read_filters(query: Mapping[str, str], shelf: Shelf) -> tuple[Filters, list[tuple[str, str]]]:
    """The filters in an address, and those that were left out because there is no such value."""
    of, ignored = facets_of(shelf).of, []
    kept = {"q": " ".join(query.get("q", "").split())[:LONGEST_SEARCH]}
    for name in (*FACETS, "sort"):
        value = query.get(name, "")
        if value in (SORTS if name == "sort" else of[name]):
            kept[name] = value
        elif value:
            ignored.append((name, value[:60]))
    return Filters(**kept), ignored


def find(filters: Filters, shelf: Shelf) -> list[Finding]:
    """The findings that pass all filters, in the order asked for."""
    facets = facets_of(shelf)
    sets = [facets.of[name][value] for name in FACETS if (value := getattr(filters, name))]
    numbers: Iterable[int] = frozenset.intersection(*sets) if sets else range(len(facets.texts))
    words = folded(filters.q).split()
    found = sorted(n for n in numbers if all(word in facets.texts[n] for word in words))
    if filters.sort != "report":
        found.sort(key=lambda n: facets.keys[n] if filters.sort == "action" else facets.keys[n][::-1])
    return [shelf.edition.findings[n] for n in found]


def _known(shelf: Shelf, name: str) -> list[str]:
    edition = shelf.edition
    declared: dict[str, list[str]] = {
        "action": [action.id for action in edition.actions],
        "category": [*(category.id for category in edition.categories), CROSS_CUTTING],
        "strand": [strand.id for strand in edition.strands],
        "stance": list(STANCES),
        "voice": [voice.id for voice in edition.voices],
        "polarity": list(POLARITIES),
        "condition": [f"{dimension.id}:{value.id}" for dimension in edition.dimensions for value in dimension.values],
    }
    return declared[name]


def _values(shelf: Shelf, finding: Finding) -> Iterator[tuple[str, str]]:
    for action in dict.fromkeys((finding.action, *finding.also_actions)):
        if action:
            yield "action", action
    if finding.category:
        yield "category", finding.category
    yield "strand", finding.strand
    yield "polarity", finding.polarity
    if finding.stance:
        yield "stance", finding.stance
    for voice in finding.voices:
        yield "voice", voice
    for condition in finding.conditions:
        dimension = shelf.index.dimensions[condition.dimension]
        for value in dimension.values:
            if holds(condition, dimension, {dimension.id: (value.id,)}):
                yield "condition", f"{dimension.id}:{value.id}"


def _words(shelf: Shelf, finding: Finding) -> Iterator[str]:
    index = shelf.index
    yield finding.id
    yield finding.statement.en
    yield finding.statement.cy
    yield from (*finding.examples, *finding.actors, *finding.notes)
    yield from (index.citations[id].printed for id in finding.citations)
    names = [index.strands[finding.strand].name, *(index.voices[id].name for id in finding.voices)]
    names += [index.actions[id].name for id in (finding.action, *finding.also_actions) if id]
    for name in names:
        yield name.en
        yield name.cy
