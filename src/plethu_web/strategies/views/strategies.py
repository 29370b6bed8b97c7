"""The strategies of a review, beginning one, and one strategy whole."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.reviews.access import Access, in_review
from plethu_web.strategies import showing
from plethu_web.strategies.actions import strategies as actions
from plethu_web.strategies.forms.strategies import NameForm, NewStrategyForm
from plethu_web.strategies.opened import form_of, opened, opened_for_change
from plethu_web.strategies.queries import strategies as queries
from plethu_web.strategies.understanding import from_pasted, told_of


@in_review("read-strategies")
@require_safe
def strategies(request: HttpRequest, access: Access) -> HttpResponse:
    """All strategies of the review."""
    found = list(queries.strategies_of(access))
    context = {
        "access": access,
        "rows": showing.listed(access, [each for each in found if not each.is_aside]),
        "aside": [each for each in found if each.is_aside],
    }
    return render(request, "strategies/strategies.html", context)


@in_review("write-strategies")
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, access: Access) -> HttpResponse:
    """Begin a strategy, from a text or empty. A text that cannot be read is shown with the place of the fault."""
    form = form_of(request, NewStrategyForm)
    errors: list[dict[str, object]] = []
    is_foreign = False
    if form.is_valid():
        given = form.cleaned_data
        pasted = from_pasted(given["text"], given["platform"])
        if not pasted.faults:
            made = actions.make_strategy(
                by=access.person,
                access=access,
                name=given["name"],
                platform=given["platform"],
                database=given["database"],
                blocks=pasted.blocks,
                formula=pasted.formula,
                pasted=given["text"],
            )
            return redirect("strategies:strategy", access.review.slug, made.pk)
        errors = told_of(pasted.faults, pasted.texts, "id_text")
        is_foreign = any(fault.code == "foreign-operator" for fault in pasted.faults)
    context = {"access": access, "form": form, "errors": errors, "is_foreign": is_foreign}
    return render(request, "strategies/new.html", context, status=400 if form.is_bound else 200)


@in_review("read-strategies")
@require_safe
def strategy(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """One strategy: its blocks, its formula, and what each block finds in plain words."""
    found = opened(access, pk)
    context = found.context(
        "strategy", done=request.GET.get("done", ""), **showing.whole(found.strategy, found.version)
    )
    return render(request, "strategies/strategy.html", context)


@in_review("write-strategies")
@require_http_methods(["GET", "HEAD", "POST"])
def rename(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Change the name or the database."""
    found = opened_for_change(access, pk)
    form = form_of(request, NameForm, {"name": found.strategy.name, "database": found.strategy.database})
    if form.is_valid():
        actions.name_strategy(by=access.person, strategy=found.strategy, **form.cleaned_data)
        return found.to("strategy", done="named")
    context = found.context("", form=form)
    return render(request, "strategies/rename.html", context, status=400 if form.is_bound else 200)


@in_review("write-strategies")
@require_POST
def aside(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Set a strategy aside, or bring it back."""
    found = opened(access, pk)
    actions.set_aside(by=access.person, strategy=found.strategy, aside=not found.strategy.is_aside)
    return found.to("strategy")
