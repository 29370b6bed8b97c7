"""Addresses of advice."""

from __future__ import annotations

from django.urls import path

from plethu_web.frameworks.views import compare, files, questions, result, saving, start, trying

app_name = "advice"

urlpatterns = [
    path("", start.start, name="start"),
    path("examples/<slug:name>/", start.example, name="example"),
    path("forget/", start.forget, name="forget"),
    path("questions/<slug:step>/", questions.question, name="question"),
    path("answers/", questions.answers, name="answers"),
    path("answers/file/", files.situation, name="situation-file"),
    path("result/", result.result, name="result"),
    path("result/as/<slug:ending>/", files.document, name="document"),
    path("result/<slug:action>/", result.action, name="action"),
    path("result/<slug:action>/follow-rule/", result.follow_rule, name="follow-rule"),
    path("what-if/", trying.what_if, name="what-if"),
    path("what-if/keep/", trying.keep, name="keep-change"),
    path("compare/", compare.compare, name="compare"),
    path("save/", saving.save, name="save"),
    path("save/update/", saving.update, name="update"),
    path("saved/<str:token>/", saving.saved, name="saved"),
    path("saved/<str:token>/take-up/", saving.take_up, name="take-up"),
    path("saved/<str:token>/delete/", saving.delete, name="delete"),
    path("saved/<str:token>/file/", saving.saved_file, name="saved-file"),
]
