"""What somebody sent in, as they wrote it, beside what the team says of it. Who they are stands with the people."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plethu_web.calls.models.call import Call, Referrer
from plethu_web.calls.states import GONE, State
from plethu_web.calls.vocabulary import KINDS, RELEVANCE, ROUTES, TIERS
from plethu_web.reviews.models import Review
from plethu_web.reviews.models.review import person

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

# What the sender wrote. All of it goes when it is withdrawn or its time is over.
WORDS = ("title", "story", "links", "place_printed", "involved", "outcome", "passed_on")
# What the team wrote. It can quote the sender, so it goes too.
REMARKS = ("place_corrected", "reason_words", "note_to_sender")


class Submission(models.Model):
    """Something that was sent in: by the public through a call, or by a member who suggests a source (no `call`).

    Withdrawn or expired, it stays as a tombstone: id, dates and route, without words, files or person.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="submissions")
    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="submissions", null=True, blank=True)
    number = models.PositiveIntegerField(null=True, blank=True)
    token_hash = models.CharField(max_length=64, unique=True, null=True, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)

    kind = models.CharField(max_length=12)
    title = models.CharField(max_length=300)
    story = models.TextField(max_length=40_000, blank=True)
    links = models.TextField(max_length=4000, blank=True)
    place_printed = models.CharField(max_length=300, blank=True)
    date_printed = models.CharField(max_length=120, blank=True)
    edtf = models.CharField(max_length=40, blank=True)
    involved = models.TextField(max_length=2000, blank=True)
    outcome = models.TextField(max_length=10_000, blank=True)
    sectors = models.JSONField(default=list)
    written_in = models.CharField(max_length=5, blank=True)

    route = models.CharField(max_length=13, blank=True)
    passed_on = models.CharField(max_length=200, blank=True)
    referrer = models.ForeignKey(Referrer, on_delete=models.SET_NULL, null=True, blank=True, related_name="submissions")
    uses = models.JSONField(default=list)
    agreed = models.DateTimeField(null=True, blank=True)
    licence = models.CharField(max_length=12, blank=True)
    sender = person(null=True, blank=True)

    made = models.DateTimeField(auto_now_add=True)
    sent = models.DateTimeField(null=True, blank=True)
    changed = models.DateTimeField(auto_now=True)
    gone = models.DateTimeField(null=True, blank=True)

    place_corrected = models.CharField(max_length=300, blank=True)
    tier = models.CharField(max_length=10, blank=True)
    authorities = models.JSONField(default=list)
    relevance = models.CharField(max_length=8, blank=True)
    published_in = models.CharField(max_length=120, blank=True)
    duplicate_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=11, blank=True)
    reason_words = models.TextField(max_length=2000, blank=True)
    note_to_sender = models.TextField(max_length=2000, blank=True)
    decided = models.DateTimeField(null=True, blank=True)
    decided_by = person(null=True, blank=True)

    files: RelatedManager[SubmissionFile]

    class Meta:
        verbose_name = _("what was sent in")
        verbose_name_plural = _("what was sent in")
        ordering = ("-sent", "-made")
        indexes = (models.Index(fields=["review", "state"], name="submissions_by_state"),)
        constraints = (
            models.UniqueConstraint(fields=["review", "number"], name="one_number_for_what_was_sent"),
            models.CheckConstraint(condition=Q(state__in=State.values), name="a_state_of_the_table"),
            models.CheckConstraint(condition=Q(kind__in=[*KINDS]), name="a_kind_of_the_table"),
            models.CheckConstraint(condition=Q(route__in=["", *ROUTES]), name="a_route_of_the_table"),
            models.CheckConstraint(condition=Q(tier__in=["", *TIERS]), name="a_tier_of_the_table"),
            models.CheckConstraint(condition=Q(relevance__in=["", *RELEVANCE]), name="a_relevance_of_the_table"),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT) | Q(sent__isnull=False, number__isnull=False),
                name="what_is_sent_has_a_number_and_a_time",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=GONE)
                | Q(gone__isnull=False, sender=None, **dict.fromkeys((*WORDS, *REMARKS, "date_printed"), "")),
                name="a_tombstone_has_no_words",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.ASIDE) | ~Q(reason=""), name="what_is_set_aside_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(call__isnull=False) | Q(route="member"), name="without_a_call_a_member_suggested_it"
            ),
        )

    def __str__(self) -> str:
        return f"{self.number or '-'} {self.state}"

    @property
    def seen_as(self) -> str:
        """What whoever looks at it has before them: a decision on anything else is refused."""
        return f"{self.state} {self.changed.timestamp():.6f}"

    @property
    def route_words(self) -> str:
        """How the call reached its sender, in words; a dash where they did not say."""
        return str(ROUTES.get(self.route, "–"))


class SubmissionFile(models.Model):
    """A file that came with it: its name as given, and the hash under which its bytes are kept."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="files")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    added = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("file")
        verbose_name_plural = _("files")
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["submission", "sha256", "name"], name="a_file_is_there_once"),)

    def __str__(self) -> str:
        return f"{self.submission_id} {self.pk}"
