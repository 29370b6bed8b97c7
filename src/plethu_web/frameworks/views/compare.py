"""Two situations side by side."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from plethu.evidence.problems import BadInput
from plethu.framework.situation import Situation
from plethu_web.frameworks import files
from plethu_web.frameworks.comparing import compared
from plethu_web.frameworks.edition import current_edition
from plethu_web.frameworks.forms import CompareForm
from plethu_web.frameworks.headers import private
from plethu_web.frameworks.held import held_by


@private
@require_http_methods(["GET", "HEAD", "POST"])
def compare(request: HttpRequest) -> HttpResponse:
    """Ask for two files, or one to set beside the present answers. The files are compared and not kept."""
    if request.method != "POST" or "switch_language" in request.POST:
        return _page(request, CompareForm())
    form = CompareForm(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, form, status=400)
    first, second = (_situation(request, form, name) for name in ("first", "second"))
    if first is None or second is None:
        return _page(request, form, status=400)
    return _page(request, CompareForm(), compared=compared(first, second, current_edition()))


def _situation(request: HttpRequest, form: CompareForm, name: str) -> Situation | None:
    """The situation of a field; None, with the faults on the form, where its file will not do."""
    file = form.cleaned_data[name]
    if not file:
        return held_by(request, current_edition()).situation
    try:
        return files.situation_of(file, current_edition())
    except BadInput as error:
        for sentence in files.sentences(error):
            form.add_error(name, sentence)
        return None


def _page(request: HttpRequest, form: CompareForm, status: int = 200, **found: Any) -> HttpResponse:
    edition = current_edition()
    context = {"form": form, "edition": edition, "held": held_by(request, edition), **found}
    return render(request, "frameworks/compare.html", context, status=status)
