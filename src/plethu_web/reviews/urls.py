"""Addresses of reviews. Those with `slug` stand behind `in_review`; a test walks them with every role."""

from __future__ import annotations

from django.urls import path

from plethu_web.reviews.views import reviews, team

app_name = "reviews"

urlpatterns = [
    path("", reviews.mine, name="mine"),
    path("start/", reviews.start, name="start"),
    path("join/<str:token>/", team.join, name="join"),
    path("join/<str:token>/yes/", team.joined, name="joined"),
    path("<slug:slug>/", reviews.review, name="review"),
    path("<slug:slug>/change/", reviews.change, name="change"),
    path("<slug:slug>/trail/", reviews.trail, name="trail"),
    path("<slug:slug>/team/", team.team, name="team"),
    path("<slug:slug>/team/invite/", team.invite, name="invite"),
    path("<slug:slug>/team/invitations/<int:pk>/withdraw/", team.withdraw, name="withdraw"),
    path("<slug:slug>/team/<int:pk>/role/", team.role, name="role"),
    path("<slug:slug>/team/<int:pk>/end/", team.end, name="end"),
]
