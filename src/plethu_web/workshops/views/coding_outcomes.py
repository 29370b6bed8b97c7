"""What coding came to: the reading of each finding, new actions, and the statements of the workshop."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu.evidence.findings import CROSS_CUTTING
from plethu.workshop.reading import STANCES, read_findings
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import status_of
from plethu_web.workshops import coding_shown as shown
from plethu_web.workshops.actions import coding as actions
from plethu_web.workshops.forms.coding import STANCES as STANCE_WORDS
from plethu_web.workshops.forms.coding import MergeForm, ProposalForm, StatementForm
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import coding as queries
from plethu_web.workshops.queries.releasing import labelled
from plethu_web.workshops.queries.statements import written
from plethu_web.workshops.subjects import edition_of, subjects_of
from plethu_web.workshops.views.coding import doing
from plethu_web.workshops.views.workshops import form_of


@in_review("read-workshops")
@require_safe
def readings(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """What the workshop made of each finding and action: which stances, from whose experience."""
    found = opened(access, pk)
    workshop = found.workshop
    said = queries.contributions_of(workshop)
    codings = queries.counting_codings(workshop, said)
    refs = [ref for _kind, ref in subjects_of(workshop.edition)]
    put = queries.put_to_groups(workshop)
    all_of_them = read_findings(refs, put, codings, said.values(), labelled(workshop, False).labelling)
    rows, silent, left = [], [], []
    for each in all_of_them:
        subject = shown.subject(workshop, each.of)
        if each.discussion == "discussed":
            rows.append({"of": each.of, "subject": subject, "stances": [_stance(s) for s in each.stances]})
        elif each.discussion == "nothing-said":
            silent.append(subject)
        else:
            left.append(each.of)
    new = _asked_for(found, codings)
    return render(
        request,
        "workshops/coding/readings.html",
        found.context("", rows=rows, silent=silent, left=left, new=new),
    )


def _stance(each: Any) -> dict[str, Any]:
    return {
        "code": each.stance,
        "words": dict(STANCE_WORDS)[each.stance],
        "sectors": shown.sectors(each.sectors),
        "unnamed": each.unnamed,
        "number": len(each.contributions),
    }


def _asked_for(found: Opened, codings: Any) -> list[dict[str, Any]]:
    rows = queries.standing_proposals(found.workshop)
    numbers = {id: sum(c.proposal == id for c in codings) for id in map(queries.proposal_id, rows)}
    return [{"of": id, "name": row.called, "number": numbers[id]} for row in rows if (id := queries.proposal_id(row))]


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def proposals(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """The new actions, and the form for another."""
    found = opened(access, pk)
    form = form_of(request, ProposalForm, categories=shown.category_choices(found.workshop))
    if form.is_valid():
        actions.propose(doing=doing(found), fields=form.columns())
        return found.to("proposals", done="proposed")
    context = found.context("", rows=queries.proposals_of(found.workshop), form=form, done=request.GET.get("done", ""))
    return render(request, "workshops/coding/proposals.html", context, status=status_of(form))


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, access: Access, pk: uuid.UUID, proposal: int) -> HttpResponse:
    """Merge a new action into another, or into one of the edition."""
    found = opened(access, pk)
    row = next((row for row in queries.standing_proposals(found.workshop) if row.pk == proposal), None)
    if row is None:
        raise Http404
    own = queries.proposal_id(row)
    choices = [each for each in shown.proposal_choices(found.workshop) if each[0] != own]
    form = form_of(request, MergeForm, choices=[*choices, *shown.action_choices(found.workshop)])
    if form.is_valid():
        given = form.cleaned_data
        try:
            actions.merge(doing=doing(found), proposal=proposal, into=given["into"], reason=given["reason"])
            return found.to("proposals", done="merged")
        except actions.Refused as refused:
            for words in shown.sentences(refused.kind, refused.codes):
                form.add_error(None, words)
    context = found.context("", form=form, proposal=row)
    return render(request, "workshops/coding/merge.html", context, status=status_of(form))


@in_review("run-workshops")
@require_POST
def part(request: HttpRequest, access: Access, pk: uuid.UUID, proposal: int) -> HttpResponse:
    """Undo a merge."""
    found = opened(access, pk)
    actions.part(doing=doing(found), proposal=proposal)
    return found.to("proposals", done="parted")


@in_review("read-workshops")
@require_safe
def statements(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """The statements, each with what is in its way."""
    found = opened(access, pk)
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
        }
        for each in written(found.workshop, said, labelled(found.workshop, False).labelling)
    ]
    context = found.context("", rows=rows, done=request.GET.get("done", ""))
    return render(request, "workshops/coding/statements.html", context)


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, access: Access, pk: uuid.UUID, stance: str, of: str) -> HttpResponse:
    """Write a statement on what took one stance to one thing."""
    found = opened(access, pk)
    said = queries.contributions_of(found.workshop)
    codings = queries.counting_codings(found.workshop, said)
    resting = list(
        dict.fromkeys(c.contribution for c in codings if c.stance == stance and of in (c.finding, c.action, c.proposal))
    )
    if stance not in STANCES or not resting:
        raise Http404
    form = form_of(
        request,
        StatementForm,
        _beginning(found, of, resting),
        places=_places(found),
        said=[(id, said[id].text[: shown.EXCERPT]) for id in resting],
    )
    if form.is_valid():
        actions.write_statement(doing=doing(found), fields={**form.columns(), "stance": stance})
        return found.to("statements", done="written")
    words = dict(STANCE_WORDS)[stance]
    return render(
        request, "workshops/coding/write.html", found.context("", form=form, stance=words), status=status_of(form)
    )


@in_review("run-workshops")
@require_POST
def take_out(request: HttpRequest, access: Access, pk: uuid.UUID, statement: int) -> HttpResponse:
    """Take a statement out."""
    found = opened(access, pk)
    actions.take_out_statement(doing=doing(found), pk=statement)
    return found.to("statements", done="taken-out")


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
