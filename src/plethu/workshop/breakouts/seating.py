"""Whether one round can be seated within the hard rules: by trying, with a limit on how long.

Rules of one round say nothing of another, so a plan exists exactly if each of its rounds can be seated.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from plethu.workshop.breakouts.instance import Instance

MOST_TRIED = 20_000  # places tried for a unit before giving up; a clash of real wishes shows within hundreds


class Outcome(Enum):
    """Whether there is a seating, there is none, or it was not found out within the limit."""

    SEATED = "seated"
    IMPOSSIBLE = "impossible"
    UNKNOWN = "unknown"


def seat_round(instance: Instance, r: int) -> tuple[Outcome, list[int]]:
    """A group for each unit in round `r` that breaks no hard rule; -1 where nobody of it is there."""
    return _Seating(instance, r).outcome()


class _Seating:
    """Units with rules of their own are tried one after the other; all others fill what is left."""

    def __init__(self, instance: Instance, r: int) -> None:
        self.instance, self.design = instance, instance.design
        self.sizes = instance.present[r]
        self.medium = (1 << instance.welsh) - 1
        every = instance.every_group
        plain = {every, every & ~self.medium}
        there = [u for u, size in enumerate(self.sizes) if size]
        self.ruled = [u for u in there if self.sizes[u] > 1 or instance.apart[u] or instance.allowed[u] not in plain]
        self.free = [u for u in there if u not in set(self.ruled)]
        self.groups = [-1] * len(self.sizes)
        self.filled = [0] * self.design.groups
        self.options = {u: instance.allowed[u] for u in self.ruled}
        self.tried = 0

    def outcome(self) -> tuple[Outcome, list[int]]:
        if self._overfull():
            return Outcome.IMPOSSIBLE, []
        try:
            if not self._seat_next(list(self.ruled)):
                return Outcome.IMPOSSIBLE, []
        except _Enough:
            return Outcome.UNKNOWN, []
        self._seat_free()
        return Outcome.SEATED, self.groups

    def _overfull(self) -> bool:
        """Whether the units that have to share a few groups are more people than those hold."""
        for mask in {self.instance.allowed[u] for u in self.ruled}:
            inside = sum(self.sizes[u] for u in self.ruled if not self.instance.allowed[u] & ~mask)
            if inside > mask.bit_count() * self.design.largest:
                return True
        return False

    def _seat_next(self, waiting: list[int]) -> bool:
        """Seat the waiting units, hardest first. Not recursive, since there may be thousands."""
        stack: list[tuple[int, Iterator[int]]] = []
        while True:
            if self._fits(waiting):
                if not waiting:
                    return True
                unit = min(waiting, key=lambda u: (self._options(u).bit_count(), -self.sizes[u]))
                waiting.remove(unit)
                stack.append((unit, self._tried_groups(unit)))
            while stack:
                unit, groups = stack[-1]
                if self.groups[unit] >= 0:
                    self.filled[self.groups[unit]] -= self.sizes[unit]
                    self.groups[unit] = -1
                group = next(groups, None)
                if group is not None:
                    self.groups[unit] = group
                    self.filled[group] += self.sizes[unit]
                    break
                stack.pop()
                waiting.append(unit)
            if not stack:
                return not waiting and self._fits(waiting)

    def _options(self, unit: int) -> int:
        bits = self.instance.allowed[unit]
        for other in self.instance.apart[unit]:
            if self.groups[other] >= 0:
                bits &= ~(1 << self.groups[other])
        return bits

    def _tried_groups(self, unit: int) -> Iterator[int]:
        """The groups open to a unit, emptiest first; of empty groups that are alike only one."""
        bits, size = self._options(unit), self.sizes[unit]
        named = {self.instance.fixed_group(u) for u in self.ruled}
        seen: set[bool] = set()
        for group in sorted(range(self.design.groups), key=lambda g: self.filled[g]):
            if not bits >> group & 1 or self.filled[group] + size > self.design.largest:
                continue
            if not self.filled[group] and group not in named:
                kind = bool(self.medium >> group & 1)
                if kind in seen:
                    continue
                seen.add(kind)
            self.tried += 1
            if self.tried > MOST_TRIED:
                raise _Enough
            yield group

    def _fits(self, waiting: list[int]) -> bool:
        """Whether the free units still can bring every group between the smallest and the largest size."""
        low, high = self.design.smallest, self.design.largest
        if not all(self._options(u) for u in waiting):
            return False
        held = sum(self.sizes[u] for u in waiting)
        everywhere, elsewhere = self._free_counts()
        missing, room = [0, 0], [0, 0]
        for group, size in enumerate(self.filled):
            kind = self.medium >> group & 1
            missing[kind] += max(0, low - size)
            room[kind] += high - size
        if waiting:
            return sum(missing) <= held + everywhere + elsewhere <= sum(room) and elsewhere <= room[0]
        least = max(missing[1], everywhere + elsewhere - room[0], 0)
        most = min(room[1], everywhere, everywhere + elsewhere - missing[0])
        return elsewhere <= room[0] and least <= most

    def _free_counts(self) -> tuple[int, int]:
        """How many free people may sit in any group, and how many in all but the Welsh-medium ones."""
        everywhere = sum(self.instance.allowed[u] == self.instance.every_group for u in self.free)
        return everywhere, len(self.free) - everywhere

    def _seat_free(self) -> None:
        """The free people: first those who may not sit everywhere, each in the emptiest group open to them."""
        every = self.instance.every_group
        anywhere = [u for u in self.free if self.instance.allowed[u] == every]
        elsewhere = [u for u in self.free if self.instance.allowed[u] != every]
        medium = range(self.instance.welsh)
        for group in medium if elsewhere or self.instance.welsh else ():
            while self.filled[group] < self.design.smallest and anywhere:
                self._put(anywhere.pop(), [group])
        for unit in elsewhere:
            self._put(unit, [g for g in range(self.design.groups) if not self.medium >> g & 1])
        for unit in anywhere:
            self._put(unit, range(self.design.groups))

    def _put(self, unit: int, groups: list[int] | range) -> None:
        group = min(groups, key=lambda g: self.filled[g])
        self.groups[unit] = group
        self.filled[group] += 1


class _Enough(Exception):
    """The limit on trying is reached."""
