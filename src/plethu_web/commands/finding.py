"""What `plethu doctor` finds: whether it is well, in words, and what to do where it is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

WELL, NOTE, AMISS = "well", "note", "AMISS"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. `remedy` says what to do; `note` is worth knowing, only `AMISS` has to be put right."""

    state: str
    words: str
    remedy: str = ""


Examine = Callable[[bool], Iterator[Finding]]


def well(words: str) -> Finding:
    """It is as it should be."""
    return Finding(WELL, words)


def note(words: str, remedy: str = "") -> Finding:
    """It is worth knowing."""
    return Finding(NOTE, words, remedy)


def amiss(words: str, remedy: str) -> Finding:
    """It has to be put right."""
    return Finding(AMISS, words, remedy)


def megabytes(size: float) -> str:
    """A size for people."""
    return f"{size / 1_000_000:,.0f} MB"
