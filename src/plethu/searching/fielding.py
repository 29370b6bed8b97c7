"""Fields that are asked for, in the codes that a platform has."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plethu.searching.changes import Change
from plethu.searching.platforms import Platform
from plethu.searching.tree import (
    And,
    Dated,
    Fielded,
    Fields,
    Heading,
    InLanguage,
    Line,
    Node,
    Not,
    Or,
    Place,
    walk,
)

_SMALL = frozenset({"keywords", "headings"})


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """The sets of fields to search one by one (each has a code), all of them together, and what that changes."""

    codes: tuple[Fields, ...]
    fields: Fields
    change: Change | None = None


def field_plan(asked: Fields, rules: Platform) -> FieldPlan | None:
    """How these fields are searched here: one code, several in turn, or the nearest there is. None for nothing near."""
    if rules.fields.codes_for(asked):
        return FieldPlan((asked,), asked)
    sets = [tag.means for tag in rules.fields.tags if tag.written]
    inside: list[Fields] = []
    for means in sorted((each for each in sets if each <= asked), key=len, reverse=True):
        if not any(means <= other for other in inside):
            inside.append(means)
    covered: Fields = frozenset().union(*inside)
    if covered == asked:
        return FieldPlan(tuple(inside), covered)
    if rules.fields.codes_for(covered):
        inside = [covered]
    around = sorted((each for each in sets if each > asked), key=len)
    if around and around[0] - asked <= _SMALL:
        return FieldPlan((around[0],), around[0], Change.WIDER)
    if inside:
        return FieldPlan(tuple(inside), covered, Change.NARROWER)
    return FieldPlan((around[0],), around[0], Change.WIDER) if around else None


class Pushed:
    """Puts a tree into fields: as a whole where the platform takes groups, else as far down as meaning needs.

    AND and NOT look at the whole record, so with several codes they stay outside: a in the title and b in the abstract
    is found by `title or abstract` and not by either alone. `moved` says what became of a node, by its identity.
    """

    def __init__(self, plan: FieldPlan, rules: Platform, place: Place) -> None:
        self.plan, self.place = plan, place
        self.groups = rules.fields.groups
        self.whole = self.groups and len(plan.codes) == 1
        self.moved: dict[int, Node] = {}

    def put(self, node: Node) -> Node:
        """The node in these fields; parts that have fields of their own, headings and limits as they are."""
        found = self._put(node)
        if found is not node:
            self.moved[id(node)] = found
        return found

    def _put(self, node: Node) -> Node:
        match node:
            case Fielded() | Heading() | Dated() | InLanguage() | Line():
                return node
            case And(parts) if self._is_cut(node):
                return replace(node, parts=tuple(map(self.put, parts)))
            case Not(kept, dropped) if self._is_cut(node):
                return replace(node, kept=self.put(kept), dropped=self.put(dropped))
            case Or(parts) if self._is_cut(node):
                runs = self._runs(parts) if self.groups else parts
                return replace(node, parts=tuple(map(self.put, runs))) if len(runs) > 1 else self.put(runs[0])
        each = tuple(Fielded(node, fields, self.place) for fields in self.plan.codes)
        return each[0] if len(each) == 1 else Or(each, self.place)

    def _is_cut(self, node: Node) -> bool:
        """Whether the fields go to the parts and not to the whole."""
        if self.whole:
            return any(isinstance(each, Fielded | Heading | Dated | InLanguage | Line) for each in walk(node))
        return not self.groups or _has_records(node)

    def _runs(self, parts: tuple[Node, ...]) -> tuple[Node, ...]:
        """Neighbouring parts that may share one code, as one OR."""
        found: list[list[Node]] = []
        for part in parts:
            if found and not _has_records(part) and not _has_records(found[-1][-1]):
                found[-1].append(part)
            else:
                found.append([part])
        return tuple(run[0] if len(run) == 1 else Or(tuple(run), self.place) for run in found)


def _has_records(node: Node) -> bool:
    """Whether something in it looks at more than one field of a record."""
    return any(isinstance(each, And | Not | Fielded | Heading | Dated | InLanguage | Line) for each in walk(node))
