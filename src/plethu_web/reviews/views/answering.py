"""A poll as partners meet it by its link: no account, no name, and nothing that needs more than a plain browser.

The browser gets one secret, in a signed cookie once it has answered. The key of its answer to a poll is worked out from
the secret, so that one browser has one answer, however often it is sent. Only a hash of the key is stored.
"""

from __future__ import annotations

import secrets
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu.evidence.polls import LEAST
from plethu_web.home import address_for
from plethu_web.reviews.actions import polls as actions
from plethu_web.reviews.forms.answering import AnswerForm
from plethu_web.reviews.queries import polls as queries
from plethu_web.reviews.views.poll_results import charts
from plethu_web.reviews.views.posted import posted, status_of, typed

COOKIE = "plethu_poll"
KEPT = 60 * 60 * 24 * 180
SALT = "plethu.poll.browser"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, key: str) -> HttpResponse:
    """The poll to be answered; the answers given before where this browser has answered."""
    poll = queries.poll_behind(key)
    secret = _secret_of(request)
    return _answer(request, poll, queries.token_for(poll, secret), secret)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, key: str, token: str) -> HttpResponse:
    """An answer by its private link, from any device."""
    poll = queries.poll_behind(key)
    if queries.answer_with(poll, token) is None:
        raise Http404
    return _answer(request, poll, token, "")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, key: str, token: str) -> HttpResponse:
    """Take an answer back, after a question."""
    poll = queries.poll_behind(key)
    if queries.answer_with(poll, token) is None:
        raise Http404
    if posted(request) is None:
        return render(request, "reviews/answer_withdraw.html", {"poll": poll, "token": token})
    actions.withdraw_answer(poll=poll, token=token)
    return render(request, "reviews/answer_withdrawn.html", {"poll": poll})


@never_cache
@require_POST
def let_go(request: HttpRequest, key: str) -> HttpResponse:
    """Forget on this device that it has answered, so that somebody else can."""
    response = render(request, "reviews/answer_let_go.html", {"poll": queries.poll_behind(key)})
    response.delete_cookie(COOKIE, samesite="Lax")
    return response


@require_safe
def results(request: HttpRequest, key: str) -> HttpResponse:
    """What the answers came to, for everybody, where the lead has opened it after the poll was over."""
    poll = queries.public_results(key)
    count, found = queries.results_of(poll)
    context = {"poll": poll, "count": count, "charts": charts(found if count >= LEAST else []), "least": LEAST}
    return render(request, "reviews/public_results.html", context)


def _answer(request: HttpRequest, poll: queries.Poll, token: str, secret: str) -> HttpResponse:
    questions = [row.question for row in poll.questions.all()]
    before = queries.answer_with(poll, token)
    initial = AnswerForm.initial_of(questions, queries.answer_in(before)) if before else {}
    context: dict[str, Any] = {"poll": poll, "before": before, "token": token}
    if not poll.is_open:
        return render(request, "reviews/answer_closed.html", context, status=410 if request.method == "POST" else 200)
    initial = {"consent": bool(before), **typed(request, initial)}
    form = AnswerForm(posted(request), initial=initial, questions=questions, asks_sector=poll.asks_sector)
    if form.is_valid():
        sector = form.cleaned_data.get("sector", "")
        try:
            actions.give_answer(poll=poll, token=token, given=form.given(), sector=sector)
        except actions.NotOpen:
            return render(request, "reviews/answer_closed.html", context, status=410)
        return _thanks(request, poll, token, secret)
    sealed = signing.dumps(secret, salt=SALT) if secret else ""
    context["texts"] = [
        poll.name,
        poll.about,
        *(t for q in questions for t in (q.words, q.hint, *(o.text for o in q.options))),
    ]
    return render(request, "reviews/answer.html", {**context, "form": form, "sealed": sealed}, status=status_of(form))


def _thanks(request: HttpRequest, poll: queries.Poll, token: str, secret: str) -> HttpResponse:
    """Thanks, with the private link, which is shown only here."""
    link = address_for(request) + reverse("reviews:my-answer", args=[poll.key, token])
    response = render(request, "reviews/answer_thanks.html", {"poll": poll, "link": link, "token": token})
    if secret:
        response.set_cookie(
            COOKIE,
            signing.dumps(secret, salt=SALT),
            max_age=KEPT,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def _secret_of(request: HttpRequest) -> str:
    """The secret of this browser: from its cookie, else from the page it was given, else a new one."""
    for sealed in (request.COOKIES.get(COOKIE, ""), request.POST.get("sealed", "")):
        try:
            return str(signing.loads(sealed, salt=SALT, max_age=KEPT))
        except signing.BadSignature:
            continue
    return secrets.token_urlsafe(18)
