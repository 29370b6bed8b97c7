"""The list of who was erased: pseudonyms and times alone, beside the database, so that a restored one forgets again."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path


def erasures_file(home: Path) -> Path:
    """Where the list stands. It belongs to the home, never into a backup that could be put in its place."""
    return home / "erasures"


def append(home: Path, pseudonym: uuid.UUID, at: datetime) -> None:
    """Write a line and wait until it is on the disk. Somebody who stands there already is not written again."""
    append_all(home, [pseudonym], at)


def append_all(home: Path, pseudonyms: Iterable[uuid.UUID], at: datetime) -> None:
    """The same for several at once, who may have no account: participants of workshops stand there by their ids."""
    there = set(listed(home))
    lines = [f"{each} {at.isoformat(timespec='seconds')}\n" for each in pseudonyms if each not in there]
    if not lines:
        return
    descriptor = os.open(erasures_file(home), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(descriptor, f"{_newline(home)}{''.join(lines)}".encode("ascii"))
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def listed(home: Path) -> Iterator[uuid.UUID]:
    """Everybody who was erased. A line cut short by a crash is passed over."""
    path = erasures_file(home)
    if not path.exists():
        return
    for line in path.read_text(encoding="ascii", errors="replace").splitlines():
        try:
            yield uuid.UUID(line.partition(" ")[0])
        except ValueError:
            continue


def _newline(home: Path) -> str:
    written = erasures_file(home).read_bytes()
    return "" if not written or written.endswith(b"\n") else "\n"
