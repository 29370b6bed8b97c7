"""What people say about a strategy: answers to findings of the checks, and peer review by PRESS."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from plethu_web.reviews.models.review import person
from plethu_web.strategies.models.strategy import Strategy, Version


class FindingAnswer(models.Model):
    """A finding of the checks that somebody answered as a false alarm. `key` is the library's and outlives edits."""

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="finding_answers")
    key = models.CharField(max_length=300)
    code = models.CharField(max_length=60)
    reason = models.TextField(_("reason"), max_length=2000)
    at = models.DateTimeField(auto_now_add=True)
    by = person()

    class Meta:
        verbose_name = _("answer to a finding")
        verbose_name_plural = _("answers to findings")
        ordering = ("at", "pk")
        constraints = (models.UniqueConstraint(fields=["strategy", "key"], name="one_answer_to_a_finding"),)

    def __str__(self) -> str:
        return self.key


class PeerReview(models.Model):
    """One person's review of one version by the six elements of PRESS 2015.

    `elements`: by the element's code, `{"judgement", "comment"}`; `responses`: by the same codes, what the authors say.
    """

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="peer_reviews")
    elements = models.JSONField()
    overall = models.TextField(_("on the whole"), max_length=8000, blank=True)
    is_own = models.BooleanField(_("by somebody who wrote the strategy"), default=False)
    at = models.DateTimeField(auto_now_add=True)
    by = person()
    responses = models.JSONField(default=dict)
    responded = models.DateTimeField(null=True, blank=True)
    responded_by = person(null=True, blank=True)
    accepted = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("peer review of a search strategy")
        verbose_name_plural = _("peer reviews of search strategies")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.version_id} {self.by_id}"
