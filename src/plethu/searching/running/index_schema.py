"""The tables of an index of records, and how it comes to be.

`found` is FTS5 without content, whose words are parted by us: each column is given as words with single blanks. The
tokenizer `ascii` takes every byte above 127 for part of a word, so it parts nothing else. `laid` keeps the same words,
compressed, for the verifier. An index is made under a passing name and put in its place in one step.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import sqlite3
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import TypeAlias

from plethu.records.importing import Cancelled
from plethu.searching.running.laying import words_by_column
from plethu.searching.running.text import COLUMNS, Text, days

FORM = "1"
PASSING = ".new-"
SECONDS_TO_LOCK = 60  # in which a process that made its file surely holds its lock
TOGETHER = 16  # records whose words are compressed as one, which halves their size
EVERY = 500  # records between two calls of progress
Progress: TypeAlias = Callable[[int, int], None]  # so many are done, of so many (0: not known)
Cancels: TypeAlias = Callable[[], bool]
_Row: TypeAlias = tuple[int, str, str, str]

_TABLES = f"""
PRAGMA page_size = 8192; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE record (number INTEGER PRIMARY KEY, id TEXT NOT NULL, date TEXT, first INTEGER, last INTEGER,
    languages TEXT);
CREATE TABLE laid (part INTEGER PRIMARY KEY, words BLOB NOT NULL);
CREATE TABLE vocabulary (word TEXT PRIMARY KEY, records INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE found USING fts5({", ".join(COLUMNS)}, content='', columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE found_words USING fts5vocab(found, row);
INSERT INTO found (found, rank) VALUES ('hashsize', {64 * 1024 * 1024});
"""  # noqa: S608
_FINISH = """
CREATE INDEX record_id ON record (id);
INSERT INTO found (found) VALUES ('optimize');
INSERT INTO vocabulary SELECT term, doc FROM found_words;
DROP TABLE found_words;
"""


def write(path: Path, texts: Iterable[Text], total: int, progress: Progress | None, cancelled: Cancels | None) -> None:
    """Write an index of texts to `path`, whole or not at all. Raises Cancelled, and OSError where it cannot be kept."""
    _sweep(path.parent)
    handle, name = tempfile.mkstemp(prefix=PASSING, suffix=".index", dir=path.parent)
    passing = Path(name)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        with closing(sqlite3.connect(passing, isolation_level=None)) as connection:
            connection.executescript(_TABLES)
            connection.execute("BEGIN")
            _Filling(connection, total, progress, cancelled).take(texts)
            connection.execute("COMMIT")
            connection.executescript(_FINISH)
        os.fsync(handle)
        os.replace(passing, path)
    finally:
        os.close(handle)
        with suppress(FileNotFoundError):
            passing.unlink()


def _sweep(folder: Path) -> None:
    """Take away what killed processes left: nobody holds the lock of such a file any more."""
    for left in folder.glob(f"{PASSING}*.index"):
        with suppress(BlockingIOError, FileNotFoundError), left.open("rb") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if time.time() - left.stat().st_mtime > SECONDS_TO_LOCK:
                left.unlink()


class _Filling:
    def __init__(
        self, connection: sqlite3.Connection, total: int, progress: Progress | None, cancelled: Cancels | None
    ) -> None:
        self.connection, self.total, self.progress, self.cancelled = connection, total, progress, cancelled
        self.digest, self.number, self.kept = hashlib.sha256(), 0, list[str]()

    def take(self, texts: Iterable[Text]) -> None:
        self.connection.executemany(
            f"INSERT INTO found (rowid, {', '.join(COLUMNS)}) VALUES (?, ?, ?, ?)",  # noqa: S608
            self._rows(texts),
        )
        self._keep()
        about = {"form": FORM, "size": str(self.number), "digest": self.digest.hexdigest()}
        self.connection.executemany("INSERT INTO about VALUES (?, ?)", about.items())
        if self.progress:
            self.progress(self.number, self.number)

    def _rows(self, texts: Iterable[Text]) -> Iterator[_Row]:
        for text in texts:
            self.number += 1
            words = [" ".join(found) for found in words_by_column(text).values()]
            first, last = days(text.date) or (None, None)
            languages = " ".join(sorted(text.languages))
            self.connection.execute(
                "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)",
                (self.number, text.id, text.date, first, last, languages),
            )
            together = "\n".join(words)
            self.digest.update(f"{text.id}\0{text.date}\0{languages}\0{together}\0".encode("utf-8", "replace"))
            self.kept.append(together)
            if len(self.kept) == TOGETHER:
                self._keep()
            if self.number % EVERY == 0:
                self._pause()
            yield (self.number, words[0], words[1], words[2])

    def _keep(self) -> None:
        if self.kept:
            part = (self.number - 1) // TOGETHER
            words = zlib.compress("\0".join(self.kept).encode())
            self.connection.execute("INSERT INTO laid VALUES (?, ?)", (part, words))
            self.kept = []

    def _pause(self) -> None:
        if self.cancelled and self.cancelled():
            raise Cancelled
        if self.progress:
            self.progress(self.number, self.total)


def laid_out(words: bytes) -> list[list[str]]:
    """The words of the columns of each record that were compressed together."""
    return [record.split("\n") for record in zlib.decompress(words).decode().split("\0")]
