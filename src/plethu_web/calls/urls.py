"""Addresses of calls and of the log of searches.

Those with `slug` stand behind `in_review`; those under `call/` are public, and what follows `yours/` is a key.
"""

from __future__ import annotations

from django.urls import path

from plethu_web.calls.views import calls, queue, searches, sending, your_files, yours

app_name = "calls"

urlpatterns = [
    path("reviews/<slug:slug>/call/", calls.calls, name="call"),
    path("reviews/<slug:slug>/call/new/", calls.new, name="new-call"),
    path("reviews/<slug:slug>/call/figures/", calls.figures, name="figures"),
    path("reviews/<slug:slug>/call/<int:pk>/", calls.one, name="one-call"),
    path("reviews/<slug:slug>/call/<int:pk>/change/", calls.change, name="change-call"),
    path("reviews/<slug:slug>/call/<int:pk>/move/", calls.move, name="move-call"),
    path("reviews/<slug:slug>/call/<int:pk>/passing-on/", calls.referrer, name="referrer"),
    path("reviews/<slug:slug>/call/<int:pk>/poster/", calls.poster, name="poster"),
    path("reviews/<slug:slug>/call/sent/", queue.queue, name="queue"),
    path("reviews/<slug:slug>/call/sent/<uuid:pk>/", queue.submission, name="submission"),
    path("reviews/<slug:slug>/call/sent/<uuid:pk>/delete/", queue.delete, name="delete-submission"),
    path("reviews/<slug:slug>/call/sent/<uuid:pk>/decide/", queue.decide, name="decide"),
    path("reviews/<slug:slug>/call/sent/<uuid:pk>/describe/", queue.describe, name="describe"),
    path("reviews/<slug:slug>/call/sent/<uuid:pk>/files/<int:file>/", queue.file, name="file"),
    path("reviews/<slug:slug>/suggest/", queue.suggest, name="suggest"),
    path("reviews/<slug:slug>/suggest/<uuid:pk>/back/", queue.take_back, name="take-back"),
    path("reviews/<slug:slug>/searches/", searches.searches, name="searches"),
    path("reviews/<slug:slug>/searches/new/", searches.new, name="new-search"),
    path("reviews/<slug:slug>/searches/file/", searches.as_file, name="searches-file"),
    path("reviews/<slug:slug>/searches/bring/", searches.bring, name="bring-searches"),
    path("reviews/<slug:slug>/searches/<int:pk>/change/", searches.change, name="change-search"),
    path("reviews/<slug:slug>/searches/<int:pk>/strike/", searches.strike, name="strike-search"),
    path("call/yours/<str:token>/", yours.yours, name="yours"),
    path("call/yours/<str:token>/words/", yours.words, name="your-words"),
    path("call/yours/<str:token>/files/", your_files.files, name="your-files"),
    path("call/yours/<str:token>/files/<int:pk>/", your_files.file, name="your-file"),
    path("call/yours/<str:token>/files/<int:pk>/remove/", your_files.remove, name="remove-file"),
    path("call/yours/<str:token>/about/", yours.about, name="your-about"),
    path("call/yours/<str:token>/check/", yours.check, name="your-check"),
    path("call/yours/<str:token>/withdraw/", yours.withdraw, name="withdraw"),
    path("call/<slug:key>/", sending.call, name="public"),
    path("call/<slug:key>/tell/", sending.tell, name="tell"),
]
