"""Conditions: the circumstance that a finding or a relation names, over an edition's declared dimensions."""

from collections.abc import Iterable, Mapping
from typing import Literal, cast, get_args

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Text

DimensionKind = Literal["scale", "choice", "set"]
Operator = Literal["is", "is-not", "at-least", "at-most", "includes", "lacks"]
Effect = Literal["helps-when", "hinders-when", "needs"]
Basis = Literal["stated", "ours"]
Answers = Mapping[str, tuple[str, ...]]

OPERATORS_FOR: Mapping[DimensionKind, frozenset[Operator]] = {
    "scale": frozenset({"is", "is-not", "at-least", "at-most"}),
    "choice": frozenset({"is", "is-not"}),
    "set": frozenset({"includes", "lacks"}),
}


class Value(Frozen, frozen=True):
    """One answer a dimension offers."""

    id: str
    name: Text
    hint: Text = Text("")


class Dimension(Frozen, frozen=True):
    """Something about a collaboration's situation that evidence can depend on.

    A *scale* is ordered from least to most, a *choice* is one of several, a *set* any number of them.
    """

    id: str
    kind: DimensionKind
    name: Text
    question: Text
    values: tuple[Value, ...]
    hint: Text = Text("")
    basis: Basis = "stated"
    sections: tuple[str, ...] = ()

    def position(self, value: str) -> int:
        """Place of a value in the order given, from 0. Raises ValueError for a value it does not have."""
        return next(i for i, v in enumerate(self.values) if v.id == value)

    def value(self, id: str) -> Value:
        """The value of that id. Raises StopIteration where there is none."""
        return next(v for v in self.values if v.id == id)


class Condition(Frozen, frozen=True):
    """`dimension operator values`: true, false, or not known of a situation.

    Several values mean *any of them* (`is`, `includes`), or *none of them* (`is-not`, `lacks`).
    """

    dimension: str
    operator: Operator
    values: tuple[str, ...]
    effect: Effect = "helps-when"
    text: str = ""
    basis: Basis = "stated"
    note: str = ""


def holds(condition: Condition, dimension: Dimension, answers: Answers) -> bool | None:
    """Whether the condition is true of the answers; None where the dimension is unanswered ("not sure").

    An empty tuple as the answer to a *set* says "none of these", which is an answer.
    """
    given = answers.get(condition.dimension)
    if given is None:
        return None
    match condition.operator:
        case "is" | "includes":
            return any(value in given for value in condition.values)
        case "is-not" | "lacks":
            return not any(value in given for value in condition.values)
        case "at-least":
            return dimension.position(given[0]) >= dimension.position(condition.values[0])
        case "at-most":
            return dimension.position(given[0]) <= dimension.position(condition.values[0])


def all_of(states: Iterable[bool | None]) -> bool | None:
    """True if all are, False if one is not, else None (Kleene's strong conjunction)."""
    unknown = False
    for state in states:
        if state is False:
            return False
        unknown = unknown or state is None
    return None if unknown else True


def any_of(states: Iterable[bool | None]) -> bool | None:
    """True if one is, False if none is, else None (Kleene's strong disjunction)."""
    unknown = False
    for state in states:
        if state is True:
            return True
        unknown = unknown or state is None
    return None if unknown else False


def parse_conditions(text: str) -> tuple[Condition, ...]:
    """Read `dimension operator value|value`, several joined with ` and `. Raises ValueError with the bad part."""
    conditions = []
    for part in filter(None, (piece.strip() for piece in text.split(" and "))):
        words = part.split()
        if len(words) != 3 or words[1] not in get_args(Operator):
            raise ValueError(part)
        conditions.append(Condition(words[0], cast(Operator, words[1]), tuple(words[2].split("|"))))
    return tuple(conditions)


def write_conditions(conditions: Iterable[Condition]) -> str:
    """The opposite of `parse_conditions`."""
    return " and ".join(f"{c.dimension} {c.operator} {'|'.join(c.values)}" for c in conditions)
