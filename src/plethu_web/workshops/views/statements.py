"""The statements of a workshop: written, changed, taken out; every version is there, and each change can be undone."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu.evidence.findings import CROSS_CUTTING
from plethu.workshop.codings import Coding
from plethu.workshop.contributions import Contribution
from plethu.workshop.reading import STANCES
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import status_of
from plethu_web.workshops import coding_shown as shown
from plethu_web.workshops.actions import statements as actions
from plethu_web.workshops.actions.coding import Refused
from plethu_web.workshops.forms.coding import STANCES as STANCE_WORDS
from plethu_web.workshops.forms.coding import StatementForm
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import coding as queries
from plethu_web.workshops.queries.releasing import labelled
from plethu_web.workshops.queries.statements import written
from plethu_web.workshops.subjects import edition_of
from plethu_web.workshops.views.coding import doing
from plethu_web.workshops.views.coding_outcomes import before_looking
from plethu_web.workshops.views.workshops import form_of

ON_A_PAGE = 20


@in_review("read-workshops")
@require_safe
def statements(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """The statements, each with what is in its way."""
    found = opened(access, pk)
    return before_looking(request, found) or _list(request, found)


def _list(request: HttpRequest, found: Opened, *, errors: Iterable[str] = (), status: int = 200) -> HttpResponse:
    said = queries.contributions_of(found.workshop)
    rows = [
        {
            "pk": each.row.pk,
            "said": each.row.said,
            "id": each.finding.id,
            "stance": dict(STANCE_WORDS)[each.finding.stance],
            "voices": shown.sectors(each.finding.voices),
            "number": len(each.finding.contributions),
            "refusals": shown.sentences("statement", each.refusals),
            "on": each.finding.action or each.finding.proposal or each.finding.category,
        }
        for each in written(found.workshop, said, labelled(found.workshop, False).labelling)
    ]
    names = {place.partition(":")[2]: words for place, words in _places(found)}
    order = [*dict.fromkeys([*names, *(row["on"] for row in rows)])]  # as it can be chosen what they bear on
    rows.sort(key=lambda row: order.index(row["on"]))
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = found.context(
        "",
        page=page,
        groups=[(names.get(on, on), [*own]) for on, own in groupby(page.object_list, key=itemgetter("on"))],
        taken_out=queries.statements_taken_out(found.workshop),
        errors=errors,
        done=request.GET.get("done", ""),
    )
    return render(request, "workshops/coding/statements.html", context, status=status)


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, access: Access, pk: uuid.UUID, stance: str, of: str) -> HttpResponse:
    """Write a statement on what took one stance to one thing."""
    found = opened(access, pk)
    if page := before_looking(request, found):
        return page
    said = queries.contributions_of(found.workshop)
    codings = queries.counting_codings(found.workshop, said)
    once = queries.codings_each_once(codings)
    resting = _coded(once, stance, of)
    offered = list(dict.fromkeys([*resting, *_coded(codings, stance, of)]))  # with those on the findings of an action
    resting = resting or offered
    if stance not in STANCES or not resting:
        raise Http404
    form = _form(request, found, _beginning(found, of, resting), offered, said)
    if form.is_valid():
        actions.write_statement(doing=doing(found), fields={**form.columns(), "stance": stance})
        return found.to("statements", done="written")
    return _page(request, found, form, stance, about=[of])


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, access: Access, pk: uuid.UUID, statement: int) -> HttpResponse:
    """Change a statement: a new version of it. What it may rest on is what is coded with its stance."""
    found = opened(access, pk)
    if page := before_looking(request, found):
        return page
    row = queries.statement_of(found.workshop, statement)
    said = queries.contributions_of(found.workshop)
    codings = queries.counting_codings(found.workshop, said)
    about = {*row.bears_on, row.on.partition(":")[2]}
    resting = [id for id in row.contributions if id in said]
    resting += [
        c.contribution
        for c in codings
        if c.stance == row.stance and about & {c.finding, c.action, c.proposal} - {""} and c.contribution in said
    ]
    initial = {
        "words": row.words,
        "words_cy": row.words_cy,
        "on": row.on,
        "bears_on": " ".join(row.bears_on),
        "contributions": row.contributions,
    }
    form = _form(request, found, initial, list(dict.fromkeys(resting)), said)
    if form.is_valid() and not row.taken_out:
        actions.write_statement(doing=doing(found), fields=form.columns(), pk=row.pk)
        return found.to("statements", done="written")
    return _page(request, found, form, row.stance, row, row.bears_on or [row.on.partition(":")[2]])


@in_review("run-workshops")
@require_POST
def take_out(request: HttpRequest, access: Access, pk: uuid.UUID, statement: int) -> HttpResponse:
    """Take a statement out."""
    found = opened(access, pk)
    actions.take_out_statement(doing=doing(found), pk=statement)
    return found.to("statements", done="taken-out")


@in_review("run-workshops")
@require_POST
def undo(request: HttpRequest, access: Access, pk: uuid.UUID, change: int) -> HttpResponse:
    """Undo a change of a statement, or an undoing."""
    found = opened(access, pk)
    try:
        row = actions.undo_statement(doing=doing(found), change=change)
    except Refused as refused:
        return _list(request, found, errors=shown.sentences(refused.kind, refused.codes), status=409)
    return found.to("change-statement", row.pk, done="undone")


def _coded(codings: Iterable[Coding], stance: str, of: str) -> list[str]:
    """The contributions that take a stance to one thing."""
    fits = (c.contribution for c in codings if c.stance == stance and of in (c.finding, c.action, c.proposal))
    return list(dict.fromkeys(fits))


def _form(
    request: HttpRequest, found: Opened, initial: dict[str, Any], resting: list[str], said: Mapping[str, Contribution]
) -> Any:
    offered = [(id, said[id].text) for id in resting]
    return form_of(request, StatementForm, initial, places=_places(found), said=offered)


def _page(
    request: HttpRequest, found: Opened, form: Any, stance: str, row: Any = None, about: Iterable[str] = ()
) -> HttpResponse:
    context = found.context(
        "",
        form=form,
        stance=dict(STANCE_WORDS)[stance],
        statement=row,
        about=[(of, words) for of in about if (words := shown.named(found.workshop, of))],
        history=[shown.statement_change(each) for each in queries.versions_of(row)] if row else [],
        done=request.GET.get("done", ""),
    )
    return render(request, "workshops/coding/write.html", context, status=status_of(form))


def _beginning(found: Opened, of: str, resting: list[str]) -> dict[str, Any]:
    edition = edition_of(found.workshop.edition)
    finding = next((each for each in edition.findings if each.id == of), None) if edition else None
    if finding is None:
        kind = "action" if shown.subject(found.workshop, of) else "proposal"
        return {"on": f"{kind}:{of}", "contributions": resting}
    on = f"action:{finding.action}" if finding.action else f"category:{finding.category}"
    return {"on": on, "bears_on": of, "contributions": resting}


def _places(found: Opened) -> list[tuple[str, str]]:
    kinds = (
        ("action", shown.action_choices(found.workshop)),
        ("proposal", shown.proposal_choices(found.workshop)),
        ("category", shown.category_choices(found.workshop)),
    )
    places = [(f"{kind}:{id}", words) for kind, choices in kinds for id, words in choices]
    return [*places, (f"category:{CROSS_CUTTING}", _("The whole, and no action or category in particular"))]
