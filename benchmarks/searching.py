"""Running a strategy over invented records: our engine beside plain FTS5, tantivy and DuckDB's regular expressions.

`python -m benchmarks.searching 200000` takes another number than 20,000. Every engine counts the seven blocks and the
whole of the strategy in `searching_strategy.json`; the counts have to agree. CPU is that of the process with its
threads. Up to 20,000 records our counts are also held against a plain reading of each record, word by word.
Peers come with the dependency group `bench`; those that are not installed are left out.
"""

from __future__ import annotations

import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

from benchmarks.measure import head
from benchmarks.searching_records import PRINTED, records, strategy
from plethu.searching.running import Index, run_strategy
from plethu.searching.running.laying import words_by_column

APART = " ".join(["¶"] * 9)  # more words than any distance in the strategy
BAR = 1.2
Counts = list[int]


def run(number: int = 20_000) -> None:
    """Print the figures."""
    head(f"a strategy of {len(PRINTED['blocks'])} blocks over {number:,} invented records")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        index = _built("plethu", folder / "plethu.index", lambda path: _ours_built(path, number))
        ours, counts = _asked("plethu: blocks and whole", lambda: _ours(index))
        terms, _ = _asked("plethu: and what each of the terms brings", lambda: _ours(index, terms=True))
        best = [_asked("FTS5, pairs written out by hand", lambda: _fts5(folder / "plethu.index"), counts)[0]]
        if find_spec("tantivy"):
            made = _built("tantivy", folder / "tantivy", lambda path: _tantivy_built(path, number))
            best.append(_asked("tantivy, regular expressions as phrases", lambda: _tantivy(made), counts)[0])
        if find_spec("duckdb"):
            made = _built("duckdb", folder / "records.duckdb", lambda path: _duckdb_built(path, number))
            best.append(_asked("DuckDB, one regular expression a block", lambda: _duckdb(made), counts)[0])
        ratio = ours / min(best)
        print(f"plethu takes {ratio:.2f} of the best (bar: {BAR}), with terms {terms / min(best):.2f}")
        if number <= 20_000:
            _against_plain_reading(number, counts)


def _built(name: str, path: Path, build: Callable[[Path], Any]) -> Any:
    start = time.process_time()
    made = build(path)
    taken = time.process_time() - start - _inventing.taken
    sizes = [each.stat().st_size for each in ([path] if path.is_file() else path.rglob("*"))]
    print(f"{name + ': index':<58}{taken:>9.1f} s CPU  {sum(sizes) / 2**20:>8.1f} MiB")
    return made


class _Inventing:
    """Records, and the CPU that inventing them took, which no engine is charged with."""

    def __init__(self) -> None:
        self.taken = 0.0

    def __call__(self, number: int) -> Iterator[Any]:
        self.taken, source = 0.0, records(number)
        while True:
            start = time.process_time()
            text = next(source, None)
            self.taken += time.process_time() - start
            if text is None:
                return
            yield text


_inventing = _Inventing()


def _asked(name: str, ask: Callable[[], Counts], expected: Counts | None = None) -> tuple[float, Counts]:
    start = time.process_time()
    counts = ask()
    taken = time.process_time() - start
    beside = "" if expected is None else "same counts" if counts == expected else f"OTHER COUNTS: {counts}"
    print(f"{name:<58}{taken:>9.2f} s CPU  {beside or counts}")
    return taken, counts


def _ours_built(path: Path, number: int) -> Path:
    Index.build(path, _inventing(number), total=number).close()
    return path


def _ours(path: Path, *, terms: bool = False) -> Counts:
    with Index.open(path) as index:
        counted = run_strategy(strategy(), index, terms=terms)
    return [*(block.hits or 0 for block in counted.blocks), counted.hits or 0]


def _words(term: str) -> str:
    """A term as words with single blanks."""
    return " ".join(re.findall(r"[a-z0-9*]+", term.lower()))


def _text(text: Any) -> str:
    """All fields as one, so far apart that nothing is near across them. Keywords have their fillers."""
    return f" {APART} ".join(" ".join(found) for found in words_by_column(text).values())


# FTS5 as one would write it by hand, over the same index


def _fts5(path: Path) -> Counts:
    connection = sqlite3.connect(path)
    blocks = [_fts5_block(block) for block in PRINTED["blocks"]]
    a, b, c, d, e, f, g = (f"({block})" for block in blocks)
    whole = f"{a} AND ({b} OR {c}) AND {d} AND ({e} OR {f}) AND {g}"
    query = "SELECT count(*) FROM found WHERE found MATCH ?"
    return [connection.execute(query, (each,)).fetchone()[0] for each in [*blocks, whole]]


def _fts5_block(block: dict[str, Any]) -> str:
    found = [_fts5_phrase(each) for each in block["terms"]]
    for near in block["near"]:
        sides = product(map(_fts5_phrase, near["left"]), map(_fts5_phrase, near["right"]))
        found += [f"NEAR({left} {right}, {near['k']})" for left, right in sides]
    return " OR ".join(found)


def _fts5_phrase(term: str) -> str:
    words = _words(term)
    return f'"{words[:-1]}"*' if words.endswith("*") else f'"{words}"'


# tantivy: for each distance and order, a phrase of regular expressions


def _tantivy_built(path: Path, number: int) -> Any:
    import tantivy

    path.mkdir()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("body", tokenizer_name="whitespace", index_option="position")
    index = tantivy.Index(builder.build(), path=str(path))
    writer = index.writer(256_000_000, 1)
    for text in _inventing(number):
        writer.add_document(tantivy.Document(body=_text(text)))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    return index


def _tantivy(index: Any) -> Counts:
    import tantivy

    def joined(occur: Any, parts: Sequence[Any]) -> Any:
        return tantivy.Query.boolean_query([(occur, part) for part in parts])

    blocks = [joined(tantivy.Occur.Should, list(_tantivy_block(block, index))) for block in PRINTED["blocks"]]
    a, b, c, d, e, f, g = blocks
    either = [joined(tantivy.Occur.Should, pair) for pair in ((b, c), (e, f))]
    whole = joined(tantivy.Occur.Must, [a, either[0], d, either[1], g])
    searcher = index.searcher()
    return [searcher.search(each, 1).count for each in [*blocks, whole]]


def _tantivy_block(block: dict[str, Any], index: Any) -> Iterator[Any]:
    for term in block["terms"]:
        yield _tantivy_phrase([_regex(word) for word in _words(term).split()], index)
    for near in block["near"]:
        for left, right in product(_by_length(near["left"]), _by_length(near["right"])):
            for one, other in ((left, right), (right, left)):
                for gap in range(near["k"] + 1):
                    yield _tantivy_phrase([*one, gap, *other], index)


def _by_length(terms: Sequence[str]) -> list[list[str]]:
    """Single words as one alternation; each phrase for itself."""
    words = [_words(term).split() for term in terms]
    single = "|".join(_regex(each[0]) for each in words if len(each) == 1)
    return [[f"({single})"], *([_regex(word) for word in each] for each in words if len(each) > 1)]


def _regex(word: str) -> str:
    return word.replace("*", "[^ ]*")


def _tantivy_phrase(parts: Sequence[str | int], index: Any) -> Any:
    """A phrase; a number stands for so many words in between."""
    import tantivy

    places: list[tuple[int, str]] = []
    at = 0
    for part in parts:
        if isinstance(part, int):
            at += part
        else:
            places.append((at, part))
            at += 1
    if len(places) == 1:
        return tantivy.Query.regex_query(index.schema, "body", places[0][1])
    return tantivy.Query.regex_phrase_query(index.schema, "body", places, slop=0)


# DuckDB: no index, one pass over the texts


def _duckdb_built(path: Path, number: int) -> Any:
    import duckdb

    connection = duckdb.connect(str(path))
    connection.execute("CREATE TABLE records (body VARCHAR)")
    batch: list[str] = []

    def keep() -> None:
        connection.execute("INSERT INTO records SELECT unnest($1)", [batch])
        batch.clear()

    for text in _inventing(number):
        batch.append(_text(text))
        if len(batch) == 2_000:
            keep()
    keep()
    connection.execute("CHECKPOINT")
    return connection


def _duckdb(connection: Any) -> Counts:
    columns = ", ".join(f"regexp_matches(body, ${n}) AS b{n}" for n in range(1, 8))
    sums = ", ".join(f"count(*) FILTER (b{n})" for n in range(1, 8))
    whole = "count(*) FILTER (b1 AND (b2 OR b3) AND b4 AND (b5 OR b6) AND b7)"
    query = f"SELECT {sums}, {whole} FROM (SELECT {columns} FROM records)"
    return list(connection.execute(query, [_pattern(block) for block in PRINTED["blocks"]]).fetchone())


def _pattern(block: dict[str, Any]) -> str:
    found = [rf"(?:^|\s)(?:{'|'.join(_regex(_words(term)) for term in block['terms'])})(?:\s|$)"]
    for near in block["near"]:
        left, right = ("|".join(_regex(_words(each)) for each in near[side]) for side in ("left", "right"))
        gap = rf"\s(?:[^ ]+\s){{0,{near['k']}}}"
        found += [rf"(?:^|\s)(?:{a}){gap}(?:{b})(?:\s|$)" for a, b in ((left, right), (right, left))]
    return "|".join(found)


# A plain reading: regular expressions of Python on the words of each field


def _against_plain_reading(number: int, counts: Counts) -> None:
    patterns = [re.compile(_pattern(block)) for block in PRINTED["blocks"]]
    found = [0] * 8
    for text in records(number):
        fields = [" ".join(words) for words in words_by_column(text).values()]
        a, b, c, d, e, f, g = there = [any(pattern.search(field) for field in fields) for pattern in patterns]
        whole = a and (b or c) and d and (e or f) and g
        found = [count + held for count, held in zip(found, [*there, whole], strict=True)]
    print(f"a plain reading of every record counts {'the same' if found == counts else found}")


if __name__ == "__main__":
    run(int(sys.argv[1]) if sys.argv[1:] else 20_000)
