"""Analysis: how contributions are coded, new actions proposed and merged, remarks of coders, statements written.

A contribution is known by a string: `card-12`, or `note-7-topic-3` for what facilitators noted at a place on a board.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plethu.evidence.text import Text
from plethu_web.reviews.models.review import person
from plethu_web.workshops.codes import new_action
from plethu_web.workshops.models.workshop import Workshop

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

LONGEST_ID = 64
LONGEST_STATEMENT = 2_000


class CodingChange(models.Model):
    """One change of a coding, only ever added to. `coding` is how it reads from then on, empty where it was taken out.

    `of` is the id of the coding; or else the change `undoes` an earlier one.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="coding_changes")
    contribution = models.CharField(max_length=LONGEST_ID)
    of = models.CharField(max_length=32, blank=True)
    coding = models.JSONField(default=dict, blank=True)
    undoes = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    class Meta:
        verbose_name = _("change of a coding")
        verbose_name_plural = _("changes of codings")
        ordering = ("pk",)
        indexes = (models.Index(fields=["workshop", "contribution"], name="codings_of_a_contribution"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(of="", undoes__isnull=False) | (~Q(of="") & Q(undoes=None)),
                name="a_change_is_of_a_coding_or_undoes",
            ),
        )

    def __str__(self) -> str:
        return f"{self.contribution} {self.pk}"


class CodedBy(models.Model):
    """How far a coder is with a contribution; without a row, whoever coded it is done.

    `last` is the change with which they were done first: until then they had not seen how anybody else coded it. The
    row of no contribution says that they code no more as a second person, since the change `last`.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="coded_by")
    contribution = models.CharField(max_length=LONGEST_ID)
    is_open = models.BooleanField(default=False)
    last = models.PositiveBigIntegerField(null=True, blank=True)
    by = person()

    class Meta:
        verbose_name = _("how far a coder is")
        verbose_name_plural = _("how far coders are")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["workshop", "contribution", "by"], name="a_coder_is_at_one_place"),
        )

    def __str__(self) -> str:
        return f"{self.contribution} {self.is_open}"


class Remark(models.Model):
    """What coders say to each other about a contribution that they read differently."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="remarks")
    contribution = models.CharField(max_length=LONGEST_ID)
    words = models.TextField(max_length=2_000)
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    class Meta:
        verbose_name = _("remark on a contribution")
        verbose_name_plural = _("remarks on contributions")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.contribution} {self.pk}"


class Proposal(models.Model):
    """A new action that contributions ask for, since none fits. `merged_reason` says why it became something else.

    A merge leaves the proposal as it was written: without the merge it stands again. `ref` is the id by which codings
    and the next edition know it: drawn by lot, so that no other workshop's action has it, here or on another site.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="proposals")
    ref = models.CharField(max_length=40, unique=True, default=new_action)
    name = models.CharField(max_length=200, blank=True)
    name_cy = models.CharField(max_length=200, blank=True)
    summary = models.TextField(max_length=1_000, blank=True)
    summary_cy = models.TextField(max_length=1_000, blank=True)
    category = models.CharField(max_length=80)
    into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    into_action = models.CharField(max_length=80, blank=True)
    merged_reason = models.TextField(max_length=1_000, blank=True)
    merged_by = person(null=True, blank=True)
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    merges: RelatedManager[ProposalMerge]

    class Meta:
        verbose_name = _("proposal of an action")
        verbose_name_plural = _("proposals of actions")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(condition=~Q(name="", name_cy=""), name="a_proposal_has_a_name"),
            models.CheckConstraint(condition=Q(into=None) | Q(into_action=""), name="a_proposal_becomes_one_thing"),
        )

    def __str__(self) -> str:
        return self.name or self.name_cy

    @property
    def called(self) -> Text:
        """The name in both languages."""
        return Text(self.name, self.name_cy, "reviewed")

    @property
    def what(self) -> Text:
        """What it is, in both languages."""
        return Text(self.summary, self.summary_cy, "reviewed")


class ProposalMerge(models.Model):
    """One time that a proposal was merged into something, or parted again; only ever added to, the newest holds."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="merges")
    into = models.ForeignKey(Proposal, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    into_action = models.CharField(max_length=80, blank=True)
    reason = models.TextField(max_length=1_000, blank=True)
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    class Meta:
        verbose_name = _("merging of a proposal")
        verbose_name_plural = _("mergings of proposals")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.pk}"


class Statement(models.Model):
    """What several contributions say, in one sentence of the analysts: a finding of the next edition.

    `on` is `action:<id>`, `proposal:<ref>` or `category:<id>`; `contributions` is the trail, and is not published.
    `published_as` is the number it was first published under, and keeps; empty before.
    `to_reread` from when somebody withdrew a contribution until the statement is saved again. Its earlier versions are
    its `changes`.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="statements")
    words = models.TextField(max_length=LONGEST_STATEMENT, blank=True)
    words_cy = models.TextField(max_length=LONGEST_STATEMENT, blank=True)
    stance = models.CharField(max_length=10)
    on = models.CharField(max_length=100)
    bears_on = models.JSONField(default=list, blank=True)
    contributions = models.JSONField(default=list)
    published_as = models.CharField(max_length=20, blank=True)
    taken_out = models.BooleanField(default=False)
    to_reread = models.BooleanField(default=False)
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    changes: RelatedManager[StatementChange]

    class Meta:
        verbose_name = _("statement of a workshop")
        verbose_name_plural = _("statements of workshops")
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=Q(stance__in=["echoed", "challenged", "added"]), name="a_statement_has_a_known_stance"
            ),
        )

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.pk}"

    @property
    def said(self) -> Text:
        """The statement in both languages."""
        return Text(self.words, self.words_cy, "reviewed")


class StatementChange(models.Model):
    """One change of a statement, only ever added to: how it reads from then on, that it was taken out, or an undoing.

    `reads` are its columns. What somebody withdrew is taken out of earlier versions too.
    """

    statement = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="changes")
    reads = models.JSONField(default=dict, blank=True)
    undoes = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    made = models.DateTimeField(default=timezone.now)
    by = person()

    class Meta:
        verbose_name = _("change of a statement")
        verbose_name_plural = _("changes of statements")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.statement_id} {self.pk}"
