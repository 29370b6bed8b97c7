"""The log of involvement of a review, in the terms of the ACTIVE framework."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plethu.evidence.involvement import LEVELS, Involvement
from plethu.evidence.text import Text
from plethu_web.reviews.models.poll import Poll
from plethu_web.reviews.models.review import Review, person
from plethu_web.reviews.models.steering import Meeting


class InvolvementEntry(models.Model):
    """One way in which people were involved. It may be that of a poll or of a meeting of the steering group."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="involvements")
    title = models.CharField(_("what it was"), max_length=200, blank=True)
    title_cy = models.CharField(_("what it was, in Welsh"), max_length=200, blank=True)
    who = models.JSONField(_("who"), default=list)
    details = models.TextField(_("more about them"), max_length=2000, blank=True)
    details_cy = models.TextField(_("more about them, in Welsh"), max_length=2000, blank=True)
    people = models.PositiveIntegerField(_("how many"), null=True, blank=True)
    recruitment = models.CharField(_("recruitment"), max_length=10, blank=True)
    recruited = models.TextField(_("how they were recruited"), max_length=2000, blank=True)
    recruited_cy = models.TextField(_("how they were recruited, in Welsh"), max_length=2000, blank=True)
    approach = models.CharField(_("approach"), max_length=12, blank=True)
    contact = models.CharField(_("contact"), max_length=10, blank=True)
    stages = models.JSONField(_("stages"), default=list)
    level = models.CharField(_("level"), max_length=15, blank=True)
    methods = models.TextField(_("methods"), max_length=2000, blank=True)
    methods_cy = models.TextField(_("methods in Welsh"), max_length=2000, blank=True)
    began = models.DateField(_("from"), null=True, blank=True)
    ended = models.DateField(_("until"), null=True, blank=True)
    poll = models.ForeignKey(Poll, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    by = person(verbose_name=_("noted by"))

    class Meta:
        verbose_name = _("entry of the log of involvement")
        verbose_name_plural = _("entries of the log of involvement")
        ordering = ("began", "pk")
        constraints = (
            models.CheckConstraint(condition=~Q(title="", title_cy=""), name="an_involvement_has_a_title"),
            models.CheckConstraint(condition=Q(level__in=["", *LEVELS]), name="an_involvement_has_a_known_level"),
            models.CheckConstraint(
                condition=Q(recruitment__in=["", "open", "closed"], contact__in=["", "direct", "indirect"])
                & Q(approach__in=["", "one-time", "continuous", "combined"]),
                name="an_involvement_is_in_terms_of_active",
            ),
            models.CheckConstraint(
                condition=Q(ended=None) | Q(began=None) | Q(ended__gte=F("began")),
                name="an_involvement_ends_after_it_began",
            ),
            models.UniqueConstraint(fields=["review", "poll"], name="one_involvement_for_a_poll"),
            models.UniqueConstraint(fields=["review", "meeting"], name="one_involvement_for_a_meeting"),
        )

    def __str__(self) -> str:
        return self.title or self.title_cy

    @property
    def name(self) -> Text:
        """What it was, in both languages."""
        return Text(self.title, self.title_cy, "reviewed")

    @property
    def entry(self) -> Involvement:
        """The entry as the library knows it."""
        ends = [day.isoformat() if day else ".." for day in (self.began, self.ended)]
        dates = "" if ends == ["..", ".."] else ends[0] if ends[0] == ends[1] else "/".join(ends)
        return Involvement(
            id=str(self.pk),
            title=self.name,
            who=tuple(self.who),
            details=Text(self.details, self.details_cy, "reviewed"),
            people=self.people,
            recruitment=self.recruitment,  # type: ignore[arg-type]  # the database checks it, as all codes
            recruited=Text(self.recruited, self.recruited_cy, "reviewed"),
            approach=self.approach,  # type: ignore[arg-type]
            contact=self.contact,  # type: ignore[arg-type]
            stages=tuple(self.stages),
            level=self.level,  # type: ignore[arg-type]
            methods=Text(self.methods, self.methods_cy, "reviewed"),
            dates=dates,
        )
