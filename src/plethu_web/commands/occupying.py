"""Whether an installation's folder is in use: a lock that its processes share, and that goes when they go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plethu_web.commands.preparing import refuse

LOCK = "in-use"
UNFINISHED = "restoring"  # a folder that is there only while a restore is going on, or when one was broken off

try:
    import fcntl
except ImportError:  # a system without such locks
    fcntl = None  # type: ignore[assignment]


@contextmanager
def occupy(home: Path) -> Iterator[None]:
    """Use the folder beside others. Ends the command where a restore is going on in it or was broken off."""
    with _lock(home, exclusive=False) as got:
        if not got or (home / UNFINISHED).exists():
            refuse(
                f"{home}: a restore is going on, or was broken off before its end. "
                "Once none is running, type the same plethu restore again."
            )
        yield


@contextmanager
def alone_in(home: Path) -> Iterator[bool]:
    """Use the folder alone: gives False where others use it."""
    with _lock(home, exclusive=True) as got:
        yield got


@contextmanager
def _lock(home: Path, *, exclusive: bool) -> Iterator[bool]:
    if fcntl is None:
        yield True
        return
    with (home / LOCK).open("ab") as file:
        try:
            fcntl.flock(file, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        yield True
