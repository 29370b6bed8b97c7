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
    Near,
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


def pushed(node: Node, plan: FieldPlan, rules: Platform, place: Place, *, whole: bool) -> Node:
    """The node in these fields: as a whole where the platform takes groups, else pushed down as far as meaning needs.

    AND and NOT look at the whole record, so with several codes they stay outside: a in the title and b in the abstract
    is found by `title or abstract` and not by either alone.
    """
    match node:
        case Fielded() | Heading() | Dated() | InLanguage() | Line():
            return node
        case And(parts):
            if not whole:
                return replace(node, parts=tuple(pushed(part, plan, rules, place, whole=whole) for part in parts))
        case Or(parts):
            if not whole and (not rules.fields.groups or _has_records(node)):
                return replace(node, parts=tuple(pushed(part, plan, rules, place, whole=whole) for part in parts))
        case Not(kept, dropped):
            if not whole:
                first, second = (pushed(part, plan, rules, place, whole=whole) for part in (kept, dropped))
                return replace(node, kept=first, dropped=second)
    if whole and _has_fields(node):
        return _pushed_around(node, plan, rules, place)
    each = tuple(Fielded(node, fields, place) for fields in plan.codes)
    return each[0] if len(each) == 1 else Or(each, place)


def _pushed_around(node: Node, plan: FieldPlan, rules: Platform, place: Place) -> Node:
    """A group that holds fields or limits of its own: the fields go to the parts beside them."""
    return pushed(node, plan, rules, place, whole=False) if not isinstance(node, Near) else node


def _has_records(node: Node) -> bool:
    return any(isinstance(each, And | Not | Fielded | Heading | Dated | InLanguage | Line) for each in walk(node))


def _has_fields(node: Node) -> bool:
    return any(isinstance(each, Fielded | Heading | Dated | InLanguage | Line) for each in walk(node))
