"""Polls as the team makes and reads them."""

from __future__ import annotations

from typing import Any, get_args

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu.evidence.polls import Topic
from plethu.wording.polls import ready_question
from plethu_web.home import address_for
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.actions import decisions as decisions_actions
from plethu_web.reviews.actions import polls as actions
from plethu_web.reviews.forms.polls import DecisionForm, PollForm, QuestionForm
from plethu_web.reviews.queries import polls as queries
from plethu_web.reviews.views.poll_results import as_file, charts
from plethu_web.reviews.views.posted import posted, status_of, typed

COLUMNS = ("title", "title_cy", "intro", "intro_cy", "asks_sector", "last_day")


@in_review("read-polls")
@require_safe
def polls(request: HttpRequest, access: Access) -> HttpResponse:
    """All polls of the review."""
    return render(request, "reviews/polls.html", {"access": access, "polls": queries.polls_of(access)})


@in_review("run-polls")
@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest, access: Access) -> HttpResponse:
    """Make a poll."""
    form = PollForm(posted(request), initial=typed(request, {"asks_sector": True}))
    if form.is_valid():
        poll = actions.make_poll(by=access.person, access=access, columns=form.columns())
        return redirect("reviews:poll", slug=access.review.slug, pk=poll.pk)
    context = {"access": access, "form": form, "title": _("Make a poll")}
    return render(request, "reviews/poll_form.html", context, status=status_of(form))


@in_review("run-polls")
@require_safe
def poll(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """One poll: its questions, its links, what can be done with it."""
    return _page(request, access, queries.poll_of(access, pk))


@in_review("run-polls")
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Change title, introduction and last day."""
    row = queries.poll_of(access, pk)
    before = {name: getattr(row, name) for name in COLUMNS}
    form = PollForm(posted(request), initial=typed(request, before))
    if form.is_valid():
        actions.change_poll(by=access.person, access=access, poll=row, columns=form.columns())
        return redirect("reviews:poll", slug=access.review.slug, pk=pk)
    context = {"access": access, "form": form, "poll": row, "title": _("Title and introduction of the poll")}
    return render(request, "reviews/poll_form.html", context, status=status_of(form))


@in_review("run-polls")
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, access: Access, pk: int, number: int | None = None) -> HttpResponse:
    """Add a question, or change one while the poll is being prepared."""
    row = queries.poll_of(access, pk)
    old = queries.question_of(row, number) if number is not None else None
    form = QuestionForm(posted(request), initial=typed(request, QuestionForm.initial_of(old) if old else None))
    if form.is_valid():
        try:
            if old:
                actions.change_question(by=access.person, access=access, question=old, columns=form.columns())
            else:
                actions.add_question(by=access.person, access=access, poll=row, columns=form.columns())
            return redirect("reviews:poll", slug=access.review.slug, pk=pk)
        except actions.NotPrepared:
            form.add_error(None, _("Questions can be changed only before the poll is opened; 30 are the most."))
    title = _("Change the question") if old else _("Add a question")
    context = {"access": access, "form": form, "poll": row, "title": title, "bilingual": True}
    return render(request, "reviews/poll_form.html", context, status=status_of(form))


@in_review("run-polls")
@require_POST
def ready(request: HttpRequest, access: Access, pk: int, topic: str) -> HttpResponse:
    """Add the ready-made question on a topic."""
    row = queries.poll_of(access, pk)
    if topic not in get_args(Topic):
        raise Http404
    try:
        actions.add_ready(by=access.person, access=access, poll=row, topic=topic)  # type: ignore[arg-type]  # checked
    except actions.NotPrepared:
        return _page(
            request, access, row, _("Questions can be changed only before the poll is opened; 30 are the most.")
        )
    return redirect("reviews:poll", slug=access.review.slug, pk=pk)


@in_review("run-polls")
@require_POST
def remove_question(request: HttpRequest, access: Access, pk: int, number: int) -> HttpResponse:
    """Take a question out while the poll is being prepared."""
    row = queries.poll_of(access, pk)
    try:
        actions.remove_question(by=access.person, access=access, question=queries.question_of(row, number))
    except actions.NotPrepared:
        return _page(
            request, access, row, _("Questions can be changed only before the poll is opened; 30 are the most.")
        )
    return redirect("reviews:poll", slug=access.review.slug, pk=pk)


@in_review("run-polls")
@require_POST
def switch(request: HttpRequest, access: Access, pk: int, to: str) -> HttpResponse:
    """Open or close a poll."""
    row = queries.poll_of(access, pk)
    if to not in ("open", "closed"):
        raise Http404
    try:
        (actions.open_poll if to == "open" else actions.close_poll)(by=access.person, access=access, poll=row)
    except actions.NothingAsked:
        return _page(request, access, row, _("Add a question first."))
    except actions.NotOpen:
        return _page(request, access, row, _("The poll is not open."))
    return redirect("reviews:poll", slug=access.review.slug, pk=pk)


@in_review("manage")
@require_POST
def public(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Let everybody see the results once the poll is over, or only the team."""
    row = queries.poll_of(access, pk)
    public = request.POST.get("public") == "yes"
    actions.set_results_public(by=access.person, access=access, poll=row, public=public)
    return redirect("reviews:poll-results", slug=access.review.slug, pk=pk)


@in_review("read-polls")
@require_safe
def results(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """What the answers came to, and what was decided because of them."""
    row = queries.poll_of(access, pk)
    count, found = queries.results_of(row)
    context = {"access": access, "poll": row, "count": count, "charts": charts(found), "team": True}
    return render(request, "reviews/poll_results.html", context)


@in_review("read-polls")
@require_safe
def results_as(request: HttpRequest, access: Access, pk: int, ending: str) -> HttpResponse:
    """The results as CSV or JSON."""
    return as_file(queries.poll_of(access, pk), ending)


@in_review("decide")
@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, access: Access, pk: int, number: int) -> HttpResponse:
    """Note what was decided because of a question."""
    row = queries.question_of(queries.poll_of(access, pk), number)
    form = DecisionForm(posted(request), initial=typed(request, {"status": "agreed"}))
    if form.is_valid():
        columns = {**form.columns(), "question": row}
        decisions_actions.note_decision(by=access.person, access=access, columns=columns)
        return redirect("reviews:poll-results", slug=access.review.slug, pk=pk)
    context: dict[str, Any] = {"access": access, "form": form, "poll": row.poll, "title": _("Note a decision")}
    context |= {"about": row.question.words, "bilingual": True}
    return render(request, "reviews/poll_form.html", context, status=status_of(form))


def _page(request: HttpRequest, access: Access, row: Any, error: str = "") -> HttpResponse:
    topics = [(topic, ready_question(topic)) for topic in get_args(Topic)]
    asked = set(row.questions.values_list("topic", flat=True))
    context = {
        "access": access,
        "poll": row,
        "questions": row.questions.all(),
        "topics": [(topic, question) for topic, question in topics if topic not in asked],
        "count": row.answers.count(),
        "link": address_for(request) + reverse("reviews:answer", args=[row.key]),
        "errors": [{"text": error}] if error else (),
    }
    return render(request, "reviews/poll.html", context, status=400 if error else 200)
