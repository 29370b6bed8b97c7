"""Whether an edition holds together: references, conditions, needs without cycles, sums, reach, both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from typing import Any

import msgspec

from plethu.evidence.conditions import OPERATORS_FOR, Condition
from plethu.evidence.dates import is_edtf
from plethu.evidence.findings import CROSS_CUTTING
from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import BadInput, Problem
from plethu.evidence.strands import flow_errors
from plethu.evidence.text import Text
from plethu.framework.edition import Edition
from plethu.framework.index import NEEDS, WHOLE, index_of, needed_end, needing_end
from plethu.framework.needs import STAGES, needs_graph
from plethu.framework.tables import Row

Places = dict[tuple[str, str], Row]  # where each entry was read: by its kind and id


class Fault(Frozen, frozen=True):
    """Something in an edition that does not hold together: of which kind of entry, which one, and where in it."""

    code: str
    kind: str
    id: str
    field: str = ""
    values: dict[str, str] = msgspec.field(default_factory=dict)


# Which field of which kind of entry points to which other kinds.
REFERENCES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("actions", "category", ("categories",)),
    ("actions", "process_outcomes", ("concepts",)),
    ("actions", "sections", ("sections",)),
    ("practices", "action", ("actions",)),
    ("practices", "strand", ("strands",)),
    ("practices", "sections", ("sections",)),
    ("concepts", "findings", ("findings",)),
    ("findings", "strand", ("strands",)),
    ("findings", "action", ("actions",)),
    ("findings", "also_actions", ("actions",)),
    ("findings", "voices", ("voices",)),
    ("findings", "rests_with", ("findings",)),
    ("findings", "citations", ("citations",)),
    ("findings", "sections", ("sections",)),
    ("relations", "sections", ("sections",)),
    ("tensions", "one_findings", ("findings",)),
    ("tensions", "other_findings", ("findings",)),
    ("tensions", "actions", ("actions",)),
    ("stage_fit", "action", ("actions",)),
    ("difficulties", "findings", ("findings",)),
    ("sources", "strand", ("strands",)),
    ("citations", "resolves_to", ("sources", "case_studies")),
    ("citations", "alternatives", ("sources", "case_studies")),
    ("case_studies", "authorities", ("authorities",)),
    ("case_studies", "actions", ("actions",)),
    ("criteria", "strands", ("strands",)),
    ("queries", "sections", ("sections",)),
    ("open_points", "sections", ("sections",)),
    ("pages", "dimensions", ("dimensions",)),
)
KINDS_OF_ENDS = {"action": "actions", "category": "categories", "feature": "concepts"}
ENDS_OF_CIRCUMSTANCES = ("goal", "context", "practice", "actor")


def check_edition(edition: Edition) -> Iterator[Fault]:
    """Every fault of an edition. None means that advice can be given from it, unless it `asks_nothing`."""
    ids = {kind: {id_of(item) for item in items} for kind, items in kinds(edition).items()}
    yield from _doubled(edition)
    yield from _references(edition, ids)
    yield from _ends(edition, ids)
    yield from _dimensions(edition, ids)
    yield from _conditions(edition)
    yield from _flows(edition)
    yield from _reach(edition, ids)
    yield from _dates(edition)
    if not [*_references(edition, ids), *_ends(edition, ids)]:
        yield from _cycles(edition)


def edition_or_problems(edition: Edition, places: Places, name: str) -> Edition:
    """The edition if everything in it holds together; else raises BadInput."""
    problems = []
    for fault in check_edition(edition):
        kind = "conditions" if (fault.kind, fault.field) == ("findings", "conditions") else fault.kind
        row = places.get((kind, fault.id), Row(fault.kind if not places else name, 0, {}))
        problems.append(
            Problem(fault.code, row.file, row.at(fault.field), fault.field, {"id": fault.id, **fault.values})
        )
    if problems:
        raise BadInput(*problems)
    return edition


def asks_nothing(edition: Edition) -> bool:
    """Whether it holds findings alone, such as a review's own: there is nothing to ask, so no advice to give."""
    return not (edition.dimensions or edition.circumstances or edition.pages)


def kinds(edition: Edition) -> dict[str, tuple[Any, ...]]:
    """The entries of an edition by kind."""
    return {
        name: getattr(edition, name)
        for name in edition.__struct_fields__
        if isinstance(getattr(edition, name), tuple) and name not in ("provenance", "outside_focus")
    }


def id_of(item: Any) -> str:
    """What names an entry: its id, or the code or action that stands for one."""
    return str(getattr(item, "id", None) or getattr(item, "code", None) or item.action)


def _doubled(edition: Edition) -> Iterator[Fault]:
    for kind, items in kinds(edition).items():
        for id, count in Counter(map(id_of, items)).items():
            if count > 1:
                yield Fault("doubled-id", kind, id, "id", {"count": str(count)})


def _references(edition: Edition, ids: dict[str, set[str]]) -> Iterator[Fault]:
    for kind, name, targets in REFERENCES:
        known = set().union(*(ids[target] for target in targets))
        for item in getattr(edition, kind):
            value = getattr(item, name)
            for reference in (value,) if isinstance(value, str) else value:
                if reference and reference not in known:
                    yield Fault("unknown-reference", kind, id_of(item), name, {"value": reference})


def _ends(edition: Edition, ids: dict[str, set[str]]) -> Iterator[Fault]:
    circumstances = {f"{c.kind}:{c.id}" for c in edition.circumstances}
    for relation in edition.relations:
        for name, end in (("source", relation.source), ("target", relation.target)):
            kind, _, id = end.partition(":")
            known = end in WHOLE or end in circumstances
            if not known and id not in ids.get(KINDS_OF_ENDS.get(kind, ""), ()):
                yield Fault("unknown-reference", "relations", relation.id, name, {"value": end})
        end = needed_end(relation)
        holds_back = relation.kind in NEEDS and needing_end(relation).startswith(("action:", "category:", "all:"))
        if holds_back and end.partition(":")[0] in ENDS_OF_CIRCUMSTANCES and end in circumstances:
            circumstance = next(c for c in edition.circumstances if f"{c.kind}:{c.id}" == end)
            if not circumstance.asked and not circumstance.when:
                yield Fault("need-never-met", "circumstances", circumstance.id, "asked", {"relation": relation.id})


def _dimensions(edition: Edition, ids: dict[str, set[str]]) -> Iterator[Fault]:
    none = {""} if asks_nothing(edition) else set[str]()
    for name in ("stage_dimension", "audience_dimension", "purpose_dimension", "aims_dimension", "place_dimension"):
        if getattr(edition, name) not in ids["dimensions"] | none:
            yield Fault("unknown-reference", "edition", edition.id, name, {"value": getattr(edition, name)})
    if edition.alternative_route not in ids["circumstances"] | none:
        values = {"value": edition.alternative_route}
        yield Fault("unknown-reference", "edition", edition.id, "alternative_route", values)
    for value, stage in edition.stage_values.items():
        if stage not in STAGES:
            yield Fault("unknown-reference", "edition", edition.id, "stage_values", {"value": f"{value} = {stage}"})
    audiences = {v.id for d in edition.dimensions if d.id == edition.audience_dimension for v in d.values}
    for action in edition.actions:
        for lead in action.leads:
            if lead not in audiences:
                yield Fault("unknown-reference", "actions", action.id, "leads", {"value": lead})


def _all_conditions(edition: Edition) -> Iterator[tuple[str, str, str, Condition]]:
    for finding in edition.findings:
        yield from (("findings", finding.id, "conditions", c) for c in finding.conditions)
    for relation in edition.relations:
        yield from (("relations", relation.id, "when", c) for c in relation.when)
    for circumstance in edition.circumstances:
        yield from (("circumstances", circumstance.id, "when", c) for group in circumstance.when for c in group)
    yield from (("edition", edition.id, "outside_focus", c) for c in edition.outside_focus)


def _conditions(edition: Edition) -> Iterator[Fault]:
    dimensions = {dimension.id: dimension for dimension in edition.dimensions}
    for kind, id, name, condition in _all_conditions(edition):
        dimension = dimensions.get(condition.dimension)
        if dimension is None:
            yield Fault("unknown-reference", kind, id, name, {"value": condition.dimension})
        elif condition.operator not in OPERATORS_FOR[dimension.kind]:
            values = {"operator": condition.operator, "dimension": dimension.id, "kind": dimension.kind}
            yield Fault("wrong-operator", kind, id, name, values)
        else:
            known = {value.id for value in dimension.values}
            for value in condition.values:
                if value not in known:
                    yield Fault("unknown-reference", kind, id, name, {"value": f"{condition.dimension}: {value}"})


def _flows(edition: Edition) -> Iterator[Fault]:
    for strand in edition.strands:
        for branch, stage, found, expected in flow_errors(strand):
            values = {"where": f"{branch}, {stage}", "found": str(found), "expected": str(expected)}
            yield Fault("wrong-sum", "strands", strand.id, "branches", values)


def _reach(edition: Edition, ids: dict[str, set[str]]) -> Iterator[Fault]:
    supported: set[str] = set()
    for finding in edition.findings:
        if not finding.action and finding.category not in ids["categories"] | {CROSS_CUTTING}:
            yield Fault("unreachable", "findings", finding.id, "action")
        if finding.stance and finding.stance_basis is None:
            yield Fault("missing-field", "findings", finding.id, "stance_basis")
        if finding.polarity != "hinders" and finding.kind != "framing":
            supported.add(finding.action)
    for action in edition.actions:
        if action.id not in supported:
            yield Fault("action-without-evidence", "actions", action.id)


def _dates(edition: Edition) -> Iterator[Fault]:
    for case in edition.case_studies:
        if case.date and not is_edtf(case.date):
            yield Fault("not-edtf", "case_studies", case.id, "date", {"value": case.date})
    for strand in edition.strands:
        if strand.dates and not is_edtf(strand.dates):
            yield Fault("not-edtf", "strands", strand.id, "dates", {"value": strand.dates})


def _cycles(edition: Edition) -> Iterator[Fault]:
    try:
        TopologicalSorter(needs_graph(edition, index_of(edition))).prepare()
    except CycleError as error:
        path = list(error.args[1])
        yield Fault("cycle", "actions", path[0], "", {"path": " → ".join(reversed(path))})


class Coverage(Frozen, frozen=True):
    """How many texts of a kind of entry have Welsh, and how many of those a fluent person has read."""

    kind: str
    texts: int
    welsh: int
    reviewed: int
    missing: tuple[str, ...]


def coverage(edition: Edition) -> Iterator[Coverage]:
    """The Welsh of every kind of entry, and of the edition's own texts; `missing` names what has none."""
    listed = kinds(edition)
    own = (name for name in edition.__struct_fields__ if name not in listed)
    yield _count("edition", [found for name in own for found in _texts(getattr(edition, name), name)])
    for kind, items in listed.items():
        if found := [(f"{id_of(item)}.{name}", text) for item in items for name, text in texts_of(item)]:
            yield _count(kind, found)


def _count(kind: str, found: list[tuple[str, Text]]) -> Coverage:
    return Coverage(
        kind,
        len(found),
        sum(1 for _, text in found if text.cy),
        sum(1 for _, text in found if text.cy and text.cy_status == "reviewed"),
        tuple(place for place, text in found if not text.cy),
    )


def texts_of(item: Any, path: str = "") -> Iterator[tuple[str, Text]]:
    """Every text in an entry that says something, with the field it stands in."""
    for name in item.__struct_fields__:
        yield from _texts(getattr(item, name), f"{path}{name}")


def _texts(value: Any, path: str) -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        if value.en:
            yield path, value
    elif isinstance(value, tuple):
        for number, part in enumerate(value):
            if isinstance(part, Frozen):
                yield from _texts(part, f"{path}[{number}]")
    elif isinstance(value, Frozen):
        yield from texts_of(value, f"{path}.")
