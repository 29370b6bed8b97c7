"""What needs what: actions in a column for each category, and an arrow from what comes first to what needs it."""

from __future__ import annotations

from collections import Counter

from plethu.evidence.text import Language
from plethu.framework.edition import Category, Edition, Relation
from plethu.framework.index import NEEDS, Index, index_of, needed_end, needing_end
from plethu.reporting.figures.drawing import LINE, Drawing, address
from plethu.reporting.figures.labels import label
from plethu.reporting.figures.lettering import wrap
from plethu.reporting.figures.looks import category_class
from plethu.reporting.figures.routing import Grid, Node, Way, route
from plethu.reporting.figures.twin import Twin
from plethu.reporting.saying import say
from plethu.reporting.told import Words

WIDE, MARGIN, GUTTER = 768.0, 40.0, 72.0
HEAD, NAME, INSIDE, PLUS = 13.5, 12.5, 9.0, 26.0


def rows(edition: Edition, language: Language) -> Twin:
    """What comes first, what needs it, whether the report says so, why, and the relation's id; the drawn ones first."""
    index = index_of(edition)
    needs = sorted((r for r in edition.relations if r.kind in NEEDS), key=lambda r: not _drawn(r))
    found = tuple(
        (
            end_name(needed_end(r), index, language),
            end_name(needing_end(r), index, language),
            label(f"term:basis.{r.basis}", language),
            say(r.why, language),
            Words(r.id, language),
        )
        for r in needs
    )
    header = ("comes-first", "then", "basis", "why", "id")
    return Twin(label("relations", language), tuple(label(key, language) for key in header), found)


def svg(edition: Edition, language: Language, link: str = "") -> str:
    """The columns and arrows. `link` is an address with `{id}` for an action's id."""
    index = index_of(edition)
    drawn = [relation for relation in edition.relations if relation.kind in NEEDS and _drawn(relation)]
    title, told = label("relations", language), label("relations-desc", language, arrows=len(drawn))
    drawing = Drawing("relations", language, title, told, linked=bool(link))
    further = Counter(needing_end(r) for r in edition.relations if r.kind in NEEDS and not _drawn(r))
    columns = [[f"category:{c.id}", *(f"action:{a.id}" for a in index.of_category[c.id])] for c in _ordered(edition)]
    wide = (WIDE - 2 * MARGIN - GUTTER * (len(columns) - 1)) / max(1, len(columns))
    boxes = [[Node(end, _height(end, _room(wide, further[end]), index, language)) for end in ends] for ends in columns]
    grid = Grid(boxes, wide, MARGIN, GUTTER)
    ways = route(grid, [(needed_end(r), needing_end(r)) for r in drawn])
    _arrows(drawing, grid, drawn, ways)
    for end in (end for column in columns for end in column):
        _node(drawing, grid, end, further[end], index, link)
    return drawing.svg(WIDE, _legend(drawing, grid.foot + 24))


def _ordered(edition: Edition) -> list[Category]:
    return sorted(edition.categories, key=lambda category: category.order)


def _drawn(relation: Relation) -> bool:
    return all(end.startswith(("action:", "category:")) for end in (relation.source, relation.target))


def end_name(end: str, index: Index, language: Language) -> Words:
    """The name of an end of a relation."""
    kind, _, id = end.partition(":")
    if kind == "all":
        return label(f"term:whole.{id}", language)
    if kind == "action":
        return say(index.actions[id].name, language)
    if kind == "category":
        return say(index.categories[id].name, language)
    return say(index.concepts[id].name if kind == "feature" else index.circumstances[id].name, language)


def _height(end: str, room: float, index: Index, language: Language) -> float:
    heading = end.startswith("category:")
    size = HEAD if heading else NAME
    return len(wrap(end_name(end, index, language).text, room, size, bold=heading)) * size * LINE + 2 * INSIDE


def _room(wide: float, further: int) -> float:
    return wide - 2 * INSIDE - (PLUS if further else 0)


def _arrows(drawing: Drawing, grid: Grid, relations: list[Relation], ways: list[Way]) -> None:
    for relation, way in zip(relations, ways, strict=True):
        column, _ = grid.place(needed_end(relation))
        look = category_class(column + 1)
        way_look = look.replace("fig-cat", "fig-way")
        drawing.arrow(way, way_look, f"{look}-ink", dashed=relation.basis == "ours")


def _node(drawing: Drawing, grid: Grid, end: str, further: int, index: Index, link: str) -> None:
    column, row = grid.place(end)
    kind, _, id = end.partition(":")
    x, y, height = grid.left(column), grid.top(row), grid.height(row)
    name, href = end_name(end, index, drawing.language), address(link, id) if kind == "action" else ""
    heading, look = kind == "category", category_class(column + 1)
    size, room = HEAD if heading else NAME, _room(grid.wide, further)
    drawing.open(name, href)
    drawing.box(look if heading else "fig-card", x, y, grid.wide, height)
    foot = y + (height - len(wrap(name.text, room, size, bold=heading)) * size * LINE) / 2 + size
    ink = f"{look}-ink" if heading else "fig-ink"
    drawing.text(name, x + INSIDE, foot, size, room=room, bold=heading, look=ink)
    if further:
        words = Words(f"+{further}", drawing.language)
        drawing.text(words, x + grid.wide - INSIDE, y + height / 2 + 5, 13, bold=True, anchor="end", look="fig-soft")
    drawing.close(href)


def _legend(drawing: Drawing, y: float) -> float:
    language = drawing.language
    for basis in ("stated", "ours"):
        drawing.arrow([(MARGIN, y - 4), (MARGIN + 44, y - 4)], dashed=basis == "ours")
        drawing.text(label(f"term:basis.{basis}", language), MARGIN + 56, y, 13, look="fig-soft")
        y += 22
    drawing.text(Words("+1", language), MARGIN + 44, y, 13, bold=True, anchor="end", look="fig-soft")
    drawing.text(label("further", language), MARGIN + 56, y, 13, look="fig-soft")
    return y + 10
