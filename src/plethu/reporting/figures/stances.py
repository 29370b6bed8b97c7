"""What a workshop made of each action: a bar for each, parted by whether its findings echo, challenge or add."""

from __future__ import annotations

from collections.abc import Iterator

from plethu.evidence.findings import Finding
from plethu.evidence.text import Language
from plethu.framework.edition import Edition
from plethu.reporting.figures.drawing import Drawing
from plethu.reporting.figures.evidence import SQUARE_LOOKS, square
from plethu.reporting.figures.labels import label
from plethu.reporting.figures.lettering import width, wrap
from plethu.reporting.figures.twin import Twin, number
from plethu.reporting.saying import say
from plethu.reporting.told import Words
from plethu.workshop.reading import STANCES

WIDE, NAME, SQUARE, GAP, LETTERS = 640.0, 300.0, 16.0, 3.0, 13.0
IN_ROW = int((WIDE - NAME) // (SQUARE + GAP))
Line = tuple[str, str, Words, tuple[int, ...]]  # kind and id of what it is on, its name, how many by stance


def lines(edition: Edition, strand: str, language: Language) -> list[Line]:
    """Each action, then each category as a whole, then all of it, with the strand's findings on it by stance.

    Actions without any are there too; each finding is counted once, for the action it is on first.
    """
    of: dict[tuple[str, str], list[Finding]] = {}
    for finding in edition.findings:
        if finding.strand == strand and finding.stance:
            of.setdefault((finding.action, "" if finding.action else finding.category), []).append(finding)
    return [(*place, name, _by_stance(of.get(key, []))) for place, key, name in _places(edition, of, language)]


def rows(edition: Edition, strand: str, language: Language) -> Twin:
    """What the findings are on, and how many of each stance, with the sums below."""
    found = [(name, counts) for _kind, _id, name, counts in lines(edition, strand, language)]
    sums = tuple(map(sum, zip(*(counts for _name, counts in found), strict=True))) if found else (0,) * len(STANCES)
    keys = ("stances-on", *(f"term:stance.{stance}" for stance in STANCES), "in-all")
    return Twin(
        label("stances", language),
        tuple(label(key, language) for key in keys),
        tuple(
            (name, *(number(n, language) for n in (*counts, sum(counts))))
            for name, counts in [*found, (label("in-all", language), sums)]
        ),
    )


def svg(edition: Edition, strand: str, language: Language) -> str:
    """A bar of squares for each of the lines."""
    found = lines(edition, strand, language)
    totals = [sum(counts[n] for *_line, counts in found) for n in range(len(STANCES))]
    told = " ".join(f"{label(f'term:stance.{s}', language).text}: {n}." for s, n in zip(STANCES, totals, strict=True))
    drawing = Drawing(
        f"stances-{strand}", language, label("stances", language), label("stances-desc", language, counts=told)
    )
    y = _key(drawing, 14.0)
    for _kind, _id, name, counts in found:
        y = _bar(drawing, name, counts, y)
    return drawing.svg(WIDE, y)


def _places(
    edition: Edition, of: dict[tuple[str, str], list[Finding]], language: Language
) -> Iterator[tuple[tuple[str, str], tuple[str, str], Words]]:
    for action in sorted(edition.actions, key=lambda action: action.order):
        yield ("action", action.id), (action.id, ""), say(action.name, language)
    for category in sorted(edition.categories, key=lambda category: category.order):
        if ("", category.id) in of:
            name = label("stances-category", language, name=say(category.short, language).text)
            yield ("category", category.id), ("", category.id), name
    known = {category.id for category in edition.categories}
    for key in of:
        if not key[0] and key[1] not in known:
            yield ("whole", key[1]), key, label("stances-whole", language)


def _by_stance(findings: list[Finding]) -> tuple[int, ...]:
    return tuple(sum(finding.stance == stance for finding in findings) for stance in STANCES)


def _key(drawing: Drawing, y: float) -> float:
    x = 0.0
    for stance in STANCES:
        words = label(f"term:stance.{stance}", drawing.language)
        square(drawing, SQUARE_LOOKS[stance], x, y - 11, 13)
        drawing.text(words, x + 18, y, LETTERS)
        x += 18 + width(words.text, LETTERS) + 22
    return y + 18


def _bar(drawing: Drawing, name: Words, counts: tuple[int, ...], y: float) -> float:
    drawing.text(name, 0, y + 12.5, LETTERS, room=NAME - 14)
    looks = [SQUARE_LOOKS[stance] for stance, count in zip(STANCES, counts, strict=True) for _ in range(count)]
    for n, look in enumerate(looks):
        row, column = divmod(n, IN_ROW)
        square(drawing, look, NAME + column * (SQUARE + GAP), y + row * (SQUARE + GAP), SQUARE)
    if not looks:
        drawing.text(label("no-findings", drawing.language), NAME, y + 12.5, LETTERS, look="fig-soft")
    rows_taken = max(1, -(-len(looks) // IN_ROW)) * (SQUARE + GAP)
    return y + max(rows_taken, len(wrap(name.text, NAME - 14, LETTERS)) * LETTERS * 1.25) + 8
