"""Addresses of search strategies, all inside a review."""

from __future__ import annotations

from django.urls import path

from plethu_web.strategies.views import (
    checks,
    editing,
    logged,
    press,
    reporting,
    runs,
    strategies,
    terms,
    translations,
    versions,
)

app_name = "strategies"
ONE = "<slug:slug>/strategies/<int:pk>/"

urlpatterns = [
    path("<slug:slug>/strategies/", strategies.strategies, name="strategies"),
    path("<slug:slug>/strategies/new/", strategies.new, name="new"),
    path("<slug:slug>/strategies/plan/", reporting.plan, name="plan"),
    path("<slug:slug>/strategies/prisma-s/", reporting.checklist, name="checklist"),
    path("<slug:slug>/strategies/appendix/<slug:format>/", reporting.appendix, name="appendix"),
    path(ONE, strategies.strategy, name="strategy"),
    path(f"{ONE}name/", strategies.rename, name="rename"),
    path(f"{ONE}aside/", strategies.aside, name="aside"),
    path(f"{ONE}blocks/add/", editing.add, name="add"),
    path(f"{ONE}blocks/<slug:key>/", editing.block, name="block"),
    path(f"{ONE}blocks/<slug:key>/move/", editing.move, name="move"),
    path(f"{ONE}blocks/<slug:key>/remove/", editing.remove, name="remove"),
    path(f"{ONE}formula/", editing.formula, name="formula"),
    path(f"{ONE}versions/", versions.versions, name="versions"),
    path(f"{ONE}versions/compare/", versions.compare, name="compare"),
    path(f"{ONE}versions/<int:number>/", versions.version, name="version"),
    path(f"{ONE}versions/<int:number>/restore/", versions.restore, name="restore"),
    path(f"{ONE}terms/", terms.terms, name="terms"),
    path(f"{ONE}terms/suggest/<slug:key>/", terms.suggest, name="suggest"),
    path(f"{ONE}terms/source/<slug:key>/", terms.source, name="source"),
    path(f"{ONE}terms/<int:term>/answer/", terms.answer, name="answer"),
    path(f"{ONE}translations/", translations.translations, name="translations"),
    path(f"{ONE}translations/<slug:platform>/", translations.translation, name="translation"),
    path(f"{ONE}translations/<slug:platform>/file/", translations.as_file, name="translation-file"),
    path(f"{ONE}checks/", checks.checks, name="checks"),
    path(f"{ONE}checks/answer/", checks.answer, name="false-alarm"),
    path(f"{ONE}checks/beside/<int:other>/", checks.beside, name="beside"),
    path(f"{ONE}checks/<int:answer_pk>/back/", checks.back, name="take-back"),
    path(f"{ONE}runs/", runs.runs, name="runs"),
    path(f"{ONE}runs/new/", runs.new, name="new-run"),
    path(f"{ONE}runs/<uuid:id>/", runs.run, name="run"),
    path(f"{ONE}runs/<uuid:id>/compared/<slug:platform>/", runs.compared, name="compared"),
    path(f"{ONE}databases/", logged.databases, name="databases"),
    path(f"{ONE}databases/<slug:platform>/new/", logged.new, name="log-run"),
    path(f"{ONE}databases/<int:run>/", logged.one, name="logged"),
    path(f"{ONE}press/", press.reviews, name="press"),
    path(f"{ONE}press/new/", press.new, name="new-press"),
    path(f"{ONE}press/<int:review>/", press.one, name="press-review"),
    path(f"{ONE}press/<int:review>/respond/", press.respond, name="respond"),
    path(f"{ONE}press/<int:review>/accept/", press.accept, name="accept"),
]
