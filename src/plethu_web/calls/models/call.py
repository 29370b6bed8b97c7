"""A call for case studies and sources, and the bodies that pass it on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plethu.evidence.text import Text
from plethu_web.reviews.models import Review
from plethu_web.reviews.models.review import person

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from plethu_web.calls.models.submission import Submission

LONGEST_KEPT = 120  # months


class Call(models.Model):
    """An invitation to everybody to send something in. `key` is its public address, short enough for a poster."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="calls")
    key = models.CharField(max_length=12, unique=True)
    title = models.CharField(max_length=200)
    title_cy = models.CharField(max_length=200, blank=True)
    introduction = models.TextField(max_length=4000)
    introduction_cy = models.TextField(max_length=4000, blank=True)
    wanted = models.TextField(max_length=4000, blank=True)
    wanted_cy = models.TextField(max_length=4000, blank=True)
    asks = models.JSONField(default=list)
    licences = models.JSONField(default=list)
    contact = models.CharField(max_length=200)
    opens = models.DateField()
    closes = models.DateField()
    stopped = models.DateField(null=True, blank=True)
    keep_months = models.PositiveSmallIntegerField()
    contact_months = models.PositiveSmallIntegerField()
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    referrers: RelatedManager[Referrer]
    submissions: RelatedManager[Submission]

    class Meta:
        verbose_name = _("call")
        verbose_name_plural = _("calls")
        ordering = ("-made",)
        constraints = (
            models.CheckConstraint(condition=Q(closes__gte=F("opens")), name="a_call_closes_after_it_opens"),
            models.CheckConstraint(
                condition=Q(keep_months__gte=1, keep_months__lte=LONGEST_KEPT), name="a_call_says_how_long_it_keeps"
            ),
            models.CheckConstraint(
                condition=Q(contact_months__gte=1, contact_months__lte=F("keep_months")),
                name="contacts_are_kept_no_longer_than_the_rest",
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def name(self) -> Text:
        """The title in both languages."""
        return Text(self.title, self.title_cy, "reviewed")

    @property
    def words(self) -> Text:
        """The introduction in both languages."""
        return Text(self.introduction, self.introduction_cy, "reviewed")

    @property
    def looked_for(self) -> Text:
        """What is looked for, in both languages."""
        return Text(self.wanted, self.wanted_cy, "reviewed")

    @property
    def ended(self) -> date:
        """The day from which months of keeping are counted."""
        return min(self.closes, self.stopped) if self.stopped else self.closes


class Referrer(models.Model):
    """A body that passes the call on, with a code in its link, so that what came through it can be counted."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="referrers")
    name = models.CharField(max_length=120)
    code = models.CharField(max_length=12)
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    class Meta:
        verbose_name = _("body that passes a call on")
        verbose_name_plural = _("bodies that pass calls on")
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=["call", "code"], name="one_code_of_a_call_for_one_body"),
            models.UniqueConstraint(fields=["call", "name"], name="one_link_for_a_body"),
        )

    def __str__(self) -> str:
        return self.name
