"""What a document is made of, before it becomes Word, PDF or a web page. Every run of words knows its language."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from plethu.evidence.frozen import Frozen
from plethu.evidence.text import Language
from plethu.framework.advice import AdviceLane
from plethu.reporting.documents.clean import clean
from plethu.reporting.told import Words


class Run(Frozen, frozen=True):
    """Words in one language and one weight."""

    text: str
    language: Language
    strong: bool = False


Line = tuple[Run, ...]


class Heading(Frozen, frozen=True):
    """A heading. Levels begin at 1 and none is skipped."""

    level: int
    line: Line
    block: Literal["heading"] = "heading"


class Paragraph(Frozen, frozen=True):
    """A paragraph; `lead` stands out, `quiet` stands back."""

    line: Line
    role: Literal["plain", "lead", "quiet"] = "plain"
    block: Literal["paragraph"] = "paragraph"


class Item(Frozen, frozen=True):
    """An item of a list, with smaller lines under it: what it rests on."""

    line: Line
    under: tuple[Line, ...] = ()


class Bullets(Frozen, frozen=True):
    """A list, numbered where the order is one to follow."""

    items: tuple[Item, ...]
    numbered: bool = False
    block: Literal["bullets"] = "bullets"


class Table(Frozen, frozen=True):
    """A table with a header row. `wide` says how much of the width each column takes, in any unit."""

    caption: Line
    header: tuple[Line, ...]
    rows: tuple[tuple[Line, ...], ...]
    wide: tuple[int, ...]
    block: Literal["table"] = "table"


Block = Heading | Paragraph | Bullets | Table


class SummaryAction(Frozen, frozen=True):
    """An action on the one-page summary: what is said of it in a sentence, and the way there where it has to wait.

    `verdict_tells` is False where the lane it stands in says the same already. `decides` is the need that puts it
    there, where the sentence names another; `own` a user's own choice.
    """

    name: Run
    verdict: Run
    headline: Run
    path: tuple[Line, ...] = ()
    start_here: Run | None = None
    verdict_tells: bool = True
    decides: Run | None = None
    own: Line = ()


class SummaryLane(Frozen, frozen=True):
    """A lane on the one-page summary."""

    id: AdviceLane
    name: Run
    meaning: Run
    actions: tuple[SummaryAction, ...]


class Outline(Frozen, frozen=True):
    """A whole document. `front` says what for and when, above the summary; `notes` stand at its foot; `footer` on
    every page. Without `lanes` there is no summary, and the notes stand before the body."""

    language: Language
    title: Run
    subtitle: Line
    front: tuple[Line, ...]
    summary_name: Run
    lanes: tuple[SummaryLane, ...]
    notes: tuple[Line, ...]
    body: tuple[Block, ...]
    footer: Line
    page: Run
    none: Run
    path_name: Run


def run(words: Words, *, strong: bool = False) -> Run:
    """A run of the given words, without unfit characters."""
    return Run(clean(words.text), words.language, strong)


def line(*words: Words | Run | str, language: Language) -> Line:
    """A line of runs; a plain string is in `language`. A space goes between two runs that do not bring one."""
    runs: list[Run] = []
    for part in words:
        new = part if isinstance(part, Run) else run(part if isinstance(part, Words) else Words(part, language))
        if not new.text:
            continue
        if runs and not runs[-1].text.endswith((" ", "(")) and not new.text.startswith((" ", ")", ".", ",", ":", ";")):
            new = Run(" " + new.text, new.language, new.strong)
        runs.append(new)
    return tuple(runs)


def listed(words: Iterable[Words | str], language: Language, mark: str = ",") -> tuple[Words, ...]:
    """Words with a comma, or another mark, after all but the last, for use in a line."""
    found = [w if isinstance(w, Words) else Words(w, language) for w in words]
    return tuple(Words(w.text + (mark if i < len(found) - 1 else ""), w.language, w.draft) for i, w in enumerate(found))


def plain(runs: Line) -> str:
    """The text of a line alone."""
    return "".join(r.text for r in runs)
