"""The parts of a board that renew themselves, as the page shows them: once for each language and part in the room."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone, translation

from plethu_web.workshops.models import Board, Card, Room
from plethu_web.workshops.queries.room import Inside
from plethu_web.workshops.queries.room_board import Changes, Mark
from plethu_web.workshops.states import rule_of


@dataclass(frozen=True, slots=True)
class Audience:
    """All who see a board in the same way: language, whether they look after it, and the key of the workshop."""

    language: str
    facilitates: bool
    key: str


def audience_of(who: Inside, board: Board, language: str) -> Audience:
    """How somebody sees the board of a group."""
    return Audience(language, who.facilitates(board.round, board.group), who.workshop.key)


def as_mark(text: str) -> Mark:
    """A mark as it stands in an address or a header; nowhere where it is none of ours."""
    board, _dot, room = text.partition(".")
    return (_number(board), _number(room))


def told(changes: Changes, audience: Audience, room: Room | None) -> dict[str, Any]:
    """What a page that shows the board needs to renew itself."""
    with translation.override(audience.language):
        return {
            "mark": "{}.{}".format(*changes.mark),
            "room": _room(room),
            "cards": [as_told(card, audience) for card in changes.cards],
            "notes": [[note.place, _part("note", note=note, audience=audience)] for note in changes.notes],
        }


def as_told(card: Card, audience: Audience) -> list[Any]:
    """A card as a page needs it: its number, its place, and how it looks, in the language that is on."""
    return [card.pk, card.section, _part("card", card=card, audience=audience)]


def as_text(told: dict[str, Any]) -> str:
    """The same as text."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def _room(room: Room | None) -> dict[str, Any]:
    if room is None:
        return {}
    ends = room.ends
    return {
        "round": room.round_id or 0,
        "plenary": room.plenary,
        "open": rule_of(room.workshop.state).room,
        "ends": ends.isoformat() if ends else "",
        "now": timezone.now().isoformat(),
    }


def _part(name: str, **context: Any) -> str:
    return render_to_string(f"workshops/room/_{name}.html", context).strip()


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
