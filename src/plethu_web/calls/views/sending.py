"""The public pages of a call: what it is, and the form that begins what somebody sends."""

from __future__ import annotations

import secrets
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from plethu_web.calls.actions import drafts as actions
from plethu_web.calls.actions.calls import NotNow
from plethu_web.calls.forms.fields import typed
from plethu_web.calls.forms.sending import WordsForm
from plethu_web.calls.queries import calls as queries


@require_safe
def call(request: HttpRequest, key: str) -> HttpResponse:
    """What the call is for, what is asked, how long things are kept; or that it is closed."""
    found = queries.call_at(key)
    context = {"call": found, "state": queries.state_of(found), "code": request.GET.get("from", "")[:12]}
    return render(request, "calls/call.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def tell(request: HttpRequest, key: str) -> HttpResponse:
    """The first form: what somebody tells."""
    found = queries.call_at(key)
    if not queries.state_of(found).takes:
        return redirect("calls:public", key=found.key)
    start = {"once": secrets.token_urlsafe(32), "code": request.GET.get("from", "")[:12]}
    form = form_for(request, WordsForm, start, call=found)
    errors: list[dict[str, str]] = []
    if form.is_valid():
        once, code = form.cleaned_data["once"], form.cleaned_data["code"]
        try:
            token = actions.begin(call=found, once=once, words=form.words(), code=code)
            return redirect("calls:your-files", token=token)
        except NotNow:
            return redirect("calls:public", key=found.key)
        except actions.CallFull:
            errors.append({"text": _("This call has taken in as much as it can. Write to whoever runs it.")})
    context = {"call": found, "form": form, "errors": errors, "step": 1}
    return render(request, "calls/words.html", context, status=400 if form.is_bound else 200)


def form_for(request: HttpRequest, kind: type[forms.Form], initial: dict[str, Any], **options: Any) -> Any:
    """The form as it was sent, or as it begins, or as it was typed when only the language was changed."""
    if request.method != "POST":
        return kind(initial=initial, **options)
    if "switch_language" in request.POST:
        return kind(initial=typed(kind, request.POST), **options)
    return kind(request.POST, **options)
