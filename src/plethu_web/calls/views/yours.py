"""What a sender's key opens: the rest of the way to sending, and afterwards changing and withdrawing."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from plethu_web.calls import mail, showing
from plethu_web.calls.actions import sending as actions
from plethu_web.calls.actions import withdrawing
from plethu_web.calls.actions.calls import NotNow
from plethu_web.calls.actions.drafts import WordsSent
from plethu_web.calls.forms.sending import AboutForm, WordsForm
from plethu_web.calls.queries import submissions as queries
from plethu_web.calls.states import State, rule_of
from plethu_web.calls.views.sending import form_for
from plethu_web.home import address_for

_WORDS = tuple(WordsSent.__dataclass_fields__)


@never_cache
@require_safe
def yours(request: HttpRequest, token: str) -> HttpResponse:
    """How it stands, and what can be done with it. A draft goes on to its next page."""
    row = queries.sent_with(token)
    if row.state == State.DRAFT:
        return redirect("calls:your-check", token=token)
    context = {
        "row": row,
        "rule": rule_of(row.state),
        "written": [*showing.written(row), *showing.person(row)],
        "files": showing.files(row),
        "token": token,
        "link": address_for(request) + reverse("calls:yours", args=[token]),
        "done": request.GET.get("done", ""),
    }
    return render(request, "calls/yours.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest, token: str) -> HttpResponse:
    """Change what was written."""
    row = queries.sent_with(token)
    if not rule_of(row.state).sender_changes:
        return redirect("calls:yours", token=token)
    form = form_for(request, WordsForm, {name: getattr(row, name) for name in _WORDS}, call=row.call)
    if form.is_valid():
        done = _tried(lambda: actions.change_words(token=token, words=form.words()))
        return _on(row, token, "calls:your-check") if done else redirect("calls:yours", token=token)
    context = {"call": row.call, "form": form, "step": 1, "token": token, "row": row}
    return render(request, "calls/words.html", context, status=400 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def about(request: HttpRequest, token: str) -> HttpResponse:
    """How the call came, what may be done, and who the sender is."""
    row = queries.sent_with(token)
    if not rule_of(row.state).sender_changes:
        return redirect("calls:yours", token=token)
    form = form_for(request, AboutForm, _said(row), call=row.call)
    if form.is_valid():
        about = form.about(get_language() or "en")
        done = _tried(lambda: actions.describe_sender(token=token, about=about))
        return _on(row, token, "calls:your-check") if done else redirect("calls:yours", token=token)
    context = {"call": row.call, "form": form, "step": 3, "token": token, "row": row}
    return render(request, "calls/about.html", context, status=400 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest, token: str) -> HttpResponse:
    """Everything before it is sent, and sending it."""
    row = queries.sent_with(token)
    if row.state != State.DRAFT:
        return redirect("calls:yours", token=token)
    errors: list[dict[str, str]] = []
    if request.method == "POST" and "switch_language" not in request.POST:
        try:
            return _sent(request, token)
        except actions.NotComplete:
            errors = list(_missing(row, token))
    elif not row.agreed:
        return redirect("calls:your-about", token=token)
    context = {
        "call": row.call,
        "row": row,
        "rows": [*showing.written(row, token), *showing.person(row, token)],
        "errors": errors,
        "step": 4,
        "token": token,
    }
    return render(request, "calls/check.html", context, status=400 if errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, token: str) -> HttpResponse:
    """Ask once, then withdraw."""
    row = queries.sent_with(token)
    if not rule_of(row.state).sender_withdraws:
        return redirect("calls:yours", token=token)
    if request.method != "POST" or "switch_language" in request.POST:
        return render(request, "calls/withdraw.html", {"row": row, "token": token})
    _tried(lambda: withdrawing.withdraw(token=token))
    if row.state == State.DRAFT and row.call:
        return redirect("calls:public", key=row.call.key)
    return redirect(f"{reverse('calls:yours', args=[token])}?done=withdrawn")


def _sent(request: HttpRequest, token: str) -> HttpResponse:
    done = "sent"
    if _tried(lambda: actions.send(token=token)) is True:
        row = queries.sent_with(token)
        link = address_for(request) + reverse("calls:yours", args=[token])
        done = "sent-and-mailed" if mail.send_link(row.sender, link) else "sent"
    return redirect(f"{reverse('calls:yours', args=[token])}?done={done}")


def _said(row: Any) -> dict[str, Any]:
    named = {name: getattr(row, name) for name in ("route", "passed_on", "uses", "licence")}
    sender = {"name": row.sender.name, "contact": row.sender.contact} if row.sender else {}
    return {**named, **sender, "agreed": bool(row.agreed), "leave": bool(row.agreed)}


def _missing(row: Any, token: str) -> list[dict[str, str]]:
    if not (row.story or row.links or row.files.exists()):
        words = _("There is nothing in it yet: write something, give a link, or add a file.")
        return [{"text": words, "href": reverse("calls:your-words", args=[token])}]
    words = _("Say first what may be done with it.")
    return [{"text": words, "href": reverse("calls:your-about", args=[token])}]


def _on(row: Any, token: str, after: str) -> HttpResponse:
    """The next page of a draft; back to the overview of what was sent before."""
    if row.state == State.DRAFT:
        return redirect(after, token=token)
    return redirect(f"{reverse('calls:yours', args=[token])}?done=changed")


def _tried(do: Any) -> Any:
    """What it gives, or True where it gives nothing; False where the team or another window was quicker."""
    try:
        given = do()
    except NotNow:
        return False
    except actions.NothingThere as error:
        raise Http404 from error
    return True if given is None else given
