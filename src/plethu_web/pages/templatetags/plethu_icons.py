"""Small pictures beside words. Always decoration: the words stand beside them."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

SHAPES = {
    "1": "M8 1a7 7 0 100 14A7 7 0 008 1z",  # a category, by its order
    "2": "M1 1h14v14H1z",
    "3": "M8 0l8 15H0z",
    "4": "M8 0l8 8-8 8-8-8z",
    "now": "M2 1l13 7-13 7z",
    "next": "M1 1l6 7-6 7V1zm8 0l6 7-6 7V1z",
    "later": "M8 0a8 8 0 100 16A8 8 0 008 0zm0 2a6 6 0 110 12A6 6 0 018 2zM7 4v5l4 2 .9-1.7L9 7.8V4z",
    "keep-going": "M8 1a7 7 0 016.9 6H13a5.1 5.1 0 00-8.7-2.6L6 6H0V0l2.9 2.9A7 7 0 018 1z"
    "M1.1 9H3a5.1 5.1 0 008.7 2.6L10 10h6v6l-2.9-2.9A7 7 0 011.1 9z",
    "echoed": "M1 4h14v3H1zm0 5h14v3H1z",
    "challenged": "M1 4h8.3L11 0h3l-1.7 4H15v3h-3.9l-.8 2H15v3H9.1L7.4 16h-3L6 12H1V9h6.3l.8-2H1z",
    "added": "M6.5 1h3v5.5H15v3H9.5V15h-3V9.5H1v-3h5.5z",
    "warning": "M8 0l8 15H0zM7 5v5h2V5zm0 6v2h2v-2z",
    "print": "M4 0h8v4H4zM1 5h14v7h-3v4H4v-4H1zm5 5v4h4v-4z",
}
RING = "M1 8a7 7 0 1114 0A7 7 0 011 8zm3 0a4 4 0 108 0 4 4 0 00-8 0z"
HEAD = 'viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false" fill="currentColor"'
WITH_HOLE = ("warning", "print", "")


def _picture(name: str) -> SafeString:
    rule = ' fill-rule="evenodd"' if name in WITH_HOLE else ""
    path = f'<path d="{SHAPES.get(name, RING)}"{rule}/>'
    return mark_safe(f"<svg {HEAD}>{path}</svg>")  # noqa: S308  # nothing in it comes from outside


PICTURES = {name: _picture(name) for name in (*SHAPES, "")}


@register.simple_tag
def icon(name: object) -> SafeString:
    """The picture of a category's order, a lane, a stance, "warning" or "print"; a ring for anything else."""
    return PICTURES.get(str(name), PICTURES[""])
