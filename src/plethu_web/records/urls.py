"""Addresses of imports and of the record desk, all inside a review."""

from __future__ import annotations

from django.urls import path

from plethu_web.records.views import imports, records

app_name = "records"

urlpatterns = [
    path("<slug:slug>/imports/", imports.imports, name="imports"),
    path("<slug:slug>/imports/new/", imports.new, name="new"),
    path("<slug:slug>/imports/call/", imports.from_call, name="from-call"),
    path("<slug:slug>/imports/<uuid:id>/", imports.one, name="import"),
    path("<slug:slug>/imports/<uuid:id>/columns/", imports.columns, name="columns"),
    path("<slug:slug>/imports/<uuid:id>/file/", imports.original, name="original"),
    path("<slug:slug>/imports/<uuid:id>/aside/", imports.aside, name="aside"),
    path("<slug:slug>/imports/<uuid:id>/back/", imports.back, name="back"),
    path("<slug:slug>/records/", records.records, name="records"),
    path("<slug:slug>/records/as/<slug:format>/", records.export, name="export"),
    path("<slug:slug>/records/<int:pk>/", records.record, name="record"),
    path("<slug:slug>/records/<int:pk>/mend/", records.mend, name="mend"),
    path("<slug:slug>/records/<int:pk>/place/", records.place, name="place"),
    path("<slug:slug>/records/<int:pk>/edits/<int:edit>/undo/", records.undo, name="undo"),
]
