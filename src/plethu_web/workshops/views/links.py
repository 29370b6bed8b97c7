"""Links of their own: made by the team, made anew where they are lost, and asked for by whoever lost theirs."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from plethu_web.calls.views.sending import form_for
from plethu_web.home import address_for
from plethu_web.reviews.access import Access, in_review
from plethu_web.workshops import mail
from plethu_web.workshops import register_shown as shown
from plethu_web.workshops.actions import lost_links, register
from plethu_web.workshops.actions.registering import NothingThere
from plethu_web.workshops.codes import in_fours
from plethu_web.workshops.forms.registering import LostForm
from plethu_web.workshops.opened import opened
from plethu_web.workshops.queries import people
from plethu_web.workshops.queries import register as queries
from plethu_web.workshops.views.register import csv_file


@in_review("run-workshops")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def links(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Links as a file, for those who have none or for everybody anew: only hashes of the keys are kept."""
    found = opened(access, pk)
    if request.method == "POST" and "switch_language" not in request.POST:
        again = request.POST.get("who") == "everybody"
        made = register.make_links(by=access.person, access=access, workshop=found.workshop, again=again)
        begin = address_for(request)
        rows = [(person, begin + path_in_theirs(person.language, token)) for person, token in made]
        return csv_file(found, "links", shown.links_csv(rows))
    everybody = list(queries.register_of(found.workshop))
    without = sum(person.token_hash is None for person in everybody)
    context = found.context("register", without=without, people=len(everybody))
    return render(request, "workshops/links.html", context)


@in_review("run-workshops")
@never_cache
@require_POST
def renew(request: HttpRequest, access: Access, pk: uuid.UUID, person: uuid.UUID) -> HttpResponse:
    """A new link for somebody, which is told once or sent to their address; the old one ends."""
    found = opened(access, pk)
    row = queries.person_in(found.workshop, person)
    try:
        token = register.renew_link(by=access.person, access=access, person=row)
    except NothingThere as error:
        raise Http404 from error
    link = address_for(request) + path_in_theirs(row.language, token)
    sent = False
    if "send" in request.POST:
        with translation.override(row.language):
            sent = mail.send_own_link(queries.contact_of(row).email, row.workshop, link, in_fours(token))
    context = found.context("register", person=row, link=link, key=in_fours(token), sent=sent, name=shown.called(row))
    return render(request, "workshops/new_link.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lost(request: HttpRequest) -> HttpResponse:
    """Ask for the way back to one's page. The answer is the same whether anybody has the address or not."""
    form = form_for(request, LostForm, {})
    if form.is_valid():
        for person in lost_links.to_be_sent(email=form.cleaned_data["email"]):
            mail.send_way_back(person, address_for(request))
        return render(request, "workshops/lost_sent.html", {})
    return render(request, "workshops/lost.html", {"form": form}, status=400 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def again(request: HttpRequest, signed: str) -> HttpResponse:
    """Where the letter leads: a new link is made when its reader says so, and only once."""
    person = people.asked_for_by(signed)
    if request.method == "POST" and "switch_language" not in request.POST:
        token = lost_links.renew(person=person)
        return redirect(reverse("workshops:yours", args=[token]) + "?done=renewed")
    return render(request, "workshops/again.html", {"workshop": person.workshop})


def path_in_theirs(language: str, token: str) -> str:
    """The path of somebody's page in the language they wanted."""
    with translation.override(language):
        return reverse("workshops:yours", args=[token])
