"""The machine under all tagged text formats: lines become blocks of fields, and no line is lost between them.

A line with a tag begins a field, or a record, or ends one. A line without goes on with the field before it. Text after
a blank line waits until the next tag shows where it belongs: inside the record, or between two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from plethu.evidence.frozen import Frozen
from plethu.records.opened import Line
from plethu.records.record import Field, Refused, Remark, Repair

LARGEST_RECORD = 16 * 1024 * 1024  # characters; a record of a book with all its keywords has a tenth of a million
LONGEST_BEGINNING = 2000
# Control characters, and those that turn the direction of text: neither belongs in a field, both steer terminals.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
BREAKS = re.compile("[\u2028\u2029]")


class Tag(NamedTuple):
    """What a line begins with: the name of a field, the rest of the line, and codes for what was odd about it."""

    name: str
    value: str
    codes: tuple[str, ...] = ()


class Grammar(Frozen, frozen=True):
    """How one format marks its records.

    `tag` reads the tag of a line, told whether a record is open. `starts` says whether one of the tags in `openers`
    begins a new record though one is open, told whether a blank line stands between. Tags in `ends` end a record and
    those in `heads` stand outside of any. `indented`: lines that go on are indented; a repair says where they are not.
    """

    tag: Callable[[str, bool], Tag | None]
    openers: frozenset[str]
    starts: Callable[[str, Block, bool], bool]
    ends: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    indented: bool = False


class Block:
    """The lines of one record while they come in."""

    def __init__(self, line: int) -> None:
        self.line = self.last = line
        self.tags: set[str] = set()
        self.repairs: dict[str, Repair] = {}
        self.too_large = False
        self._size = 0
        self._fields: list[tuple[str, int, list[str]]] = []

    def add(self, tag: Tag, line: int) -> None:
        """A line with a tag."""
        name, value, codes = tag
        for code in codes:
            self.mend(code, line)
        self.tags.add(name)
        if self._has_room(value, line):
            self._fields.append((name, line, [value]))

    def go_on(self, text: str, line: int) -> None:
        """A line without a tag: one more of the field before it, with the blank lines between."""
        gap = line - self.last
        if self._has_room(text, line):
            self._fields[-1][2].extend([""] * (gap - 1) + [text])

    def mend(self, code: str, line: int, **values: str) -> None:
        """Note a repair, once in a record for each code and value."""
        self.repairs.setdefault(f"{code} {values}" if values else code, Repair(code, line, values))

    def fields(self) -> tuple[Field, ...]:
        """The fields as they stand, each from its tag to the next."""
        return tuple([Field(tag, "\n".join(lines), line) for tag, line, lines in self._fields])

    def refused(self, number: int, code: str) -> Refused:
        """The record as one that could not be read, with all the text it has."""
        text = "\n".join(" ".join((tag, *lines)).strip() for tag, _, lines in self._fields)
        return Refused(
            number, self.line, code, text if code != "too-large" else text[:LONGEST_BEGINNING], last=self.last
        )

    def _has_room(self, text: str, line: int) -> bool:
        self.last = line
        self._size += len(text) + 1
        if self._size > LARGEST_RECORD:
            self.too_large = True
        return not self.too_large


def blocks(lines: Iterable[Line], grammar: Grammar) -> Iterator[Block | Remark]:
    """The records of a file as blocks, and everything between them, in the order of the file."""
    reader = _Reader(grammar)
    for line in lines:
        if done := reader.take(line):
            yield from done
    yield from reader.close()


class _Reader:
    """Where the reading stands: the open record, text whose place is not known yet, and whether a line was blank."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar, self._tag = grammar, grammar.tag
        self._special = grammar.openers | grammar.ends | grammar.heads
        self.block: Block | None = None
        self.ended: Block | None = None  # its end was read, but what stands right after it may still be its own
        self.loose: list[tuple[str, int]] = []
        self.blank = False

    def take(self, line: Line) -> Sequence[Block | Remark]:
        """What a line completes."""
        plain = not line.mended and line.text.isprintable()
        text = line.text if plain else BREAKS.sub(" ", UNSEEN.sub("", line.text))
        if not text or text.isspace():
            self.blank = True
            return self._let_go()
        block = self.block
        tag = self._tag(text, block is not None)
        if plain and tag and block and not self.loose and tag.name not in self._special:  # most lines there are
            block.add(tag, line.number)
            self.blank = False
            return ()
        done = self._text(text, line.number) if tag is None else self._tagged(tag, text, line.number)
        self.blank = False
        if not plain and (block := self.block or self.ended):
            _note_cleaning(line, block)
        return done

    def close(self) -> Sequence[Block | Remark]:
        """The open record, which nothing ended. What came after a blank line stands outside of it."""
        if self.block is None:
            return self._let_go()
        if self.grammar.ends:
            self.block.mend("no-end", self.block.last)
        done: list[Block | Remark] = [self.block, *(Remark(number, text) for text, number in self.loose)]
        self.block, self.loose = None, []
        return done

    def _text(self, text: str, number: int) -> Sequence[Block | Remark]:
        if self.block is None:
            return (*self._let_go(), Remark(number, text.strip()))
        if self.blank or self.loose:
            self.loose.append((text.strip(), number))
            return ()
        if self.grammar.indented and not text.startswith((" ", "\t")):
            self.block.mend("line-not-indented", number)
        self.block.go_on(text.strip(), number)
        return ()

    def _tagged(self, tag: Tag, text: str, number: int) -> Sequence[Block | Remark]:
        if tag.name in self.grammar.heads:
            return (*self.close(), Remark(number, text.strip()))
        if tag.name in self.grammar.ends:
            return self._end(tag, text, number)
        if self.ended is not None and self._is_late(tag, self.ended):
            self.ended.mend("field-after-end", number)
            self.ended.add(tag, number)
            return ()
        block, done = self.block, cast("Sequence[Block | Remark]", ())
        if block is not None and self._starts(tag.name, block, self.blank or bool(self.loose)):
            done, block = self.close(), None
        if block is None:
            done = done or self._let_go()
            block = self.block = Block(number)
        elif self.loose:
            self._attach(block)
        block.add(tag, number)
        return done

    def _end(self, tag: Tag, text: str, number: int) -> Sequence[Block | Remark]:
        block = self.block
        if block is None:
            return (*self._let_go(), Remark(number, text.strip()))
        self._attach(block)
        if tag.value:
            block.add(tag, number)
        for code in tag.codes:
            block.mend(code, number)
        block.last, self.block, self.ended = number, None, block
        return ()

    def _is_late(self, tag: Tag, ended: Block) -> bool:
        """Whether a field right after the end belongs to the record that was ended, as Ovid writes some."""
        return tag.name not in ended.tags and not self._starts(tag.name, ended, True)

    def _starts(self, name: str, block: Block, after_blank: bool) -> bool:
        return name in self.grammar.openers and self.grammar.starts(name, block, after_blank)

    def _let_go(self) -> Sequence[Block | Remark]:
        done, self.ended = (self.ended,) if self.ended else (), None
        return done

    def _attach(self, block: Block) -> None:
        for text, number in self.loose:
            block.go_on(text, number)
        self.loose = []


def _note_cleaning(line: Line, block: Block) -> None:
    """Note that a line had unseen characters, or another encoding than its file."""
    if UNSEEN.search(line.text.removeprefix("\ufeff")):
        block.mend("unseen-characters", line.number)
    if line.mended:
        block.mend("line-encoding", line.number)
