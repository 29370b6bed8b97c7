"""The blocks of a version as values: adding, changing, moving and removing one gives a new list."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from string import ascii_uppercase
from typing import Any

MOST_BLOCKS = 200
LONGEST = 200_000  # letters of all blocks: each page reads them all


@dataclass(frozen=True, slots=True)
class Block:
    """One block as typed. `key` stays while the name, which the formula uses, may change."""

    key: str
    name: str
    title: str = ""
    text: str = ""
    remarks: str = ""


def new_key() -> str:
    """A key for a new block."""
    return secrets.token_hex(4)


def read_blocks(stored: Iterable[Mapping[str, Any]]) -> list[Block]:
    """Blocks as they are stored."""
    return [Block(**each) for each in stored]


def stored_blocks(blocks: Iterable[Block]) -> list[dict[str, Any]]:
    """Blocks as they are to be stored."""
    return [asdict(block) for block in blocks]


def next_name(blocks: Iterable[Block]) -> str:
    """The first letter that no block has, or a number after the last letter."""
    taken = {block.name.upper() for block in blocks}
    free = (name for name in (*ascii_uppercase, *map(str, range(1, MOST_BLOCKS + 2))) if name not in taken)
    return next(free)


def changed(blocks: Iterable[Block], block: Block) -> list[Block]:
    """The blocks with one put in the place of its key."""
    return [block if each.key == block.key else each for each in blocks]


def removed(blocks: Iterable[Block], key: str) -> list[Block]:
    """The blocks without one."""
    return [each for each in blocks if each.key != key]


def moved(blocks: Iterable[Block], key: str, up: bool) -> list[Block]:
    """The blocks with one moved by a place; unchanged where it stands at the end already."""
    found = list(blocks)
    at = next((number for number, each in enumerate(found) if each.key == key), None)
    if at is None:
        return found
    to = at - 1 if up else at + 1
    if 0 <= to < len(found):
        found[at], found[to] = found[to], found[at]
    return found


def is_too_long(blocks: Iterable[Block]) -> bool:
    """Whether the blocks together hold more than can be read for each page."""
    return sum(len(block.text) for block in blocks) > LONGEST


def with_text(block: Block, text: str) -> Block:
    """The block with another text."""
    return replace(block, text=text)
