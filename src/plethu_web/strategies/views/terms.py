"""Terms of a strategy: who brought each; partners suggest, the team answers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plethu_web.reviews.access import Access, in_review
from plethu_web.strategies import blocks as values
from plethu_web.strategies import provenance, showing
from plethu_web.strategies.actions import terms as actions
from plethu_web.strategies.actions.strategies import Conflict
from plethu_web.strategies.forms.terms import AnswerForm, SourceForm, SuggestForm
from plethu_web.strategies.opened import Opened, form_of, opened, opened_for_change
from plethu_web.strategies.queries import strategies as queries
from plethu_web.strategies.queries import terms as term_queries
from plethu_web.strategies.understanding import faults_in, plain_of, suggested, told, with_term


@in_review("read-strategies")
@require_safe
def terms(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Every term of every block with where it comes from, and those that were suggested."""
    found = opened(access, pk)
    context = found.context(
        "terms",
        done=request.GET.get("done", ""),
        blocks=provenance.by_block(found.strategy, found.version),
    )
    return render(request, "strategies/terms.html", context)


@in_review("suggest-terms")
@require_http_methods(["GET", "HEAD", "POST"])
def suggest(request: HttpRequest, access: Access, pk: int, key: str) -> HttpResponse:
    """Suggest a term for a block, with a reason in plain words."""
    found = opened_for_change(access, pk)
    block = queries.block_of(found.version, key)
    begun = {"source": "team" if access.can("write-strategies") else "partner"}
    form = form_of(request, SuggestForm, begun, references=term_queries.poll_titles(access))
    if form.is_valid():
        actions.suggest_term(
            by=access.person,
            strategy=found.strategy,
            block=key,
            text=form.cleaned_data["text"],
            origin=form.origin(),
        )
        return found.to("terms", done="suggested")
    aloud = showing.aloud_of(found.strategy, block)
    context = found.context("", form=form, of_block=block, aloud=aloud)
    return render(request, "strategies/suggest.html", context, status=400 if form.is_bound else 200)


@in_review("write-strategies")
@require_http_methods(["GET", "HEAD", "POST"])
def source(request: HttpRequest, access: Access, pk: int, key: str) -> HttpResponse:
    """Say where a term that stands in a block comes from."""
    found = opened_for_change(access, pk)
    block = queries.block_of(found.version, key)
    term = request.GET.get("term", "")
    if term not in provenance.plain_terms(found.strategy, block):
        return found.to("terms")
    form = form_of(request, SourceForm, references=term_queries.poll_titles(access))
    if form.is_valid():
        actions.source_term(by=access.person, strategy=found.strategy, block=key, plain=term, origin=form.origin())
        return found.to("terms", done="sourced")
    context = found.context("", form=form, of_block=block, term=term)
    return render(request, "strategies/source.html", context, status=400 if form.is_bound else 200)


@in_review("write-strategies")
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, access: Access, pk: int, term: int) -> HttpResponse:
    """Accept a term, which adds it to its block, or decline it with a reason."""
    found = opened_for_change(access, pk)
    row = term_queries.term_of(found.strategy, term)
    block = next((each for each in queries.blocks_of(found.version) if each.key == row.block), None)
    if row.state != "proposed":
        return found.to("terms")
    form = form_of(request, AnswerForm, {"expected": found.version.number, "typed": suggested(row.text)})
    errors: list[dict[str, Any]] = []
    if form.is_valid():
        errors = _answered(found, row, block, form.cleaned_data)
        if not errors:
            return found.to("terms", done="answered")
    context = found.context("", form=form, errors=errors, of_block=block, term=row)
    return render(request, "strategies/answer.html", context, status=400 if form.is_bound else 200)


def _answered(found: Opened, row: Any, block: values.Block | None, given: dict[str, Any]) -> list[dict[str, Any]]:
    """Settle the term; what stands in the way, if anything."""
    by = found.access.person
    try:
        if given["decision"] == "decline":
            actions.decline_term(by=by, term=row, answer=given["answer"])
            return []
        if block is None:
            return [{"text": _("The block is gone. Decline the term, or bring the block back first.")}]
        platform = found.strategy.platform
        if wrong := faults_in(given["typed"], platform):
            return told(wrong, given["typed"], "id_typed")
        text = with_term(block.text, given["typed"], platform)
        if text is None:
            return [{"text": _("It cannot be added by itself. Edit the block, then decline or accept the term.")}]
        actions.accept_term(
            by=by,
            term=row,
            expected=given["expected"],
            blocks=values.changed(queries.blocks_of(found.version), values.with_text(block, text)),
            formula=found.version.formula,
            name=block.name,
            plain=plain_of(given["typed"], platform),
            answer=given["answer"],
        )
    except Conflict:
        return [{"text": _("Somebody else has saved the strategy since. Look at it, then answer again.")}]
    except actions.AlreadySettled:
        return [{"text": _("Somebody else has answered this term already.")}]
    return []
