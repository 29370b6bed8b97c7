"""How actions, features, factors and functions hang together. Rebuilt from the report's text."""

from __future__ import annotations

from collections.abc import Sequence

from plethu.evidence.text import Language
from plethu.framework.edition import Edition
from plethu.reporting.figures.concepts import of_kind
from plethu.reporting.figures.drawing import LINE, Drawing
from plethu.reporting.figures.labels import label
from plethu.reporting.figures.lettering import width, wrap
from plethu.reporting.figures.looks import category_class
from plethu.reporting.figures.twin import Twin
from plethu.reporting.saying import say
from plethu.reporting.told import Words

WIDE, SIDE, GAP, INSIDE, SIZE = 768.0, 64.0, 40.0, 12.0, 13.5
AIMS, OUTCOMES = ("process-aim", "wellbeing-aim"), ("process-outcome", "wellbeing-outcome")
Panel = tuple[str, list[tuple[Words, list[Words]]]]  # look, then headings with their entries


def rows(edition: Edition, language: Language) -> Twin:
    """Layer, kind (for the how: category), name."""
    layers = {"layer-why": (*AIMS, *OUTCOMES), "layer-what": ("feature", "factor")}
    found = [
        (label(layer, language), label(f"term:concept-kind.{kind}", language), say(c.name, language))
        for layer, kinds in layers.items()
        for kind in kinds
        for c in of_kind(edition, kind)
    ]
    for c in sorted(edition.categories, key=lambda c: c.order):
        found += [
            (label("layer-how", language), say(c.name, language), say(a.name, language))
            for a in edition.actions
            if a.category == c.id
        ]
    header = tuple(label(key, language) for key in ("layer", "kind", "name"))
    return Twin(label("functions", language), header, tuple(found))


def svg(edition: Edition, language: Language) -> str:
    """The why above, the what between, the how below; arrows towards the what."""
    drawing = Drawing("functions", language, label("functions", language), label("functions-desc", language))
    why: list[Panel] = [
        ("fig-few", _listed(edition, AIMS, language)),
        ("fig-few", _listed(edition, OUTCOMES, language)),
    ]
    what: list[Panel] = [("fig-sunk", _listed(edition, (kind,), language)) for kind in ("feature", "factor")]
    how: list[Panel] = [
        (
            category_class(n),
            [(say(c.name, language), [say(a.name, language) for a in edition.actions if a.category == c.id])],
        )
        for n, c in enumerate(sorted(edition.categories, key=lambda c: c.order), 1)
    ]
    foot = _layer(drawing, "layer-why", why, 1, joined="lead-to")
    foot = _between(drawing, "drive", foot, down=True)
    foot = _layer(drawing, "layer-what", what, foot)
    foot = _between(drawing, "support", foot, down=False)
    foot = _layer(drawing, "layer-how", how, foot)
    drawing.text(label("context", language), SIDE, foot + 24, 14, bold=True)
    drawing.text(label("rebuilt", language), SIDE, foot + 46, 13, look="fig-soft")
    return drawing.svg(WIDE, foot + 54)


def _listed(edition: Edition, kinds: Sequence[str], language: Language) -> list[tuple[Words, list[Words]]]:
    heads = {kind: "many." + kind if kind in ("feature", "factor") else "concept-kind." + kind for kind in kinds}
    return [
        (label(f"term:{heads[kind]}", language), [say(c.name, language) for c in of_kind(edition, kind)])
        for kind in kinds
    ]


def _layer(drawing: Drawing, key: str, panels: list[Panel], y: float, joined: str = "") -> float:
    """A row of panels of one height, its name at the left."""
    between = GAP + 46 if joined else INSIDE
    wide = (WIDE - SIDE - between * (len(panels) - 1)) / max(1, len(panels))
    height = max((_height(entries, wide) for _, entries in panels), default=20.0)
    drawing.text(label(key, drawing.language), 0, y + 22, 18, bold=True)
    for n, (look, entries) in enumerate(panels):
        x = SIDE + n * (wide + between)
        drawing.box(look, x, y, wide - 1, height)
        _entries(drawing, entries, x + INSIDE, y + INSIDE, wide)
        if joined and n:
            name, middle = label(joined, drawing.language), y + height / 2
            lines = wrap(name.text, between - 8, 12.5)
            drawing.text(
                name, x - between / 2, middle - 8 - (len(lines) - 1) * 15.6, 12.5, room=between - 8, anchor="middle"
            )
            drawing.arrow([(x - between + 4, middle), (x - 4, middle)])
    return y + height


def _height(entries: list[tuple[Words, list[Words]]], wide: float) -> float:
    return 2 * INSIDE + sum(_of_entry(head, names, wide) for head, names in entries) + 8 * (len(entries) - 1)


def _of_entry(head: Words, names: list[Words], wide: float) -> float:
    room = wide - 2 * INSIDE
    lines = len(wrap(head.text, room, SIZE, bold=True)) + sum(len(wrap(n.text, room - 12, SIZE)) for n in names)
    return lines * SIZE * LINE + 3 * len(names)


def _entries(drawing: Drawing, entries: list[tuple[Words, list[Words]]], x: float, y: float, wide: float) -> None:
    room = wide - 2 * INSIDE
    for head, names in entries:
        y += drawing.text(head, x, y + SIZE - 2, SIZE, room=room, bold=True)
        for name in names:
            y += 3
            drawing.shape("circle", "fig-tip", cx=x + 3, cy=y + SIZE / 2, r=2)
            y += drawing.text(name, x + 12, y + SIZE - 2, SIZE, room=room - 12)
        y += 8


def _between(drawing: Drawing, key: str, y: float, *, down: bool) -> float:
    """An arrow between two layers, and what it means."""
    foot = y + GAP
    ends = [(0.0, y + 4), (0.0, foot - 4)]
    words = label(key, drawing.language)
    middle = SIDE + (WIDE - SIDE) / 2
    drawing.arrow([(middle, end) for _, end in (ends if down else reversed(ends))])
    drawing.text(words, middle + 14, y + GAP / 2 + 4, 12.5, room=width(words.text, 12.5) + 10)
    return foot
