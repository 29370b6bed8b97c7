"""How far two coders agree, counted on what each chose before they saw the other's; and where they differ."""

from __future__ import annotations

import uuid

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plethu.wording import say
from plethu.workshop import agreement as library
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.access import Access, in_review
from plethu_web.workshops import agreement_shown as shown
from plethu_web.workshops.opened import opened
from plethu_web.workshops.queries import coding as queries

ON_A_PAGE = 20


@in_review("read-workshops")
@require_safe
def agreement(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Figures with their tables, and what there is to talk about for those who may read texts that nobody has read."""
    found = opened(access, pk)
    said = queries.contributions_of(found.workshop)
    blind = queries.as_two_coders(queries.codings_for_agreement(found.workshop, said))
    finished = queries.finished_codings(found.workshop, said)
    now, whose = queries.as_two_coders(finished), queries.two_coders_of(finished)
    names = queries.coder_names(found.workshop)
    figures = [
        shown.part(_("On the stance"), library.agreement_on_stance(blind, "first", "second"), shown.stance),
        shown.part(_("On the aspect"), library.agreement_on_aspect(blind, "first", "second"), shown.aspect),
        shown.part(_("On what it is about"), library.agreement_on_findings(blind, "first", "second"), None),
    ]
    differ = library.differences(now, "first", "second") if access.can("run-workshops") else ()
    page = Paginator(differ, ON_A_PAGE).get_page(request.GET.get("page"))
    talk = queries.remarks_by_contribution(found.workshop, (each.contribution for each in page.object_list))
    context = found.context(
        "",
        figures=figures if page.number == 1 else [],
        formula=say("workshop.agreement.formula", reading()),
        page=page,
        differences=[
            shown.difference(found.workshop, each, said)
            | {"coders": [names.get(id, id[:8]) for id in whose[each.contribution]]}
            | {"remarks": talk.get(each.contribution, [])}
            for each in page.object_list
        ],
        is_blind=queries.caution_of(found.workshop).blind,
    )
    return render(request, "workshops/coding/agreement.html", context)
