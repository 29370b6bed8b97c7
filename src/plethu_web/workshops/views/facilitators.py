"""Links for those who look after a group."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from plethu_web.home import address_for
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import status_of
from plethu_web.workshops.actions import register as actions
from plethu_web.workshops.actions.registering import Full
from plethu_web.workshops.codes import in_fours
from plethu_web.workshops.forms.register import FacilitatorForm
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import workshops
from plethu_web.workshops.views.workshops import form_of


@in_review("run-workshops")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def facilitators(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Who looks after a group by a link, and a new link, which is told once."""
    found = opened(access, pk)
    form = form_of(request, FacilitatorForm)
    if form.is_valid():
        try:
            token = actions.link_facilitator(
                by=access.person, access=access, workshop=found.workshop, **form.cleaned_data
            )
            return _facilitators(request, found, FacilitatorForm(), token)
        except Full:
            form.add_error(None, _("There are too many links. End some of them first."))
    return _facilitators(request, found, form)


@in_review("run-workshops")
@require_POST
def end_facilitator(request: HttpRequest, access: Access, pk: uuid.UUID, facilitator: int) -> HttpResponse:
    """Let a link open nothing any more."""
    found = opened(access, pk)
    row = workshops.facilitator_of(found.workshop, facilitator)
    actions.end_facilitator(by=access.person, access=access, facilitator=row)
    return found.to("facilitators")


def _facilitators(request: HttpRequest, found: Opened, form: FacilitatorForm, token: str = "") -> HttpResponse:
    context = found.context(
        "facilitators",
        form=form,
        facilitators=workshops.facilitators_of(found.workshop),
        link=address_for(request) + reverse("room:enter", args=[token]) if token else "",
        code=in_fours(token),
    )
    return render(request, "workshops/facilitators.html", context, status=status_of(form))
