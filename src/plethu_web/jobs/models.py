"""Jobs as pages read them. What stands in the queue's own tables is for the queue alone."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plethu_web.jobs import states


class Job(models.Model):
    """A piece of work: what is asked, how far it is, what came of it. Carries pseudonyms and codes, no sentences.

    `attempts` counts every start and fences: whoever began an earlier one writes nothing any more. `spared` are those
    that do not count as failures: before somebody started the job again, or ended by an orderly stop.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=40)
    state = models.CharField(_("state"), max_length=10, default=states.WAITING)
    done = models.PositiveBigIntegerField(_("done so far"), default=0)
    total = models.PositiveBigIntegerField(_("of"), null=True)
    note = models.CharField(_("what it is at"), max_length=60, blank=True)
    attempts = models.PositiveIntegerField(_("starts"), default=0)
    spared = models.PositiveIntegerField(_("starts that do not count"), default=0)
    heartbeat = models.DateTimeField(_("last sign of life"), null=True)
    error = models.CharField(_("what went wrong"), max_length=60, blank=True)
    error_values = models.JSONField(_("values of what went wrong"), default=dict)
    made = models.DateTimeField(_("made"), auto_now_add=True)
    due = models.DateTimeField(_("not before"), null=True)
    started = models.DateTimeField(_("last started"), null=True)
    ended = models.DateTimeField(_("ended"), null=True)
    by = models.UUIDField(_("by"), null=True)
    review = models.UUIDField(_("review"), null=True)
    arguments = models.JSONField(_("arguments"), default=dict)
    checkpoint = models.JSONField(_("checkpoint"), default=dict)
    result = models.JSONField(_("result"), default=dict)
    cancel_wanted = models.BooleanField(_("is to stop"), default=False)
    ticket = models.UUIDField(_("place in the queue"), null=True)

    class Meta:
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ("-made",)
        indexes = (
            models.Index(fields=["state", "heartbeat"], name="jobs_by_sign_of_life"),
            models.Index(fields=["review", "-made"], name="jobs_of_a_review"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(state__in=states.STATES), name="job_is_in_a_known_state"),
            models.CheckConstraint(
                condition=Q(state__in=states.ENDED, ended__isnull=False)
                | (~Q(state__in=states.ENDED) & Q(ended__isnull=True)),
                name="job_has_an_end_when_it_ended",
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class Worker(models.Model):
    """A process that does jobs, so that one can ask whether there is any."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    host = models.CharField(_("machine"), max_length=120)
    process = models.PositiveBigIntegerField(_("process"))
    started = models.DateTimeField(_("started"), auto_now_add=True)
    seen = models.DateTimeField(_("last sign of life"))

    class Meta:
        verbose_name = _("worker")
        verbose_name_plural = _("workers")

    def __str__(self) -> str:
        return f"{self.host} {self.process}"
