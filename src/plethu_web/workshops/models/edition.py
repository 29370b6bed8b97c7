"""Editions of a review's own: what its workshops can be held on beside the edition of the site."""

from __future__ import annotations

import uuid
import zlib
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plethu.evidence.text import Text
from plethu_web.reviews.models import Review
from plethu_web.reviews.models.review import person
from plethu_web.workshops.origins import Origin

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from plethu_web.workshops.models.workshop import Workshop

LONGEST_TITLE = 300


class HeldEdition(models.Model):
    """An edition that a review has beside the site's. It was checked when it came.

    It changes only where somebody withdraws who is behind a statement in it; it has another hash then. `hash` is the
    hash of its content, `edition` and `version` what it calls itself. `packed` is the built file, compressed by zlib.
    `highest` is the highest number of its findings, F001 counted as 1, and `strands` are their ids: what a workshop
    finds is numbered and named apart from them.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="held_editions")
    hash = models.CharField(max_length=64, db_index=True)
    edition = models.CharField(max_length=80)
    version = models.CharField(max_length=80)
    title = models.CharField(max_length=LONGEST_TITLE, blank=True)
    title_cy = models.CharField(max_length=LONGEST_TITLE, blank=True)
    origin = models.CharField(max_length=8, choices=Origin)
    file = models.CharField(max_length=200, blank=True)
    release = models.ForeignKey(
        "workshops.WorkshopRelease", on_delete=models.SET_NULL, null=True, blank=True, related_name="held_editions"
    )
    packed = models.BinaryField()
    findings = models.PositiveIntegerField()
    highest = models.PositiveIntegerField(default=0)
    strands = models.JSONField(default=list)
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    workshops: RelatedManager[Workshop]

    class Meta:
        verbose_name = _("edition of a review")
        verbose_name_plural = _("editions of reviews")
        ordering = ("-made",)
        constraints = (
            models.UniqueConstraint(fields=["review", "hash"], name="a_review_holds_an_edition_once"),
            models.CheckConstraint(condition=Q(origin__in=Origin.values), name="an_edition_came_in_a_known_way"),
        )

    def __str__(self) -> str:
        return f"{self.edition} {self.version}"

    @property
    def name(self) -> Text:
        """The title in both languages, or what it calls itself where it has none."""
        title = Text(self.title, self.title_cy, "reviewed")
        return Text(self.edition, self.edition, "reviewed") if title.is_empty else title

    @property
    def built(self) -> bytes:
        """The built file."""
        return zlib.decompress(bytes(self.packed))
