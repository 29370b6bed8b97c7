"""The council areas as tiles, each with the number of case studies that name it."""

from __future__ import annotations

from plethu.evidence.cases import Authority
from plethu.evidence.text import Language
from plethu.framework.edition import Edition
from plethu.reporting.figures.drawing import Drawing, address
from plethu.reporting.figures.labels import label
from plethu.reporting.figures.twin import Twin, number
from plethu.reporting.saying import say
from plethu.reporting.told import Words

TILE, GAP, EDGE = 88.0, 8.0, 1.0
DOTS_IN_ROW = 8
LEGEND = 26.0
TIERS_OFF_THE_MAP = ("wales-wide", "none")


def counts(edition: Edition) -> dict[str, tuple[int, int]]:
    """For each area, how many case studies of the most local tier name it, and how many of a wider one."""
    found = {authority.code: [0, 0] for authority in edition.authorities}
    for case in edition.case_studies:
        for code in case.authorities:
            if code in found:
                found[code][case.tier != "specific"] += 1
    return {code: (near, wide) for code, (near, wide) in found.items()}


def rows(edition: Edition, language: Language) -> Twin:
    """Area, region, case studies by tier and in all; then what is on no tile."""
    header = ("area", "region", "term:tier.specific", "term:tier.regional", "in-all")
    found = counts(edition)
    made = [
        (
            say(a.name, language),
            say(a.region, language),
            *(number(n, language) for n in (*found[a.code], sum(found[a.code]))),
        )
        for a in sorted(edition.authorities, key=lambda a: a.name.text(language))
    ]
    none = Words("–", language)
    for tier in TIERS_OFF_THE_MAP:
        total = sum(case.tier == tier for case in edition.case_studies)
        made.append((label(f"term:tier.{tier}", language), none, none, none, number(total, language)))
    return Twin(label("cartogram", language), tuple(label(key, language) for key in header), tuple(made))


def svg(edition: Edition, language: Language, link: str = "") -> str:
    """The tiles. `link` is an address with `{id}` for the code of an area."""
    drawing = Drawing(
        "cartogram", language, label("cartogram", language), label("cartogram-desc", language), linked=bool(link)
    )
    found = counts(edition)
    for authority in edition.authorities:
        _tile(drawing, authority, found[authority.code], link)
    columns = max((a.column for a in edition.authorities), default=1)
    height = max((a.row for a in edition.authorities), default=0) * (TILE + GAP)
    height = _legend(drawing, edition, height + LEGEND * 0.6)
    return drawing.svg(columns * (TILE + GAP) - GAP + 2 * EDGE, height)


def look(count: int) -> str:
    """The shade of a tile by its count; the number and the dots say the same."""
    return "fig-none" if not count else "fig-few" if count < 3 else "fig-some" if count < 8 else "fig-many"


def _tile(drawing: Drawing, authority: Authority, found: tuple[int, int], link: str) -> None:
    language, count = drawing.language, sum(found)
    x, y = (authority.column - 1) * (TILE + GAP) + EDGE, (authority.row - 1) * (TILE + GAP) + EDGE
    name = say(authority.name, language)
    href = address(link, authority.code)
    drawing.open(label("tile", language, name=name.text, count=count), href)
    drawing.box(look(count), x, y, TILE, TILE)
    drawing.text(say(authority.short, language), x + TILE / 2, y + 24, 17, bold=True, anchor="middle")
    drawing.text(number(count, language), x + TILE / 2, y + 54, 25, anchor="middle")
    for n in range(min(count, 2 * DOTS_IN_ROW)):
        row, column = divmod(n, DOTS_IN_ROW)
        in_row = min(count - row * DOTS_IN_ROW, DOTS_IN_ROW)
        left = x + TILE / 2 - (in_row - 1) * 4.5
        drawing.shape("circle", _dot(n < found[0]), cx=left + column * 9, cy=y + 68 + row * 10, r=3)
    drawing.close(href)


def _dot(specific: bool) -> str:
    return "fig-mark" if specific else "fig-ring"


def _legend(drawing: Drawing, edition: Edition, y: float) -> float:
    language = drawing.language
    drawing.text(label("dots", language), 0, y, 14, look="fig-soft")
    for tier, specific in (("specific", True), ("regional", False)):
        y += LEGEND
        drawing.shape("circle", _dot(specific), cx=6, cy=y - 5, r=4)
        drawing.text(label(f"term:tier.{tier}", language), 18, y, 14, look="fig-soft")
    off = ", ".join(
        f"{label(f'term:tier.{tier}', language).text} {sum(case.tier == tier for case in edition.case_studies)}"
        for tier in TIERS_OFF_THE_MAP
    )
    drawing.text(Words(f"{label('not-on-map', language).text}: {off}", language), 0, y + LEGEND, 14, look="fig-soft")
    return y + LEGEND + 8
