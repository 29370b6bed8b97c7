"""The steering group: who sits in it by sector, when it met, what was decided and what came of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plethu_web.reviews.access import Access, in_review
from plethu_web.reviews.actions import decisions as decisions_actions
from plethu_web.reviews.actions import steering as actions
from plethu_web.reviews.forms.steering import GroupDecisionForm, MeetingForm, SeatForm
from plethu_web.reviews.queries import protocol as protocol_queries
from plethu_web.reviews.queries import steering as queries
from plethu_web.reviews.views.posted import posted, status_of, typed


@in_review("read")
@require_safe
def steering(request: HttpRequest, access: Access) -> HttpResponse:
    """The group, its meetings and the decisions. Names only for those who may see the team."""
    context = {
        "access": access,
        "sectors": queries.by_sector(access),
        "ended": queries.ended_seats(access),
        "meetings": queries.meetings_of(access),
        "decisions": queries.decisions_of(access),
        "names": access.can("see-team"),
    }
    return render(request, "reviews/steering.html", context)


@in_review("read")
@require_safe
def meeting(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """One meeting."""
    row = queries.meeting_of(access, pk)
    context = {"access": access, "meeting": row, "names": access.can("see-team"), "decisions": row.decisions.all()}
    return render(request, "reviews/meeting.html", context)


@in_review("decide")
@require_http_methods(["GET", "HEAD", "POST"])
def seat(request: HttpRequest, access: Access, pk: int | None = None) -> HttpResponse:
    """Take somebody into the group, or change a seat."""
    row = queries.seat_of(access, pk) if pk is not None else None
    members = queries.team_without_seat(access, row)
    form = SeatForm(posted(request), initial=typed(request, _of_seat(row) if row else None), members=members)
    if form.is_valid():
        doer: dict[str, Any] = {"by": access.person, "access": access, "columns": form.columns(), **form.who()}
        try:
            actions.change_seat(seat=row, **doer) if row else actions.make_seat(**doer)
            return redirect("reviews:steering", slug=access.review.slug)
        except actions.Taken:
            form.add_error(None, _("This person has a seat already."))
    return _form(request, access, form, _("Change a seat") if row else _("Take somebody into the group"))


@in_review("decide")
@require_http_methods(["GET", "HEAD", "POST"])
def note_meeting(request: HttpRequest, access: Access, pk: int | None = None) -> HttpResponse:
    """Note a meeting, or change what was noted."""
    row = queries.meeting_of(access, pk) if pk is not None else None
    seats = {str(each.pk): each for each in queries.seats_of(access)}
    choices = [(key, _called(each, names=access.can("see-team"))) for key, each in seats.items()]
    form = MeetingForm(posted(request), initial=typed(request, _of_meeting(row) if row else None), seats=choices)
    if form.is_valid():
        doer: dict[str, Any] = {"by": access.person, "access": access, "columns": form.columns()}
        doer["present"] = [seats[key] for key in form.present()]
        if row:
            actions.change_meeting(meeting=row, **doer)
            return redirect("reviews:meeting", slug=access.review.slug, pk=row.pk)
        made = actions.note_meeting(**doer)
        return redirect("reviews:meeting", slug=access.review.slug, pk=made.pk)
    return _form(request, access, form, _("Change what is noted") if row else _("Note a meeting"))


@in_review("decide")
@require_http_methods(["GET", "HEAD", "POST"])
def decision(request: HttpRequest, access: Access, pk: int | None = None) -> HttpResponse:
    """Note a decision, or change it: how far it is, which version it led to."""
    row = queries.decision_of(access, pk) if pk is not None else None
    meetings = [(str(m.pk), date_format(m.on, "j F Y")) for m in queries.meetings_of(access)]
    numbers = protocol_queries.versions_of(access).values_list("pk", "number")
    versions = [(str(key), _("Version %(number)s") % {"number": number}) for key, number in numbers]
    before = _of_decision(row) if row else {"status": "proposed", "meeting": request.GET.get("meeting", "")}
    form = GroupDecisionForm(posted(request), initial=typed(request, before), meetings=meetings, versions=versions)
    if form.is_valid():
        doer: dict[str, Any] = {"by": access.person, "access": access, "columns": form.columns()}
        if row:
            decisions_actions.change_decision(decision=row, **doer)
        else:
            decisions_actions.note_decision(**doer)
        return redirect("reviews:steering", slug=access.review.slug)
    return _form(request, access, form, _("Change a decision") if row else _("Note a decision"))


def _form(request: HttpRequest, access: Access, form: Any, title: str) -> HttpResponse:
    context = {"access": access, "form": form, "title": title}
    return render(request, "reviews/steering_form.html", context, status=status_of(form))


def _called(seat: Any, *, names: bool) -> Any:
    return str(seat.person) if names and seat.person and str(seat.person) else seat.part


def _of_seat(row: Any) -> dict[str, Any]:
    person = row.person
    has_account = person is not None and person.email is not None
    who = {
        "member": str(person.pseudonym) if has_account else "",
        "name": person.name if person and not has_account else "",
    }
    return {**who, **{name: getattr(row, name) for name in ("role", "role_cy", "sector", "began", "ended")}}


def _of_meeting(row: Any) -> dict[str, Any]:
    lines = "\n".join(f"{document['url']} {document['label']}" for document in row.documents)
    present = [str(seat.pk) for seat in row.present.all()]
    return {
        **{n: getattr(row, n) for n in ("on", "place", "place_cy", "notes", "notes_cy")},
        "links": lines,
        "present": present,
    }


def _of_decision(row: Any) -> dict[str, Any]:
    names = ("text", "text_cy", "reason", "reason_cy", "decided_by", "on", "status")
    tied = {name: str(getattr(row, f"{name}_id") or "") for name in ("meeting", "version")}
    return {**{name: getattr(row, name) for name in names}, **tied}
