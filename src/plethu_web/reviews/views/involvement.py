"""The log of involvement: who took part in the review, at which stage, with what say."""

from __future__ import annotations

from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plethu.evidence.involvement import stages_without_anybody, undescribed
from plethu.evidence.text import Text
from plethu.reporting.documents.csv_text import write_csv
from plethu.reporting.figures import involvement as figure
from plethu.reporting.involvement_words import COLUMNS, as_markdown, rows
from plethu.reporting.told import Words
from plethu.terms import TERMS
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.actions import involvement as actions
from plethu_web.reviews.forms.involvement import InvolvementForm
from plethu_web.reviews.queries import involvement as queries
from plethu_web.reviews.views.posted import posted, status_of, typed

MEDIA = {"csv": "text/csv; charset=utf-8", "json": "application/json", "md": "text/markdown; charset=utf-8"}


@in_review("read")
@require_safe
def involvement(request: HttpRequest, access: Access) -> HttpResponse:
    """The log, its picture, and what polls and meetings could add to it."""
    entries = list(queries.entries_of(access))
    log = [row.entry for row in entries]
    context = {
        "access": access,
        "entries": [(row, row.entry, [TERMS[f"involvement.{f}"] for f in undescribed(row.entry)]) for row in entries],
        "offers": queries.offers_of(access) if access.can("log-involvement") else [],
        "nobody": [TERMS[f"review-stage.{stage}"] for stage in stages_without_anybody(log)] if log else [],
        "figure": _figure(log) if log else None,
    }
    return render(request, "reviews/involvement.html", context)


@in_review("log-involvement")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, access: Access, kind: str = "", pk: int = 0) -> HttpResponse:
    """Note how people were involved; of a poll or a meeting, most of it is filled in."""
    offer = queries.offer_of(access, kind, pk) if kind else None
    form = InvolvementForm(posted(request), initial=typed(request, _initial(offer)))
    if form.is_valid():
        columns = {**form.columns(), **({f"{kind}_id": pk} if offer else {})}
        try:
            actions.note_involvement(by=access.person, access=access, columns=columns)
            return redirect("reviews:involvement", slug=access.review.slug)
        except actions.AlreadyNoted:
            form.add_error(None, _("This is in the log already."))
    return _form(request, access, form, _("Note who was involved"))


@in_review("log-involvement")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Change an entry."""
    row = queries.entry_of(access, pk)
    before = {name: getattr(row, name) for name in InvolvementForm().fields}
    form = InvolvementForm(posted(request), initial=typed(request, before))
    if form.is_valid():
        actions.change_involvement(by=access.person, access=access, entry=row, columns=form.columns())
        return redirect("reviews:involvement", slug=access.review.slug)
    return _form(request, access, form, _("Change an entry"))


@in_review("log-involvement")
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Take an entry out, after a question."""
    row = queries.entry_of(access, pk)
    if posted(request) is None:
        return render(request, "reviews/involvement_remove.html", {"access": access, "entry": row})
    actions.remove_involvement(by=access.person, access=access, entry=row)
    return redirect("reviews:involvement", slug=access.review.slug)


@in_review("read")
@require_safe
def involvement_as(request: HttpRequest, access: Access, ending: str) -> HttpResponse:
    """The log as a table, as data, or as a chapter for an appendix."""
    if ending not in MEDIA:
        raise Http404
    log = queries.log_of(access)
    if ending == "csv":
        data = ("\ufeff" + write_csv([COLUMNS, *rows(log)])).encode()
    elif ending == "json":
        data = msgspec.json.format(msgspec.json.encode(log), indent=2) + b"\n"
    else:
        data = as_markdown(log, reading()).encode()
    response = HttpResponse(data, content_type=MEDIA[ending])
    response["Content-Disposition"] = f'attachment; filename="{access.review.slug}-involvement.{ending}"'
    return response


def _figure(log: list[Any]) -> dict[str, Any]:
    twin = figure.rows(log, reading())
    cells = [[_cell(words) for words in row] for row in (twin.header, *twin.rows)]
    drawing = mark_safe(figure.svg(log, reading()))  # noqa: S308  # our own drawing, which escapes all words
    return {"caption": twin.caption.text, "drawing": drawing, "columns": cells[0], "rows": cells[1:]}


def _cell(words: Words) -> Text:
    return Text(words.text) if words.language == "en" else Text("", words.text)


def _initial(offer: queries.Offer | None) -> dict[str, Any]:
    if offer is None:
        return {}
    if offer.kind == "meeting":
        return {"title": "Meeting of the steering group", "title_cy": "Cyfarfod y grŵp llywio", **offer.columns}
    return offer.columns


def _form(request: HttpRequest, access: Access, form: InvolvementForm, title: str) -> HttpResponse:
    context = {"access": access, "form": form, "title": title}
    return render(request, "reviews/involvement_form.html", context, status=status_of(form))
