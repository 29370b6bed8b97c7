"""Editing blocks and the formula. Each save is a version; where somebody else saved first, both texts are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from plethu.searching.faults import Fault
from plethu_web.reviews.access import Access, in_review
from plethu_web.strategies import blocks as values
from plethu_web.strategies import showing
from plethu_web.strategies.actions.strategies import Conflict, save_version
from plethu_web.strategies.forms.strategies import BlockForm, FormulaForm
from plethu_web.strategies.opened import Opened, form_of, opened_for_change
from plethu_web.strategies.queries import strategies as queries
from plethu_web.strategies.understanding import faults_in, faults_in_formula, formula_renamed, names_used, told


@in_review("write-strategies")
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Add a block at the end."""
    found = opened_for_change(access, pk)
    there = queries.blocks_of(found.version)
    if len(there) >= values.MOST_BLOCKS:
        return _not_saved(request, found, _("A strategy has at most 200 blocks. Join some of them first."))
    block = values.Block(values.new_key(), values.next_name(there))
    return _edited(request, found, block, is_new=True)


@in_review("write-strategies")
@require_http_methods(["GET", "HEAD", "POST"])
def block(request: HttpRequest, access: Access, pk: int, key: str) -> HttpResponse:
    """Edit one block."""
    found = opened_for_change(access, pk)
    return _edited(request, found, queries.block_of(found.version, key), is_new=False)


def _edited(request: HttpRequest, found: Opened, block: values.Block, *, is_new: bool) -> HttpResponse:
    there = queries.blocks_of(found.version)
    initial = {
        "expected": found.version.number,
        "name": block.name,
        "title": block.title,
        "text": block.text,
        "remarks": block.remarks,
    }
    others = tuple(each.name.upper() for each in there if each.key != block.key)
    form = form_of(request, BlockForm, initial, others=others)
    errors: list[dict[str, Any]] = []
    if form.is_valid():
        given = form.block(block.key)
        errors = told(faults_in(given.text, found.strategy.platform), given.text, "id_text")
        after = [*there, given] if is_new else values.changed(there, given)
        if not errors and values.is_too_long(after):
            errors = told((Fault("too-long", values={"most": str(values.LONGEST)}),), given.text, "id_text")
        if not errors:
            renamed = formula_renamed(found.version.formula, block.name, given.name)
            change = "block-added" if is_new else "block-changed"
            return _saved(request, found, form, after, renamed, change, given.name)
    context = found.context("", form=form, errors=errors, of_block=block, is_new=is_new)
    return render(request, "strategies/block.html", context, status=400 if form.is_bound else 200)


@in_review("write-strategies")
@require_http_methods(["GET", "HEAD", "POST"])
def formula(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Edit the formula."""
    found = opened_for_change(access, pk)
    there = queries.blocks_of(found.version)
    form = form_of(request, FormulaForm, {"expected": found.version.number, "formula": found.version.formula})
    errors: list[dict[str, Any]] = []
    if form.is_valid():
        typed = form.cleaned_data["formula"]
        errors = told(faults_in_formula(typed, [each.name for each in there]), typed, "id_formula")
        if not errors:
            return _saved(request, found, form, there, typed, "formula", "")
    context = found.context("", form=form, errors=errors, blocks=there)
    return render(request, "strategies/formula.html", context, status=400 if form.is_bound else 200)


@in_review("write-strategies")
@require_POST
def move(request: HttpRequest, access: Access, pk: int, key: str) -> HttpResponse:
    """Move a block up or down."""
    found = opened_for_change(access, pk)
    block = queries.block_of(found.version, key)
    after = values.moved(queries.blocks_of(found.version), key, up=request.POST.get("to") != "down")
    return _saved(request, found, None, after, found.version.formula, "block-moved", block.name)


@in_review("write-strategies")
@require_POST
def remove(request: HttpRequest, access: Access, pk: int, key: str) -> HttpResponse:
    """Remove a block that the formula does not name. It can be had back with an earlier version."""
    found = opened_for_change(access, pk)
    block = queries.block_of(found.version, key)
    there = queries.blocks_of(found.version)
    if block.name in names_used(found.version.formula):
        words = _("The formula names block %(name)s. Take it out of the formula first.") % {"name": block.name}
        return _not_saved(request, found, words)
    after = values.removed(there, key)
    if not after:
        return _not_saved(request, found, _("A strategy has at least one block. Edit this one instead."))
    return _saved(request, found, None, after, found.version.formula, "block-removed", block.name)


def _saved(
    request: HttpRequest, found: Opened, form: forms.Form | None, blocks: Sequence[values.Block], formula: str,
    change: str, name: str,
) -> HttpResponse:  # fmt: skip
    expected = form.cleaned_data["expected"] if form else _number(request.POST.get("expected", ""))
    try:
        save_version(
            by=found.access.person,
            strategy=found.strategy,
            expected=expected,
            blocks=blocks,
            formula=formula,
            change=change,
            block=name,
        )
    except Conflict as conflict:
        return _conflict(request, found, form, conflict)
    return found.to("strategy", done="saved")


def _conflict(request: HttpRequest, found: Opened, form: forms.Form | None, conflict: Conflict) -> HttpResponse:
    """The page that says somebody saved first: what they changed, and what you typed, to be saved all the same."""
    context = found.context("", form=None, typed=form, **showing.conflict(found, form, conflict.now))
    return render(request, "strategies/conflict.html", context, status=409)


def _not_saved(request: HttpRequest, found: Opened, words: str) -> HttpResponse:
    more = showing.whole(found.strategy, found.version)
    context = found.context("strategy", errors=[{"text": words}], **more)
    return render(request, "strategies/strategy.html", context, status=409)


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() and len(typed) < 10 else 0
