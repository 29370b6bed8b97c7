"""Advice as plain text: for a terminal, and as Markdown. Both write the outline that every document is made from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from textwrap import fill

from plethu.reporting.documents.outline import outline
from plethu.reporting.documents.parts import Block, Bullets, Heading, Line, Outline, Run, SummaryAction, Table, plain
from plethu.reporting.told import Told

UNDERLINES = {1: "=", 2: "-", 3: "~"}
MARKED = re.compile(r"([\\`*_\[\]|~])")  # what Markdown takes for markup inside a line
ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
AT_START = re.compile(r"^(\s*)([#+-]|\d+(?=[.)]))")  # and at the beginning of one


def as_text(told: Told, width: int = 80, details: bool = True, made_on: date | None = None, full: bool = True) -> str:
    """The advice for a terminal: the lanes first, then, with `details`, everything said of each action."""
    found = outline(told, made_on, details=details, full=full)
    lines = [*_headed(found.title.text, 1, width), *_wrapped(plain(found.subtitle), width), ""]
    for said in found.front:
        lines += [*_wrapped(plain(said), width), ""]
    for lane in found.lanes:
        lines += [*_headed(lane.name.text, 2, width), *_wrapped(lane.meaning.text, width), ""]
        for action in lane.actions:
            lines += _summary(action, found, width)
        if not lane.actions:
            lines += [f"  {found.none.text}", ""]
    if details:
        for block in found.body:
            lines += _block(block, width)
    else:
        for note in found.notes:
            lines += [*_wrapped(plain(note), width), ""]
    return "\n".join([*lines, *_wrapped(plain(found.footer), width)]) + "\n"


def _headed(text: str, level: int, width: int) -> Iterator[str]:
    wrapped = fill(text, width)
    yield wrapped
    if mark := UNDERLINES.get(level):
        yield mark * max(map(len, wrapped.splitlines() or [""]))


def _wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    rest = first if rest is None else rest
    return fill(text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False).splitlines()


def _summary(action: SummaryAction, found: Outline, width: int) -> Iterator[str]:
    start = f" [{action.start_here.text}]" if action.start_here else ""
    yield from _wrapped(f"{action.name.text} ({action.verdict.text}){start}", width, "  * ", "    ")
    said = " ".join(words.text for words in (action.headline, action.decides) if words)
    yield from _wrapped(said, width, "    ")
    if action.own:
        yield from _wrapped(plain(action.own), width, "    ")
    if action.path:
        yield from _wrapped(f"{found.path_name.text}:", width, "    ")
        for number, step in enumerate(action.path, 1):
            first = f"    {number}. " if len(action.path) > 1 else "    "
            yield from _wrapped(plain(step), width, first, " " * len(first))
    yield ""


def _block(block: Block, width: int) -> Iterator[str]:
    if isinstance(block, Heading):
        text = plain(block.line)
        yield from _headed(text if block.level in UNDERLINES else f"{text}:", block.level, width)
        if block.level not in UNDERLINES:
            return
    elif isinstance(block, Bullets):
        for number, item in enumerate(block.items, 1):
            mark = f"  {number}. " if block.numbered else "  - "
            yield from _wrapped(plain(item.line), width, mark, " " * len(mark))
            for under in item.under:
                yield from _wrapped(plain(under), width, "      ", "        ")
    elif isinstance(block, Table):
        names = [plain(cell) for cell in block.header]
        for row in block.rows:
            yield from _wrapped(_row(names, [plain(cell) for cell in row]), width, "  - ", "    ")
    else:
        yield from _wrapped(plain(block.line), width)
    yield ""


def _row(names: list[str], cells: list[str]) -> str:
    """A row of a table as a line: a terminal has no room for columns."""
    if len(cells) == 2:
        return f"{cells[0]} {cells[1]}" if cells[0].endswith("?") else f"{cells[0]}: {cells[1]}"
    return f"{cells[0]}. " + "; ".join(f"{name}: {cell}" for name, cell in zip(names[1:], cells[1:], strict=True))


def as_markdown(told: Told, made_on: date | None = None, full: bool = True) -> str:
    """The advice as Markdown; without `full`, without the appendix. Words in the other language are marked."""
    found = outline(told, made_on, full=full)
    mark = _Marker(told)
    parts = [f"# {mark.line([found.title])}", mark.line(found.subtitle), *map(mark.line, found.front)]
    for lane in found.lanes:
        parts += [f"## {mark.line([lane.name])}", mark.line([lane.meaning])]
        parts.append("\n".join(mark.summary(action, found) for action in lane.actions) or mark.line([found.none]))
    parts += [mark.block(block) for block in found.body]
    return "\n\n".join([*parts, "---", mark.line(found.footer)]) + "\n"


class _Marker:
    """Writes lines and blocks as Markdown, in which nothing that came from outside is markup."""

    def __init__(self, told: Told) -> None:
        self.language = told.language

    def line(self, runs: Iterable[Run]) -> str:
        text = "".join(map(self._run, runs))
        return AT_START.sub(r"\1\\\2", text)

    def _run(self, run: Run) -> str:
        words = run.text.strip()
        text = MARKED.sub(r"\\\1", words.translate(ENTITIES))
        if run.strong and words:
            text = f"**{text}**"
        if run.language != self.language:
            text = f'<span lang="{run.language}">{text}</span>'
        before, after = (" " if run.text[:1] == " " else "", " " if run.text[-1:] == " " else "")
        return f"{before}{text}{after}" if words else run.text

    def summary(self, action: SummaryAction, found: Outline) -> str:
        start = f" [{self.line([action.start_here])}]" if action.start_here else ""
        name = f"{self.line([action.name])} ({self.line([action.verdict])}){start}"
        steps = [f"   {n}. {self.line(step)}" for n, step in enumerate(action.path, 1)]
        path = [f"  {self.line([found.path_name])}:", *steps] if steps else []
        said = " ".join(self.line([words]) for words in (action.headline, action.decides) if words)
        own = [f"  {self.line(action.own)}"] if action.own else []
        return "\n\n".join([f"- {name}", f"  {said}", *own, *(["\n".join(path)] if path else [])])

    def block(self, block: Block) -> str:
        if isinstance(block, Heading):
            return f"{'#' * (block.level + 1)} {self.line(block.line)}"
        if isinstance(block, Bullets):
            return "\n".join(self._items(block))
        if isinstance(block, Table):
            return "\n".join(self._rows(block))
        return self.line(block.line)

    def _items(self, block: Bullets) -> Iterator[str]:
        for number, item in enumerate(block.items, 1):
            mark = f"{number}. " if block.numbered else "- "
            yield f"{mark}{self.line(item.line)}"
            yield from (f"{' ' * len(mark)}- {self.line(under)}" for under in item.under)

    def _rows(self, table: Table) -> Iterator[str]:
        yield self._cells(table.header)
        yield self._cells([()] * len(table.header)).replace("  ", " --- ")
        yield from (self._cells(row) for row in table.rows)

    def _cells(self, cells: Iterable[Line]) -> str:
        return f"| {' | '.join(self.line(cell) for cell in cells)} |"
