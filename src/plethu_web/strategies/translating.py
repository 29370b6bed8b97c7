"""A strategy beside its translation: line by line, what changed marked on both sides, the reason under each line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from plethu.reporting.search_told import note_sentence
from plethu.searching import strategy as library
from plethu.searching.changes import Change, Note, Written
from plethu.searching.platforms import platform
from plethu.searching.strategy_writing import WrittenLine, write_lines, write_strategy
from plethu.searching.tree import terms
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.strategies.marked import Mark, marked

CHANGES: dict[Change, Promise] = {
    Change.EXACT: _("exact (rewritten)"),
    Change.WIDER: _("wider"),
    Change.NARROWER: _("narrower"),
    Change.IMPOSSIBLE: _("impossible here"),
}
CONTESTED = _("contested")


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was not written as it is: its label, whether sources contradict each other, and why in words."""

    kind: str
    label: str
    is_contested: bool
    words: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Side:
    """One line: the source and what was written, both with marks, and the reasons. `text` is what is to be copied.

    `kinds` say what happened to the line as a whole; none where nothing was rewritten.
    """

    name: str
    title: str
    source: SafeString
    written: SafeString
    text: str
    kinds: tuple[tuple[str, str], ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Translated:
    """A whole translation for its page."""

    id: str
    name: str
    checked: str
    lines: tuple[Side, ...]
    formula: Side
    whole: str
    numbered: str
    totals: tuple[tuple[str, str, int], ...]


def translated(strategy: library.Strategy, target: str, words: Sequence[str] | None = None) -> Translated:
    """The strategy written for a platform, beside what it was. KeyError for a platform that is not known.

    With `words`, what the platform cannot truncate is written out as these whole words.
    """
    written = write_strategy(strategy, target, words=words)
    lines = tuple(_side(line.name, line.title, _source_of(strategy, line.name), line.written) for line in written.lines)
    formula = _side("", _now("Formula"), strategy.formula_text, written.formula)
    found = platform(target)
    return Translated(
        target,
        found.name,
        found.checked,
        lines,
        formula,
        written.whole.text,
        written.numbered,
        _totals(written.lines, written.formula),
    )


def is_larger(strategy: library.Strategy, most: int) -> bool:
    """Whether a strategy has more terms than this."""
    return sum(1 for block in strategy.blocks for _term in terms(block.tree)) > most


def totals_for(strategy: library.Strategy, target: str) -> tuple[tuple[str, str, int], ...]:
    """How many places change on a platform, and in which way."""
    return _totals(*write_lines(strategy, target))


def as_text(strategy: library.Strategy, target: str, words: Sequence[str] | None = None) -> str:
    """The translation as a text file: the lines with what was changed, the formula, and all of it in one."""
    shown = translated(strategy, target, words)
    return "\n".join(_text_lines(strategy, shown)) + "\n"


def _text_lines(strategy: library.Strategy, shown: Translated) -> Iterator[str]:
    yield f"{strategy.name}: {shown.name}"
    yield ""
    for side in (*shown.lines, shown.formula):
        yield " ".join(filter(None, (f"{side.name}." if side.name else "", side.title)))
        yield side.text
        for reason in side.reasons:
            yield f"  ! {reason.label}: {reason.words}"
        yield ""
    if shown.numbered:
        yield _now("Line by line")
        yield shown.numbered
        yield ""
    yield _now("In one line")
    yield shown.whole


def _source_of(strategy: library.Strategy, name: str) -> str:
    block = strategy.block(name)
    return block.text if block else ""


def _side(name: str, title: str, source: str, written: Written) -> Side:
    notes = written.notes
    kinds = tuple((str(change), str(CHANGES[change])) for change in written.effects if notes or not written.text)
    return Side(
        name,
        title,
        marked(source, _marks(notes, "source", source)),
        marked(written.text, _marks(notes, "written", written.text)),
        written.text,
        kinds,
        tuple(_reasons(notes)),
    )


def _label(note: Note) -> tuple[str, str]:
    return str(note.change), str(CHANGES[note.change])


def _marks(notes: Sequence[Note], side: str, text: str) -> list[Mark]:
    """A mark for each note that has a place on this side, with its label where it changes the meaning.

    What is exact and about the whole line is said below it; marked, it would only hide the other marks.
    """
    found = []
    for note in notes:
        place = note.source if side == "source" else note.written
        is_all = (
            note.change is Change.EXACT and not text[: place.start].strip("( ") and not text[place.end :].strip(") ")
        )
        if place.end > place.start and not is_all:
            label = str(CHANGES[note.change]) if note.change is not Change.EXACT and side == "written" else ""
            found.append(Mark(place.start, place.end, str(note.change), label))
    return found


def _reasons(notes: Sequence[Note]) -> Iterator[Reason]:
    """Each reason once, with how many times it holds."""
    counted: dict[tuple[str, str, bool, str], int] = {}
    for note in notes:
        kind, label = _label(note)
        words = note_sentence(note, reading())
        key = (kind, label, note.contested, words)
        counted[key] = counted.get(key, 0) + 1
    for (kind, label, contested, words), count in counted.items():
        yield Reason(kind, label, contested, words, count)


def _totals(written: Sequence[WrittenLine], formula: Written) -> tuple[tuple[str, str, int], ...]:
    """How many places are changed in which way, over all lines and the formula."""
    notes = [note for part in (*(line.written for line in written), formula) for note in part.notes]
    return tuple(
        (str(kind), str(CHANGES[kind]), count)
        for kind in Change
        if (count := sum(note.change is kind for note in notes))
    )
