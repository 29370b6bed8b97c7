"""What somebody keeps of their answers: a draft for a day, or a saved situation under a private link."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


class SavedSituation(models.Model):
    """The answers of one collaboration, as a situation file. Only the hash of the key that opens it is kept."""

    class Kind(models.TextChoices):
        """How it is kept."""

        DRAFT = "draft", _("Draft")
        SAVED = "saved", _("Saved")

    token_hash = models.CharField(_("hash of the key"), max_length=64, unique=True)
    kind = models.CharField(_("kind"), max_length=5, choices=Kind)
    name = models.CharField(_("name"), max_length=120, blank=True)
    situation = models.TextField(_("situation"))
    origin = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, related_name="drafts", verbose_name=_("opened from")
    )
    origin_seen = models.DateTimeField(_("change of what it was opened from that is known to it"), null=True)
    created = models.DateTimeField(_("made"))
    changed = models.DateTimeField(_("changed"))
    expires = models.DateTimeField(_("kept until"), db_index=True)

    class Meta:
        verbose_name = _("situation")
        verbose_name_plural = _("situations")
        constraints = (
            models.CheckConstraint(condition=Q(kind__in=["draft", "saved"]), name="situation_is_draft_or_saved"),
            models.CheckConstraint(condition=Q(expires__gt=F("changed")), name="situation_expires_after_its_change"),
            models.CheckConstraint(
                condition=Q(kind="draft") | Q(origin__isnull=True), name="only_a_draft_is_opened_from_another"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
