"""The steering group of a review: who sits in it, its meetings, and what was decided."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from plethu.evidence.text import Text
from plethu_web.reviews.models.poll import PollQuestion
from plethu_web.reviews.models.protocol import ProtocolVersion
from plethu_web.reviews.models.review import Review, person

SECTORS = ["", "community", "third", "public", "academic", "private", "other"]


class Seat(models.Model):
    """A place in the steering group: a person, or only what somebody speaks for. It ends and is never deleted."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="seats")
    person = person(null=True, blank=True, verbose_name=_("person"))
    role = models.CharField(_("what they do or speak for"), max_length=200, blank=True)
    role_cy = models.CharField(_("what they do or speak for, in Welsh"), max_length=200, blank=True)
    sector = models.CharField(_("sector"), max_length=20, blank=True)
    began = models.DateField(_("since"), null=True, blank=True)
    ended = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        verbose_name = _("seat in the steering group")
        verbose_name_plural = _("seats in the steering group")
        ordering = ("sector", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(sector__in=SECTORS), name="a_seat_is_of_a_known_sector"),
            models.CheckConstraint(
                condition=~Q(role="", role_cy="") | Q(person__isnull=False), name="a_seat_has_a_role_or_a_person"
            ),
            models.CheckConstraint(
                condition=Q(ended=None) | Q(began=None) | Q(ended__gte=F("began")), name="a_seat_ends_after_it_began"
            ),
            models.UniqueConstraint(
                fields=["review", "person"], condition=Q(ended=None), name="one_seat_for_a_person_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return self.role or self.role_cy or str(self.pk)

    @property
    def part(self) -> Text:
        """What they do or speak for, in both languages."""
        return Text(self.role, self.role_cy, "reviewed")


class Meeting(models.Model):
    """A meeting of the steering group. `documents` are objects with `label` and `url`."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="meetings")
    on = models.DateField(_("date"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    place_cy = models.CharField(_("place in Welsh"), max_length=200, blank=True)
    notes = models.TextField(_("notes"), max_length=20_000, blank=True)
    notes_cy = models.TextField(_("notes in Welsh"), max_length=20_000, blank=True)
    documents = models.JSONField(_("documents"), default=list)
    present = models.ManyToManyField(Seat, related_name="meetings", blank=True)
    by = person(verbose_name=_("noted by"))

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.on}"

    @property
    def where(self) -> Text:
        """Where it was, in both languages."""
        return Text(self.place, self.place_cy, "reviewed")

    @property
    def minutes(self) -> Text:
        """The notes in both languages."""
        return Text(self.notes, self.notes_cy, "reviewed")


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
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="decisions")
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
