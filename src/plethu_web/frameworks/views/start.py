"""Where advice begins: answer, bring a file, or look at an example."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from plethu.evidence.problems import BadInput
from plethu_web.frameworks import actions, files
from plethu_web.frameworks.edition import current_edition, examples_in
from plethu_web.frameworks.forms import FileForm
from plethu_web.frameworks.headers import private
from plethu_web.frameworks.held import held_by, hold, let_go, token_of
from plethu_web.frameworks.steps import steps_of
from plethu_web.pages.templatetags.plethu_texts import reading


@private
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """The first page. A situation file that is sent to it replaces the answers of this browser."""
    if request.method != "POST" or "switch_language" in request.POST:
        return _page(request, FileForm())
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=400)
    try:
        situation = files.situation_of(form.cleaned_data["file"], current_edition())
    except BadInput as error:
        for sentence in files.sentences(error):
            form.add_error("file", sentence)
        return _page(request, form, status=400)
    response = redirect("advice:result")
    hold(response, actions.replace_answers(token=token_of(request), situation=situation))
    return response


@private
@require_POST
def example(request: HttpRequest, name: str) -> HttpResponse:
    """Take up one of the edition's examples."""
    examples = examples_in(reading())
    if name not in examples:
        raise Http404
    response = redirect("advice:result")
    hold(response, actions.replace_answers(token=token_of(request), situation=examples[name]))
    return response


@private
@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Forget the answers of this browser."""
    actions.forget_answers(token=token_of(request))
    response = redirect(f"{reverse('advice:start')}?done=forgotten")
    let_go(response)
    return response


def _page(request: HttpRequest, form: FileForm, status: int = 200) -> HttpResponse:
    edition = current_edition()
    context: dict[str, Any] = {
        "form": form,
        "done": request.GET.get("done"),
        "edition": edition,
        "held": held_by(request, edition),
        "examples": examples_in(reading()),
        "first_step": next(iter(steps_of(edition))),
        "pages": {"main": len(edition.pages), "more": len(steps_of(edition)) - len(edition.pages)},
    }
    return render(request, "frameworks/start.html", context, status=status)
