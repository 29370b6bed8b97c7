"""Plans of breakout groups: versions, of which one is in use, and who sits where in each."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plethu_web.reviews.models.review import person
from plethu_web.workshops.models.registration import Participant
from plethu_web.workshops.models.workshop import Workshop

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Plan(models.Model):
    """A version of the groups: what was asked for, and once the job is done, the seats and the certificate.

    `design` holds groups, rounds, weights, size; `certificate` is as the library gives it. `job` finds the work.
    `changed_from` is the version that was re-planned for people who did not come or came late.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="plans")
    number = models.PositiveIntegerField()
    design = models.JSONField(default=dict)
    certificate = models.JSONField(default=dict)
    ready = models.BooleanField(default=False)
    in_use = models.BooleanField(default=False)
    job = models.UUIDField(null=True, blank=True)
    changed_from = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    seats: RelatedManager[Seat]

    class Meta:
        verbose_name = _("plan of groups")
        verbose_name_plural = _("plans of groups")
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=["workshop", "number"], name="one_plan_of_a_number"),
            models.UniqueConstraint(fields=["workshop"], condition=Q(in_use=True), name="one_plan_in_use"),
            models.CheckConstraint(condition=Q(in_use=False) | Q(ready=True), name="a_plan_in_use_is_ready"),
        )

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.number}"


class Seat(models.Model):
    """Somebody's group in one breakout round of a plan. `round` is `Round.number`; both count from 1."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="seats")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="seats")
    round = models.PositiveSmallIntegerField()
    group = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("seat in a group")
        verbose_name_plural = _("seats in groups")
        ordering = ("round", "group", "pk")
        indexes = (models.Index(fields=["plan", "round", "group"], name="seats_of_a_group"),)
        constraints = (
            models.UniqueConstraint(fields=["plan", "round", "participant"], name="one_seat_in_a_round"),
            models.CheckConstraint(condition=Q(round__gte=1, group__gte=1), name="rounds_and_groups_count_from_one"),
        )

    def __str__(self) -> str:
        return f"{self.plan_id} {self.round} {self.group}"
