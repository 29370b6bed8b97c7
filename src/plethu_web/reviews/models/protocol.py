"""The protocol of a review: every state of its draft, and the versions that were published."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plethu.evidence.text import Text
from plethu_web.reviews.models.review import Review, person


class ProtocolDraft(models.Model):
    """One state of the draft. A change adds one, so that what was written before can always be had back."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="drafts")
    number = models.PositiveIntegerField()
    content = models.TextField()
    at = models.DateTimeField(auto_now_add=True)
    by = person(verbose_name=_("by"))

    class Meta:
        verbose_name = _("draft of a protocol")
        verbose_name_plural = _("drafts of protocols")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["review", "number"], name="one_draft_of_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="drafts_are_counted_from_one"),
        )

    def __str__(self) -> str:
        return f"{self.review_id} {self.number}"


class ProtocolVersion(models.Model):
    """A published version of the protocol. It never changes, and its address stays."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.TextField()
    reason = models.TextField(_("reason"), max_length=2000, blank=True)
    reason_cy = models.TextField(_("reason in Welsh"), max_length=2000, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    by = person(verbose_name=_("by"))

    class Meta:
        verbose_name = _("version of a protocol")
        verbose_name_plural = _("versions of protocols")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["review", "number"], name="one_version_of_a_number"),
            models.CheckConstraint(condition=Q(number__gte=1), name="versions_are_counted_from_one"),
            models.CheckConstraint(condition=~Q(reason="", reason_cy=""), name="a_version_has_a_reason"),
        )

    def __str__(self) -> str:
        return f"{self.review_id} {self.number}"

    @property
    def why(self) -> Text:
        """The reason in both languages."""
        return Text(self.reason, self.reason_cy, "reviewed")
