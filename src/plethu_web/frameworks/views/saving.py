"""Saving under a private link, and what the link opens. The link is the key: who has it may do all of this."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.frameworks import actions, cards, files, queries
from plethu_web.frameworks.advising import told_for
from plethu_web.frameworks.edition import current_edition
from plethu_web.frameworks.forms import SaveForm
from plethu_web.frameworks.headers import behind_link, private
from plethu_web.frameworks.held import held_by, hold, token_of
from plethu_web.home import address_for


@private
@require_http_methods(["GET", "HEAD", "POST"])
def save(request: HttpRequest) -> HttpResponse:
    """Ask for a name, then keep the answers and show the link."""
    edition = current_edition()
    held = held_by(request, edition)
    form = SaveForm(request.POST if request.method == "POST" else None, initial={"name": held.situation.name[:120]})
    if "switch_language" in request.POST:
        form = SaveForm(initial={"name": request.POST.get("name", "")})
    elif form.is_valid():
        return _saved(request, form.cleaned_data["name"])
    return _save_page(request, form, status=400 if form.is_bound else 200)


def _saved(request: HttpRequest, name: str) -> HttpResponse:
    edition = current_edition()
    draft = held_by(request, edition)
    token = draft.token
    try:
        if draft.kept is None:
            token = actions.change_answers(token="", edition=edition, change=lambda situation: situation)
        link = actions.save_situation(draft_token=token, name=name, edition=edition)
    except actions.NothingThere as error:
        raise Http404 from error
    response = redirect(f"{reverse('advice:saved', args=[link])}?done=saved")
    hold(response, token)
    return response


def _save_page(request: HttpRequest, form: SaveForm, status: int) -> HttpResponse:
    context = {"form": form, "held": held_by(request, current_edition()), "days": actions.SAVED_KEPT.days}
    return render(request, "frameworks/save.html", context, status=status)


@private
@require_http_methods(["GET", "HEAD", "POST"])
def update(request: HttpRequest) -> HttpResponse:
    """Put the present answers into the saved situation they were opened from; ask first where that has changed."""
    edition = current_edition()
    if request.method != "POST" or "switch_language" in request.POST:
        held = held_by(request, edition)
        if held.kept is None or held.kept.origin is None:
            raise Http404
        return render(request, "frameworks/update.html", {"held": held})
    try:
        actions.update_saved(draft_token=token_of(request), edition=edition, anyway=request.POST.get("anyway") == "yes")
    except actions.NothingThere as error:
        raise Http404 from error
    except actions.ChangedSince:
        return redirect("advice:update")
    return redirect(f"{reverse('advice:result')}?done=updated")


@behind_link
@require_safe
def saved(request: HttpRequest, token: str) -> HttpResponse:
    """What is saved under a link."""
    kept = _kept(token)
    edition = current_edition()
    told = told_for(kept.situation, edition) if kept.situation else None
    context: dict[str, Any] = {
        "edition": edition,
        "kept": kept,
        "token": token,
        "told": told,
        "lanes": cards.lanes(told, edition) if told else [],
        "link": address_for(request) + reverse("advice:saved", args=[token]),
        "held": held_by(request, edition),
        "days": actions.SAVED_KEPT.days,
        "done": request.GET.get("done", ""),
    }
    return render(request, "frameworks/saved.html", context)


@behind_link
@require_POST
def take_up(request: HttpRequest, token: str) -> HttpResponse:
    """Open the saved situation to look at its advice or change it, or start a new one from it."""
    as_new = request.POST.get("as") == "new"
    try:
        draft = actions.open_saved(token=token, draft_token=token_of(request), edition=current_edition(), as_new=as_new)
    except actions.NothingThere as error:
        raise Http404 from error
    response = redirect("advice:answers" if as_new else "advice:result")
    hold(response, draft)
    return response


@behind_link
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once, then delete."""
    kept = _kept(token)
    if request.method != "POST" or "switch_language" in request.POST:
        return render(request, "frameworks/delete.html", {"kept": kept, "token": token})
    with suppress(actions.NothingThere):  # deleted by somebody else at the same moment
        actions.delete_saved(token=token)
    return redirect(f"{reverse('advice:start')}?done=deleted")


@behind_link
@require_safe
def saved_file(request: HttpRequest, token: str) -> HttpResponse:
    """The saved situation as a file, even where the questions have changed since."""
    kept = _kept(token)
    name = files.name_for(kept.name, "toml")
    return HttpResponse(kept.file, headers=files.headers("toml", name))


def _kept(token: str) -> queries.Kept:
    kept = queries.saved(token=token, edition=current_edition())
    if kept is None:
        raise Http404
    return kept
