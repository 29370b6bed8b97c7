"""The pages without data. Everything they say stands in their templates."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plethu.framework.editions import default_edition
from plethu_web.pages import samples


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Three doors."""
    return render(request, "pages/home.html")


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this is, what it rests on, who may use it."""
    return render(request, "pages/about.html", {**_contact(), "edition": default_edition()})


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "pages/accessibility.html", _contact())


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about a visitor, and for how long."""
    return render(request, "pages/privacy.html", {**_contact(), **_cookies()})


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with sample data."""
    return render(request, "pages/gallery.html", samples.everything(request.GET))


def _contact() -> dict[str, str]:
    return {"contact": getattr(settings, "PLETHU_CONTACT", "")}


def _cookies() -> dict[str, object]:
    rows = [
        [settings.CSRF_COOKIE_NAME, _("shows that a form came from this site"), _("one year")],
        ["plethu_answers", _("opens the answers you are giving"), _("one day")],
        ["plethu_poll", _("lets you change or withdraw your answer to a poll"), _("180 days")],
        [settings.LANGUAGE_COOKIE_NAME, _("remembers which language you read in"), _("one year")],
    ]
    columns = [_("Name"), _("What it does"), _("Kept for")]
    return {"cookie_caption": _("Cookies for visitors"), "cookie_columns": columns, "cookie_rows": rows}
