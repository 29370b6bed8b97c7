"""Imports: sending files in, following how they are read, the account of every record, and the file itself."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web import stored
from plethu_web.jobs.queries import job_for
from plethu_web.jobs.telling import tell
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.records import actions, queries, showing
from plethu_web.records.forms import ColumnsForm, UploadForm
from plethu_web.records.from_calls import take_in_accepted
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.queries.protocol import strand_names

LARGEST = 500 * 1024 * 1024


@in_review("read")
@require_safe
def imports(request: HttpRequest, access: Access) -> HttpResponse:
    """All files that were taken in."""
    found = list(queries.imports_of(access))
    taken = request.GET.get("taken", "")
    context = {
        "access": access,
        "imports": found,
        "totals": showing.totals(found),
        "waiting": queries.waiting_in_call(access) if access.can("import") else 0,
        "taken": int(taken) if taken.isdecimal() and len(taken) < 7 else None,
    }
    return render(request, "records/imports.html", context)


@in_review("import")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, access: Access) -> HttpResponse:
    """Send files in. Each is kept as it is, and read by a job."""
    sent = request.method == "POST" and "switch_language" not in request.POST
    strands = strand_names(access, reading())
    files = request.FILES if sent else None
    begun = request.POST.dict() or showing.of_search(access, request.GET.get("search", ""))
    form = UploadForm(request.POST if sent else None, files, initial=begun, strands=strands)
    if not form.is_valid():
        context = {"access": access, "form": form}
        return render(request, "records/new.html", context, status=400 if form.is_bound else 200)
    return _taken(request, access, form)


def _taken(request: HttpRequest, access: Access, form: UploadForm) -> HttpResponse:
    given = form.cleaned_data
    origin = actions.Origin(**{name: given[name] for name in given if name != "sent"})
    made, errors = [], []
    for file in given["sent"]:
        try:
            kept = stored.keep(file, LARGEST)
            made.append(
                actions.take_in(
                    by=access.person,
                    access=access,
                    name=file.name,
                    sha256=kept.sha256,
                    size=kept.size,
                    origin=origin,
                )
            )
        except actions.AlreadyThere as error:
            errors.append(_already(error, file.name, access))
        except stored.NotKept as error:
            errors.append({"text": f"{file.name}: {error.words}"})
    if errors:
        context = {
            "access": access,
            "form": UploadForm(initial=given, strands=strand_names(access, reading())),
            "errors": errors,
            "made": made,
        }
        return render(request, "records/new.html", context, status=409)
    if len(made) == 1:
        return redirect("records:import", slug=access.review.slug, id=made[0].pk)
    return redirect("records:imports", slug=access.review.slug)


def _already(error: actions.AlreadyThere, name: str, access: Access) -> dict[str, Any]:
    href = reverse("records:import", args=[access.review.slug, error.there.pk])
    words = _("%(name)s: these bytes have been taken in already. Nothing was added.") % {"name": name}
    return {"text": format_html("{}", words), "href": href}


@in_review("read")
@require_safe
def one(request: HttpRequest, access: Access, id: uuid.UUID) -> HttpResponse:
    """One import: how far it is, then the account of every record in the file."""
    return _page(request, access, id)


@in_review("import")
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: HttpRequest, access: Access, id: uuid.UUID) -> HttpResponse:
    """Say what the columns of a table mean, and have it read again."""
    source = queries.import_of(access, id)
    form = ColumnsForm(showing.columns(source), request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.read_again(by=access.person, access=access, source=source, mapping=form.mapping())
            return redirect("records:import", slug=access.review.slug, id=source.pk)
        except actions.Mended:
            form.add_error(
                None, _("Records of this import have been mended by hand, which reading it again would lose.")
            )
    context = {"access": access, "source": source, "form": form}
    return render(request, "records/columns.html", context, status=400 if form.errors else 200)


@in_review("export")
@require_safe
def original(request: HttpRequest, access: Access, id: uuid.UUID) -> HttpResponseBase:
    """The file as it was sent in."""
    source = queries.import_of(access, id)
    if not source.size:  # what a call brought in was no file
        raise Http404
    try:
        return stored.as_attachment(source.sha256, source.name)
    except FileNotFoundError as error:
        raise Http404 from error


@in_review("import")
@require_POST
def from_call(request: HttpRequest, access: Access) -> HttpResponse:
    """Take in what the open call accepted."""
    number = take_in_accepted(by=access.person, access=access)
    response = redirect("records:imports", slug=access.review.slug)
    response["Location"] += f"?taken={number}"
    return response


@in_review("import")
@require_POST
def aside(request: HttpRequest, access: Access, id: uuid.UUID) -> HttpResponse:
    """Leave an import out."""
    actions.set_aside(by=access.person, access=access, source=queries.import_of(access, id))
    return redirect("records:import", slug=access.review.slug, id=id)


@in_review("import")
@require_POST
def back(request: HttpRequest, access: Access, id: uuid.UUID) -> HttpResponse:
    """Let an import count again."""
    try:
        actions.bring_back(by=access.person, access=access, source=queries.import_of(access, id))
    except actions.AlreadyThere as error:
        return _page(request, access, id, errors=[_already(error, error.there.name, access)], status=409)
    return redirect("records:import", slug=access.review.slug, id=id)


def _page(request: HttpRequest, access: Access, id: uuid.UUID, status: int = 200, **more: Any) -> HttpResponse:
    source = queries.import_of(access, id)
    job = job_for(access.person, source.job) if source.job and access.can("import") else None
    told = tell(job) if job else None
    context = {"access": access, "source": source, "job": told, "back": request.path, **showing.account(source), **more}
    return render(request, "records/import.html", context, status=status)
