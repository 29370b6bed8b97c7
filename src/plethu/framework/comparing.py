"""Comparing two editions: which entries came, went or changed, and which advice changes with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from plethu.evidence.frozen import Frozen
from plethu.evidence.problems import Problem
from plethu.evidence.text import Text
from plethu.framework.advising import advise
from plethu.framework.checking import id_of, kinds
from plethu.framework.edition import Edition
from plethu.framework.situation import Situation, situation_problems
from plethu.framework.whatif import Difference, differences

Entry = tuple[str, str]


class FieldChange(Frozen, frozen=True):
    """One field of an entry, before and after. A text in two languages is two fields: `name.en`, `name.cy`."""

    field: str
    before: Any
    after: Any


class EntryChange(Frozen, frozen=True):
    """An entry that is in both editions but not the same in both. The edition's own fields are of kind `edition`."""

    kind: str
    id: str
    fields: tuple[FieldChange, ...]


class EditionDiff(Frozen, frozen=True):
    """What is different between two editions. An entry is named by its kind and its id."""

    old: str
    new: str
    old_hash: str
    new_hash: str
    added: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    changed: tuple[EntryChange, ...]

    def is_empty(self) -> bool:
        """Whether the two hold the same entries with the same content."""
        return not (self.added or self.removed or self.changed)


class AdviceChange(Frozen, frozen=True):
    """What another edition makes of the advice for one situation.

    `problems` are what an edition does not know of the situation's answers; where there are any, no advice is compared.
    """

    name: str
    differences: tuple[Difference, ...] = ()
    problems: tuple[Problem, ...] = ()


def compare_editions(old: Edition, new: Edition) -> EditionDiff:
    """What the new edition adds to the old one, takes out, and changes; another order within a kind is no change."""
    before, after = _entries(old), _entries(new)
    return EditionDiff(
        old=f"{old.id} {old.version}",
        new=f"{new.id} {new.version}",
        old_hash=old.hash,
        new_hash=new.hash,
        added=tuple(entry for entry in after if entry not in before),
        removed=tuple(entry for entry in before if entry not in after),
        changed=tuple(_changed(before, after)),
    )


def _entries(edition: Edition) -> dict[Entry, Any]:
    """Every entry by kind and id; what is not a list of entries is one entry, `edition`."""
    listed = kinds(edition)
    head = {name: getattr(edition, name) for name in edition.__struct_fields__ if name not in listed and name != "hash"}
    entries: dict[Entry, Any] = {("edition", ""): head}
    return entries | {(kind, id_of(item)): item for kind, items in listed.items() for item in items}


def _changed(before: Mapping[Entry, Any], after: Mapping[Entry, Any]) -> Iterator[EntryChange]:
    for entry, new in after.items():
        if entry in before and before[entry] != new:
            yield EntryChange(*entry, fields=tuple(_fields(_parts(before[entry]), _parts(new))))


def _fields(before: dict[str, Any], after: dict[str, Any]) -> Iterator[FieldChange]:
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if isinstance(old, Text) and isinstance(new, Text):
            yield from (FieldChange(f"{name}.{f.field}", f.before, f.after) for f in _fields(_parts(old), _parts(new)))
        elif old != new:
            yield FieldChange(name, msgspec.to_builtins(old), msgspec.to_builtins(new))


def _parts(entry: Any) -> dict[str, Any]:
    return entry if isinstance(entry, dict) else msgspec.structs.asdict(entry)


def advice_changes(old: Edition, new: Edition, situations: Mapping[str, Situation]) -> tuple[AdviceChange, ...]:
    """For each situation, how the advice of the new edition differs from that of the old one.

    A situation is taken as one of either edition, whichever it was written for.
    """
    return tuple(_advice_change(name, old, new, situation) for name, situation in situations.items())


def _advice_change(name: str, old: Edition, new: Edition, situation: Situation) -> AdviceChange:
    anybodys = msgspec.structs.replace(situation, edition="")
    problems = [*situation_problems(anybodys, old, name)]
    problems += [problem for problem in situation_problems(anybodys, new, name) if problem not in problems]
    if problems:
        return AdviceChange(name, problems=tuple(problems))
    return AdviceChange(name, differences(advise(old, anybodys), advise(new, anybodys)))
