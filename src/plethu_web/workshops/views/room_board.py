"""A board: reading it, writing on it, and asking what is new on it."""

from __future__ import annotations

import hashlib
import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.workshops import room_showing as showing
from plethu_web.workshops.actions import room_cards as actions
from plethu_web.workshops.actions import room_moderating as moderating
from plethu_web.workshops.forms.room import CardForm, ReasonForm
from plethu_web.workshops.queries import room as queries
from plethu_web.workshops.queries import room_board as on_board
from plethu_web.workshops.queries.room import Inside
from plethu_web.workshops.room_sections import Section, is_in_english, opening_of, section_of, sections_of
from plethu_web.workshops.views.room import in_room, is_for_script

STATUS = {actions.RoomClosed: 409, actions.BoardFull: 409, actions.TooFast: 429}


@in_room
@require_safe
def board(request: HttpRequest, who: Inside, board: int) -> HttpResponse:
    """The board of a group."""
    return page(request, who, queries.board_of(who, board))


@in_room
@require_http_methods(["GET", "HEAD", "POST"])
def put(request: HttpRequest, who: Inside, board: int) -> HttpResponse:
    """Put a card on it. A script is answered in its own way, and may send the same again as often as it needs to."""
    row = queries.board_of(who, board)
    if request.method != "POST":  # the language was changed on the page that said what is wrong
        return redirect("room:board", key=who.workshop.key, board=board)
    section = section_of(row.round, request.POST.get("section", ""))
    if section is None:
        return _refused(request, who, row, [_("This place is no longer on the board. Choose another one.")], 409)
    form = CardForm(request.POST, section=section, may_be_named=who.may_be_named)
    if not form.is_valid():
        said = [str(error) for errors in form.errors.values() for error in errors]
        return _refused(request, who, row, said, 400, form)
    try:
        card = actions.put_card(who=who, board=row, said=form.said())
    except tuple(STATUS) as error:
        said = [_why(error)]
        form.add_error("words", said[0])
        return _refused(request, who, row, said, STATUS[type(error)], form)
    if is_for_script(request):
        audience = showing.audience_of(who, row, get_language() or "en")
        return JsonResponse({"card": showing.as_told(on_board.with_names([card])[0], audience)})
    return redirect(f"{reverse('room:board', args=[who.workshop.key, row.pk])}#card-{card.pk}")


@in_room
@require_safe
def changes(request: HttpRequest, who: Inside, board: int) -> HttpResponse:
    """What is new on it since a mark; 304 where that is nothing."""
    row = queries.board_of(who, board)
    room = queries.room_of(who.workshop)
    mark = (row.version, room.version if room.pk else 0)
    etag = '"{}.{}"'.format(*mark)
    if request.headers.get("If-None-Match") == etag:
        return HttpResponse(status=304, headers={"ETag": etag})
    since = showing.as_mark(request.GET.get("since", ""))
    new = on_board.changes(row.pk, since[0], mark)
    audience = showing.audience_of(who, row, get_language() or "en")
    response = JsonResponse(showing.told(new, audience, room if mark[1] != since[1] else None))
    response["ETag"] = etag
    return response


@in_room
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, who: Inside, card: int) -> HttpResponse:
    """Ask whoever facilitates to look at a card. They themselves go to where it is hidden."""
    row = queries.card_of(who, card)
    if who.facilitates(row.board.round, row.board.group):
        return redirect("room:card", key=who.workshop.key, card=card)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            moderating.report_card(who=who, card=row, reason=form.cleaned_data["reason"])
            return redirect(reverse("room:board", args=[who.workshop.key, row.board_id]) + "?done=reported")
        except actions.RoomClosed:
            form.add_error(None, _("The workshop has ended. Write to whoever runs it: their contact is on your page."))
    context = {"who": who, "card": row, "form": form}
    return render(request, "workshops/room/report.html", context, status=400 if form.is_bound else 200)


@in_room
@require_POST
def unnamed(request: HttpRequest, who: Inside, board: int) -> HttpResponse:
    """Take one's name off all one's cards on it."""
    row = queries.board_of(who, board)
    if who.participant is not None:
        actions.take_names_off(who=who, board=row)
    return redirect("room:board", key=who.workshop.key, board=board)


def page(
    request: HttpRequest, who: Inside, board: Any, status: int = 200, sent: CardForm | None = None, **more: Any
) -> HttpResponse:
    """The page of a board; where a form was refused, with that form as it was sent."""
    room = queries.room_of(who.workshop)
    now = on_board.changes(board.pk, -1)
    facilitates = who.facilitates(board.round, board.group)
    rows = []
    sections = sections_of(board.round)
    for section in sections:
        is_sent = sent is not None and sent.section.id == section.id
        form = sent if is_sent else _empty(who, section)
        cards = [card for card in now.cards if card.section == section.id]
        note = next((note for note in now.notes if note.place == section.id), None)
        rows.append({"section": section, "cards": cards, "note": note, "form": form, "is_sent": is_sent})
    context = {
        "who": who,
        "board": board,
        "opening": opening_of(board.round),
        "room": room,
        "runs": room.round_id == board.round_id and not (room.plenary and not who.leads),
        "rows": rows,
        "mark": "{}.{}".format(*now.mark),
        "facilitates": facilitates,
        "who_mark": hashlib.sha256(who.name.encode()).hexdigest()[:16],
        "audience": showing.audience_of(who, board, get_language() or "en"),
        "form": sent,
        "done": request.GET.get("done", ""),
        "partly_english": any(map(is_in_english, sections)),
        **more,
    }
    return render(request, "workshops/room/board.html", context, status=status)


def _empty(who: Inside, section: Section) -> CardForm:
    return CardForm(initial={"once": secrets.token_urlsafe(24)}, section=section, may_be_named=who.may_be_named)


def _refused(
    request: HttpRequest, who: Inside, board: Any, said: list[str], status: int, form: CardForm | None = None
) -> HttpResponse:
    """Why a card was not taken, with all that was written."""
    if is_for_script(request):
        response: HttpResponse = JsonResponse({"errors": said}, status=status)
    else:
        errors = [] if form else [{"text": text} for text in said]
        lost = request.POST.get("words", "") if form is None else ""
        response = page(request, who, board, status, form, errors=errors, lost=lost)
    if status == 429:
        response["Retry-After"] = "20"
    return response


def _why(error: Exception) -> str:
    if isinstance(error, actions.RoomClosed):
        return _("The workshop does not run now, so nothing can be put on the board. Your words are still here.")
    if isinstance(error, actions.BoardFull):
        return _("This board is full. Tell whoever facilitates; your words are still here.")
    return _("That was very many cards in one minute. Wait a little, then send it again: your words are still here.")
