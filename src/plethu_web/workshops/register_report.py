"""What became of a list, in words: what matters most first. And how a list would be taken in, before it is."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from plethu.wording import say
from plethu.workshop.contexts import ATTRIBUTES
from plethu.workshop.register_import import RegisterImport as Found
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.models import RegisterImport
from plethu_web.workshops.register_fields import field_name
from plethu_web.workshops.subjects import contexts

SHOWN = 200  # remarks of one kind on a page
LINES = 30  # that one remark names
PREVIEWED = 5
OF_ITS_OWN = ("id", "status", "consent")  # fields whose column is not simply read


def report(row: RegisterImport) -> dict[str, Any]:
    """What became of a list: its account, what to see to, tables of rows, each with its sentence, and its columns."""
    found = row.report
    counts = {name: str(len(found[name])) for name in ("duplicates", "refused")}
    account = say("workshop.row.account", reading(), rows=str(found["rows"]), people=str(found["people"]), **counts)
    columns = [(column[0], column[1], column[2] if len(column) > 2 else 0) for column in found["columns"]]
    headings = (
        ("refused", _("Rows that were not taken in")),
        ("remarks", _("Cells that were not understood, or wait for you")),
        ("duplicates", _("People who were there already")),
    )
    return {
        "account": account,
        "first": [*(_left(*each) for each in columns if not each[1] and each[2]), *_lacking(found)],
        "columns": [_column(*each) for each in columns if each[1]],
        "empty": [name for name, field, cells in columns if not field and not cells],
        "tables": [
            (heading, [_("What became of it"), _("Column"), _("Lines")], _remarks(found[name]))
            for name, heading in headings
            if found[name]
        ],
    }


def preview(found: Found) -> dict[str, Any] | None:
    """The first of those who would be taken in, as a table; None for nobody."""
    if not found.people:
        return None
    fields = ("name", "email", *ATTRIBUTES, "language", "access_needs")
    rows = [
        [
            contact.name or contact.email or person.id,
            contact.email,
            *(contexts().name(name, person.value(name)) if person.value(name) else "" for name in ATTRIBUTES),
            {"en": "English", "cy": "Cymraeg"}[person.language],
            person.access_needs,
        ]
        for person, contact in zip(found.people[:PREVIEWED], found.contacts, strict=False)
    ]
    return {
        "caption": _("The first people as they would come in"),
        "columns": list(map(field_name, fields)),
        "rows": rows,
    }


def counts(found: Found) -> list[str]:
    """What would become of the list, in sentences."""
    numbers = {name: str(len(getattr(found, name))) for name in ("duplicates", "refused", "people")}
    left = [_left(c.name, c.field, c.cells) for c in found.columns if not c.field and c.cells]
    return [say("workshop.row.account", reading(), rows=str(found.rows), **numbers), *left]


def _left(name: str, _field: str, cells: int) -> str:
    return say("workshop.row.column-left", reading(), name=name, cells=str(cells))


def _lacking(found: dict[str, Any]) -> list[str]:
    lacking = {name: number for name, number in found.get("lacking", {}).items() if number}
    people = str(found["people"])
    return [
        say("workshop.row.lacking", reading(), field=field_name(name), number=str(number), people=people)
        for name, number in lacking.items()
    ]


def _column(name: str, field: str, _cells: int) -> str:
    if field in OF_ITS_OWN:
        return say(f"workshop.row.column-{field}", reading(), name=name)
    return say("workshop.row.column", reading(), name=name, field=field_name(field))


def _remarks(rows: list[list[Any]]) -> list[list[Any]]:
    """Each remark once, with the lines it is about."""
    lines: dict[tuple[str, str], list[int]] = {}
    for line, code, field, values in rows:
        lines.setdefault((say(f"workshop.row.{code}", reading(), **values), field), []).append(line)
    shown = [[said, field_name(field), _named(at)] for (said, field), at in list(lines.items())[:SHOWN]]
    if len(lines) > SHOWN:
        shown.append([_("And %(number)s more.") % {"number": len(lines) - SHOWN}, "", ""])
    return shown


def _named(lines: list[int]) -> str:
    named = ", ".join(map(str, lines[:LINES]))
    return named if len(lines) <= LINES else _("%(lines)s and %(n)s more") % {"lines": named, "n": len(lines) - LINES}
