"""The fields of one BibTeX entry, read tolerantly: what is missing is mended and said, nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plethu.evidence.frozen import Frozen
from plethu.records.record import Field, Repair

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
STRAY = "text"  # the tag under which text is kept that belongs to no field
LONGEST_MACRO = 2_000  # characters; what is longer is no name of a journal
MOST_FROM_MACROS = 20_000  # characters of one entry: definitions made of definitions double with each line
_KEY = re.compile(r"\s*(?P<key>[^,={}\"#%\n]*?)[ \t]*(?:,|(?=\n)|$)")
_NAME = re.compile(r"[\s,;]*(?P<name>[^\W\d][^=,{}\"#\n]*?)\s*=\s*")
_WORD = re.compile(r"[^\s,#{}\"=]+")
_JOINT = re.compile(r"\s*#\s*")
_STRAY = re.compile(r"[\s,;]*(?P<stray>[^,\n]*)")
_TO_THE_COMMA = re.compile(r"[^\S\n]*([^,\n#]*)")
_END = re.compile(r"\\.|[{}\"]", re.DOTALL)
_NAME_BY_LINE = re.compile(r"(?:^[ \t,}]*|(?<=[}\"],)[ \t]*)(?P<name>[^\W\d][\w:. -]*?)\s*=\s*", re.MULTILINE)


class Entry(Frozen, frozen=True):
    """The key and fields of an entry, and what had to be mended."""

    key: str
    fields: tuple[Field, ...]
    repairs: tuple[Repair, ...]


def entry_of(inside: str, line: int, macros: Mapping[str, str], *, broken: bool = False) -> Entry:
    """What stands inside an entry's braces. `broken`: they do not close, so that fields are told by their lines."""
    found = _KEY.match(inside)
    key, start = (found["key"], found.end()) if found else ("", 0)
    reading = _Reading(inside, line, macros)
    if broken:
        reading.by_lines(start)
        reading.mended("braces-not-closed", line)
    else:
        reading.by_signs(start)
    if not key:
        reading.mended("no-key", line)
    return Entry(key, tuple(reading.fields), tuple(reading.repairs))


class _Reading:
    def __init__(self, text: str, line: int, macros: Mapping[str, str]) -> None:
        self.text, self.first, self.macros = text, line, macros
        self.fields: list[Field] = []
        self.repairs: list[Repair] = []
        self._counted, self._lines = 0, 0
        self._from_macros = 0

    def by_signs(self, at: int) -> None:
        """Fields by name, equals sign and value; a comma between them may be missing."""
        comma = True
        while at < len(self.text):
            found = _NAME.match(self.text, at)
            if not found:
                at = self._stray(at)
                continue
            line = self.line_at(found.start("name"))
            if not comma and "," not in found[0][: found.start("name") - found.start()]:
                self.mended("comma-missing", line, {"field": found["name"]})
            value, at = self._value(found.end(), line)
            self.fields.append(Field(found["name"], value, line))
            comma = self.text[at : at + 1] == ","

    def by_lines(self, at: int) -> None:
        """Fields by the lines that begin with a name and an equals sign; each goes on to the next such line."""
        text = self.text[at:]
        found = list(_NAME_BY_LINE.finditer(text))
        ends = [*(match.start() for match in found[1:]), len(text)]
        if before := text[: found[0].start() if found else len(text)].strip(" \t\n,{}"):
            self.fields.append(Field(STRAY, before, self.line_at(at)))
        for match, end in zip(found, ends, strict=False):
            value = _undelimited(text[match.end() : end].strip().rstrip(",").rstrip())
            line = self.line_at(at + match.start("name"))
            self.fields.append(Field(match["name"], self._known(value) or value, line))

    def mended(self, code: str, line: int, values: dict[str, str] | None = None) -> None:
        self.repairs.append(Repair(code, line, values or {}))

    def line_at(self, at: int) -> int:
        """The line of a place in the text; asked for from left to right."""
        self._lines += self.text.count("\n", self._counted, at)
        self._counted = max(self._counted, at)
        return self.first + self._lines

    def _stray(self, at: int) -> int:
        """Text that is no field, up to the next comma or line."""
        found = _STRAY.match(self.text, at)
        assert found is not None
        if found["stray"].strip():
            line = self.line_at(found.start("stray"))
            self.fields.append(Field(STRAY, found["stray"].strip(), line))
            self.mended("text-without-field", line, {"text": found["stray"].strip()[:60]})
        return max(found.end(), at + 1)

    def _value(self, at: int, line: int) -> tuple[str, int]:
        """Braced, quoted and bare parts joined by `#`; where the value ends."""
        parts: list[str] = []
        while True:
            part, at = self._part(at, line)
            parts.append(part)
            joint = _JOINT.match(self.text, at)
            if not joint:
                return "".join(parts), _skipped_blanks(self.text, at)
            at = joint.end()

    def _part(self, at: int, line: int) -> tuple[str, int]:
        sign = self.text[at : at + 1]
        if sign in ("{", '"') and sign:
            end = _end_of(self.text, at)
            if end > 0:
                return self.text[at + 1 : end - 1], end
            self.mended("braces-not-closed", line)
            return self.text[at + 1 :], len(self.text)
        return self._bare(at, line)

    def _bare(self, at: int, line: int) -> tuple[str, int]:
        """A number, a macro, or a text that lacks its braces: then up to the comma or the end of the line."""
        word = _WORD.match(self.text, at)
        end = word.end() if word else at
        rest = _TO_THE_COMMA.match(self.text, end)
        if rest and rest[1].strip() and not _NAME.match(self.text, end):
            self.mended("braces-missing", line)
            return self.text[at : rest.end()].strip(), rest.end()
        text = self.text[at:end]
        known = self._known(text)
        if known is None and text and not text.isdigit() and text.lower() not in MONTHS:
            self.mended("macro-unknown", line, {"name": text})
        return (text if known is None else known), end

    def _known(self, name: str) -> str | None:
        """What a macro stands for. None for one that is not known, or would make the entry longer than any is."""
        known = self.macros.get(name.lower())
        if known is None or self._from_macros + len(known) > MOST_FROM_MACROS:
            return None
        self._from_macros += len(known)
        return known


def _end_of(text: str, at: int) -> int:
    """Where a braced or quoted value ends, just after its last sign; -1 if it does not."""
    quoted, depth = text[at] == '"', 0
    for found in _END.finditer(text, at + 1 if quoted else at):
        if found[0] == "{":
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if depth == 0 and not quoted:
                return found.end()
            if depth < 0:
                return -1
        elif found[0] == '"' and quoted and depth == 0:
            return found.end()
    return -1


def _undelimited(value: str) -> str:
    """A value of a broken entry without the braces or quotation marks around it, as far as it has them."""
    opening = value[:1]
    if opening not in ("{", '"'):
        return value.rstrip("}, \n\t")
    inner = value[1:]
    for _ in range(inner.count("}") - inner.count("{")):
        if not inner.rstrip(", \n\t").endswith("}"):
            break
        inner = inner.rstrip(", \n\t")[:-1]
    if opening == '"' and inner.rstrip(", \n\t").endswith('"'):
        inner = inner.rstrip(", \n\t")[:-1]
    return inner


def _skipped_blanks(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
