"""What apps above this one have to say about entries of the log of searches, such as the strategy that was run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plethu_web.reviews.queries.reviews import Access

# Somebody's access and the keys of entries -> by key, what is said and the address it leads to.
Tell = Callable[["Access", Iterable[int]], Mapping[int, tuple[str, str]]]
TELLERS: list[Tell] = []


def tell_beside(tell: Tell) -> Tell:
    """Have this asked for every page of the log. Called once by each app when it is ready."""
    if tell not in TELLERS:
        TELLERS.append(tell)
    return tell


def beside(access: Access, keys: Iterable[int]) -> dict[int, list[tuple[str, str]]]:
    """By the key of an entry, all that is said about it, each with its address."""
    asked = list(keys)
    found: dict[int, list[tuple[str, str]]] = {}
    for tell in TELLERS:
        for key, said in tell(access, asked).items():
            found.setdefault(key, []).append(said)
    return found
