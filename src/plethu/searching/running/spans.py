"""Stretches of words, and what standing near each other means.

Stretches are kept by their length: bit i of `stretches[n]` says that one of n words begins at word i of the field.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

Spans: TypeAlias = dict[int, int]
MOST_PARTS = 8  # of one Near: every order of them is tried


def merged(several: Sequence[Spans]) -> Spans:
    """All stretches of any of them."""
    if len(several) == 1:
        return several[0]
    found: Spans = {}
    for spans in several:
        for length, starts in spans.items():
            found[length] = found.get(length, 0) | starts
    return found


def near(parts: Sequence[Spans], k: int, *, ordered: bool, size: int) -> Spans:
    """The stretches from the first word of one part to the last of another.

    Each part is there once, no two share a word, and at most `k` words of the stretch belong to none of them. If
    `ordered`, they stand in the order given. `size` is how many words the field has. The parts are set one behind the
    other from left to right; a state is which are set, how many words were passed over, how long the stretch is.
    """
    if not all(parts):
        return {}
    k, everyone = min(k, size), (1 << len(parts)) - 1
    states: dict[tuple[int, int, int], int] = {(0, 0, 0): (1 << size) - 1}
    for number in range(len(parts)):
        reached: dict[tuple[int, int, int], int] = {}
        for (chosen, passed, length), starts in states.items():
            free = k - passed if chosen else 0
            for part in (number,) if ordered else range(len(parts)):
                if chosen >> part & 1:
                    continue
                for more, places in parts[part].items():
                    for gap in range(min(free, size - length - more) + 1):
                        if both := starts & (places >> length + gap):
                            key = (chosen | 1 << part, passed + gap, length + gap + more)
                            reached[key] = reached.get(key, 0) | both
        states = reached
    found: Spans = {}
    for (chosen, _, length), starts in states.items():
        assert chosen == everyone
        found[length] = found.get(length, 0) | starts
    return found


def covered(spans: Spans) -> int:
    """Which words belong to any of the stretches."""
    found = 0
    for length, starts in spans.items():
        for step in range(length):
            found |= starts << step
    return found
