"""What coding came to: the reading of each finding, new actions, and the statements of the workshop."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu.workshop.reading import read_findings
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import status_of
from plethu_web.workshops import coding_shown as shown
from plethu_web.workshops.actions import coding as actions
from plethu_web.workshops.forms.coding import STANCES as STANCE_WORDS
from plethu_web.workshops.forms.coding import MergeForm, ProposalForm
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import coding as queries
from plethu_web.workshops.queries.desk import desk_of
from plethu_web.workshops.queries.releasing import labelled
from plethu_web.workshops.subjects import subjects_of
from plethu_web.workshops.views.coding import doing
from plethu_web.workshops.views.workshops import form_of


@in_review("read-workshops")
@require_safe
def readings(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """What the workshop made of each finding and action: which stances, from whose experience."""
    found = opened(access, pk)
    if page := before_looking(request, found):
        return page
    workshop = found.workshop
    said = queries.contributions_of(workshop)
    codings = queries.counting_codings(workshop, said)
    refs, put = [ref for _kind, ref in subjects_of(workshop.edition)], queries.put_to_groups(workshop)
    labelling = labelled(workshop, False).labelling
    spoken_on = {each.of: each.discussion for each in read_findings(refs, put, codings, said.values(), labelling)}
    once = read_findings(refs, put, queries.codings_each_once(codings), said.values(), labelling)
    subjects = {ref: subject for (_kind, ref), subject in subjects_of(workshop.edition).items()}
    context = found.context(
        "",
        groups=shown.by_category(workshop, [_reading(each, subjects) for each in once if each.stances]),
        held=[subjects[of] for of, discussion in spoken_on.items() if discussion == "not-published"],
        silent=[subjects[of] for of, discussion in spoken_on.items() if discussion == "nothing-said"],
        left=[subjects[of] for of, discussion in spoken_on.items() if discussion == "not-discussed"],
        new=_asked_for(found, codings),
    )
    return render(request, "workshops/coding/readings.html", context)


def before_looking(request: HttpRequest, found: Opened) -> HttpResponse | None:
    """A word to a second coder who is not through, in the place of a page that shows how others coded; else None.

    What was written before somebody else coded more is taken.
    """
    at, own = desk_of(found.workshop), str(found.access.person.pseudonym)
    if request.method == "POST" or not (at.is_still_second(own) and queries.is_blind(found.workshop, own)):
        return None
    context = found.context("", left=len(at.for_second(own)), first=at.for_second(own)[0])
    return render(request, "workshops/coding/blind.html", context)


def _reading(each: Any, subjects: Any) -> dict[str, Any]:
    stances = [_stance(one) for one in each.stances]
    return {
        "of": each.of,
        "subject": subjects[each.of],
        "stances": stances,
        "number": sum(s["number"] for s in stances),
    }


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
    return [{"of": r.ref, "name": r.called, "number": sum(c.proposal == r.ref for c in codings)} for r in rows]


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def proposals(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """The new actions, and the form for another."""
    found = opened(access, pk)
    form = form_of(request, ProposalForm, categories=shown.category_choices(found.workshop))
    if form.is_valid():
        actions.propose(doing=doing(found), fields=form.columns())
        return found.to("proposals", done="proposed")
    context = found.context("", rows=shown.proposals(found.workshop), form=form, done=request.GET.get("done", ""))
    return render(request, "workshops/coding/proposals.html", context, status=status_of(form))


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def merge(request: HttpRequest, access: Access, pk: uuid.UUID, proposal: int) -> HttpResponse:
    """Merge a new action into another, or into one of the edition."""
    found = opened(access, pk)
    row = next((row for row in queries.standing_proposals(found.workshop) if row.pk == proposal), None)
    if row is None:
        raise Http404
    own = row.ref
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
