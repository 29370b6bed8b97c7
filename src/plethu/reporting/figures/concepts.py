"""Features and factors of good collaboration. Rebuilt from the report's text, since its drawing cannot be read."""

from __future__ import annotations

from plethu.evidence.text import Language
from plethu.framework.edition import Concept, Edition
from plethu.reporting.figures.drawing import LINE, Drawing
from plethu.reporting.figures.labels import label
from plethu.reporting.figures.lettering import wrap
from plethu.reporting.figures.twin import Twin
from plethu.reporting.saying import say

WIDE, GAP, INSIDE, SIZE = 768.0, 24.0, 12.0, 14.0
KINDS = (("feature", "features-are", "fig-few"), ("factor", "factors-are", "fig-sunk"))


def rows(edition: Edition, language: Language) -> Twin:
    """Kind, name, note."""
    found = tuple(
        (label(f"term:concept-kind.{kind}", language), say(c.name, language), say(c.note, language))
        for kind, _, _ in KINDS
        for c in of_kind(edition, kind)
    )
    return Twin(label("concepts", language), tuple(label(key, language) for key in ("kind", "name", "note")), found)


def svg(edition: Edition, language: Language) -> str:
    """Two columns: features, and the factors beside them."""
    named = {
        f"{kind}s": ", ".join(c.name.text(language) for c in of_kind(edition, kind)) or "0" for kind, _, _ in KINDS
    }
    drawing = Drawing("concepts", language, label("concepts", language), label("concepts-desc", language, **named))
    wide = (WIDE - GAP) / 2
    feet = [_column(drawing, edition, kind, n * (wide + GAP), wide) for n, kind in enumerate(KINDS)]
    foot = max(feet) + 22
    drawing.text(label("rebuilt", language), 0, foot, 13, look="fig-soft")
    return drawing.svg(WIDE, foot + 8)


def of_kind(edition: Edition, *kinds: str) -> list[Concept]:
    """The concepts of some kinds, in the edition's order."""
    return [concept for concept in edition.concepts if concept.kind in kinds]


def _column(drawing: Drawing, edition: Edition, kind: tuple[str, str, str], x: float, wide: float) -> float:
    id, meaning, look = kind
    language = drawing.language
    drawing.text(label(f"term:many.{id}", language), x, 20, 18, bold=True)
    y = 24 + drawing.text(label(meaning, language), x, 40, 14, room=wide, look="fig-soft")
    y += 12
    for concept in of_kind(edition, id):
        name = say(concept.name, language)
        height = len(wrap(name.text, wide - 2 * INSIDE, SIZE, bold=True)) * SIZE * LINE + 2 * INSIDE - 2
        drawing.box(look, x + 0.5, y, wide - 1, height)
        drawing.text(name, x + INSIDE, y + INSIDE + SIZE - 2, SIZE, room=wide - 2 * INSIDE, bold=True)
        y += height + 8
    return y
