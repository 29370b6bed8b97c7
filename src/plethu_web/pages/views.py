"""The pages without data. Everything they say stands in their templates."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from plethu_web.pages import samples


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Three doors."""
    return render(request, "pages/home.html")


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What this is, what it rests on, who may use it."""
    return render(request, "pages/about.html", _contact())


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    """The accessibility statement."""
    return render(request, "pages/accessibility.html", _contact())


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about a visitor, and for how long."""
    return render(request, "pages/privacy.html", _contact())


@require_safe
def gallery(request: HttpRequest) -> HttpResponse:
    """Every component with sample data."""
    return render(request, "pages/gallery.html", samples.everything(request.GET))


def _contact() -> dict[str, str]:
    return {"contact": getattr(settings, "PLETHU_CONTACT", "")}
