"""A collaboration's own situation: answers to an edition's questions. Every part is optional; silence is "not sure"."""

from collections.abc import Container, Iterable, Iterator
from typing import Literal

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import Problem
from plethu.framework.edition import Edition
from plethu.framework.index import index_of

Progress = Literal["no", "started", "in-place", "lapsed"]
Strength = Literal["weak", "some", "strong"]
Capacity = Literal["little", "some", "plenty"]
Route = Literal["purpose-first", "doing-first"]
Lane = Literal["now", "next", "later"]


class Override(Frozen, frozen=True, forbid_unknown_fields=True):
    """The user's own choice of lane for an action, and why. Advice keeps both its own lane and this one."""

    lane: Lane
    reason: str


class Situation(Frozen, frozen=True):
    """What a collaboration says of itself.

    `answers` holds a tuple of value ids per dimension: one for a scale or choice, any number for a set (none means
    "none of these"). A dimension left out is "not sure". `in_place` is per action, `have` per asked circumstance,
    `today` per feature or factor. `name` and `purpose` are free text, shown back and used by no rule.
    """

    edition: str = ""
    name: str = ""
    purpose: str = ""
    route: Route = "purpose-first"
    capacity: Capacity | None = None
    difficulties: tuple[str, ...] = ()
    answers: dict[str, tuple[str, ...]] = msgspec.field(default_factory=dict)
    in_place: dict[str, Progress] = msgspec.field(default_factory=dict)
    have: dict[str, bool] = msgspec.field(default_factory=dict)
    today: dict[str, Strength] = msgspec.field(default_factory=dict)
    overrides: dict[str, Override] = msgspec.field(default_factory=dict)

    def under_way(self, action: str) -> bool | None:
        """Whether an action has been started or is in place; None where nothing was said of it."""
        progress = self.in_place.get(action)
        return None if progress is None else progress in ("started", "in-place")


def situation_problems(situation: Situation, edition: Edition, file: str = "situation") -> Iterator[Problem]:
    """Everything in a situation that the edition does not know, each as a problem with its field."""
    index = index_of(edition)
    if situation.edition and situation.edition != edition.id:
        yield Problem("other-edition", file, 0, "edition", {"value": situation.edition, "edition": edition.id})
    for name, values in situation.answers.items():
        yield from _answer_problems(name, values, edition, file)
    known: dict[str, tuple[Iterable[str], Container[str]]] = {
        "in_place": (situation.in_place, index.actions),
        "have": (situation.have, index.asked),
        "today": (situation.today, index.seen_today),
        "overrides": (situation.overrides, index.actions),
        "difficulties": (situation.difficulties, index.difficulties),
    }
    for part, (given, ids) in known.items():
        for id in dict.fromkeys(given):
            if id not in ids:
                yield Problem("unknown-id", file, 0, f"{part}.{id}", {"value": id})


def _answer_problems(name: str, values: tuple[str, ...], edition: Edition, file: str) -> Iterator[Problem]:
    dimension = index_of(edition).dimensions.get(name)
    if dimension is None:
        yield Problem("unknown-dimension", file, 0, f"answers.{name}", {"value": name})
        return
    known = [value.id for value in dimension.values]
    for value in dict.fromkeys(values):
        if value not in known:
            yield Problem("unknown-value", file, 0, f"answers.{name}", {"value": value, "known": ", ".join(known)})
    if dimension.kind != "set" and len(values) != 1:
        yield Problem("one-value", file, 0, f"answers.{name}", {"found": str(len(values))})
