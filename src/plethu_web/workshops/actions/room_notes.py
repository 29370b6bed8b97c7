"""A facilitator's notes. Each saving is a version of its own; nobody's words are written over unseen."""

from __future__ import annotations

from django.db import transaction

from plethu_web.workshops.actions.room_cards import raise_version
from plethu_web.workshops.actions.room_inside import RoomClosed, still
from plethu_web.workshops.models import Board, NoteVersion
from plethu_web.workshops.queries.room import Inside
from plethu_web.workshops.queries.room_board import note_on
from plethu_web.workshops.room_sections import Section


class ChangedMeanwhile(Exception):
    """Somebody else saved these notes since they were opened. `now` is what they say now."""

    def __init__(self, now: NoteVersion) -> None:
        super().__init__(now.number)
        self.now = now


@transaction.atomic
def save_note(*, who: Inside, board: Board, section: Section, words: str, seen: int) -> NoteVersion | None:
    """Save notes by somebody who had version `seen` before them (0: none). The same words change nothing.

    Raises RoomClosed, NotInside, or ChangedMeanwhile where another version has come since and says something else.
    """
    who = still(who)
    if not who.is_open:
        raise RoomClosed
    row = Board.objects.select_for_update().get(pk=board.pk)
    now = note_on(row, section.id)
    if words == (now.words if now else ""):
        return now
    if now and now.number != seen:
        raise ChangedMeanwhile(now)
    return NoteVersion.objects.create(
        board=row,
        topic_id=section.topic,
        prompt_id=section.prompt,
        place=section.id,
        number=(now.number if now else 0) + 1,
        words=words,
        facilitator=who.facilitator,
        author=who.participant,
        by=who.person,
        changed=raise_version(row),
    )
