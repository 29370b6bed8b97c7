"""A list in JSON taken apart object by object, without holding more than one, whatever is broken in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plethu.evidence.frozen import Frozen

LARGEST_ITEM = 4 * 1024 * 1024  # characters; what is longer has lost a quotation mark or a brace
_SIGN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|"|[{}\[\]]', re.DOTALL)
_WRAPPER = re.compile(r'\s*\{[^{}\[\]]{0,2000}?"(?:items|references|records|data)"\s*:\s*\[')
_FIRST_KEY = re.compile(r'\{\s*("(?:[^"\\\n]|\\.){1,200}")\s*:')


class Piece(Frozen, frozen=True):
    """An object of the list, whole or not; or, where `between`, text beside the objects that is more than signs."""

    line: int
    text: str
    between: bool = False
    whole: bool = True


def pieces(stretches: Iterable[str]) -> Iterator[Piece]:
    """The objects of a list (or of one inside an object, or one after the other in lines), and what is beside them."""
    splitting = _Splitting()
    for stretch in stretches:
        yield from splitting.take(stretch)
    yield from splitting.end()


def parted(piece: Piece) -> list[Piece]:
    """A piece that is no good object, cut where objects begin with the same key as it does itself."""
    key = _FIRST_KEY.match(piece.text)
    begin = re.compile(r",\s*(?=\{\s*" + re.escape(key[1]) + r"\s*:)") if key else None
    ends = [found.end() for found in begin.finditer(piece.text)] if begin else []
    found, line = [], piece.line
    for start, end in zip([0, *ends], [*ends, len(piece.text)], strict=True):
        text = piece.text[start:end]
        found.append(Piece(line, text.rstrip(", \t\r\n") if end in ends else text, whole=False))
        line += text.count("\n")
    return found


class _Splitting:
    def __init__(self) -> None:
        self.text, self.at, self.line = "", 0, 1
        self.start = -1  # where the open object begins in the text
        self.depth, self.begun = 0, False
        self.between_from = 0
        self.in_string = False  # the text ends inside a string, which begins where the next search does

    def take(self, stretch: str) -> Iterator[Piece]:
        self.text += stretch
        if not self.begun and (len(self.text) > 4096 or not stretch):
            self._begin()
        if self.begun and not (self.in_string and '"' not in stretch and len(self.text) < LARGEST_ITEM):
            yield from self._scan(last=False)

    def end(self) -> Iterator[Piece]:
        self._begin()
        yield from self._scan(last=True)
        if self.start >= 0:
            yield from self._give_up()
        yield from self._beside(len(self.text))

    def _begin(self) -> None:
        if not self.begun and (found := _WRAPPER.match(self.text)):
            self.at = found.end()
        self.begun = True

    def _scan(self, *, last: bool) -> Iterator[Piece]:
        """Goes on to the end of the text, or to a string that the next stretch has to end."""
        while True:
            found = _SIGN.search(self.text, self.at)
            self.in_string = False
            if not found:
                self.at = max(self.at, len(self.text))
                break
            if found[0] == '"' and not last:
                self.at, self.in_string = found.start(), True
                break
            self.at = found.end()
            yield from self._sign(found)
        yield from self._forget()

    def _sign(self, found: re.Match[str]) -> Iterator[Piece]:
        sign = found[0]
        if self.start < 0:
            if sign == "{":
                yield from self._beside(found.start())
                self.start, self.depth = found.start(), 1
        elif sign in ("{", "["):
            self.depth += 1
        elif sign in ("}", "]"):
            self.depth -= 1
            if self.depth == 0:
                yield self._piece(found.end(), whole=True)

    def _piece(self, end: int, *, whole: bool) -> Piece:
        text = self.text[self.start : end]
        line = self._line_at(self.start)
        self.start, self.between_from = -1, end
        return Piece(line, text, whole=whole)

    def _give_up(self) -> Iterator[Piece]:
        """The open object has no end. It is handed on with all that follows, so far as it is there."""
        yield self._piece(len(self.text), whole=False)
        self.at, self.depth = len(self.text), 0

    def _forget(self) -> Iterator[Piece]:
        """Lets go of the text that is done with."""
        if self.start >= 0:
            if len(self.text) - self.start > LARGEST_ITEM:
                yield from self._give_up()
        else:
            if len(self.text) - self.at > LARGEST_ITEM:
                self.at = len(self.text)
            yield from self._beside(self.at)
        done = self.start if self.start >= 0 else min(self.at, self.between_from)
        if done > 0:
            self.line = self._line_at(done)
            self.text, self.at = self.text[done:], self.at - done
            self.start, self.between_from = max(self.start - done, -1), max(self.between_from - done, 0)
            self._counted, self._lines = 0, 0

    def _beside(self, end: int) -> Iterator[Piece]:
        start, self.between_from = self.between_from, max(end, self.between_from)
        text = self.text[start:end]
        if text.strip(" \t\r\n,[]"):
            yield Piece(self._line_at(start + len(text) - len(text.lstrip())), text.strip(), between=True)

    _counted, _lines = 0, 0

    def _line_at(self, at: int) -> int:
        self._lines += self.text.count("\n", self._counted, at)
        self._counted = max(self._counted, at)
        return self.line + self._lines
