"""Taking advice and answers away as files."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from plethu_web.frameworks import files, making
from plethu_web.frameworks.edition import current_edition
from plethu_web.frameworks.headers import private
from plethu_web.frameworks.held import held_by


@private
@require_safe
def situation(request: HttpRequest) -> HttpResponse:
    """The answers as a situation file."""
    mine = held_by(request, current_edition()).situation
    return HttpResponse(files.as_toml(mine), headers=files.headers("toml", files.name_for(mine.name, "toml")))


@private
@require_safe
def document(request: HttpRequest, ending: str) -> HttpResponse:
    """The advice as a document."""
    if ending not in files.DOCUMENTS:
        raise Http404
    edition = current_edition()
    mine = held_by(request, edition).situation
    content = making.document(mine, edition, ending, full="full" in request.GET)
    return HttpResponse(content, headers=files.headers(ending, files.name_for(mine.name, ending)))
