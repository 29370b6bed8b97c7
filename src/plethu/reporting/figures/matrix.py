"""The actions as a grid: a column for each category, those of the review above those of the workshop."""

from __future__ import annotations

from plethu.evidence.text import Language
from plethu.framework.edition import Action, Category, Edition
from plethu.reporting.figures.drawing import LINE, Drawing, address
from plethu.reporting.figures.labels import label
from plethu.reporting.figures.lettering import wrap
from plethu.reporting.figures.looks import category_class
from plethu.reporting.figures.twin import Twin
from plethu.reporting.saying import say

WIDE, GAP, INSIDE = 768.0, 12.0, 10.0
HEAD, NAME, GLOSS = 15.0, 14.0, 12.5
PHASES = ("review", "workshop")


def rows(edition: Edition, language: Language, phases: tuple[str, ...] = PHASES) -> Twin:
    """Category, where from, action, and what it is in short."""
    header = ("term:one.category", "from", "term:one.action", "explained")
    found = (
        (say(c.name, language), label(f"term:phase.{phase}", language), say(a.name, language), say(a.gloss, language))
        for c in _categories(edition)
        for phase in phases
        for a in _cell(edition, c.id, phase)
    )
    return Twin(label("matrix", language), tuple(label(key, language) for key in header), tuple(found))


def svg(edition: Edition, language: Language, link: str = "", phases: tuple[str, ...] = PHASES) -> str:
    """The grid. `link` is an address with `{id}` for an action's id; `phases` may leave the workshop out."""
    count = {phase: sum(a.phase == phase for a in edition.actions) if phase in phases else 0 for phase in PHASES}
    told = label("matrix-desc", language, actions=sum(count.values()), **count)
    drawing = Drawing(f"matrix-{len(phases)}", language, label("matrix", language), told, linked=bool(link))
    grid = _Grid(drawing, edition, link)
    foot = grid.heads()
    for phase in phases:
        foot = grid.band(phase, foot)
    return drawing.svg(WIDE, foot)


def _categories(edition: Edition) -> list[Category]:
    return sorted(edition.categories, key=lambda category: category.order)


def _cell(edition: Edition, category: str, phase: str) -> list[Action]:
    mine = (a for a in edition.actions if a.category == category and a.phase == phase)
    return sorted(mine, key=lambda action: action.order)


class _Grid:
    """Draws the columns from the top down; each part takes the height where it begins and gives that where it ends."""

    def __init__(self, drawing: Drawing, edition: Edition, link: str) -> None:
        self.drawing, self.edition, self.link = drawing, edition, link
        self.language = drawing.language
        self.categories = _categories(edition)
        self.wide = (WIDE - GAP * (len(self.categories) - 1)) / max(1, len(self.categories))
        self.room = self.wide - 2 * INSIDE

    def heads(self) -> float:
        names = [say(category.name, self.language) for category in self.categories]
        lines = max((len(wrap(name.text, self.room, HEAD, bold=True)) for name in names), default=0)
        height = lines * HEAD * LINE + 2 * INSIDE
        for n, name in enumerate(names):
            x = n * (self.wide + GAP)
            self.drawing.box(category_class(n + 1), x + 0.5, 0.5, self.wide - 1, height)
            look = f"{category_class(n + 1)}-ink"
            self.drawing.text(name, x + INSIDE, INSIDE + HEAD, HEAD, room=self.room, bold=True, look=look)
        return height + 0.5

    def band(self, phase: str, y: float) -> float:
        cells = [_cell(self.edition, category.id, phase) for category in self.categories]
        if not any(cells):
            return y
        y += 30
        self.drawing.text(label(f"term:phase.{phase}", self.language), 0, y, HEAD, bold=True, look="fig-soft")
        y += 10
        for row in range(max(len(cell) for cell in cells)):
            present = [(n, cell[row]) for n, cell in enumerate(cells) if row < len(cell)]
            height = max(self._height(action) for _, action in present)
            for n, action in present:
                self._card(action, n, y, height)
            y += height + GAP
        return y - GAP + 1

    def _height(self, action: Action) -> float:
        name = wrap(action.name.text(self.language), self.room, NAME, bold=True)
        gloss = wrap(action.gloss.text(self.language), self.room, GLOSS)
        return len(name) * NAME * LINE + len(gloss) * GLOSS * LINE + 2 * INSIDE + 4

    def _card(self, action: Action, column: int, y: float, height: float) -> None:
        x, href = column * (self.wide + GAP), address(self.link, action.id)
        name = say(action.name, self.language)
        self.drawing.open(name, href)
        self.drawing.box("fig-card", x + 0.5, y, self.wide - 1, height)
        self.drawing.box(category_class(column + 1), x + 0.5, y, 5, height, round=2)
        foot = y + INSIDE + NAME
        foot += self.drawing.text(name, x + INSIDE + 4, foot, NAME, room=self.room, bold=True)
        gloss = say(action.gloss, self.language)
        self.drawing.text(gloss, x + INSIDE + 4, foot + 2, GLOSS, room=self.room, look="fig-soft")
        self.drawing.close(href)
