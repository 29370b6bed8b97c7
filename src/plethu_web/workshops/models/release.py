"""Publishing: texts read and signed off, the thresholds an owner chose, and the ledger of all that was released."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plethu_web.reviews.models.review import person
from plethu_web.workshops.models.coding import LONGEST_ID
from plethu_web.workshops.models.workshop import Workshop

LEAST = 3
STATES = ("unread", "signed-off", "kept-back")


class Caution(models.Model):
    """The fewest people that a label may mean and a cell of a table may count; whether second coders code blind."""

    workshop = models.OneToOneField(Workshop, on_delete=models.CASCADE, related_name="caution")
    labels = models.PositiveSmallIntegerField(default=5)
    tables = models.PositiveSmallIntegerField(default=10)
    blind = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("thresholds of a workshop")
        verbose_name_plural = _("thresholds of workshops")
        constraints = (
            models.CheckConstraint(
                condition=Q(labels__gte=LEAST, tables__gte=F("labels")), name="thresholds_are_never_under_three"
            ),
        )

    def __str__(self) -> str:
        return f"{self.labels} {self.tables}"


class Signing(models.Model):
    """What somebody decided on a text; only ever added to, the newest holds. `of` is the hash of the words they read.

    `decisions` are [start, end, kind, mask], and `also` [start, end] of what they marked beyond: places in the text,
    never the names themselves. `translation` are the words in the other language, with decisions of their own.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="signings")
    contribution = models.CharField(max_length=LONGEST_ID)
    state = models.CharField(max_length=10)
    of = models.CharField(max_length=64, blank=True)
    decisions = models.JSONField(default=list, blank=True)
    also = models.JSONField(default=list, blank=True)
    language = models.CharField(max_length=2, default="en")
    translation = models.TextField(max_length=10_000, blank=True)
    translation_decisions = models.JSONField(default=list, blank=True)
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    class Meta:
        verbose_name = _("signing-off of a text")
        verbose_name_plural = _("signings-off of texts")
        ordering = ("pk",)
        indexes = (models.Index(fields=["workshop", "contribution"], name="signings_of_a_contribution"),)
        constraints = (models.CheckConstraint(condition=Q(state__in=STATES), name="a_text_has_a_known_state"),)

    def __str__(self) -> str:
        return f"{self.contribution} {self.state}"


class WorkshopRelease(models.Model):
    """Something that was published. Everything after it is checked against it.

    `outputs` are the groups of people it speaks of, by ids, for the ledger; they stay. `content` is what was published,
    without what left it since, and the trail from its findings to contributions, which is not published.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="releases")
    number = models.PositiveIntegerField()
    labels = models.PositiveSmallIntegerField()
    tables = models.PositiveSmallIntegerField()
    outputs = models.JSONField(default=list)
    content = models.JSONField(default=dict)
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    class Meta:
        verbose_name = _("release of a workshop")
        verbose_name_plural = _("releases of workshops")
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["workshop", "number"], name="one_release_of_a_number"),)

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.number}"
