"""Addresses of reviews. Those with `slug` stand behind `in_review`; a test walks them with every role."""

from __future__ import annotations

from django.urls import path

from plethu_web.reviews.views import (
    answering,
    polls,
    protocol,
    protocol_editing,
    protocol_publishing,
    public,
    reviews,
    team,
)

app_name = "reviews"

urlpatterns = [
    path("", reviews.mine, name="mine"),
    path("start/", reviews.start, name="start"),
    path("start/example/", reviews.start_from_example, name="start-from-example"),
    path("join/<str:token>/", team.join, name="join"),
    path("join/<str:token>/yes/", team.joined, name="joined"),
    path("protocols/<slug:slug>/", public.protocol, name="public-protocol"),
    path("protocols/<slug:slug>/<int:number>/", public.protocol, name="public-version"),
    path("protocols/<slug:slug>/<int:number>/as/<str:ending>/", public.protocol_as, name="public-version-as"),
    path("polls/<str:key>/", answering.answer, name="answer"),
    path("polls/<str:key>/results/", answering.results, name="public-results"),
    path("polls/<str:key>/let-go/", answering.let_go, name="let-go"),
    path("polls/<str:key>/mine/<str:token>/", answering.mine, name="my-answer"),
    path("polls/<str:key>/mine/<str:token>/withdraw/", answering.withdraw, name="withdraw-answer"),
    path("<slug:slug>/", reviews.review, name="review"),
    path("<slug:slug>/change/", reviews.change, name="change"),
    path("<slug:slug>/trail/", reviews.trail, name="trail"),
    path("<slug:slug>/team/", team.team, name="team"),
    path("<slug:slug>/team/invite/", team.invite, name="invite"),
    path("<slug:slug>/team/invitations/<int:pk>/withdraw/", team.withdraw, name="withdraw"),
    path("<slug:slug>/team/<int:pk>/role/", team.role, name="role"),
    path("<slug:slug>/team/<int:pk>/end/", team.end, name="end"),
    path("<slug:slug>/protocol/", protocol.protocol, name="protocol"),
    path("<slug:slug>/protocol/as/<str:ending>/", protocol.draft_as, name="draft-as"),
    path("<slug:slug>/protocol/compare/", protocol.compare, name="compare"),
    path("<slug:slug>/protocol/versions/<int:number>/", protocol.version, name="version"),
    path("<slug:slug>/protocol/versions/<int:number>/as/<str:ending>/", protocol.version_as, name="version-as"),
    path("<slug:slug>/protocol/publish/", protocol_publishing.publish, name="publish"),
    path("<slug:slug>/protocol/public/", protocol_publishing.public, name="protocol-public"),
    path("<slug:slug>/protocol/example/", protocol_publishing.take_example, name="take-example"),
    path("<slug:slug>/protocol/file/", protocol_publishing.take_in, name="take-in"),
    path("<slug:slug>/protocol/earlier/", protocol_publishing.states, name="states"),
    path("<slug:slug>/protocol/earlier/<int:number>/", protocol_publishing.have_back, name="have-back"),
    path("<slug:slug>/protocol/part/<str:name>/", protocol_editing.part, name="part"),
    path("<slug:slug>/protocol/strand/<str:strand>/<str:name>/", protocol_editing.strand_part, name="strand-part"),
    path("<slug:slug>/protocol/in/<str:strand>/<str:kind>/add/", protocol_editing.add, name="add-entry"),
    path("<slug:slug>/protocol/in/<str:strand>/<str:kind>/<str:id>/", protocol_editing.change, name="change-entry"),
    path(
        "<slug:slug>/protocol/in/<str:strand>/<str:kind>/<str:id>/remove/", protocol_editing.remove, name="remove-entry"
    ),
    path("<slug:slug>/polls/", polls.polls, name="polls"),
    path("<slug:slug>/polls/make/", polls.make, name="make-poll"),
    path("<slug:slug>/polls/<int:pk>/", polls.poll, name="poll"),
    path("<slug:slug>/polls/<int:pk>/change/", polls.change, name="change-poll"),
    path("<slug:slug>/polls/<int:pk>/switch/<str:to>/", polls.switch, name="switch-poll"),
    path("<slug:slug>/polls/<int:pk>/public/", polls.public, name="poll-public"),
    path("<slug:slug>/polls/<int:pk>/results/", polls.results, name="poll-results"),
    path("<slug:slug>/polls/<int:pk>/results/as/<str:ending>/", polls.results_as, name="poll-results-as"),
    path("<slug:slug>/polls/<int:pk>/ready/<str:topic>/", polls.ready, name="ready-question"),
    path("<slug:slug>/polls/<int:pk>/questions/add/", polls.question, name="add-question"),
    path("<slug:slug>/polls/<int:pk>/questions/<int:number>/", polls.question, name="change-question"),
    path("<slug:slug>/polls/<int:pk>/questions/<int:number>/remove/", polls.remove_question, name="remove-question"),
    path("<slug:slug>/polls/<int:pk>/questions/<int:number>/decide/", polls.decide, name="decide"),
]
