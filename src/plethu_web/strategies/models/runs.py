"""Runs of a strategy: here, over the review's own records, and at the databases, as the log of searches has them."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from plethu_web.calls.models import Search
from plethu_web.records.models import Import
from plethu_web.reviews.models.review import person
from plethu_web.strategies.models.strategy import LONGEST_TEXT, Strategy, Version


class Run(models.Model):
    """A version run over the imported records. `done` stays empty until the job is through; then it is whole.

    `result` has what the page shows; `found` the numbers of all records that the whole strategy found.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="runs")
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="runs")
    known_text = models.TextField(_("known items"), max_length=LONGEST_TEXT, blank=True)
    known_import = models.ForeignKey(Import, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    targets = models.JSONField(default=list)
    result = models.JSONField(default=dict)
    found = models.JSONField(default=list)
    job = models.UUIDField(null=True)
    made = models.DateTimeField(auto_now_add=True)
    by = person()
    done = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("run of a search strategy")
        verbose_name_plural = _("runs of search strategies")
        ordering = ("-made",)

    def __str__(self) -> str:
        return f"{self.version_id} {self.made}"


class LoggedRun(models.Model):
    """Which version an entry of the log of searches ran, in which platform's writing, and what the vendor counted.

    `text` is kept exactly as it was run. `lines`: a list of `{"name", "text", "count"}`, the count None where nobody
    noted one.
    """

    search = models.OneToOneField(Search, on_delete=models.CASCADE, related_name="+", primary_key=True)
    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="logged")
    platform = models.CharField(max_length=20)
    text = models.TextField(max_length=LONGEST_TEXT)
    sha256 = models.CharField(max_length=64, help_text=_("Checksum of the text, so that a later change shows."))
    lines = models.JSONField(default=list)
    by = person()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("strategy as it was run")
        verbose_name_plural = _("strategies as they were run")
        ordering = ("-at",)

    def __str__(self) -> str:
        return f"{self.version_id} {self.platform}"
