"""Search strategies as files: text, or the JSON search file of `search-query`; which platform each is written for.

A text may begin with lines such as `# platform: ebsco` and `# database: PsycInfo; MEDLINE`.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from plethu.cli.files import STANDARD_INPUT, bytes_at
from plethu.cli.usage import Option, Refused, WrongUse
from plethu.evidence.problems import BadInput, Problem
from plethu.evidence.text import Language
from plethu.framework.tables import ARCHIVES, FORBIDDEN, refuse_large
from plethu.reporting.search_told import fault_sentence, underlined
from plethu.searching.cleaning import clean
from plethu.searching.faults import Fault
from plethu.searching.platforms import PLATFORMS
from plethu.searching.search_file import LARGEST, NotASearchFile, SearchFile, read_search_file
from plethu.searching.strategy import Strategy
from plethu.searching.strategy_reading import StrategyRead, read_strategy
from plethu.searching.tree import NOWHERE, Place
from plethu.wording import say

FROM = Option("from", "PLATFORM", choices=PLATFORMS)
_HEAD = re.compile(r"\s*#+\s*(platform|database)\s*:\s*(.*?)\s*", re.IGNORECASE)
_JSON = re.compile(r'\s*\{\s*["}]')
_LINES_OF_HEAD = 10


@dataclass(frozen=True, slots=True)
class StrategyFile:
    """What was read from one file. `strategy` is None where it has faults; `cleaned` as `cleaning.Cleaned.changes`."""

    file: str
    platform: str
    read: StrategyRead
    cleaned: Mapping[str, int]

    @property
    def strategy(self) -> Strategy:
        """The strategy. Raises Refused where there are faults."""
        if self.read.strategy is None:
            raise refused([self])
        return self.read.strategy

    def text_of(self, block: str) -> str:
        """The text in which places of a block count; the formula's for an empty name."""
        return self.read.texts.get(block, "")

    def line_of(self, block: str, first: int, place: Place) -> int:
        """The line of the file where a place of a block is; lines left empty are no part of a block's text."""
        lines = self.read.text.split("\n")
        written = (n for n in range(max(first, 1), len(lines) + 1) if lines[n - 1].strip())
        before = self.text_of(block).count("\n", 0, place.start)
        return next((number for count, number in enumerate(written) if count == before), first)


def strategy_at(path: str, given: str = "", command: str = "") -> StrategyFile:
    """The strategy in a file, or on standard input for `-`, written for the platform given or the one the file names.

    Raises BadInput for a file that is no text, and WrongUse where nobody says the platform.
    """
    text, platform, database = _told(path, _text(path))
    if platform and platform not in PLATFORMS:
        raise WrongUse("search-platform-unknown", command, file=path, value=platform, known=", ".join(PLATFORMS))
    platform = given or platform
    if not platform:
        raise WrongUse("search-from-missing", command, file=path, known=", ".join(PLATFORMS))
    read = read_strategy(text, platform)
    if read.strategy and database:
        read = replace(read, strategy=replace(read.strategy, database=database))
    return StrategyFile(path, platform, read, clean(text).changes)


def _text(path: str) -> str:
    data = bytes_at(path, LARGEST)
    refuse_large(len(data), path, LARGEST)
    if data.startswith(ARCHIVES):
        raise BadInput(Problem("archive", path))
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(Problem("not-utf8", path, data.count(b"\n", 0, error.start) + 1)) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise BadInput(Problem("hidden-character", path, line, values={"character": "U+0000"}))
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _told(path: str, text: str) -> tuple[str, str, str]:
    """The search, its platform and its databases, as far as the file says them. Lines keep their numbers."""
    if _JSON.match(text):
        found = _search_file(path, text)
        return found.search_string, found.platform_id or found.platform, "; ".join(found.database)
    lines, told = text.split("\n"), dict[str, str]()
    for number, line in enumerate(lines[:_LINES_OF_HEAD]):
        if match := _HEAD.fullmatch(line):
            told.setdefault(match[1].lower(), match[2])
            lines[number] = ""
    return "\n".join(lines), told.get("platform", "").lower(), told.get("database", "")


def _search_file(path: str, text: str) -> SearchFile:
    try:
        return read_search_file(text.encode())
    except NotASearchFile as error:
        code = f"search.file.{error.code}"

        def lines(language: Language) -> Iterator[str]:
            yield f"{path}: {say(code, language)}"

        raise Refused(lines, Problem(code, path)) from error


def refused(files: Iterable[StrategyFile], more: Mapping[str, Iterable[Fault]] | None = None) -> Refused:
    """The faults of files, each with its place underlined; `more` are faults that came up later, by file."""
    every = [(file, fault) for file in files for fault in (*file.read.faults, *(more or {}).get(file.file, ()))]
    in_blocks = [(file, fault.code, fault.values) for file, fault in every if fault.block]
    # What a line cannot find, the formula that names it cannot either: it is said of the line alone.
    found = [(file, fault) for file, fault in every if fault.block or (file, fault.code, fault.values) not in in_blocks]

    def lines(language: Language) -> Iterator[str]:
        for file, fault in found:
            yield f"{place_of(file, fault)}{fault_sentence(fault, language)}"
            yield from marked(file, fault)

    return Refused(lines, *(Problem(fault.code, file.file, fault.line, fault.block) for file, fault in found))


def place_of(file: StrategyFile, fault: Fault) -> str:
    """`file:line: block: ` as far as it is known."""
    name = file.file
    line = file.line_of(fault.block, fault.line, fault.place) if fault.line else 0
    return "".join(f"{part}: " for part in (f"{name}:{line}" if line else name, fault.block) if part)


def marked(file: StrategyFile, fault: Fault) -> Iterator[str]:
    """The line of the search with the place underlined, set in; nothing where no place is known."""
    text = file.text_of(fault.block)
    if text and fault.place != NOWHERE:
        yield from (f"    {line}" for line in underlined(text, fault).split("\n"))


def fault_as_json(fault: Fault, file: StrategyFile, language: Language) -> dict[str, Any]:
    """A fault or a remark with its place in its block, in characters from 0, and in words."""
    return {
        "code": fault.code,
        "block": fault.block,
        "line": file.line_of(fault.block, fault.line, fault.place) if fault.line else 0,
        "start": fault.place.start,
        "end": fault.place.end,
        "values": fault.values,
        "sentence": fault_sentence(fault, language),
    }


def safe(text: str) -> str:
    """A text without what would steer the terminal."""
    return FORBIDDEN.sub("\ufffd", text)


def refuse_standard_input_twice(paths: Iterable[str], command: str) -> None:
    """Raise WrongUse where standard input is to be read more than once."""
    if list(paths).count(STANDARD_INPUT) > 1:
        raise WrongUse("search-input-twice", command)
