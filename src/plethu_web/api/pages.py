"""The page that tells people what the API offers."""

from __future__ import annotations

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plethu.framework.edition import Edition
from plethu.framework.schemas import KINDS as SCHEMAS
from plethu_web.api.endpoints import ADDRESSES
from plethu_web.api.kinds import KINDS
from plethu_web.api.parameters import MOST_ENTRIES, choices
from plethu_web.api.refusals import DETAILS
from plethu_web.frameworks.edition import current_edition

ROOT = "/api/v1"
DOCUMENTED = (400, 404, 405, 413, 415, 422, 429)


@require_safe
def offer(request: HttpRequest) -> HttpResponse:
    """Every address, the filters, the errors and the rules."""
    edition = current_edition()
    return render(
        request,
        "api/offer.html",
        {
            "edition": edition,
            "root": ROOT,
            "most": MOST_ENTRIES,
            "example": _example(edition),
            "kind_columns": [_("Address"), _("What it lists"), {"text": _("Entries"), "number": True}],
            "kind_rows": [[_link(f"/{kind.path}"), kind.about, len(getattr(edition, kind.field))] for kind in KINDS],
            "other_columns": [_("Address"), _("Method"), _("What it answers")],
            "other_rows": [[_shown(m, path), m, summary] for m, path, summary in ADDRESSES if not _is_of_kind(path)],
            "filter_columns": [_("Filter"), _("Values")],
            "filter_rows": [["q", _("words to look for")], *_filters(edition)],
            "status_columns": [_("Status"), _("What it means")],
            "status_rows": [[str(status), DETAILS[status]] for status in DOCUMENTED],
        },
    )


def _example(edition: Edition) -> str:
    return edition.actions[0].id if edition.actions else ""


def _filters(edition: Edition) -> Iterator[list[str]]:
    for name, values in choices(edition).items():
        if name == "condition" and values:
            such_as = {"example": values[0]}
            yield [name, _("a dimension with one of its values, such as %(example)s") % such_as]
        else:
            yield [name, ", ".join(values)]


def _is_of_kind(path: str) -> bool:
    return path.split("/")[1] in {kind.path for kind in KINDS}


def _link(path: str) -> dict[str, str]:
    return {"text": f"{ROOT}{path}", "href": f"{ROOT}{path}"}


def _shown(method: str, path: str) -> dict[str, str]:
    if method != "GET":
        return {"text": f"{ROOT}{path}"}
    return _link(path.replace("{kind}", next(iter(SCHEMAS))))
