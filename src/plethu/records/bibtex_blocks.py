"""BibTeX taken apart: the entries of a file, whole or broken, and the text between them.

An entry ends where its braces close. Where they never do, or too early, it ends before the next line that begins like
an entry, so that one missing brace costs nothing but itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plethu.evidence.frozen import Frozen
from plethu.records.opened import Line
from plethu.records.record import Repair
from plethu.records.tagged import BREAKS, UNSEEN

LONGEST_ENTRY = 4 * 1024 * 1024  # characters; what is longer has lost its end
_OPENING = re.compile(r"(?<![^\s})%])@\s*(?P<type>[^\W\d][\w.:-]*)\s*(?P<open>[{(])")
_AT_START = re.compile(
    r"\s{0,3}@\s*(?:[^\W\d_][\w.:-]*\s*(?:\{\s*[^,={}\"]*|\(\s*[^,={}()\"]*)(?:,|$)"
    r"|(?:comment|string|preamble)\s*\{)",
    re.I,
)
_FIELD = re.compile(r"\s*,?\s*[^\W\d][\w:.-]*\s*=\s*[{\"\w]")
_SIGN = re.compile(r"\\.|[{}()\"]")


class Block(Frozen, frozen=True):
    """An entry with its type in small letters and what is inside its braces; or text between, without type."""

    line: int
    text: str
    type: str = ""
    inside: str = ""
    broken: bool = False
    repairs: tuple[Repair, ...] = ()


def blocks(lines: Iterable[Line]) -> Iterator[Block]:
    """The blocks of a file, in order. Every character is in one of them, but for empty lines between entries."""
    taken = _Taken()
    for line in lines:
        plain = not line.mended and line.text.isprintable()
        clean = line if plain else Line(line.number, BREAKS.sub(" ", UNSEEN.sub("", line.text)), line.mended)
        yield from taken.line(clean)
        if taken.entry is not None and not plain:
            taken.entry.note(line)
    yield from taken.end()


class _Entry:
    """The text of one entry so far, and how deep it is in braces."""

    def __init__(self, found: re.Match[str], line: Line) -> None:
        self.line, self.type, self.opening = line.number, found["type"].lower(), found["open"]
        self.head, self.parts = found[0], [""]
        self.depth, self.quoted, self.size = 0, False, 0
        self.repairs: dict[str, Repair] = {}
        self.broken, self.closed = False, ""

    def take(self, text: str) -> str:
        """Adds a text up to the end of the entry, if that is in it; what is left of it then."""
        for found in _SIGN.finditer(text) if not self.broken else ():
            if self._ends(found[0]):
                self.closed = found[0]
                self.parts.append(text[: found.start()])
                return text[found.end() :]
        self.parts.append(text)
        self.size += len(text)
        return ""

    def note(self, line: Line) -> None:
        """Note that a line had unseen characters, or another encoding than its file."""
        if line.mended:
            self.repairs.setdefault("line-encoding", Repair("line-encoding", line.number))
        if UNSEEN.search(line.text.removeprefix("\ufeff")):
            self.repairs.setdefault("unseen-characters", Repair("unseen-characters", line.number))

    def go_on(self, text: str) -> None:
        """The end was none: a field follows. From here on only the lines can be trusted."""
        self.parts.append(self.closed + text)
        self.closed, self.broken = "", True

    def _ends(self, sign: str) -> bool:
        if sign == "{":
            self.depth += 1
        elif sign == "}":
            self.depth -= 1
        elif sign == '"' and self.opening == "(" and self.depth == 0:
            self.quoted = not self.quoted
        elif sign == ")" and self.opening == "(":
            return self.depth == 0 and not self.quoted
        return self.depth < 0

    def block(self) -> Block:
        inside = "".join(self.parts)
        repairs = tuple(self.repairs.values())
        text = self.head + inside + self.closed
        return Block(self.line, text, self.type, inside, self.broken or not self.closed, repairs)


class _Taken:
    """What was taken of the file so far: an entry, open or just closed, or lines between entries."""

    def __init__(self) -> None:
        self.entry: _Entry | None = None
        self.between: list[Line] = []
        self.after: Line | None = None  # what follows the entry's end, until it is sure that it was the end

    def line(self, line: Line) -> Iterator[Block]:
        entry = self.entry
        if entry is None:
            yield from self._outside(line, line.text)
        elif entry.closed:
            if not line.text.strip():
                return
            if _FIELD.match(line.text):
                entry.go_on((self.after.text if self.after else "") + "\n" + line.text)
                self.after = None
            else:
                yield from self._finish()
                yield from self._outside(line, line.text)
        elif _AT_START.match(line.text) or entry.size > LONGEST_ENTRY:
            yield from self._finish()
            yield from self._outside(line, line.text)
        else:
            if entry.broken and line.text.strip() == "}":
                entry.closed = "\n}"
                return
            yield from self._inside(entry, line, "\n" + line.text)

    def end(self) -> Iterator[Block]:
        yield from self._finish()
        yield from self._said_between()

    def _inside(self, entry: _Entry, line: Line, text: str) -> Iterator[Block]:
        rest = entry.take(text)
        if _FIELD.match(rest):
            entry.go_on(rest)
        elif _OPENING.match(rest.lstrip()):
            yield from self._finish()
            yield from self._outside(line, rest)
        else:
            self.after = Line(line.number, rest, line.mended)

    def _finish(self) -> Iterator[Block]:
        if self.entry is not None:
            yield self.entry.block()
        self.entry, after = None, self.after
        if after and after.text.strip(" \t\n,;"):
            self.between.append(after)
        self.after = None

    def _outside(self, line: Line, text: str) -> Iterator[Block]:
        """A text that is in no entry: until one begins in it."""
        found = None if text.lstrip().startswith("%") else _OPENING.search(text)
        said = text[: found.start()] if found else text
        if said.strip():
            self.between.append(Line(line.number, said, line.mended))
        elif self.between:
            yield from self._said_between()
        if found:
            yield from self._said_between()
            self.entry = _Entry(found, line)
            yield from self._inside(self.entry, line, text[found.end() :])

    def _said_between(self) -> Iterator[Block]:
        if self.between:
            yield Block(self.between[0].number, "\n".join(line.text for line in self.between))
        self.between = []
