"""A workshop: what it is for, its agenda, what each round discusses, and who facilitates."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from plethu.evidence.text import Text
from plethu_web.reviews.models import Review
from plethu_web.reviews.models.review import person
from plethu_web.workshops.models.edition import HeldEdition
from plethu_web.workshops.states import State

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from plethu_web.workshops.models.board import Board
    from plethu_web.workshops.models.breakouts import Plan
    from plethu_web.workshops.models.coding import CodingChange, Proposal, Remark, Statement
    from plethu_web.workshops.models.registration import Participant, RegisterImport, Wish
    from plethu_web.workshops.models.release import Signing, WorkshopRelease

LONGEST_KEPT = 120  # months
MOST_PEOPLE = 2000  # in one register, who have not withdrawn
MOST_CONTACT_DAYS = 365


class Workshop(models.Model):
    """A workshop on an edition. `key` is the public part of its address, and the code people type to register.

    `edition` is the id of the site's edition, or the hash of one that the review holds, which is then `held`. `covers`
    are the places the workshop is about, in English, as the next edition says them. With `most_people` in the register
    nobody can register by the form.

    `published` is when something said in it was first published: from then on who withdraws is left out of the next
    edition. Days and months of keeping count from the day it ends. With `names_on_cards` people may show at a card who
    they are, to their own group.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="workshops")
    key = models.CharField(max_length=16, unique=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFTED)
    title = models.CharField(max_length=200, blank=True)
    title_cy = models.CharField(max_length=200, blank=True)
    purpose = models.TextField(max_length=4000, blank=True)
    purpose_cy = models.TextField(max_length=4000, blank=True)
    consent = models.TextField(max_length=8000, blank=True)
    consent_cy = models.TextField(max_length=8000, blank=True)
    starts = models.DateTimeField()
    ends = models.DateTimeField()
    languages = models.JSONField(default=list)
    place = models.CharField(max_length=500, blank=True)
    contact = models.CharField(max_length=200)
    edition = models.CharField(max_length=80)
    held = models.ForeignKey(HeldEdition, on_delete=models.RESTRICT, null=True, blank=True, related_name="workshops")
    covers = models.CharField(max_length=200, default="Wales")
    asks = models.JSONField(default=list)
    most_people = models.PositiveSmallIntegerField(default=MOST_PEOPLE)
    codes_on_screen = models.BooleanField(default=True)
    names_on_cards = models.BooleanField(default=False)
    contact_days = models.PositiveSmallIntegerField(default=7)
    keep_months = models.PositiveSmallIntegerField(default=24)
    published = models.DateTimeField(null=True, blank=True)
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    rounds: RelatedManager[Round]
    prompts: RelatedManager[Prompt]
    facilitators: RelatedManager[Facilitator]
    participants: RelatedManager[Participant]
    imports: RelatedManager[RegisterImport]
    wishes: RelatedManager[Wish]
    plans: RelatedManager[Plan]
    coding_changes: RelatedManager[CodingChange]
    remarks: RelatedManager[Remark]
    proposals: RelatedManager[Proposal]
    statements: RelatedManager[Statement]
    signings: RelatedManager[Signing]
    releases: RelatedManager[WorkshopRelease]

    class Meta:
        verbose_name = _("workshop")
        verbose_name_plural = _("workshops")
        ordering = ("-starts",)
        constraints = (
            models.CheckConstraint(condition=Q(state__in=State.values), name="a_workshop_has_a_known_state"),
            models.CheckConstraint(condition=~Q(title="", title_cy=""), name="a_workshop_has_a_title"),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="a_workshop_ends_after_it_starts"),
            models.CheckConstraint(
                condition=Q(contact_days__lte=MOST_CONTACT_DAYS), name="a_workshop_lets_go_of_contacts"
            ),
            models.CheckConstraint(
                condition=Q(keep_months__gte=1, keep_months__lte=LONGEST_KEPT),
                name="a_workshop_says_how_long_it_keeps",
            ),
        )

    def __str__(self) -> str:
        return self.title or self.title_cy

    @property
    def is_over(self) -> bool:
        """Whether its time is over, whatever its state."""
        return self.ends < timezone.now()

    @cached_property
    def has_plan(self) -> bool:
        """Whether it goes by a plan of groups. Asked once of each that was read: many may ask for the same one."""
        return self.plans.filter(in_use=True).exists()

    @property
    def name(self) -> Text:
        """The title in both languages."""
        return Text(self.title, self.title_cy, "reviewed")

    @property
    def about(self) -> Text:
        """What it is for, in both languages."""
        return Text(self.purpose, self.purpose_cy, "reviewed")

    @property
    def agreement(self) -> Text:
        """What people agree to, in both languages."""
        return Text(self.consent, self.consent_cy, "reviewed")


class RoundKind(models.TextChoices):
    """Whether a part of the agenda is for everybody together or in breakout groups."""

    TOGETHER = "together", _("Everybody together")
    GROUPS = "groups", _("Breakout groups")


class Round(models.Model):
    """A part of the agenda, in order of `position`. `number` counts breakout rounds from 1; 0 for a part together."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="rounds")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=RoundKind)
    number = models.PositiveSmallIntegerField(default=0)
    title = models.CharField(max_length=200, blank=True)
    title_cy = models.CharField(max_length=200, blank=True)
    minutes = models.PositiveSmallIntegerField()

    boards: RelatedManager[Board]
    topics: RelatedManager[Topic]

    class Meta:
        verbose_name = _("round")
        verbose_name_plural = _("rounds")
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["workshop", "position"], name="one_round_at_a_place"),
            models.UniqueConstraint(
                fields=["workshop", "number"], condition=Q(number__gt=0), name="one_breakout_round_of_a_number"
            ),
            models.CheckConstraint(
                condition=Q(kind="together", number=0) | Q(kind="groups", number__gte=1),
                name="breakout_rounds_are_numbered",
            ),
            models.CheckConstraint(condition=Q(minutes__gte=1, minutes__lte=480), name="a_round_takes_minutes"),
            models.CheckConstraint(condition=~Q(title="", title_cy=""), name="a_round_has_a_title"),
        )

    def __str__(self) -> str:
        return f"{self.position} {self.kind}"

    @property
    def name(self) -> Text:
        """The title in both languages."""
        return Text(self.title, self.title_cy, "reviewed")


class Topic(models.Model):
    """What a round discusses: a `finding` or an `action` of the workshop's edition, by its id there."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="topics")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=7, choices=[("finding", _("Finding")), ("action", _("Action"))])
    ref = models.CharField(max_length=80)

    class Meta:
        verbose_name = _("what a round discusses")
        verbose_name_plural = _("what rounds discuss")
        ordering = ("position", "pk")
        constraints = (
            models.UniqueConstraint(fields=["round", "kind", "ref"], name="a_round_discusses_a_thing_once"),
            models.CheckConstraint(condition=Q(kind__in=["finding", "action"]), name="a_topic_has_a_known_kind"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.ref}"


class Prompt(models.Model):
    """A question that is put to the groups."""

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="prompts")
    position = models.PositiveSmallIntegerField()
    words = models.CharField(max_length=500, blank=True)
    words_cy = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = _("prompt")
        verbose_name_plural = _("prompts")
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["workshop", "position"], name="one_prompt_at_a_place"),
            models.CheckConstraint(condition=~Q(words="", words_cy=""), name="a_prompt_asks_something"),
        )

    def __str__(self) -> str:
        return (self.words or self.words_cy)[:60]

    @property
    def asked(self) -> Text:
        """The question in both languages."""
        return Text(self.words, self.words_cy, "reviewed")


class Facilitator(models.Model):
    """A link for somebody who looks after a group, without an account. Only a hash of its key is kept.

    `group` counts from 1; 0 is every group. `label` says who, as the team wrote it, and goes with the contacts.
    """

    workshop = models.ForeignKey(Workshop, on_delete=models.CASCADE, related_name="facilitators")
    token_hash = models.CharField(max_length=64, unique=True)
    group = models.PositiveSmallIntegerField(default=0)
    label = models.CharField(max_length=120, blank=True)
    ended = models.DateTimeField(null=True, blank=True)
    made = models.DateTimeField(auto_now_add=True)
    by = person()

    class Meta:
        verbose_name = _("facilitator")
        verbose_name_plural = _("facilitators")
        ordering = ("group", "pk")

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.group}"
