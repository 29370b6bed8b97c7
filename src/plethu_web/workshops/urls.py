"""Addresses of workshops.

Those with `slug` stand behind `in_review`; what follows `yours/` or `facilitating/` is a key.
"""

from __future__ import annotations

from django.urls import URLPattern

app_name = "workshops"

urlpatterns: list[URLPattern] = []
