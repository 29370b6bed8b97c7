"""The steering group of a review: what it decided."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plethu.evidence.text import Text
from plethu_web.reviews.models.poll import PollQuestion
from plethu_web.reviews.models.protocol import ProtocolVersion
from plethu_web.reviews.models.review import Review, person


class DecisionStatus(models.TextChoices):
    """How far a decision has come."""

    PROPOSED = "proposed", _("Proposed")
    AGREED = "agreed", _("Agreed")
    DONE = "done", _("Carried out")


class Decision(models.Model):
    """Something decided about the review, and the version of the protocol that it led to."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="decisions")
    text = models.TextField(_("what was decided"), max_length=2000, blank=True)
    text_cy = models.TextField(_("what was decided, in Welsh"), max_length=2000, blank=True)
    reason = models.TextField(_("reason"), max_length=2000, blank=True)
    reason_cy = models.TextField(_("reason in Welsh"), max_length=2000, blank=True)
    decided_by = models.CharField(_("who decided"), max_length=200, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=DecisionStatus, default=DecisionStatus.PROPOSED)
    on = models.DateField(_("date"), null=True, blank=True)
    version = models.ForeignKey(
        ProtocolVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    question = models.ForeignKey(
        PollQuestion, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions"
    )
    at = models.DateTimeField(auto_now_add=True)
    by = person(verbose_name=_("noted by"))

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ("-on", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(status__in=DecisionStatus.values), name="a_decision_has_a_known_status"),
            models.CheckConstraint(condition=~Q(text="", text_cy=""), name="a_decision_says_something"),
        )

    def __str__(self) -> str:
        return (self.text or self.text_cy)[:60]

    @property
    def words(self) -> Text:
        """What was decided, in both languages."""
        return Text(self.text, self.text_cy, "reviewed")

    @property
    def why(self) -> Text:
        """The reason in both languages."""
        return Text(self.reason, self.reason_cy, "reviewed")
