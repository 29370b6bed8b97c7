"""Addresses of the editions that a review has for its workshops."""

from __future__ import annotations

from django.urls import path

from plethu_web.workshops.views import editions

_ALL = "reviews/<slug:slug>/workshops/editions/"
_ONE = f"{_ALL}<uuid:edition>/"

urlpatterns = [
    path(_ALL, editions.editions, name="editions"),
    path(f"{_ALL}new/", editions.new, name="new-edition"),
    path(f"{_ALL}list/", editions.from_list, name="new-list"),
    path(f"{_ALL}list/findings.csv", editions.template, name="list-template"),
    path(_ONE, editions.one, name="edition"),
    path(f"{_ONE}file/", editions.file, name="edition-file"),
    path(
        "reviews/<slug:slug>/workshops/<uuid:pk>/analysis/releases/<int:number>/keep/",
        editions.keep_release,
        name="keep-release",
    ),
    path(f"{_ONE}delete/", editions.delete, name="delete-edition"),
]
