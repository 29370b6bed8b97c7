"""The register as rows for templates and files: codes instead of names where the workshop shows codes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from plethu.evidence.text import Text
from plethu.reporting.documents.csv_text import write_csv
from plethu.wording import say
from plethu.workshop.contexts import ATTRIBUTES
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.forms.workshops import QUESTIONS
from plethu_web.workshops.models import Participant, RegisterImport
from plethu_web.workshops.queries.register import name_of
from plethu_web.workshops.subjects import contexts

SHOWN = 200  # remarks of one kind on a page


def called(person: Participant) -> str:
    """Who somebody is for the team: code and name."""
    name = name_of(person)
    return f"{person.code} {name}" if name else person.code


def row(person: Participant) -> dict[str, Any]:
    """Somebody as a row of the register."""
    return {
        "id": person.pk,
        "code": person.code,
        "name": name_of(person),
        "sector": value(person, "sector"),
        "area": value(person, "area"),
        "language": person.get_language_display(),
        "welsh": person.welsh == "wants",
        "needs": bool(person.access_needs),
        "facilitates": person.facilitates,
        "came": person.came,
    }


def value(person: Participant, attribute: Any) -> Text | str:
    """What somebody said of where they speak from, in words."""
    id = getattr(person, attribute)
    return contexts().name(attribute, id) if id else ""


def register_csv(people: Iterable[Participant]) -> str:
    """The register as a table, for the team."""
    head = [_("Code"), _("Name"), _("Email"), _("Organisation"), *(str(QUESTIONS[name]) for name in ATTRIBUTES)]
    head += [_("Language"), str(QUESTIONS["welsh"]), str(QUESTIONS["access"]), str(QUESTIONS["rounds"]), _("Came")]
    return write_csv([head, *(_csv_row(person) for person in people)])


def links_csv(rows: Iterable[tuple[Participant, str]]) -> str:
    """Everybody's own link, for sending out."""
    head = [_("Code"), _("Name"), _("Email"), _("Link")]
    return write_csv([head, *([person.code, *_reached(person)[:2], link] for person, link in rows)])


def report(row: RegisterImport) -> dict[str, Any]:
    """What became of a list: its account, its columns, and tables of rows, each with its sentence."""
    found = row.report
    counts = {name: str(len(found[name])) for name in ("duplicates", "refused")}
    account = say("workshop.row.account", reading(), rows=str(found["rows"]), people=str(found["people"]), **counts)
    return {
        "account": account,
        "columns": [_column(name, field) for name, field in found["columns"]],
        "tables": [
            (heading, [_("Line"), _("Column"), _("What became of it")], _remarks(found[name]))
            for name, heading in (
                ("refused", _("Rows that were not taken in")),
                ("duplicates", _("People who were there already")),
                ("remarks", _("Cells that were not understood")),
            )
            if found[name]
        ],
    }


def _column(name: str, field: str) -> str:
    if not field:
        return say("workshop.row.column-left", reading(), name=name)
    return say("workshop.row.column", reading(), name=name, field=field)


def _remarks(rows: list[list[Any]]) -> list[list[Any]]:
    return [
        [line, field, say(f"workshop.row.{code}", reading(), **values)] for line, code, field, values in rows[:SHOWN]
    ]


def _csv_row(person: Participant) -> list[object]:
    said = [_words(value(person, name)) for name in ATTRIBUTES]
    rounds = " ".join(map(str, person.rounds))
    came = {True: _("yes"), False: _("no"), None: ""}[person.came]
    welsh = _("yes") if person.welsh == "wants" else ""
    return [
        person.code,
        *_reached(person),
        *said,
        person.get_language_display(),
        welsh,
        person.access_needs,
        rounds,
        came,
    ]


def _reached(person: Participant) -> list[str]:
    contact = getattr(person, "contact", None)
    return [contact.name, contact.email, contact.organisation] if contact else ["", "", ""]


def _words(text: Text | str) -> str:
    return text.text(reading()) if isinstance(text, Text) else text
