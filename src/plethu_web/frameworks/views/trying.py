"""What if: change an answer, see the difference, and keep it if you like."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from plethu.framework.advice import Change
from plethu_web.frameworks import actions
from plethu_web.frameworks.advising import difference_made, in_words
from plethu_web.frameworks.changes import NoSuchChange, read_changes, with_changes, write_change
from plethu_web.frameworks.edition import current_edition
from plethu_web.frameworks.forms import QuestionsForm, WhichForm
from plethu_web.frameworks.headers import private
from plethu_web.frameworks.held import held_by, hold
from plethu_web.frameworks.questions import NOT_SURE, Question, every_question
from plethu_web.frameworks.trying import what_can_change


@private
@require_safe
def what_if(request: HttpRequest) -> HttpResponse:
    """Choose an answer, choose what it would be, see what that changes. Nothing is changed by looking."""
    edition = current_edition()
    held = held_by(request, edition)
    asked = every_question(edition).get(request.GET.get("ask", ""))
    form = QuestionsForm([asked], held.situation, request.GET if asked.name in request.GET else None) if asked else None
    changes = _chosen(request, asked, form)
    moved, others = (
        difference_made(held.situation, with_changes(held.situation, changes), edition) if changes else ((), 0)
    )
    context: dict[str, Any] = {
        "which_form": WhichForm(what_can_change(edition), initial={"ask": request.GET.get("ask", "")}),
        "alone": not request.headers.get("HX-Request"),
        "asked": asked,
        "form": form,
        "answers_now": asked.labels(held.situation) if asked else [],
        "changes": [(write_change(change), in_words(change, edition)) for change in changes],
        "moved": moved,
        "others": others,
    }
    return render(request, "frameworks/what_if.html", context, status=400 if form and form.errors else 200)


@private
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Take the changes over into the answers."""
    changes = _read(request.POST.getlist("change"))
    edition = current_edition()
    response = redirect(f"{reverse('advice:result')}?done=changed")
    token = actions.change_answers(
        token=held_by(request, edition).token, edition=edition, change=lambda s: with_changes(s, changes)
    )
    hold(response, token)
    return response


def _chosen(request: HttpRequest, asked: Question | None, form: QuestionsForm | None) -> tuple[Change, ...]:
    """The changes of a ready-made link, or the one that was chosen in the form."""
    if texts := request.GET.getlist("change"):
        return _read(texts)
    if asked is None or form is None or not form.is_valid():
        return ()
    value = form.cleaned_data[asked.name]
    return (asked.change([v for v in ([value] if isinstance(value, str) else value) if v != NOT_SURE]),)


def _read(texts: list[str]) -> tuple[Change, ...]:
    try:
        return read_changes(texts, current_edition())
    except NoSuchChange as error:
        raise BadRequest("no such change") from error
