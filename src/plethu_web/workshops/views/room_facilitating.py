"""What whoever looks after a group does: notes, cards that are in the wrong place or hurt, boards on paper."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plethu_web.pages.templatetags.plethu_texts import words
from plethu_web.workshops.actions import room_cards, room_notes
from plethu_web.workshops.actions import room_moderating as moderating
from plethu_web.workshops.actions.room_cards import CardSaid, RoomClosed
from plethu_web.workshops.forms.room import NoteForm, PlaceForm, ReasonForm, WrittenForm, once_of
from plethu_web.workshops.queries import room as queries
from plethu_web.workshops.queries import room_board as on_board
from plethu_web.workshops.queries.room import Inside
from plethu_web.workshops.room_sections import section_of, sections_of
from plethu_web.workshops.room_words import Stance
from plethu_web.workshops.views.room import in_room


@in_room
@require_http_methods(["GET", "HEAD", "POST"])
def note(request: HttpRequest, who: Inside, board: int, place: str) -> HttpResponse:
    """The notes in one place. Two who write at once see each other's words before anything is saved over."""
    row = _facilitated(who, board)
    section = section_of(row.round, place)
    if section is None:
        return redirect("room:board", key=who.workshop.key, board=board)
    now = on_board.note_on(row, place)
    start = {"words": now.words if now else "", "seen": now.number if now else 0}
    form = NoteForm(request.POST if request.method == "POST" else None, initial=start)
    context: dict[str, Any] = {"who": who, "board": row, "section": section, "form": form}
    if form.is_valid():
        try:
            room_notes.save_note(who=who, board=row, section=section, **form.cleaned_data)
            return redirect(f"{reverse('room:board', args=[who.workshop.key, board])}#{section.id}")
        except room_notes.ChangedMeanwhile as error:
            mine = {"words": form.cleaned_data["words"], "seen": error.now.number}
            said = _("Somebody else saved these notes meanwhile. Both stand here: bring them together, then save.")
            context |= {"form": NoteForm(initial=mine), "theirs": error.now, "errors": [{"text": said}]}
            return render(request, "workshops/room/note.html", context, status=409)
        except RoomClosed:
            form.add_error(
                None, _("The workshop does not run now, so nothing can be saved. Your words are still here.")
            )
    return render(request, "workshops/room/note.html", context, status=400 if form.is_bound else 200)


@in_room
@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest, who: Inside, card: int) -> HttpResponse:
    """One card: hide it, show it again, or move it to where it belongs."""
    row = queries.card_of(who, card)
    board = _facilitated(who, row.board_id)
    places = [(section.id, str(words(section.title))) for section in sections_of(board.round)]
    reason, place = ReasonForm(), PlaceForm(places=places, initial={"place": row.section})
    done = request.POST.get("do", "") if request.method == "POST" else ""
    if done == "show":
        moderating.show_card(who=who, card=row)
    elif done == "hide" and (reason := ReasonForm(request.POST)).is_valid():
        moderating.hide_card(who=who, card=row, reason=reason.cleaned_data["reason"])
    elif done == "move" and (place := PlaceForm(request.POST, places=places)).is_valid():
        section = section_of(board.round, place.cleaned_data["place"])
        if section is not None:
            moderating.move_card(who=who, card=row, section=section)
    else:
        form = reason if reason.is_bound else place
        context = {"who": who, "board": board, "card": row, "reason": reason, "place": place, "form": form}
        reports = [report.get_reason_display() for report in row.reports.all()]
        return render(request, "workshops/room/card.html", {**context, "reports": reports}, status=400 if done else 200)
    return redirect(f"{reverse('room:board', args=[who.workshop.key, board.pk])}#card-{row.pk}")


@in_room
@require_http_methods(["GET", "HEAD", "POST"])
def written(request: HttpRequest, who: Inside, board: int) -> HttpResponse:
    """Type in a board that was written on paper."""
    row = _facilitated(who, board)
    given = request.POST if request.method == "POST" else None
    forms = [WrittenForm(given, section=section) for section in sections_of(row.round)]
    errors: list[dict[str, str]] = []
    once = once_of(request.POST.get("once", "")) or secrets.token_urlsafe(24)
    checked = [form.is_valid() for form in forms]  # all of them, so that each says what is wrong with it
    if given is not None and all(checked):
        said = [
            CardSaid(form.section, card, once=f"{once}-{number}")
            for form in forms
            for number, card in enumerate(form.cleaned_data["words"])
        ]
        try:
            room_cards.put_written(who=who, board=row, said=said)
            return redirect("room:board", key=who.workshop.key, board=board)
        except RoomClosed:
            errors.append({"text": _("The workshop does not run now. Go on with it first, then type in its boards.")})
        except room_cards.BoardFull:
            errors.append({"text": _("The board is full; none of these cards was saved.")})
    context = {"who": who, "board": row, "forms": forms, "errors": errors, "once": once}
    return render(request, "workshops/room/written.html", context, status=400 if given is not None else 200)


@in_room
@require_safe
def paper(request: HttpRequest, who: Inside, position: int) -> HttpResponse:
    """Empty boards of a round for printing: of every group, or of one's own."""
    round = queries.round_at(who.workshop, position)
    round.workshop = who.workshop
    groups = [group for group in queries.groups_in(round) if who.facilitates(group)]
    if not groups:
        raise PermissionDenied
    sections = sections_of(round)
    context = {"who": who, "round": round, "groups": groups, "sections": sections, "stances": Stance.labels}
    return render(request, "workshops/room/paper.html", context)


def _facilitated(who: Inside, pk: int) -> Any:
    board = queries.board_of(who, pk)
    if not who.facilitates(board.group):
        raise PermissionDenied
    return board
