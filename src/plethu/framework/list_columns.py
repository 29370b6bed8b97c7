"""What people call the columns of a list of findings, in English and in Welsh."""

from __future__ import annotations

from collections.abc import Sequence

from plethu.workshop.register_columns import plain

NAMES: dict[str, tuple[str, ...]] = {
    "number": ("number", "no", "no.", "id", "finding number", "rhif", "rhif y canfyddiad", "cod"),
    "finding_en": (
        "finding_en", "finding", "findings", "finding in english", "statement_en", "statement", "canfyddiad yn saesneg",
        "canfyddiad saesneg",
    ),
    "finding_cy": (
        "finding_cy", "finding in welsh", "welsh", "statement_cy", "canfyddiad", "canfyddiadau",
        "canfyddiad yn gymraeg", "canfyddiad cymraeg",
    ),
    "action_en": ("action_en", "action", "action in english", "cam gweithredu yn saesneg"),
    "action_cy": ("action_cy", "action in welsh", "cam gweithredu", "cam gweithredu yn gymraeg"),
    "category_en": ("category_en", "category", "theme", "category in english", "categori yn saesneg"),
    "category_cy": ("category_cy", "category in welsh", "categori", "thema", "categori yn gymraeg"),
}  # fmt: skip
FIELDS = tuple(NAMES)
COLUMNS = tuple(names[0] for names in NAMES.values())
_FIELDS = {plain(name): field for field, names in reversed(NAMES.items()) for name in names}


def fields_of(header: Sequence[str]) -> tuple[str, ...]:
    """The field of each column; empty for one that is none, or that an earlier column is already."""
    taken: set[str] = set()
    found = []
    for name in header:
        field = _FIELDS.get(plain(name), "")
        found.append("" if field in taken else field)
        taken.add(field)
    return tuple(found)


__all__ = ["COLUMNS", "FIELDS", "NAMES", "fields_of", "plain"]
