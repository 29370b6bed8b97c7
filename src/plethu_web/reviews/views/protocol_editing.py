"""Changing the draft of the protocol, one thing on a page."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from plethu.evidence.protocol import Protocol, label_of
from plethu.evidence.protocol_editing import Way, entry_at
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.actions import protocol as actions
from plethu_web.reviews.forms.protocol import OF_STRAND, PARTS, EntryForm, form_for
from plethu_web.reviews.queries import protocol as queries
from plethu_web.reviews.views.posted import posted, status_of, typed

TITLES: dict[str, Promise] = {
    "question": _("Question"),
    "purpose": _("What the review is for"),
    "scope": _("Scope"),
    "updates": _("Plan for updates"),
    "name": _("Name of the strand"),
    "places": _("Places"),
    "screening": _("Screening"),
}
ADD: dict[str, Promise] = {
    "strands": _("Add a strand"),
    "windows": _("Add dates"),
    "rules": _("Add a rule"),
    "routes": _("Add a way of finding sources"),
    "commitments": _("Add a value"),
    "open_points": _("Add an open point"),
}
CHANGE: dict[str, Promise] = {
    "windows": _("Change dates"),
    "rules": _("Change a rule"),
    "routes": _("Change a way of finding sources"),
    "commitments": _("Change a value"),
    "open_points": _("Change an open point"),
}
CHANGED = _("Somebody else has changed this since you opened it. Compare what stands there now, and save again.")
GONE = _("Somebody else has taken this out since you opened it.")
TOO_MANY = _("There are too many entries here. Take some out first.")


@in_review("edit-protocol")
@require_http_methods(["GET", "HEAD", "POST"])
def part(request: HttpRequest, access: Access, name: str) -> HttpResponse:
    """Write the question, the purpose, the scope or the plan for updates."""
    if name not in PARTS:
        raise Http404
    return _change(request, access, (), PARTS[name], TITLES[name])


@in_review("edit-protocol")
@require_http_methods(["GET", "HEAD", "POST"])
def strand_part(request: HttpRequest, access: Access, strand: str, name: str) -> HttpResponse:
    """Write the name of a strand, its places or its screening."""
    if name not in OF_STRAND:
        raise Http404
    return _change(request, access, (("strands", strand),), OF_STRAND[name], TITLES[name])


@in_review("edit-protocol")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, access: Access, strand: str, kind: str, id: str) -> HttpResponse:
    """Change an entry."""
    form_class = _form_for(strand, kind)
    if kind == "strands":
        raise Http404
    return _change(request, access, (*_above(strand), (kind, id)), form_class, CHANGE[kind])


@in_review("edit-protocol")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, access: Access, strand: str, kind: str) -> HttpResponse:
    """Add an entry."""
    form = _form_for(strand, kind)(posted(request), initial=typed(request))
    way = _above(strand)
    _there(access, way)
    if form.is_valid():
        try:
            actions.add_entry(
                by=access.person, access=access, way=way, kind=kind, make=lambda ids: form.entry(kind, ids)
            )
        except actions.Gone as error:
            raise Http404 from error
        except actions.TooMany:
            form.add_error(None, str(TOO_MANY))
        else:
            return _back(access, strand if strand != "-" else "")
    return _page(request, access, form, ADD[kind], way)


@in_review("edit-protocol")
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, access: Access, strand: str, kind: str, id: str) -> HttpResponse:
    """Take an entry out, after a question."""
    _form_for(strand, kind)
    way = (*_above(strand), (kind, id))
    entry = _there(access, way)
    if posted(request) is None:
        what = label_of(entry) if not isinstance(entry, Protocol) else ""
        return render(request, "reviews/protocol_remove.html", {"access": access, "what": what, "kind": kind})
    try:
        actions.remove_entry(by=access.person, access=access, way=way)
    except actions.Gone as error:
        raise Http404 from error
    return _back(access, strand if strand != "-" else "")


def _change(request: HttpRequest, access: Access, way: Way, kind: type[EntryForm], title: Promise) -> HttpResponse:
    draft = queries.draft_of(access)
    entry = _there(access, way)
    form = kind(posted(request), initial=typed(request, kind.initial_of(entry)))
    based_on = _number(request.POST.get("based_on", ""), draft.number)
    context: dict[str, Any] = {"based_on": based_on}
    if form.is_valid():
        fields = form.entry_fields()
        try:
            actions.set_fields(by=access.person, access=access, way=way, fields=fields, based_on=based_on)
            return _back(access, way[0][1] if way and way[0][0] == "strands" else "")
        except actions.ChangedSince as error:
            form.add_error(None, str(CHANGED))
            shown = type(form)(initial=type(form).initial_of(error.now))
            context = {"based_on": draft.number, "now": shown, "status": 409}
        except actions.Gone:
            form.add_error(None, str(GONE))
    return _page(request, access, form, title, way, **context)


def _page(request: HttpRequest, access: Access, form: EntryForm, title: Promise, way: Way, **more: Any) -> HttpResponse:
    held = queries.draft_of(access).protocol
    strand = entry_at(held, way[:1]) if way and way[0][0] == "strands" else None
    status = more.pop("status", 0) or status_of(form)
    of = label_of(strand) if strand is not None and not isinstance(strand, Protocol) else ""
    context = {"access": access, "form": form, "title": title, "of": of, **more}
    return render(request, "reviews/protocol_form.html", context, status=status)


def _there(access: Access, way: Way) -> Any:
    try:
        return entry_at(queries.draft_of(access).protocol, way)
    except KeyError as error:
        raise Http404 from error


def _above(strand: str) -> Way:
    return () if strand == "-" else (("strands", strand),)


def _form_for(strand: str, kind: str) -> type[EntryForm]:
    try:
        return form_for(strand, kind)
    except KeyError as error:
        raise Http404 from error


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else otherwise


def _back(access: Access, strand: str) -> HttpResponse:
    response = redirect("reviews:protocol", slug=access.review.slug)
    response["Location"] += f"?done=saved#{'strand-' + strand if strand else 'draft'}"
    return response
