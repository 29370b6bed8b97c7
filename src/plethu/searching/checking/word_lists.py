"""The lists that the checks of words go by, read from the files beside this one."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from plethu.evidence.frozen import Frozen


class SpellingPair(Frozen, frozen=True):
    """Two beginnings of one word. `except` are words that begin alike and are another word."""

    uk: str
    us: str
    whole: bool = False
    one_way: bool = False
    others: tuple[str, ...] = msgspec.field(name="except", default=())


class Database(Frozen, frozen=True):
    """A database by its names, and whether it has a thesaurus of its own."""

    name: str
    also: tuple[str, ...] = ()
    thesaurus: str = ""


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((files("plethu.searching.checking") / name).read_text("utf-8"))


@cache
def spelling_pairs() -> tuple[SpellingPair, ...]:
    """British and American spellings."""
    return msgspec.convert(_read("spellings.toml")["pairs"], tuple[SpellingPair, ...])


@cache
def words_of(name: str) -> frozenset[str]:
    """One of the lists of `forms.toml`."""
    return frozenset(str(_read("forms.toml")[name]).split())


@cache
def databases() -> tuple[Database, ...]:
    """The databases whose names are known."""
    return msgspec.convert(_read("databases.toml")["databases"], tuple[Database, ...])
