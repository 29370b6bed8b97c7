"""What a review promises and reports of its searches: the plan, the items of PRISMA-S, the appendix to take away."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from plethu.reporting.search_appendix import as_docx, as_markdown
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.access import Access, in_review
from plethu_web.strategies import search_log
from plethu_web.strategies.actions.runs import note_appendix
from plethu_web.strategies.actions.strategies import change_plan
from plethu_web.strategies.forms.plan import PlanForm
from plethu_web.strategies.opened import form_of
from plethu_web.strategies.queries import strategies as queries

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}


@in_review("write-strategies")
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, access: Access) -> HttpResponse:
    """What the review has promised of its searches, and what it says of them in its report."""
    now = queries.plan_of(access)
    begun: dict[str, Any] = {name: getattr(now, name) for name in ("start", "end", "languages", "databases")}
    begun |= {f"said-{name}": value for name, value in now.reporting.items()}
    form = form_of(request, PlanForm, begun)
    if form.is_valid():
        given = form.cleaned_data
        change_plan(
            by=access.person,
            access=access,
            reporting=form.reporting(),
            **{name: given[name] for name in ("start", "end", "languages", "databases")},
        )
        return redirect("strategies:checklist", access.review.slug)
    context = {"access": access, "form": form}
    return render(request, "strategies/plan.html", context, status=400 if form.is_bound else 200)


@in_review("read-strategies")
@require_safe
def checklist(request: HttpRequest, access: Access) -> HttpResponse:
    """The sixteen items, answered or missing."""
    items = search_log.told_items(search_log.log_of(access))
    context = {"access": access, "items": items, "answered": sum(item.answered for item in items)}
    return render(request, "strategies/checklist.html", context)


@in_review("export")
@require_safe
def appendix(request: HttpRequest, access: Access, format: str) -> HttpResponse:
    """All searches exactly as they were run, with the checklist, as a document."""
    if format not in MEDIA:
        raise Http404
    log = search_log.log_of(access)
    today = timezone.localdate()
    content = as_docx(log, reading(), today) if format == "docx" else as_markdown(log, reading(), today)
    note_appendix(by=access.person, access=access, format=format)
    response = HttpResponse(content, content_type=MEDIA[format])
    name = f"{slugify(access.review.title) or 'review'}-searches.{format}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response
