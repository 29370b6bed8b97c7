"""What is done with the draft as a whole: published, replaced by a file, opened to the public, had back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu.evidence.problems import BadInput
from plethu.evidence.protocol_differences import differences
from plethu.framework.editions import example_protocol
from plethu.framework.protocol_file import read_protocol
from plethu.reporting.protocol_words import tell_difference, tell_doubts
from plethu.wording.problems import problem_sentence
from plethu_web.pages.templatetags.plethu_texts import reading
from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.actions import protocol as actions
from plethu_web.reviews.forms.protocol import FileForm, PublishForm
from plethu_web.reviews.queries import protocol as queries
from plethu_web.reviews.views.posted import posted, status_of, typed

MOST_PROBLEMS = 20
STATES_SHOWN = 100


@in_review("edit-protocol")
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, access: Access) -> HttpResponse:
    """Publish the draft as a version, with a reason. Doubts are shown and keep nobody from it."""
    choices = queries.decision_choices(queries.loose_decisions(access))
    form = PublishForm(posted(request), initial=typed(request), decisions=choices)
    if form.is_valid():
        try:
            followed = form.followed()
            made = actions.publish(by=access.person, access=access, reason=form.texts()["reason"], decisions=followed)
            return redirect("reviews:version", slug=access.review.slug, number=made.number)
        except actions.NothingNew:
            form.add_error(None, _("There is nothing to publish: the draft says what the newest version says."))
    draft, newest = queries.draft_of(access).protocol, queries.versions_of(access).first()
    told = differences(queries.protocol_in(newest), draft) if newest else ()
    context = {"access": access, "form": form, "newest": newest, "doubts": tell_doubts(draft, reading())}
    context["differences"] = [tell_difference(each, reading()) for each in told]
    return render(request, "reviews/publish.html", context, status=status_of(form))


@in_review("edit-protocol")
@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest, access: Access) -> HttpResponse:
    """Put a protocol from a file in place of the draft, which stays among the earlier states."""
    sent = posted(request)
    form = FileForm(sent, request.FILES if sent is not None else None)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            protocol = read_protocol(file.read(), file.name[:80])
        except BadInput as error:
            for problem in error.problems[:MOST_PROBLEMS]:
                form.add_error("file", problem_sentence(problem, reading()))
        else:
            actions.replace_draft(by=access.person, access=access, protocol=protocol, source="file")
            return redirect("reviews:protocol", slug=access.review.slug)
    return render(request, "reviews/take_in.html", {"access": access, "form": form}, status=status_of(form))


@in_review("edit-protocol")
@require_POST
def take_example(request: HttpRequest, access: Access) -> HttpResponse:
    """Put the worked example in place of a draft in which nothing is written yet."""
    if queries.draft_of(access).number == 0:
        actions.replace_draft(by=access.person, access=access, protocol=example_protocol(), source="example")
    return redirect("reviews:protocol", slug=access.review.slug)


@in_review("manage")
@require_POST
def public(request: HttpRequest, access: Access) -> HttpResponse:
    """Open the published protocol to everybody, or close it again."""
    actions.set_public(by=access.person, access=access, public=request.POST.get("public") == "yes")
    return redirect("reviews:protocol", slug=access.review.slug)


@in_review("read")
@require_safe
def states(request: HttpRequest, access: Access) -> HttpResponse:
    """The earlier states of the draft."""
    rows = queries.states_of(access).defer("content")[:STATES_SHOWN]
    context = {
        "access": access,
        "states": rows,
        "names": access.can("see-team"),
        "editing": access.can("edit-protocol"),
    }
    return render(request, "reviews/states.html", context)


@in_review("edit-protocol")
@require_POST
def have_back(request: HttpRequest, access: Access, number: int) -> HttpResponse:
    """Make an earlier state the draft again."""
    protocol = queries.protocol_in(queries.state_of(access, number))
    actions.replace_draft(by=access.person, access=access, protocol=protocol, source="earlier")
    return redirect("reviews:protocol", slug=access.review.slug)
