"""The log of searches: reading it, keeping it, taking it away and bringing one in."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.calls import bars, showing
from plethu_web.calls.actions import searches as actions
from plethu_web.calls.beside import beside
from plethu_web.calls.forms.searches import SearchFileForm, SearchForm
from plethu_web.calls.queries import counts
from plethu_web.calls.queries import searches as queries
from plethu_web.calls.views.sending import form_for
from plethu_web.calls.vocabulary import BRANCHES
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.pages.widgets import SuggestingInput
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.queries.protocol import strand_names

ON_A_PAGE = 50


def _form(request: HttpRequest, access: Access, initial: dict[str, Any]) -> SearchForm:
    """The form of a search, which offers the strands of the protocol."""
    form: SearchForm = form_for(request, SearchForm, initial)
    form.fields["strand"].widget = SuggestingInput(strand_names(access, reading()), attrs={"maxlength": 120})
    return form


_FIELDS = tuple(actions.SearchMade.__dataclass_fields__)


@in_review("read")
@require_safe
def searches(request: HttpRequest, access: Access) -> HttpResponse:
    """The log, its counts, and what a report by PRISMA-S would still miss."""
    page = Paginator(queries.searches_of(access), ON_A_PAGE).get_page(request.GET.get("page"))
    heads = [_("Branch"), _("Searches"), _("Hits shown"), _("Looked through"), _("Taken")]
    rows = counts.searches_by_branch(access)
    caption = _("What each branch gave")
    context = {
        "access": access,
        "page": page,
        "rows": _rows(access, list(page)),
        "figure": bars.figure("by-branch", caption, heads, rows, shown=3) if rows else None,
        "items": queries.prisma_s(access),
        "not_here": queries.NOT_HERE,
        "done": request.GET.get("done", ""),
    }
    return render(request, "calls/searches.html", context)


def _rows(access: Access, shown: list[Any]) -> list[tuple[Any, object, list[tuple[str, str]]]]:
    """Each search with the name of its branch and what other apps have to say of it."""
    said = beside(access, [search.pk for search in shown])
    return [(search, BRANCHES.get(search.branch, search.branch), said.get(search.pk, [])) for search in shown]


@in_review("log-searches")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, access: Access) -> HttpResponse:
    """Log a search."""
    form = _form(request, access, {"searched": showing.today()})
    if form.is_valid():
        actions.log_search(by=access.person, access=access, made=form.made())
        return redirect("calls:searches", slug=access.review.slug)
    context = {"access": access, "form": form}
    return render(request, "calls/search.html", context, status=400 if form.is_bound else 200)


@in_review("log-searches")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Change what the log says of a search."""
    search = queries.search_of(access, pk)
    form = _form(request, access, {name: getattr(search, name) for name in _FIELDS})
    if form.is_valid():
        actions.change_search(by=access.person, access=access, search=search, made=form.made())
        return redirect("calls:searches", slug=access.review.slug)
    context = {"access": access, "form": form, "search": search}
    return render(request, "calls/search.html", context, status=400 if form.is_bound else 200)


@in_review("log-searches")
@require_POST
def strike(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Strike a search from the log."""
    actions.strike_search(by=access.person, access=access, search=queries.search_of(access, pk))
    return redirect("calls:searches", slug=access.review.slug)


@in_review("export")
@require_safe
def as_file(request: HttpRequest, access: Access) -> HttpResponse:
    """The log as a table."""
    name = f"{access.review.slug}-searches-{showing.today()}.csv"
    headers: dict[str, Any] = {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": f'attachment; filename="{name}"',
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(queries.as_csv(access), headers=headers)


@in_review("log-searches")
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest, access: Access) -> HttpResponse:
    """Bring searches in from a table. All of them, or none."""
    sent = request.method == "POST" and "switch_language" not in request.POST
    form = SearchFileForm(request.POST, request.FILES) if sent else SearchFileForm()
    if form.is_valid():
        actions.import_searches(by=access.person, access=access, made=form.cleaned_data["file"])
        return redirect(f"{reverse('calls:searches', args=[access.review.slug])}?done=brought")
    context = {"access": access, "form": form, "columns": queries.COLUMNS}
    return render(request, "calls/bring.html", context, status=400 if form.is_bound else 200)
