"""A strategy and its versions. A version is never changed: every save makes the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _

from plethu_web.reviews.models import Review
from plethu_web.reviews.models.review import person

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from plethu_web.strategies.models.answers import FindingAnswer
    from plethu_web.strategies.models.runs import Run
    from plethu_web.strategies.models.terms import Term

LONGEST_TEXT = 200_000


class Strategy(models.Model):
    """A search written for one platform. What it says stands in its versions; the latest one counts."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="strategies")
    name = models.CharField(_("name"), max_length=200)
    platform = models.CharField(_("platform"), max_length=20)
    database = models.CharField(_("database"), max_length=200, blank=True)
    is_aside = models.BooleanField(_("set aside"), default=False)
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    versions: RelatedManager[Version]
    terms: RelatedManager[Term]
    finding_answers: RelatedManager[FindingAnswer]
    runs: RelatedManager[Run]

    class Meta:
        verbose_name = _("search strategy")
        verbose_name_plural = _("search strategies")
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


class Version(models.Model):
    """All blocks and the formula as they stood after one save, byte for byte.

    `blocks`: a list of `{"key", "name", "title", "text", "remarks"}`; `key` stays when a block is renamed or moved.
    `pasted` is the whole text that the first version was read from.
    """

    strategy = models.ForeignKey(Strategy, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    blocks = models.JSONField()
    formula = models.TextField(max_length=LONGEST_TEXT, blank=True)
    pasted = models.TextField(max_length=LONGEST_TEXT, blank=True)
    change = models.CharField(max_length=20)
    block = models.CharField(max_length=60, blank=True, help_text=_("The name of the block that was changed."))
    at = models.DateTimeField(auto_now_add=True)
    by = person()

    class Meta:
        verbose_name = _("version of a search strategy")
        verbose_name_plural = _("versions of search strategies")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["strategy", "number"], name="one_version_of_a_strategy_for_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.strategy_id} {self.number}"


class SearchPlan(models.Model):
    """What a review has promised of its searches, and what else PRISMA-S asks. One row for a review, at most.

    `reporting`: by the name of a field of `searchlog.SearchLog`, what the review says to it.
    """

    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="search_plan", primary_key=True)
    start = models.CharField(_("published from"), max_length=10, blank=True)
    end = models.CharField(_("published until"), max_length=10, blank=True)
    languages = models.CharField(_("languages"), max_length=200, blank=True)
    databases = models.TextField(_("databases"), max_length=4000, blank=True)
    reporting = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("plan of searches")
        verbose_name_plural = _("plans of searches")

    def __str__(self) -> str:
        return str(self.review_id)
