"""Publishing, in two steps: all that would go out is shown first, with whom it reaches; then it is for good."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from plethu.evidence.problems import BadInput
from plethu.reporting.workshop_chapter import anonymity_sentence
from plethu.wording import say
from plethu.wording.problems import problem_sentence
from plethu.workshop.reading import anonymity
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.access import Access, in_review
from plethu_web.workshops import coding_shown as shown
from plethu_web.workshops.actions import publishing as actions
from plethu_web.workshops.actions.coding import Refused
from plethu_web.workshops.check_shown import not_now
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries.going_out import GoingOut, going_out
from plethu_web.workshops.views.coding import doing

MOST_PROBLEMS = 10


@in_review("manage")
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Look through what would go out, and publish it."""
    found = opened(access, pk)
    given = request.POST if request.method == "POST" else request.GET
    with_table = given.get("table") in ("1", "on")
    errors: list[str] = []
    status = 200
    if request.method == "POST":
        try:
            row = actions.publish(
                doing=doing(found),
                with_table=with_table,
                seen=request.POST.get("of", ""),
                read=request.POST.getlist("read"),
            )
            return found.to("release", row.number, done="released")
        except actions.NotSafe:
            status = 409
        except Refused as refused:
            errors, status = shown.sentences(refused.kind, refused.codes), 409
        except BadInput as bad:
            errors, status = _of_edition(bad), 409
    return _confirm(request, found, going_out(found.workshop, with_table), errors, status)


def _of_edition(bad: BadInput) -> list[str]:
    said = [problem_sentence(each, reading()) for each in bad.problems[:MOST_PROBLEMS]]
    return [say("workshop.release.edition", reading()), *said]


def _confirm(request: HttpRequest, found: Opened, going: GoingOut, errors: list[str], status: int) -> HttpResponse:
    labelled = going.labelled
    context = found.context(
        "",
        going=going,
        texts=len({each.text for each in going.texts}),
        statements=[(each.row.pk, each.finding) for each in going.statements],
        table=[(shown.sectors([row.value])[0] if row.value else "", row.count) for row in labelled.rows],
        anonymity=anonymity_sentence(anonymity(labelled.labelling, labelled.promised), reading()),
        not_now=not_now(going),
        errors=errors,
        ticked=request.POST.getlist("read"),
    )
    return render(request, "workshops/coding/publish.html", context, status=status)
