"""A person's own account: what stands in it, taking it away, and being erased."""

from __future__ import annotations

import json

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plethu_web.accounts import actions, personal_data, proving, queries
from plethu_web.accounts.forms import Details, Proof
from plethu_web.accounts.signed_in import Person, person_of


@login_required
@never_cache
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Everything somebody can see and change of their account."""
    user = person_of(request)
    context = {"person": user, "ways": queries.ways_in(user), "has_provider": bool(settings.SOCIALACCOUNT_PROVIDERS)}
    return render(request, "accounts/account.html", context)


@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def details(request: HttpRequest) -> HttpResponse:
    """Change the name and the language."""
    user = person_of(request)
    form = Details(request.POST or None, initial={"name": user.name, "language": user.language})
    if request.method == "POST" and form.is_valid():
        actions.change_details(user=user, by=user.pseudonym, **form.cleaned_data)
        with translation.override(user.language):
            return redirect("accounts:account")
    return render(request, "accounts/details.html", {"form": form})


@login_required
@never_cache
@require_safe
def kept(request: HttpRequest) -> HttpResponse:
    """What is kept about the person, table by table."""
    user = person_of(request)
    rows = [
        [held.title, personal_data.rows_about(held, user).count(), held.stays or _("erased with you")]
        for held in personal_data.declared()
        if held.links
    ]
    columns = [_("What"), {"text": _("Entries"), "number": True}, _("If you are erased")]
    context = {"rows": [row for row in rows if row[1]], "columns": columns, "caption": _("What is kept about you")}
    return render(request, "accounts/kept.html", context)


@login_required
@never_cache
@require_POST
def take_away(request: HttpRequest) -> HttpResponse:
    """All that is kept about the person, as a file."""
    user = person_of(request)
    actions.note_export(user=user, by=user.pseudonym)
    text = json.dumps(personal_data.exported(user), cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    name = _("my-data")
    response["Content-Disposition"] = f'attachment; filename="{name}.json"'
    return response


@sensitive_post_parameters("proof")
@login_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    """Erase the person, once they have shown that it is them."""
    user = person_of(request)
    if request.method == "POST" and "send_code" in request.POST:
        proving.send_code(request, user)
        return HttpResponseRedirect(reverse("accounts:erase"))
    form = Proof(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if proving.is_proved(request, user, form.cleaned_data["proof"]):
            return _erased(request, user)
        form.add_error("proof", _("This is not the code, and not your password."))
    context = {"form": form, "holds": personal_data.holds(user), "is_code_sent": proving.is_code_sent(request)}
    return render(request, "accounts/erase.html", {**context, "has_password": user.has_usable_password()})


@require_safe
def erased(request: HttpRequest) -> HttpResponse:
    """The person is erased."""
    return render(request, "accounts/erased.html")


def _erased(request: HttpRequest, user: Person) -> HttpResponse:
    try:
        actions.erase_person(pseudonym=user.pseudonym, by=user.pseudonym)
    except actions.HandOverFirst:
        return HttpResponseRedirect(reverse("accounts:erase"))
    logout(request)
    return HttpResponseRedirect(reverse("accounts:erased"))
