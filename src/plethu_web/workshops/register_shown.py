"""The register as rows for templates and files: codes instead of names where the workshop shows codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from plethu.evidence.text import Text
from plethu.reporting.documents.csv_text import write_csv
from plethu.workshop.contexts import ATTRIBUTES
from plethu.workshop.register_columns import HEADS, plain
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.workshops.models import Participant, Wish
from plethu_web.workshops.queries.register import name_of, reached
from plethu_web.workshops.subjects import contexts

SAID = {"en": ("yes", "no", "can"), "cy": ("ie", "na", "gallu")}  # as lists are read again


def called(person: Participant) -> str:
    """Who somebody is for the team: code and name."""
    name = name_of(person)
    return f"{person.code} {name}" if name else person.code


def row(person: Participant) -> dict[str, Any]:
    """Somebody as a row of the register."""
    return {
        "id": person.pk,
        "organisation": reached(person)[2],
        "code": person.code,
        "name": name_of(person),
        "sector": value(person, "sector"),
        "area": value(person, "area"),
        "language": person.get_language_display(),
        "welsh": person.welsh == "wants",
        "needs": bool(person.access_needs),
        "facilitates": person.facilitates,
        "came": person.came,
        "agreed": person.agreed is not None,
    }


def is_asked_for(person: Participant, asked: str) -> bool:
    """Whether somebody's code, name or organisation has all the words that were looked for in it."""
    own = plain(" ".join((person.code, *reached(person))))
    return all(word in own for word in plain(asked).split())


def value(person: Participant, attribute: Any) -> Text | str:
    """What somebody said of where they speak from, in words."""
    id = getattr(person, attribute)
    return contexts().name(attribute, id) if id else ""


def register_csv(people: Sequence[Participant], wishes: Iterable[Wish], colleagues: Mapping[str, Sequence[str]]) -> str:
    """The register as a table that this site and `plethu breakout` can read. Whom wishes mean is said by codes.

    `colleagues` are the ids of those who are to be apart because they are of one organisation. Wishes that nobody has
    settled stand in columns of their own.
    """
    heads = [head.text(reading()) for head in HEADS.values()]
    codes = {str(person.pk): person.code for person in people}
    meant: dict[tuple[str, str], list[str]] = {}
    for wish in wishes:
        if other := codes.get(str(wish.other_id)):
            meant.setdefault((str(wish.participant_id), wish.kind), []).append(other)
        elif wish.words:
            meant.setdefault((str(wish.participant_id), f"open-{wish.kind}"), []).append(wish.words)
    for id, others in colleagues.items():
        meant.setdefault((id, "apart"), []).extend(codes[other] for other in others)
    rows = [_csv_row(person, lambda kind, id=str(person.pk): meant.get((id, kind), [])) for person in people]  # type: ignore[misc]
    return write_csv([[*heads, _("Together, not settled"), _("Apart, not settled")], *rows])


def links_csv(rows: Iterable[tuple[Participant, str]]) -> str:
    """Everybody's own link, for sending out."""
    head = [_("Code"), _("Name"), _("Email"), _("Link")]
    return write_csv([head, *([person.code, *reached(person)[:2], link] for person, link in rows)])


def _csv_row(person: Participant, meant: Callable[[str], Sequence[str]]) -> list[object]:
    yes, no, can = SAID[reading()]
    together = list(dict.fromkeys(meant("together")))
    apart = [code for code in dict.fromkeys(meant("apart")) if code not in together]
    cells: dict[str, object] = {
        "id": person.code,
        **dict(zip(("name", "email", "organisation"), reached(person), strict=True)),
        **{name: _words(value(person, name)) for name in ATTRIBUTES},
        "motivations": person.motivation,
        "language": person.get_language_display(),
        "welsh_medium": {"wants": yes, "can": can}.get(person.welsh, ""),
        "access_needs": person.access_needs,
        "rounds": " ".join(map(str, person.rounds)),
        "facilitates": yes if person.facilitates < 0 else person.facilitates or "",
        "together": "; ".join(together),
        "apart": "; ".join(apart),
        "came": {True: yes, False: no, None: ""}[person.came],
    }
    return [*(cells[field] for field in HEADS), "; ".join(meant("open-together")), "; ".join(meant("open-apart"))]


def _words(text: Text | str) -> str:
    return text.text(reading()) if isinstance(text, Text) else text
