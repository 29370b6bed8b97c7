"""The findings on one action: a bar for each strand, parted by what they say or by the stance taken in the workshop."""

from __future__ import annotations

from plethu.evidence.text import Language
from plethu.framework.advice import EvidenceCount
from plethu.framework.advising import count_evidence
from plethu.framework.edition import Edition
from plethu.framework.index import index_of
from plethu.reporting.figures.drawing import Drawing
from plethu.reporting.figures.labels import label
from plethu.reporting.figures.lettering import width, wrap
from plethu.reporting.figures.twin import Twin, number
from plethu.reporting.saying import say
from plethu.reporting.told import Words

WIDE, NAME, SQUARE, GAP = 640.0, 150.0, 18.0, 3.0
IN_ROW = int((WIDE - NAME) // (SQUARE + GAP))
Part = tuple[str, str, int]  # key of the label, look, how many
SQUARE_LOOKS = {"echoed": "fig-for", "challenged": "fig-against", "added": "fig-more"}


def rows(edition: Edition, action: str, language: Language) -> Twin:
    """Strand and counts: in all, by direction, by stance."""
    keys = ("in-all", "term:polarity.supports", "term:polarity.hinders", "term:polarity.mixed")
    stances = ("term:stance.echoed", "term:stance.challenged", "term:stance.added")
    index = index_of(edition)
    found = tuple(
        (
            say(index.strands[c.strand].name, language),
            *(number(n, language) for n in (c.total, c.supports, c.hinders, c.mixed, c.echoed, c.challenged, c.added)),
        )
        for c in _counts(edition, action)
    )
    header = ("term:one.strand", *keys, *stances)
    return Twin(_title(edition, action, language), tuple(label(key, language) for key in header), found)


def svg(edition: Edition, action: str, language: Language) -> str:
    """A bar of squares for each strand that has findings on the action."""
    counts, index = _counts(edition, action), index_of(edition)
    told = " ".join(f"{say(index.strands[c.strand].name, language)}: {c.total}." for c in counts)
    told = told or f"{label('no-findings', language)}."
    title, description = _title(edition, action, language), label("evidence-desc", language, counts=told)
    drawing = Drawing(f"evidence-{action}", language, title, description)
    y = 4.0
    for count in counts:
        y = _bar(drawing, say(index.strands[count.strand].name, language), _parts(count), y)
    if not counts:
        drawing.text(label("no-findings", language), 0, 20, 15, look="fig-soft")
        y = 30
    return drawing.svg(WIDE, y)


def _counts(edition: Edition, action: str) -> tuple[EvidenceCount, ...]:
    index = index_of(edition)
    return count_evidence(action, index)


def _title(edition: Edition, action: str, language: Language) -> Words:
    return label("evidence", language, name=say(index_of(edition).actions[action].name, language).text)


def _parts(count: EvidenceCount) -> list[Part]:
    """By stance where the strand's findings take one, else by direction."""
    stances = count.echoed + count.challenged + count.added
    if stances:
        parts = [
            ("term:stance.echoed", SQUARE_LOOKS["echoed"], count.echoed),
            ("term:stance.challenged", SQUARE_LOOKS["challenged"], count.challenged),
            ("term:stance.added", SQUARE_LOOKS["added"], count.added),
            ("no-stance", "fig-sunk", count.total - stances),
        ]
    else:
        parts = [
            ("term:polarity.supports", "fig-for", count.supports),
            ("term:polarity.hinders", "fig-against", count.hinders),
            ("term:polarity.mixed", "fig-both", count.mixed),
        ]
    return [part for part in parts if part[2]]


def _bar(drawing: Drawing, name: Words, parts: list[Part], y: float) -> float:
    lines = wrap(name.text, NAME - 12, 14, bold=True)
    drawing.text(name, 0, y + 14, 14, room=NAME - 12, bold=True)
    looks = [look for _, look, count in parts for _ in range(count)]
    for n, look in enumerate(looks):
        row, column = divmod(n, IN_ROW)
        square(drawing, look, NAME + column * (SQUARE + GAP), y + row * (SQUARE + GAP))
    foot = y + (len(looks) - 1) // IN_ROW * (SQUARE + GAP) + SQUARE + 18
    foot = _key(drawing, parts, foot)
    return max(foot, y + len(lines) * 18) + 16


def _key(drawing: Drawing, parts: list[Part], y: float) -> float:
    x = NAME
    for key, look, count in parts:
        words = Words(f"{label(key, drawing.language)} {count}", drawing.language)
        wide = 16 + width(words.text, 13) + 18
        if x + wide > WIDE and x > NAME:
            x, y = NAME, y + 20
        square(drawing, look, x, y - 10.5, 12)
        drawing.text(words, x + 17, y, 13)
        x += wide
    return y


def square(drawing: Drawing, look: str, x: float, y: float, size: float = SQUARE) -> None:
    """A square with a mark of its own for each kind, so that colour is never alone."""
    drawing.box(look, x, y, size, size, round=2)
    middle, left, right = y + size / 2, x + size * 0.25, x + size * 0.75
    top, foot = y + size * 0.25, y + size * 0.75
    marks = {
        "fig-for": f"M{left:g} {middle:g} L{x + size * 0.42:g} {foot:g} L{right:g} {top:g}",
        "fig-against": f"M{left:g} {top:g} L{right:g} {foot:g} M{left:g} {foot:g} L{right:g} {top:g}",
        "fig-more": f"M{left:g} {middle:g} H{right:g} M{x + size / 2:g} {top:g} V{foot:g}",
        "fig-both": f"M{left:g} {middle:g} H{right:g}",
    }
    if look in marks:
        drawing.shape("path", "fig-stripe", d=marks[look])
