"""An index of records on the disk. With `index_schema`, the only module that knows that it is SQLite's FTS5."""

from __future__ import annotations

import sqlite3
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from plethu.evidence.problems import BadInput, Problem
from plethu.searching.running.index_schema import FORM, TOGETHER, Cancels, Progress, laid_out, write
from plethu.searching.running.laying import Column
from plethu.searching.running.patterns import Piece, matches, start_of
from plethu.searching.running.rows import Rows, all_rows, numbers_of, rows_from
from plethu.searching.running.text import COLUMNS, Text
from plethu.searching.running.words import FILLER

MOST_WORDS = 5_000  # that one wildcard is written out to
MOST_KEPT = 64 * 1024 * 1024  # bytes of answers that are remembered


class Index:
    """Records to be searched. Open it in the thread that uses it; any number of processes may."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection, self.path = connection, path
        about = dict(connection.execute("SELECT name, value FROM about"))
        if about.get("form") != FORM:
            raise sqlite3.DatabaseError("form")
        self.size, self.digest = int(about["size"]), about["digest"]
        self._answers: OrderedDict[str, Rows] = OrderedDict()

    @classmethod
    def build(
        cls,
        path: Path,
        texts: Iterable[Text],
        *,
        total: int = 0,
        progress: Progress | None = None,
        cancelled: Cancels | None = None,
    ) -> Index:
        """Make an index of texts and open it. What stood there is replaced once the new one is whole.

        Raises Cancelled, and BadInput where the place cannot be written to; neither leaves anything.
        """
        try:
            write(path, texts, total, progress, cancelled)
        except (OSError, sqlite3.OperationalError) as error:
            raise BadInput(Problem("import-unwritable", str(path), values={"reason": str(error)})) from error
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Index:
        """Open an index. Raises BadInput for a file that is not there, or is no index of this version."""
        try:
            return cls(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True), path)
        except (sqlite3.Error, KeyError, ValueError) as error:
            raise BadInput(Problem("file-unreadable", str(path), values={"reason": str(error)})) from error

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def everything(self) -> Rows:
        """All records."""
        return all_rows(self.size)

    def answer(self, expression: str) -> Rows:
        """The records that an expression of FTS5 finds; remembered."""
        if expression in self._answers:
            self._answers.move_to_end(expression)
            return self._answers[expression]
        query = "SELECT json_group_array(rowid) FROM found WHERE found MATCH ?"
        found = self._rows(self._connection.execute(query, (expression,)).fetchone()[0])
        self._answers[expression] = found
        while len(self._answers) * (self.size // 8 + 64) > MOST_KEPT:
            self._answers.popitem(last=False)
        return found

    def dated(self, first: int, last: int) -> Rows:
        """The records that may be from between two days, in the numbers of `text.days`."""
        query = "SELECT json_group_array(number) FROM record WHERE last >= ? AND first <= ?"
        return self._rows(self._connection.execute(query, (first, last)).fetchone()[0])

    def in_languages(self, codes: Iterable[str]) -> Rows:
        """The records in any of these languages."""
        wanted, found = set(codes), 0
        for (languages,) in self._connection.execute("SELECT DISTINCT languages FROM record").fetchall():
            if wanted & set(languages.split()):
                query = "SELECT json_group_array(number) FROM record WHERE languages = ?"
                found |= self._rows(self._connection.execute(query, (languages,)).fetchone()[0])
        return found

    def words(self, piece: Piece) -> list[str] | None:
        """The words of the records that a piece with wildcards matches; None where they are more than MOST_WORDS."""
        start = start_of(piece)
        query = "SELECT word FROM vocabulary WHERE word >= ? AND word < ?"
        found: list[str] = []
        for (word,) in self._connection.execute(query, (start, start + "\U0010ffff")):
            if matches(piece, word):
                found.append(word)
                if len(found) > MOST_WORDS:
                    return None
        return found

    def ids(self, rows: Rows) -> list[str]:
        """The ids of records, in the order in which they were indexed."""
        if rows.bit_count() * 20 > self.size:
            every = [id for (id,) in self._connection.execute("SELECT id FROM record ORDER BY number")]
            return [every[number - 1] for number in numbers_of(rows)]
        query = "SELECT id FROM record WHERE number = ?"
        return [self._connection.execute(query, (number,)).fetchone()[0] for number in numbers_of(rows)]

    def with_ids(self, ids: Iterable[str]) -> Rows:
        """The records with these ids; those that are not there are left out."""
        query = "SELECT number FROM record WHERE id = ?"
        found = (number for id in ids for (number,) in self._connection.execute(query, (id,)))
        return rows_from(found, self.size)

    def laid(self, rows: Rows) -> Iterator[tuple[int, Mapping[str, Column]]]:
        """The columns of records, laid out for the verifier."""
        part, records = -1, list[list[str]]()
        for number in numbers_of(rows):
            if (number - 1) // TOGETHER != part:
                part = (number - 1) // TOGETHER
                (words,) = self._connection.execute("SELECT words FROM laid WHERE part = ?", (part,)).fetchone()
                records = laid_out(words)
            yield number, _columns(records[(number - 1) % TOGETHER])

    def text(self, number: int) -> Text:
        """A record as far as it is kept: its words without case, accents and signs."""
        query = "SELECT id, date, languages FROM record WHERE number = ?"
        id, date, languages = self._connection.execute(query, (number,)).fetchone()
        part = (number - 1) // TOGETHER
        (words,) = self._connection.execute("SELECT words FROM laid WHERE part = ?", (part,)).fetchone()
        columns = zip(COLUMNS, laid_out(words)[(number - 1) % TOGETHER], strict=True)
        fields = {name: [each.strip() for each in found.split(FILLER) if each.strip()] for name, found in columns}
        return Text(id, fields, date, tuple(languages.split()))

    def _rows(self, numbers: str) -> Rows:
        return rows_from(msgspec.json.decode(numbers, type=list[int]), self.size)


def _columns(words: Sequence[str]) -> Mapping[str, Column]:
    return {name: Column(found.split()) for name, found in zip(COLUMNS, words, strict=True)}
