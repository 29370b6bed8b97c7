"""What somebody wrote themselves: seeing it together, mending it, taking it back while its round goes on."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plethu_web.workshops.actions import room_mending as actions
from plethu_web.workshops.forms.room import CardForm
from plethu_web.workshops.queries import room as queries
from plethu_web.workshops.queries.room import Inside
from plethu_web.workshops.room_sections import section_of
from plethu_web.workshops.views.room import in_room


@in_room
@require_safe
def mine(request: HttpRequest, who: Inside, board: int) -> HttpResponse:
    """One's own cards on a board. They stand on a page of their own: nobody sees at the board whose they are."""
    row = queries.board_of(who, board)
    if who.participant is None:
        raise Http404
    room = queries.room_of(who.workshop)
    cards = [(card, actions.may_be_mended(who, card, room)) for card in queries.own_cards(who, row)]
    context = {"who": who, "board": row, "cards": cards, "may_mend": any(may for _card, may in cards)}
    return render(request, "workshops/room/mine.html", context)


@in_room
@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest, who: Inside, card: int) -> HttpResponse:
    """Mend a card of one's own, take it back, or put it there again."""
    row = queries.card_of(who, card)
    if who.participant is None or row.author_id != who.participant.pk:
        raise Http404
    section = section_of(row.board.round, row.section)
    if section is None:
        raise Http404
    asked = request.POST.get("do", "") if request.method == "POST" else ""
    start = {"words": row.words, "stance": row.stance}
    form = CardForm(request.POST if asked == "mend" else None, initial=start, section=section)
    errors: list[dict[str, str]] = []
    try:
        if _is_done(who, row, asked, form):
            return redirect("room:mine", key=who.workshop.key, board=row.board_id)
    except actions.TooLate:
        errors.append(
            {"text": _("The round is over, so the card stays as it is. You can still withdraw on your page.")}
        )
    may = actions.may_be_mended(who, row, queries.room_of(who.workshop))
    context = {"who": who, "card": row, "board": row.board, "form": form, "errors": errors, "may": may}
    return render(request, "workshops/room/own_card.html", context, status=409 if errors else 400 if asked else 200)


def _is_done(who: Inside, card: Any, asked: str, form: Any) -> bool:
    """Do what a button asks for; whether it was done."""
    if asked == "mend" and form.is_valid():
        actions.mend_card(
            who=who, card=card, words=form.cleaned_data["words"], stance=form.cleaned_data.get("stance", "")
        )
    elif asked == "back":
        actions.take_back(who=who, card=card)
    elif asked == "again":
        actions.put_back(who=who, card=card)
    else:
        return False
    return True
