"""How long a search may take: a number of moves, or seconds by a clock that is handed in."""

from __future__ import annotations

from collections.abc import Callable

from plethu.evidence.frozen import Frozen


class Cancelled(Exception):
    """Whoever asked for the plan no longer wants it."""


class Progress(Frozen, frozen=True):
    """How far a search has come: the share of its budget from 0 to 1, the exchanges judged, its best cost so far."""

    share: float
    moves: int
    cost: int


class Budget:
    """A budget being spent. With moves alone a search is repeatable; `now` gives seconds, from any start.

    `progress` is told now and then how far it has come; it may raise, best `Cancelled`, to stop the search.
    """

    def __init__(
        self,
        moves: int = 0,
        *,
        seconds: float = 0.0,
        now: Callable[[], float] | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> None:
        self.most, self.seconds, self.now, self.progress = moves, seconds, now, progress
        self.moves = 0
        self._began = now() if now else 0.0

    @property
    def spent(self) -> float:
        """The share that is spent; 1 and more is all of it."""
        shares = [1.0] if not self.most and not (self.now and self.seconds) else []
        if self.most:
            shares.append(self.moves / self.most)
        if self.now and self.seconds:
            shares.append((self.now() - self._began) / self.seconds)
        return max(shares)

    def goes_on(self, until: float, cost: int) -> bool:
        """Whether less than that share is spent. Tells the progress."""
        spent = self.spent
        if self.progress:
            self.progress(Progress(min(spent, 1.0), self.moves, cost))
        return spent < until
