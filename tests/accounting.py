"""Whether every line of a tagged file ends in exactly one field, refusal or remark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from hypothesis import strategies as st

from plethu.records.formats import format_named
from plethu.records.opened import Opened
from plethu.records.record import Item, Record, Refused, Remark
from plethu.records.tagged import BREAKS, UNSEEN

Read = Callable[[str | bytes], list[Item]]


def items_of(folder: Path, format: str, content: str | bytes, name: str = "file.txt") -> list[Item]:
    """What a reader makes of a file with this content."""
    return list(format_named(format).read(opened(folder, content, name), {}))


def opened(folder: Path, content: str | bytes, name: str = "file.txt") -> Opened:
    """A file with this content, opened."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Opened(path)


def records(items: Iterable[Item]) -> list[Record]:
    """The records among what was read."""
    return [item for item in items if isinstance(item, Record)]


def one(items: Iterable[Item]) -> Record:
    """The only thing that was read, a record."""
    (item,) = items
    assert isinstance(item, Record), item
    return item


def codes(record: Record) -> list[str]:
    """The codes of its repairs."""
    return [repair.code for repair in record.repairs]


def unaccounted(text: str, items: Sequence[Item], end: str = r"(?!)") -> list[tuple[int, str, int]]:
    """Lines that say something and are not found once: number, text, how often. Bare ends need no place."""
    where = Counter(number for item in items for number in _lines(item))
    said = dict(_said(items))
    wrong = []
    for number, line in enumerate(re.split("\r\n|\n|\r", text), 1):
        shown = BREAKS.sub(" ", UNSEEN.sub("", line)).strip()
        if not shown or (re.fullmatch(end, shown) and not where[number]):
            continue
        if where[number] != 1 or (number in said and not shown.endswith(said[number])):
            wrong.append((number, line, where[number]))
    return wrong


def _lines(item: Item) -> Iterator[int]:
    if isinstance(item, Remark):
        yield item.line
    elif isinstance(item, Refused):
        yield from range(item.line, item.last + 1)
    else:
        for field in item.fields:
            yield from (field.line + n for n, part in enumerate(field.value.split("\n")) if part or n == 0)


def _said(items: Iterable[Item]) -> Iterator[tuple[int, str]]:
    for item in items:
        if isinstance(item, Remark):
            yield item.line, item.text
        elif isinstance(item, Record):
            for field in item.fields:
                yield from ((field.line + n, part) for n, part in enumerate(field.value.split("\n")) if part)


def files(*lines: str) -> st.SearchStrategy[str]:
    """Files of such lines, of any text, and of blank lines, with any line ends."""
    line = st.sampled_from(lines) | st.text(max_size=30).map(lambda text: re.sub("[\r\n]", " ", text)) | st.just("")
    ends = st.sampled_from(["\n", "\r\n", "\r"])
    return st.tuples(st.lists(line, max_size=25), ends).map(lambda made: made[1].join(made[0]))
