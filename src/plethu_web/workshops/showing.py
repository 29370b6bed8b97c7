"""A participant's own page, and counts, as rows for templates."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from plethu.evidence.text import Text
from plethu.workshop.contexts import ATTRIBUTES
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.forms.registering import WELSH
from plethu_web.workshops.forms.workshops import QUESTIONS
from plethu_web.workshops.models import Contact, Participant, Workshop
from plethu_web.workshops.queries.people import group_of, plain
from plethu_web.workshops.queries.register import counts_by_sector
from plethu_web.workshops.subjects import contexts


def said(person: Participant, contact: Contact) -> list[dict[str, Any]]:
    """What somebody said of themselves; what they were not asked is not shown."""
    rows: list[tuple[Any, Any]] = [
        (_("Your name"), contact.name),
        (_("Your email address"), contact.email),
        (_("Your organisation or group"), contact.organisation),
    ]
    asked = person.workshop.asks
    rows += [(QUESTIONS[name], contexts().name(name, getattr(person, name))) for name in ATTRIBUTES if name in asked]
    rows += [(_("Language"), person.get_language_display())]
    if "welsh" in asked:
        rows += [(QUESTIONS["welsh"], dict(WELSH)[person.welsh])]
    if "access" in asked:
        rows += [(_("What you need to take part"), person.access_needs)]
    if "together" in asked:
        rows += [(_("Whom you need beside you"), _named(person, "together"))]
        rows += [(_("Whom you would rather not share a group with"), _named(person, "apart"))]
        rows += [
            (_("People of your own organisation"), _("kept apart from you") if person.apart_from_colleagues else "")
        ]
    if "rounds" in asked:
        rows += [(_("Rounds you can be there for"), _rounds(person))]
    if "motivation" in asked:
        rows += [(_("Why you want to come"), person.motivation)]
    return [{"key": key, "value": value} for key, value in rows if _is_said(value)]


def _rounds(person: Participant) -> str:
    """The rounds of groups that somebody can be there for, by their names."""
    rounds = enumerate(person.workshop.rounds.filter(kind="groups"), start=1) if person.rounds else ()
    return "; ".join(each.name.text(reading()) for number, each in rounds if number in person.rounds)


def _named(person: Participant, kind: str) -> str:
    """Whom somebody named, as they wrote it."""
    return "; ".join(wish.words for wish in person.wishes.all() if wish.kind == kind and wish.words)


def to_agree(person: Participant, token: str, to: str = "") -> str:
    """The page that asks somebody to agree, in their own language."""
    with translation.override(person.language):
        return reverse("workshops:agree", args=[plain(token)]) + (f"?to={to}" if to else "")


def own_tables(person: Participant) -> list[tuple[Text, int]]:
    """One's group in each round of groups of the plan in use; none before there is one."""
    rounds = person.workshop.rounds.filter(kind="groups")
    return [(each.name, group) for each in rounds if (group := group_of(person, each))]


def sectors(workshop: Workshop) -> dict[str, Any] | None:
    """How many have registered from each sector, as a table, the most first; None before anybody has."""
    counts = counts_by_sector(workshop)
    if not counts:
        return None
    rows = [
        [contexts().name("sector", id) if id else _("not said"), number]
        for id, number in sorted(counts.items(), key=lambda each: -each[1])
    ]
    return {
        "caption": _("Registered, by sector"),
        "columns": [_("Sector"), {"text": _("People"), "number": True}],
        "rows": rows,
    }


def _is_said(value: Any) -> bool:
    return not value.is_empty if isinstance(value, Text) else bool(value)
