"""The public pages of a workshop: the door where a code is typed, the form, and what one's own key opens."""

from __future__ import annotations

import secrets
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from plethu_web.calls.views.sending import form_for
from plethu_web.home import address_for
from plethu_web.workshops import mail, showing
from plethu_web.workshops.actions import lost_links
from plethu_web.workshops.actions import registering as actions
from plethu_web.workshops.actions.withdrawing import withdraw as withdraw_with
from plethu_web.workshops.codes import in_fours
from plethu_web.workshops.forms.registering import AgreeForm, DoorForm, RegistrationForm, SaidForm, said_by
from plethu_web.workshops.queries import people, register
from plethu_web.workshops.queries import workshops as queries
from plethu_web.workshops.states import rule_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def door(request: HttpRequest) -> HttpResponse:
    """Type a code: of a workshop, to register; one's own, to come back."""
    form = form_for(request, DoorForm, {})
    if form.is_valid():
        if href := _behind(form.cleaned_data["code"]):
            return redirect(href)
        form.add_error("code", _("No workshop and nobody has this code. Check it, letter by letter."))
    return render(request, "workshops/door.html", {"form": form}, status=400 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def registering(request: HttpRequest, key: str) -> HttpResponse:
    """What the workshop is, what one agrees to, and the form; or that it is full, or registration is not open."""
    workshop = queries.workshop_at(key)
    is_full = request.method != "POST" and register.is_full(workshop)
    if not rule_of(workshop.state).registers or workshop.is_over or is_full:
        return render(request, "workshops/not_open.html", {"workshop": workshop, "is_full": is_full})
    start = {"once": secrets.token_urlsafe(32), "language": get_language() or "en", "welsh": ""}
    form = form_for(request, RegistrationForm, start, workshop=workshop)
    errors: list[dict[str, str]] = []
    if form.is_valid():
        try:
            return _registered(request, workshop, form.cleaned_data["once"], form.said())
        except actions.NotOpen:
            return redirect("workshops:registering", key=workshop.key)
        except actions.SentBefore:
            return render(request, "workshops/sent_before.html", {"workshop": workshop}, status=409)
        except actions.Full:
            errors.append({"text": _("The workshop is full. Ask whoever runs it.")})
    context = {"workshop": workshop, "form": form, "errors": errors, "rounds": queries.agenda_of(workshop)}
    return render(request, "workshops/registering.html", context, status=400 if form.is_bound else 200)


@never_cache
@require_safe
def sent(request: HttpRequest, key: str) -> HttpResponse:
    """That a letter is on its way. It is the same for an address that has registered before."""
    return render(request, "workshops/sent.html", {"workshop": queries.workshop_at(key)})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: HttpRequest, token: str) -> HttpResponse:
    """Ask somebody to agree whom the team or a list put into the register, before they can go on."""
    person = people.participant_with(token)
    to_room = request.GET.get("to") == "room"
    on = reverse("room:enter" if to_room else "workshops:yours", args=[people.plain(token)])
    if person.agreed:
        return redirect(on)
    form = form_for(request, AgreeForm, {})
    if form.is_valid():
        _tried(lambda: actions.agree(token=token))
        return redirect(on)
    context = {"workshop": person.workshop, "form": form, "key": people.plain(token)}
    return render(request, "workshops/agree.html", context, status=400 if form.is_bound else 200)


@never_cache
@require_safe
def yours(request: HttpRequest, token: str) -> HttpResponse:
    """One's own page: the link to keep, one's code, one's groups, what one said, and the ways on."""
    person = people.participant_with(token)
    if not person.agreed:
        return redirect(showing.to_agree(person, token))
    link = address_for(request) + reverse("workshops:yours", args=[people.plain(token)])
    context = {
        "person": person,
        "workshop": person.workshop,
        "token": people.plain(token),
        "link": link,
        "key": in_fours(people.plain(token)),
        "said": showing.said(person, register.contact_of(person)),
        "tables": showing.own_tables(person),
        "done": request.GET.get("done", ""),
        "may_change": rule_of(person.workshop.state).plans,
    }
    return render(request, "workshops/yours.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, token: str) -> HttpResponse:
    """Change what one said of oneself."""
    person = people.participant_with(token)
    if not person.agreed:
        return redirect(showing.to_agree(person, token))
    if not rule_of(person.workshop.state).plans:
        return redirect("workshops:yours", token)
    form = form_for(request, SaidForm, said_by(person), workshop=person.workshop)
    if form.is_valid():
        _tried(lambda: actions.change_said(token=token, said=form.said()))
        return redirect(reverse("workshops:yours", args=[token]) + "?done=changed")
    context = {"person": person, "workshop": person.workshop, "token": token, "form": form}
    return render(request, "workshops/your_words.html", context, status=400 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once, then withdraw."""
    person = people.participant_with(token)
    context: dict[str, Any] = {"person": person, "workshop": person.workshop, "token": token}
    if request.method == "POST" and "switch_language" not in request.POST:
        _tried(lambda: withdraw_with(token=token))
        return render(request, "workshops/withdrawn.html", {"workshop": person.workshop})
    return render(request, "workshops/withdraw.html", context)


def _behind(code: str) -> str:
    """Where a code leads: to a workshop's form, or to one's own page; empty where it leads nowhere."""
    if workshop := queries.workshop_with_code(code):
        return reverse("workshops:registering", args=[workshop.key])
    try:
        people.participant_with(code)
    except Http404:
        return ""
    return reverse("workshops:yours", args=[people.plain(code)])


def _registered(request: HttpRequest, workshop: Any, once: str, said: actions.Said) -> HttpResponse:
    """Register, and answer so that nobody learns whether an address was known: a letter leads on where one goes out."""
    by_letter = bool(said.email) and mail.goes_out()
    made = actions.register(workshop=workshop, once=once, said=said, by_letter=by_letter)
    if made.first is not None:
        due = lost_links.may_be_sent(person=made.first)
        if not due or mail.send_way_back_now(made.first, address_for(request)):
            return redirect("workshops:sent", key=workshop.key)
        made = actions.register(workshop=workshop, once=once, said=said)  # no letter can lead anybody to the first one
    path = reverse("workshops:yours", args=[made.token])
    link = address_for(request) + path
    if by_letter and made.again:  # the letter went to the address that was given first, and goes to no other
        return redirect("workshops:sent", key=workshop.key)
    if by_letter and mail.send_own_link(said.email, workshop, link, in_fours(made.token)):
        return redirect("workshops:sent", key=workshop.key)
    return redirect(f"{path}?done=registered")


def _tried(do: Any) -> None:
    try:
        do()
    except actions.NothingThere as error:
        raise Http404 from error
