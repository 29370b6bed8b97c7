"""Addresses of analysis: the coding desk, statements, texts before they are published, releases."""

from __future__ import annotations

from django.urls import path

from plethu_web.workshops.views import agreement, coding, coding_outcomes, publishing, releasing, statements

_ANALYSIS = "reviews/<slug:slug>/workshops/<uuid:pk>/analysis/"

urlpatterns = [
    path(_ANALYSIS, coding.analysis, name="analysis"),
    path(f"{_ANALYSIS}desk/", coding.desk, name="desk"),
    path(f"{_ANALYSIS}desk/log/", coding.log, name="coding-log"),
    path(f"{_ANALYSIS}desk/stop/", coding.stop, name="stop-as-second"),
    path(f"{_ANALYSIS}desk/undo/<int:change>/", coding.undo, name="undo-coding"),
    path(f"{_ANALYSIS}desk/<slug:said>/", coding.contribution, name="contribution"),
    path(f"{_ANALYSIS}desk/<slug:said>/remark/", coding.remark, name="remark"),
    path(f"{_ANALYSIS}desk/<slug:said>/text/", releasing.text, name="text"),
    path(f"{_ANALYSIS}desk/<slug:said>/text/step/", releasing.step, name="text-step"),
    path(f"{_ANALYSIS}desk/<slug:said>/<slug:of>/", coding.change, name="change-coding"),
    path(f"{_ANALYSIS}agreement/", agreement.agreement, name="agreement"),
    path(f"{_ANALYSIS}readings/", coding_outcomes.readings, name="readings"),
    path(f"{_ANALYSIS}actions/", coding_outcomes.proposals, name="proposals"),
    path(f"{_ANALYSIS}actions/<int:proposal>/merge/", coding_outcomes.merge, name="merge"),
    path(f"{_ANALYSIS}actions/<int:proposal>/part/", coding_outcomes.part, name="part-proposal"),
    path(f"{_ANALYSIS}statements/", statements.statements, name="statements"),
    path(f"{_ANALYSIS}statements/undo/<int:change>/", statements.undo, name="undo-statement"),
    path(f"{_ANALYSIS}statements/<int:statement>/", statements.change, name="change-statement"),
    path(f"{_ANALYSIS}statements/<int:statement>/take-out/", statements.take_out, name="take-out-statement"),
    path(f"{_ANALYSIS}statements/<slug:stance>/<slug:of>/", statements.write, name="write-statement"),
    path(f"{_ANALYSIS}releases/", releasing.releases, name="releases"),
    path(f"{_ANALYSIS}releases/publish/", publishing.publish, name="publish"),
    path(f"{_ANALYSIS}releases/thresholds/", releasing.thresholds, name="thresholds"),
    path(f"{_ANALYSIS}releases/<int:number>/", releasing.release, name="release"),
    path(f"{_ANALYSIS}releases/<int:number>/<slug:kind>/<slug:language>/", releasing.file, name="release-file"),
]
