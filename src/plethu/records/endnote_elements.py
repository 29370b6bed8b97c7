"""EndNote's XML taken apart: the `<record>` elements of a file one by one, and each as fields named by their path.

No parser ever sees more than one record, so that a broken one costs only itself. What declares entities or a document
type is refused before any parser is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.entities import html5
from xml.parsers import expat

from plethu.evidence.frozen import Frozen
from plethu.records.record import Field, Repair
from plethu.records.streamed import cleaned

LARGEST_RECORD = 16 * 1024 * 1024  # characters
DEEPEST = 20
UNWRAPPED = "style"  # how a text looks; its words stay
_MARK = re.compile(r"<(?P<close>/?)record(?=[\s/>])[^<>]{0,2000}>")
_NOT_XML = re.compile(r"&#(?:[xX]0*(?:[0-8bBcCeEfF]|1[0-9a-fA-F])|0*(?:[0-8]|1[124-9]|2[0-9]|3[01]));")
_LOOSE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});)(?:(\w{2,30});)?")
DECLARES = re.compile(r"<!\s*(?:DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)", re.IGNORECASE)


class Element(Frozen, frozen=True):
    """The text of a record from its first to its last sign; or, where `between`, text that is in none."""

    line: int
    text: str
    between: bool = False


def elements(stretches: Iterable[str]) -> Iterator[Element]:
    """The records of a file and the text between them, in order. A record without end goes to the next beginning."""
    cutting = _Cutting()
    for stretch in stretches:
        yield from cutting.take(stretch)
    yield from cutting.end()


class _Cutting:
    """The text that is not handed on yet: an open record, or text in none, from the line on that is said."""

    def __init__(self) -> None:
        self.text, self.line = "", 1
        self.open = False
        self.done = 0  # how much of the text is handed on
        self.searched = 0  # up to here there is no further mark

    def take(self, stretch: str) -> Iterator[Element]:
        self.text, self.searched, self.done = self.text[self.done :] + stretch, self.searched - self.done, 0
        while found := _MARK.search(self.text, self.searched):
            alone, closing = found[0].endswith("/>"), bool(found["close"])
            if self.open:
                yield self._cut(found.end() if closing else found.start())
            elif not closing:
                yield self._cut(found.start())
                self.open, self.searched = True, found.end()
                if alone:
                    yield self._cut(found.end())
            else:
                self.searched = found.end()
        self.searched = max(self.searched, self.text.rfind("<"))
        if len(self.text) - self.done > LARGEST_RECORD:
            yield self._cut(len(self.text))

    def end(self) -> Iterator[Element]:
        yield self._cut(len(self.text))

    def _cut(self, end: int) -> Element:
        """What is before a place, which is then done with."""
        element = Element(self.line, self.text[self.done : end], between=not self.open)
        self.line += element.text.count("\n")
        self.done = self.searched = end
        self.open = False
        return element


class Read(Frozen, frozen=True):
    """The fields of a record and what was mended."""

    fields: tuple[Field, ...]
    repairs: tuple[Repair, ...]


def fields_of(element: Element) -> Read | None:
    """A record as fields, `contributors/authors/author` and `ref-type@name`; None where it is no well-formed XML.

    Loose ampersands, names of HTML entities and characters that XML forbids are mended.
    """
    text, codes = cleaned(element.text)
    attempts = [text, _LOOSE.sub(_escaped, _NOT_XML.sub("", text))]
    for number, attempt in enumerate(attempts):
        try:
            fields = _Walk(element.line).read(attempt)
        except (expat.ExpatError, _Refused):
            continue
        found = [*codes, *(["markup-mended"] if number else [])]
        return Read(tuple(fields), tuple(Repair(code, element.line) for code in found))
    return None


def _escaped(found: re.Match[str]) -> str:
    if found[1] and (text := html5.get(f"{found[1]};")):
        return text.replace("&", "&amp;").replace("<", "&lt;")
    return "&amp;" + found[0][1:]


class _Refused(Exception):
    """Something in the XML that no record has."""


class _Walk:
    """One record on its way through the parser."""

    def __init__(self, line: int) -> None:
        self.first = line
        self.fields: list[Field] = []
        self.path: list[str] = []
        self.texts: list[list[str]] = []
        self.filled: list[bool] = []
        self.lines: list[int] = []
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._said
        self.parser.StartDoctypeDeclHandler = self._refuse
        self.parser.EntityDeclHandler = self._refuse
        self.parser.ExternalEntityRefHandler = self._refuse

    def read(self, text: str) -> list[Field]:
        self.parser.Parse(text, True)
        return self.fields

    def _refuse(self, *_: object) -> int:
        raise _Refused

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self.path) >= DEEPEST:
            raise _Refused
        if name == UNWRAPPED and self.path:
            return
        line = self.first + self.parser.CurrentLineNumber - 1
        if self.path:
            self._leave_text()
            self.filled[-1] = True
        self.path.append(name)
        self.texts.append([])
        self.filled.append(False)
        self.lines.append(line)
        self.fields += [Field(f"{self._tag()}@{key}", cleaned(value)[0], line) for key, value in attributes.items()]

    def _said(self, text: str) -> None:
        if self.texts:
            self.texts[-1].append(text)

    def _end(self, name: str) -> None:
        if name == UNWRAPPED and self.path[-1] != UNWRAPPED:
            return
        self._leave_text()
        for stack in (self.path, self.texts, self.filled, self.lines):
            stack.pop()

    def _leave_text(self) -> None:
        """The text of an element so far as a field; white space between its children is none."""
        text = "".join(self.texts[-1])
        self.texts[-1].clear()
        if text.strip():
            self.fields.append(Field(self._tag(), cleaned(text)[0].strip(), self.lines[-1]))

    def _tag(self) -> str:
        return "/".join(self.path[1:]) or "record"
