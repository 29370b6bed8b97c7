"""Addresses of a person's own account. Those of signing in are allauth's."""

from __future__ import annotations

from django.urls import path

from plethu_web.accounts import views

app_name = "accounts"

urlpatterns = [
    path("", views.account, name="account"),
    path("details/", views.details, name="details"),
    path("kept/", views.kept, name="kept"),
    path("take-away/", views.take_away, name="take-away"),
    path("erase/", views.erase, name="erase"),
    path("erased/", views.erased, name="erased"),
]
