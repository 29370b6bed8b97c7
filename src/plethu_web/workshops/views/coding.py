"""The coding desk: what was said, one contribution after the other, coded against findings; changes and agreement."""

from __future__ import annotations

import uuid
from collections import Counter
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu.wording import say
from plethu.workshop import agreement as library
from plethu.workshop.codings import current_codings, visible_codings
from plethu.workshop.contributions import PROPOSED, Contribution
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import status_of
from plethu_web.workshops import coding_shown as shown
from plethu_web.workshops.actions import coding as actions
from plethu_web.workshops.forms.coding import CodingForm, RemarkForm
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import coding as queries
from plethu_web.workshops.queries.releasing import is_decided, newest_signings
from plethu_web.workshops.views.workshops import form_of

ON_A_PAGE = 20


def doing(found: Opened) -> actions.Doing:
    """Who does something to which workshop."""
    return actions.Doing(found.access.person, found.access, found.workshop)


def _rows(found: Opened) -> list[dict[str, Any]]:
    said = queries.contributions_of(found.workshop)
    codings = queries.standing_codings(found.workshop, said)
    coders = Counter(contribution for contribution, _coder in {(c.contribution, c.coder) for c in codings})
    signings = newest_signings(found.workshop)
    made = []
    for each in said.values():
        signing = signings.get(each.id)
        decided = is_decided(signing, each)
        row = shown.row(found.workshop, each, coders[each.id], signing, decided)
        made.append({**row, "decided": decided})
    return made


@in_review("read-workshops")
@require_safe
def analysis(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """How far the analysis is, and the ways to its parts."""
    found = opened(access, pk)
    rows = _rows(found)
    counts = {
        "said": len(rows),
        "coded": sum(row["coders"] > 0 for row in rows),
        "twice": sum(row["coders"] > 1 for row in rows),
        "decided": sum(row["decided"] for row in rows),
    }
    return render(request, "workshops/coding/analysis.html", found.context("analysis", counts=counts))


@in_review("run-workshops")
@require_safe
def desk(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """What was said, a page at a time: all of it, or what is not coded or not read yet."""
    found = opened(access, pk)
    show = request.GET.get("show", "")
    wanted = {"uncoded": lambda row: not row["coders"], "unread": lambda row: not row["decided"]}.get(show)
    rows = [row for row in _rows(found) if wanted is None or wanted(row)]
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = found.context("", page=page, show=show if wanted else "")
    return render(request, "workshops/coding/desk.html", context)


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def contribution(request: HttpRequest, access: Access, pk: uuid.UUID, said: str) -> HttpResponse:
    """One contribution: its codings, and the form for another."""
    found = opened(access, pk)
    one = queries.contribution_of(found.workshop, said)
    form = _form(request, found, _initial(found, one))
    if form.is_valid():
        try:
            actions.code(doing=doing(found), contribution=one.id, fields=form.fields_of())
            return found.to("contribution", one.id, done="coded")
        except actions.Refused as refused:
            _add(form, refused)
    return _page(request, found, one, form)


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, access: Access, pk: uuid.UUID, said: str, of: str) -> HttpResponse:
    """Change or take out a coding of one's own."""
    found = opened(access, pk)
    one = queries.contribution_of(found.workshop, said)
    standing = current_codings(queries.events_of(found.workshop, said)).get(of)
    if standing is None or standing.coder != str(access.person.pseudonym):
        return found.to("contribution", one.id)
    names = ("stance", "aspect", "finding", "action", "voice_printed", "proposal", "why_none_fits")
    initial = {**{name: getattr(standing, name) for name in names}, "voices": list(standing.voices)}
    if "take_out" in request.POST:
        actions.take_out_coding(doing=doing(found), contribution=one.id, of=of)
        return found.to("contribution", one.id, done="changed")
    form = _form(request, found, initial)
    if form.is_valid():
        try:
            actions.code(doing=doing(found), contribution=one.id, fields=form.fields_of(), of=of)
            return found.to("contribution", one.id, done="changed")
        except actions.Refused as refused:
            _add(form, refused)
    return _page(request, found, one, form, changing=of)


@in_review("run-workshops")
@require_POST
def undo(request: HttpRequest, access: Access, pk: uuid.UUID, change: int) -> HttpResponse:
    """Undo one's own change, or an undoing."""
    found = opened(access, pk)
    try:
        said = actions.undo(doing=doing(found), change=change)
    except actions.Refused as refused:
        words = [{"text": each} for each in shown.sentences(refused.kind, refused.codes)]
        return _log(request, found, errors=words, status=409)
    return found.to("contribution", said, done="changed")


@in_review("run-workshops")
@require_safe
def log(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Every change of every coding that one may see."""
    return _log(request, opened(access, pk))


@in_review("run-workshops")
@require_POST
def remark(request: HttpRequest, access: Access, pk: uuid.UUID, said: str) -> HttpResponse:
    """Say something to the other coder."""
    found = opened(access, pk)
    one = queries.contribution_of(found.workshop, said)
    form = RemarkForm(request.POST)
    if not form.is_valid():
        return _page(request, found, one, _form(request, found, _initial(found, one), fresh=True), remark_form=form)
    actions.remark(doing=doing(found), contribution=one.id, words=form.cleaned_data["words"])
    return found.to("contribution", one.id, done="changed")


@in_review("read-workshops")
@require_safe
def agreement(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """How far first and second coders agree, and where they do not."""
    found = opened(access, pk)
    codings = queries.as_two_coders(queries.standing_codings(found.workshop, queries.contributions_of(found.workshop)))
    asked = (library.agreement_on_stance, library.agreement_on_aspect, library.agreement_on_findings)
    parts = [shown.figures(each(codings, "first", "second")) for each in asked]
    context = found.context(
        "",
        on_stance=parts[0],
        on_aspect=parts[1],
        on_findings=parts[2],
        formula=say("workshop.agreement.formula", reading()),
        differences=library.differences(codings, "first", "second"),
    )
    return render(request, "workshops/coding/agreement.html", context)


def _initial(found: Opened, one: Contribution) -> dict[str, Any]:
    kind = queries.put_to_groups(found.workshop).get(one.finding, "")
    return {"stance": PROPOSED[one.spoken], **({kind: one.finding} if kind else {})}


def _form(request: HttpRequest, found: Opened, initial: dict[str, Any], fresh: bool = False) -> Any:
    choices = {
        "actions": shown.action_choices(found.workshop),
        "voices": shown.voice_choices(found.workshop),
        "proposals": shown.proposal_choices(found.workshop),
    }
    return CodingForm(initial=initial, **choices) if fresh else form_of(request, CodingForm, initial, **choices)


def _add(form: Any, refused: actions.Refused) -> None:
    for words in shown.sentences(refused.kind, refused.codes):
        form.add_error(None, words)


def _own(found: Opened) -> str:
    return str(found.access.person.pseudonym)


def _page(
    request: HttpRequest, found: Opened, one: Contribution, form: Any, *, changing: str = "", remark_form: Any = None
) -> HttpResponse:
    workshop, own = found.workshop, _own(found)
    standing = list(current_codings(queries.events_of(workshop, one.id)).values())
    visible = visible_codings(standing, own, queries.caution_of(workshop).blind)
    seen = {coding.coder for coding in visible} | {own}
    everything = list(queries.contributions_of(workshop))
    after = everything.index(one.id) + 1 if one.id in everything else len(everything)
    may_discuss = any(coding.coder == own for coding in standing)
    context = found.context(
        "",
        said=one,
        spoken=shown.spoken(one),
        about=shown.about(workshop, one),
        codings=[shown.coding(workshop, each, own, shown.proposal_names(workshop)) for each in visible],
        unseen=len({coding.coder for coding in standing} - seen),
        history=[shown.change(each, own) for each in queries.changes_of(workshop, one.id) if str(each.by_id) in seen],
        may_discuss=may_discuss,
        remarks=queries.remarks_on(workshop, one.id) if may_discuss else [],
        remark_form=remark_form or RemarkForm(),
        form=form,
        changing=changing,
        next=everything[after] if after < len(everything) else "",
        done=request.GET.get("done", ""),
    )
    status = 400 if remark_form is not None else status_of(form)
    return render(request, "workshops/coding/contribution.html", context, status=status)


def _log(request: HttpRequest, found: Opened, *, status: int = 200, **more: Any) -> HttpResponse:
    own, blind = _own(found), queries.caution_of(found.workshop).blind
    changes = queries.changes_of(found.workshop)
    done = {each.contribution for each in changes if str(each.by_id) == own}
    seen = [each for each in changes if not blind or str(each.by_id) == own or each.contribution in done]
    page = Paginator([shown.change(each, own) for each in seen], 50).get_page(request.GET.get("page"))
    return render(request, "workshops/coding/log.html", found.context("", page=page, **more), status=status)
