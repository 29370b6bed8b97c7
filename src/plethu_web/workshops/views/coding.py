"""The coding desk: what was said, one contribution after the other, coded against findings; its changes."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu.workshop.codings import Coding, current_codings, visible_codings
from plethu.workshop.contributions import PROPOSED, Contribution
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.views.posted import status_of
from plethu_web.workshops import coding_shown as shown
from plethu_web.workshops.actions import coding as actions
from plethu_web.workshops.forms.coding import CodingForm, DeskForm, RemarkForm
from plethu_web.workshops.opened import Opened, opened
from plethu_web.workshops.queries import coding as queries
from plethu_web.workshops.queries.desk import Desk, asked_for, codings_seen, desk_of
from plethu_web.workshops.queries.releasing import is_decided, newest_signings, state_of
from plethu_web.workshops.views.workshops import form_of

ON_A_PAGE = 20


def doing(found: Opened) -> actions.Doing:
    """Who does something to which workshop."""
    return actions.Doing(found.access.person, found.access, found.workshop)


@in_review("read-workshops")
@require_safe
def analysis(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """How far the analysis is, and the ways to its parts."""
    found = opened(access, pk)
    at, signings = desk_of(found.workshop), newest_signings(found.workshop)
    counts = (
        (_("Things said"), len(at.said)),
        (_("Coded"), len(at.coders)),
        (_("Coded by a second person"), sum(len(by) > 1 for by in at.coders.values())),
        (_("Read and decided on"), sum(is_decided(signings.get(each.id), each) for each in at.said.values())),
    )
    rows = [{"key": words, "value": number} for words, number in counts]
    return render(request, "workshops/coding/analysis.html", found.context("analysis", rows=rows))


@in_review("run-workshops")
@require_safe
def desk(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """What was said, a page at a time: all of it, or what is not coded or not read yet; on anything or on one thing."""
    found = opened(access, pk)
    at, signings, own = desk_of(found.workshop), newest_signings(found.workshop), _own(found)
    show = request.GET.get("show", "")
    first, second = at.uncoded(), at.for_second(own)
    unread = [each.id for each in at.said.values() if not is_decided(signings.get(each.id), each)]
    queues = {"": list(at.said), "uncoded": first, "second": second, "unread": unread}
    topics, seen = shown.topics(found.workshop, at.said.values()), codings_seen(found.workshop, at, own)
    form = DeskForm(request.GET, **_offered(found, at, topics, seen))
    fitting = asked_for(at, seen, form.chosen(), dict(topics))
    queues = {code: [id for id in queue if id in fitting] for code, queue in queues.items()}
    show = show if show in queues else ""
    ids = queues[show]
    page = Paginator(ids, ON_A_PAGE).get_page(request.GET.get("page"))
    rows = [
        shown.row(found.workshop, at.said[id], len(at.coders.get(id, ())), state_of(signings.get(id), at.said[id]))
        for id in page.object_list
    ]
    context = found.context(
        "",
        page=page,
        rows=rows,
        show=show,
        tabs=[(code, words, len(queues[code])) for code, words in shown.desk_tabs()],
        form=form,
        is_narrowed=bool(form.chosen()),
        begin=next(iter(first), ""),
        left=len(first),
        begin_second=next(iter(second), ""),
        left_second=len(second),
        done=request.GET.get("done", ""),
    )
    return render(request, "workshops/coding/desk.html", context)


def _offered(found: Opened, at: Desk, topics: Any, seen: Iterable[Coding]) -> dict[str, Any]:
    """What the desk can be narrowed to. Only coders whose codings may be seen are named."""
    coders = {coding.coder for coding in seen}
    names = queries.coder_names(found.workshop)
    return {
        "topics": topics,
        "rounds": sorted({each.round for each in at.said.values() if each.round}),
        "coders": [(coder, name) for coder, name in names.items() if coder in coders],
    }


@in_review("run-workshops")
@require_http_methods(["GET", "HEAD", "POST"])
def contribution(request: HttpRequest, access: Access, pk: uuid.UUID, said: str) -> HttpResponse:
    """One contribution: its codings, and the form for another."""
    found = opened(access, pk)
    one = queries.contribution_of(found.workshop, said)
    form = _form(request, found, one, _initial(found, one))
    if form.is_valid():
        try:
            return _coded(request, found, one, form)
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
    names = ("stance", "aspect", "action", "voice_printed", "proposal", "why_none_fits")
    initial = {**{name: getattr(standing, name) for name in names}, "voices": list(standing.voices)}
    initial["finding"] = shown.finding_line(found.workshop, standing.finding)
    if "take_out" in request.POST:
        actions.take_out_coding(doing=doing(found), contribution=one.id, of=of)
        return found.to("contribution", one.id, done="changed")
    form = _form(request, found, one, initial)
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
@require_POST
def stop(request: HttpRequest, access: Access, pk: uuid.UUID) -> HttpResponse:
    """Code no more as a second person, and see how others coded from now on."""
    found = opened(access, pk)
    actions.stop_as_second(doing=doing(found))
    return found.to("readings")


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
        return _page(
            request, found, one, _form(request, found, one, _initial(found, one), fresh=True), remark_form=form
        )
    actions.remark(doing=doing(found), contribution=one.id, words=form.cleaned_data["words"])
    return found.to("contribution", one.id, done="changed")


def _coded(request: HttpRequest, found: Opened, one: Contribution, form: Any) -> HttpResponse:
    """Keep the coding, and go on: to what else there is to code in it, or to the next one."""
    more = "more" in request.POST
    actions.code(doing=doing(found), contribution=one.id, fields=form.fields_of(), more=more)
    if more:
        return found.to("contribution", one.id, done="more")
    at = desk_of(found.workshop)
    following = at.after(one.id, at.waiting(_own(found), one.id))
    return found.to("contribution", following, done="coded") if following else found.to("desk", done="all")


def _initial(found: Opened, one: Contribution) -> dict[str, Any]:
    kind = queries.put_to_groups(found.workshop).get(one.finding, "")
    subject = shown.finding_line(found.workshop, one.finding) if kind == "finding" else one.finding
    return {"stance": PROPOSED[one.spoken], **({kind: subject} if kind else {})}


def _form(request: HttpRequest, found: Opened, one: Contribution, initial: dict[str, Any], fresh: bool = False) -> Any:
    choices: dict[str, Any] = {
        "findings": shown.finding_lines(found.workshop, one),
        "actions": shown.action_choices(found.workshop),
        "voices": shown.voice_choices(found.workshop),
        "proposals": shown.proposal_choices(found.workshop),
    }
    form = CodingForm(initial=initial, **choices) if fresh else form_of(request, CodingForm, initial, **choices)
    if one.spoken != "unsure":
        form.fields["stance"].help_text = _("It begins with what the speaker chose. Choose what you read in the words.")
    return form


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
    still = queries.still_at(workshop, one.id)
    visible = visible_codings(standing, own, queries.is_blind(workshop, own), still)
    seen = {coding.coder for coding in visible} | {own}
    at = desk_of(workshop)
    waiting = at.waiting(own, one.id)
    may_discuss = any(coding.coder == own for coding in standing) and (one.id, own) not in still
    proposals, names = shown.proposal_names(workshop), queries.coder_names(workshop)
    context = found.context(
        "",
        said=one,
        spoken=shown.spoken(one),
        about=shown.about(workshop, one),
        codings=[shown.coding(workshop, each, own, proposals, names) for each in visible],
        unseen=len({coding.coder for coding in standing} - seen),
        history=[
            shown.change(workshop, each, own, proposals)
            for each in queries.changes_of(workshop, one.id)
            if str(each.by_id) in seen
        ],
        may_discuss=may_discuss,
        remarks=queries.remarks_on(workshop, one.id) if may_discuss else [],
        remark_form=remark_form or RemarkForm(),
        form=form,
        changing=changing,
        next=at.after(one.id, waiting),
        left=len(waiting),
        done=request.GET.get("done", ""),
    )
    status = 400 if remark_form is not None else status_of(form)
    return render(request, "workshops/coding/contribution.html", context, status=status)


def _log(request: HttpRequest, found: Opened, *, status: int = 200, **more: Any) -> HttpResponse:
    own = _own(found)
    page = Paginator(queries.changes_seen_by(found.workshop, own), ON_A_PAGE).get_page(request.GET.get("page"))
    proposals, said = shown.proposal_names(found.workshop), queries.contributions_of(found.workshop)
    changes = [shown.change(found.workshop, each, own, proposals, said) for each in page.object_list]
    return render(
        request, "workshops/coding/log.html", found.context("", page=page, changes=changes, **more), status=status
    )
