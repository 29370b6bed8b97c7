"""The team of a review: who is in it, invitations, roles."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.accounts.invited import allow_signup
from plethu_web.home import address_for
from plethu_web.reviews.access import Access, in_review, person_of
from plethu_web.reviews.actions import reviews as actions
from plethu_web.reviews.forms.reviews import RoleForm
from plethu_web.reviews.queries import reviews as queries
from plethu_web.reviews.roles import ABILITIES, Role


@in_review("see-team")
@require_safe
def team(request: HttpRequest, access: Access) -> HttpResponse:
    """Who is in the team, and the table of who may do what."""
    return _page(request, access)


@in_review("manage")
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, access: Access) -> HttpResponse:
    """Make an invitation, and show its link once."""
    form = RoleForm(request.POST if request.method == "POST" and "switch_language" not in request.POST else None)
    if not form.is_valid():
        context = {"access": access, "form": form}
        return render(request, "reviews/invite.html", context, status=400 if form.is_bound else 200)
    token = actions.invite(by=access.person, access=access, role=form.cleaned_data["role"])
    link = address_for(request) + reverse("reviews:join", args=[token])
    days = actions.INVITATION_LASTS.days
    context = {"access": access, "link": link, "role": Role(form.cleaned_data["role"]).label, "days": days}
    return render(request, "reviews/invited.html", context)


@in_review("manage")
@require_POST
def withdraw(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Withdraw an invitation."""
    invitation = queries.invitation_of(access, pk)
    actions.withdraw_invitation(by=access.person, access=access, invitation=invitation)
    return redirect("reviews:team", slug=access.review.slug)


@in_review("manage")
@require_http_methods(["GET", "HEAD", "POST"])
def role(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Give somebody another role."""
    member = queries.member_of(access, pk)
    sent = request.method == "POST" and "switch_language" not in request.POST
    form = RoleForm(request.POST if sent else None, initial={"role": member.role})
    if form.is_valid():
        try:
            actions.change_role(by=access.person, access=access, member=member, role=form.cleaned_data["role"])
            return redirect("reviews:team", slug=access.review.slug)
        except actions.LastLead:
            form.add_error("role", _("Somebody has to lead the review: make somebody else a lead first."))
    context = {"access": access, "form": form, "member": member}
    return render(request, "reviews/role.html", context, status=400 if form.is_bound else 200)


@in_review("manage")
@require_POST
def end(request: HttpRequest, access: Access, pk: int) -> HttpResponse:
    """Somebody leaves the team."""
    try:
        actions.end_membership(by=access.person, access=access, member=queries.member_of(access, pk))
    except actions.LastLead:
        words = _("Somebody has to lead the review: make somebody else a lead first.")
        return _page(request, access, errors=[{"text": words}], status=400)
    return redirect("reviews:team", slug=access.review.slug)


@never_cache
@require_safe
def join(request: HttpRequest, token: str) -> HttpResponse:
    """What an invitation opens: the review's name, and a button to join once signed in."""
    found = queries.invitation_with(token)
    if found is None:
        raise Http404
    if not request.user.is_authenticated:
        allow_signup(request)
    back = "?" + urlencode({"next": request.path})
    context = {"invitation": found, "token": token, "role": Role(found.role).label, "back": back}
    return render(request, "reviews/join.html", context)


@never_cache
@login_required
@require_POST
def joined(request: HttpRequest, token: str) -> HttpResponse:
    """Join the team."""
    try:
        review = actions.accept_invitation(by=person_of(request), token=token)
    except actions.NotOpen as error:
        raise Http404 from error
    request.session.pop("invitation", None)
    return redirect("reviews:review", slug=review.slug)


def _page(request: HttpRequest, access: Access, status: int = 200, **more: object) -> HttpResponse:
    roles = [(ability.words, [(role.label, role in ability.roles) for role in Role]) for ability in ABILITIES.values()]
    context: dict[str, object] = {
        "access": access,
        "team": queries.team_of(access),
        "invitations": queries.open_invitations(access) if access.can("manage") else (),
        "roles": [role.label for role in Role],
        "abilities": roles,
        **more,
    }
    return render(request, "reviews/team.html", context, status=status)
