"""The figures of these pages, each with its table twin. Drawn once for each edition and language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from django.urls import get_script_prefix
from django.utils.safestring import SafeString, mark_safe

from plethu.evidence.text import Language, Text
from plethu.framework.edition import Edition
from plethu.reporting.figures import cartogram as cartogram_figure
from plethu.reporting.figures import concepts as concepts_figure
from plethu.reporting.figures import flow as flow_figure
from plethu.reporting.figures import functions as functions_figure
from plethu.reporting.figures import matrix as matrix_figure
from plethu.reporting.figures import relations as relations_figure
from plethu.reporting.figures import stances as stances_figure
from plethu.reporting.figures.twin import Twin
from plethu.reporting.told import Words
from plethu_web.evidence.queries.links import href
from plethu_web.evidence.queries.shelf import Shelf
from plethu_web.pages.templatetags.plethu_texts import reading


@dataclass(frozen=True, slots=True)
class Figure:
    """What the figure component shows. `drawing` is SVG of ours and safe."""

    id: str
    caption: Text | str
    drawing: SafeString
    columns: tuple[Text | str, ...]
    rows: tuple[tuple[Text | str | int, ...], ...]


def matrix(shelf: Shelf) -> Figure:
    """All actions by category (Figure 6)."""
    return _figure("matrix", shelf.edition, reading(), get_script_prefix())


def cartogram(shelf: Shelf) -> Figure:
    """Case studies by council area (Figure 1)."""
    return _figure("cartogram", shelf.edition, reading(), get_script_prefix())


def flow(shelf: Shelf) -> Figure:
    """The flow of records (Figure 2)."""
    return _figure("flow", shelf.edition, reading(), get_script_prefix())


def relations(shelf: Shelf) -> Figure:
    """What needs what."""
    return _figure("relations", shelf.edition, reading(), get_script_prefix())


def concepts(shelf: Shelf) -> Figure:
    """Features and factors (Figure 3, rebuilt)."""
    return _figure("concepts", shelf.edition, reading(), get_script_prefix())


def functions(shelf: Shelf) -> Figure:
    """How, what and why (Figure 4, rebuilt)."""
    return _figure("functions", shelf.edition, reading(), get_script_prefix())


def stances(shelf: Shelf, strand: str) -> Figure:
    """What a workshop made of each action."""
    return _of_strand(strand, shelf.edition, reading())


DRAWN: dict[str, tuple[Callable[[Edition, Language], Twin], Callable[[Edition, Language], str]]] = {
    "matrix": (matrix_figure.rows, lambda e, lang: matrix_figure.svg(e, lang, _template("action"))),
    "cartogram": (cartogram_figure.rows, lambda e, lang: cartogram_figure.svg(e, lang, _template("authority"))),
    "flow": (flow_figure.rows, flow_figure.svg),
    "relations": (relations_figure.rows, lambda e, lang: relations_figure.svg(e, lang, _template("action"))),
    "concepts": (concepts_figure.rows, concepts_figure.svg),
    "functions": (functions_figure.rows, functions_figure.svg),
}


@lru_cache(maxsize=48)
def _figure(id: str, edition: Edition, language: Language, prefix: str) -> Figure:
    rows, svg = DRAWN[id]
    return _made(id, rows(edition, language), svg(edition, language), language)


@lru_cache(maxsize=16)
def _of_strand(strand: str, edition: Edition, language: Language) -> Figure:
    twin, svg = stances_figure.rows(edition, strand, language), stances_figure.svg(edition, strand, language)
    return _made(f"stances-{strand}", twin, svg, language)


def _made(id: str, twin: Twin, svg: str, language: Language) -> Figure:
    return Figure(
        id=f"figure-{id}",
        caption=_shown(twin.caption, language),
        drawing=mark_safe(svg),  # noqa: S308 (drawn by the library, which escapes every text)
        columns=tuple(_shown(words, language) for words in twin.header),
        rows=tuple(tuple(_cell(words, language) for words in row) for row in twin.rows),
    )


def _template(name: str) -> str:
    return href(name, "ID").replace("/ID/", "/{id}/")


def _shown(words: Words, language: Language) -> Text | str:
    return words.text if words.language == language else Text(words.text)


def _cell(words: Words, language: Language) -> Text | str | int:
    return int(words.text) if words.text.isdecimal() else _shown(words, language)
