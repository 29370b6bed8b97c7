"""What whoever looks after a group does: notes, cards that are in the wrong place or hurt, boards on paper."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plethu_web.pages.templatetags.plethu_texts import words
from plethu_web.workshops.actions import room_cards, room_notes
from plethu_web.workshops.actions import room_moderating as moderating
from plethu_web.workshops.actions.room_cards import CardSaid
from plethu_web.workshops.actions.room_inside import RoomClosed
from plethu_web.workshops.forms.room import STANCES, GroupForm, NoteForm, PlaceForm, ReasonForm, WrittenForm, once_of
from plethu_web.workshops.queries import room as queries
from plethu_web.workshops.queries import room_board as on_board
from plethu_web.workshops.queries.room import Inside
from plethu_web.workshops.room_sections import is_in_english, section_of, sections_of
from plethu_web.workshops.room_words import Reason
from plethu_web.workshops.views.room import in_room

FEW_PLACES = 6  # of a board on paper that has two boxes for each


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
    """One card: hide it, show it again, leave it though it was reported, or move it to where it belongs."""
    row = queries.card_of(who, card)
    board = _facilitated(who, row.board_id)
    places = [(section.id, str(words(section.title))) for section in sections_of(board.round)]
    done = request.POST.get("do", "") if request.method == "POST" else ""
    reason = ReasonForm(request.POST if done == "hide" else None)
    place = PlaceForm(request.POST if done == "move" else None, places=places, initial={"place": row.section})
    errors: list[dict[str, str]] = []
    try:
        if _is_moderated(who, row, board, done, reason, place):
            return redirect(f"{reverse('room:board', args=[who.workshop.key, board.pk])}#card-{row.pk}")
    except RoomClosed:
        errors.append({"text": _("The workshop has ended: cards stay as they are.")})
    reports = row.reports.all()
    context = {
        "who": who,
        "board": board,
        "card": row,
        "reason": reason,
        "place": place,
        "form": reason if reason.is_bound else place,
        "errors": errors,
        "reports": [report.get_reason_display() for report in reports],
        "is_waiting": not row.hidden and any(report.seen is None for report in reports),
        "is_taken": row.hidden == Reason.TAKEN,
    }
    return render(request, "workshops/room/card.html", context, status=409 if errors else 400 if done else 200)


def _is_moderated(who: Inside, card: Any, board: Any, asked: str, reason: ReasonForm, place: PlaceForm) -> bool:
    """Do what a button asks for; whether it was done."""
    if asked == "show":
        moderating.show_card(who=who, card=card)
    elif asked == "leave":
        moderating.leave_card(who=who, card=card)
    elif asked == "hide" and reason.is_valid():
        moderating.hide_card(who=who, card=card, reason=reason.cleaned_data["reason"])
    elif asked == "move" and place.is_valid():
        if (section := section_of(board.round, place.cleaned_data["place"])) is not None:
            moderating.move_card(who=who, card=card, section=section)
    else:
        return False
    return True


@in_room
@require_http_methods(["GET", "HEAD", "POST"])
def written(request: HttpRequest, who: Inside, board: int) -> HttpResponse:
    """Type in a board that was written on paper. Words that stand there already are asked about first."""
    row = _facilitated(who, board)
    given = request.POST if request.method == "POST" else None
    forms = [WrittenForm(given, section=section) for section in sections_of(row.round)]
    errors: list[dict[str, str]] = []
    there: list[str] = []
    once = once_of(request.POST.get("once", "")) or secrets.token_urlsafe(24)
    checked = [form.is_valid() for form in forms]  # all of them, so that each says what is wrong with it
    if given is not None and all(checked):
        said = [
            CardSaid(form.section, card, stance, once=f"{once}-{number}")
            for form in forms
            for number, (stance, card) in enumerate(form.said())
        ]
        try:
            room_cards.put_written(who=who, board=row, said=said, again="again" in request.POST)
            return redirect("room:board", key=who.workshop.key, board=board)
        except room_cards.ThereAlready as error:
            there = list(error.words)
        except RoomClosed:
            errors.append({"text": _("Nothing can be typed in now: the workshop has not begun, or is published.")})
        except room_cards.BoardFull:
            errors.append({"text": _("The board is full; none of these cards was saved.")})
    context = {"who": who, "board": row, "forms": forms, "errors": errors, "once": once, "there": there}
    return render(
        request, "workshops/room/written.html", context, status=409 if there else 400 if given is not None else 200
    )


@in_room
@require_safe
def paper(request: HttpRequest, who: Inside, position: int) -> HttpResponse:
    """Empty boards of a round for printing: of every group, of one's own, or of `?group=`. Each in its language."""
    round = queries.round_at(who.workshop, position)
    round.workshop = who.workshop
    groups = [group for group in queries.groups_in(round) if who.facilitates(round, group)]
    if not groups:
        raise PermissionDenied
    asked = GroupForm(request.GET)
    chosen = asked.cleaned_data["group"] if asked.is_valid() else None
    context = {
        "who": who,
        "round": round,
        "groups": groups,
        "chosen": chosen,
        "rounds": [each for each in who.workshop.rounds.all() if each.pk != round.pk],
        "stances": [label for _code, label in STANCES],
        "papers": [_paper(round, group) for group in groups if chosen in (None, group)],
    }
    return render(request, "workshops/room/paper.html", context)


def _paper(round: Any, group: int) -> dict[str, Any]:
    """The board of a group on paper, in Welsh for a Welsh-medium group."""
    language = "cy" if 0 < group <= queries.welsh_groups_of(round.workshop_id) else get_language() or "en"
    with translation.override(language):
        sections = sections_of(round)
        partly_english = any(is_in_english(section) for section in sections)
    boxes = range(2 if len(sections) <= FEW_PLACES else 1)  # so that a board fits a page
    paper = {"group": group, "language": language, "sections": sections, "boxes": boxes}
    return {**paper, "partly_english": partly_english}


def _facilitated(who: Inside, pk: int) -> Any:
    board = queries.board_of(who, pk)
    if not who.facilitates(board.round, board.group):
        raise PermissionDenied
    return board
