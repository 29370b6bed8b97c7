"""How the parts of a drawing look where no style sheet says otherwise. A page's own rules for these classes win."""

from __future__ import annotations

from collections.abc import Mapping

INK, SOFT, EDGE, RULE = "#2b2430", "#54495c", "#80758a", "#c9bdb0"
SANS = "'Segoe UI', Roboto, 'Noto Sans', Ubuntu, 'DejaVu Sans', Arial, sans-serif"
CATEGORIES = 4  # categories beyond the fourth begin again at the first colour
_CATEGORY = (("#fbe9e1", "#a5401f"), ("#e7ecf7", "#35548f"), ("#dff0ea", "#1d6b57"), ("#fcf1d3", "#7a4d00"))

LOOKS: Mapping[str, Mapping[str, str]] = {
    "fig-ink": {"fill": INK},
    "fig-soft": {"fill": SOFT},
    "fig-ground": {"fill": "#fffefb"},
    "fig-card": {"fill": "#fffefb", "stroke": EDGE},
    "fig-sunk": {"fill": "#f3ece1", "stroke": RULE},
    "fig-rule": {"fill": "none", "stroke": RULE},
    "fig-arrow": {"fill": "none", "stroke": SOFT, "stroke-width": "2"},
    "fig-tip": {"fill": SOFT},
    "fig-mark": {"fill": "#5c2a55"},
    "fig-ring": {"fill": "#fffefb", "stroke": "#5c2a55", "stroke-width": "1.5"},
    "fig-none": {"fill": "#fffefb", "stroke": RULE, "stroke-dasharray": "3 3"},
    "fig-few": {"fill": "#f3e6f0", "stroke": "#5c2a55"},
    "fig-some": {"fill": "#dfc0d9", "stroke": "#5c2a55"},
    "fig-many": {"fill": "#c79abd", "stroke": "#431c3d"},
    "fig-for": {"fill": "#1d6b57", "stroke": "#1d6b57"},
    "fig-against": {"fill": "#a5401f", "stroke": "#a5401f"},
    "fig-both": {"fill": "#7a4d00", "stroke": "#7a4d00"},
    "fig-more": {"fill": "#35548f", "stroke": "#35548f"},
    "fig-stripe": {"fill": "none", "stroke": "#fffefb", "stroke-width": "2.5"},
    **{f"fig-cat-{n}": {"fill": tint, "stroke": deep} for n, (tint, deep) in enumerate(_CATEGORY, start=1)},
    **{
        f"fig-way-{n}": {"fill": "none", "stroke": deep, "stroke-width": "2"}
        for n, (_, deep) in enumerate(_CATEGORY, start=1)
    },
    **{f"fig-cat-{n}-ink": {"fill": deep} for n, (_, deep) in enumerate(_CATEGORY, start=1)},
}


def category_class(order: int) -> str:
    """The class of a category by its place among the categories, from 1."""
    return f"fig-cat-{(order - 1) % CATEGORIES + 1}"
