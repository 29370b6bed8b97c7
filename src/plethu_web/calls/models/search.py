"""The log of searches: where the team looked, for what, when, and what it found."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plethu_web.calls.vocabulary import BRANCHES, CITATION_BRANCHES
from plethu_web.reviews.models import Review
from plethu_web.reviews.models.review import person

_COUNTS = ("hits", "looked", "taken")


class Search(models.Model):
    """One search as it was made. Counts are empty where nobody counted; 0 is a count."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="searches")
    strand = models.CharField(max_length=120, blank=True)
    branch = models.CharField(max_length=10)
    place = models.CharField(max_length=200)
    platform = models.CharField(max_length=120, blank=True)
    address = models.CharField(max_length=1000, blank=True)
    query = models.TextField(max_length=20_000, blank=True)
    starts_from = models.CharField(max_length=500, blank=True)
    limits = models.TextField(max_length=2000, blank=True)
    searched = models.DateField()
    hits = models.PositiveIntegerField(null=True, blank=True)
    looked = models.PositiveIntegerField(null=True, blank=True)
    taken = models.PositiveIntegerField(null=True, blank=True)
    notes = models.TextField(max_length=4000, blank=True)
    by = person()
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("search")
        verbose_name_plural = _("searches")
        ordering = ("-searched", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(branch__in=[*BRANCHES]), name="a_branch_of_the_table"),
            models.CheckConstraint(
                condition=Q(looked=None) | Q(hits=None) | Q(looked__lte=F("hits")), name="looked_through_of_the_hits"
            ),
            models.CheckConstraint(
                condition=Q(taken=None) | Q(looked=None) | Q(taken__lte=F("looked")), name="taken_of_what_was_looked_at"
            ),
            models.CheckConstraint(
                condition=Q(taken=None) | Q(hits=None) | Q(taken__lte=F("hits")), name="taken_of_the_hits"
            ),
            models.CheckConstraint(
                condition=~Q(branch__in=CITATION_BRANCHES) | ~Q(starts_from=""),
                name="citation_searching_starts_from_a_source",
            ),
        )

    def __str__(self) -> str:
        return f"{self.place} {self.searched}"
