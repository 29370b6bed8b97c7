"""The room: which round runs, the boards of the groups, and on them what people wrote and facilitators noted.

A board's row carries a version; every change of the board raises it in the same transaction and marks what changed with
it, so that whoever has version 12 can be told all that came after.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from plethu_web.reviews.models.review import person
from plethu_web.workshops.models.registration import Participant
from plethu_web.workshops.models.workshop import Facilitator, Prompt, Round, Topic, Workshop
from plethu_web.workshops.room_words import LONGEST_CARD, LONGEST_NOTE, Reason, Speaker, Stance

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class Room(models.Model):
    """Where a workshop has got to: the round that runs, since when and for how long. None: waiting for the first.

    `plenary` while everybody looks at what all groups wrote in it.
    """

    workshop = models.OneToOneField(Workshop, on_delete=models.CASCADE, related_name="room")
    round = models.ForeignKey(Round, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    plenary = models.BooleanField(default=False)
    began = models.DateTimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")

    def __str__(self) -> str:
        return f"{self.workshop_id} {self.version}"

    @property
    def ends(self) -> datetime | None:
        """When the time of the round is over; None where there is no limit."""
        return self.began + timedelta(minutes=self.minutes) if self.began and self.minutes else None


class Board(models.Model):
    """What one group says in one round. `group` counts from 1; 0 is everybody together."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="boards")
    group = models.PositiveSmallIntegerField()
    version = models.PositiveIntegerField(default=0)

    cards: RelatedManager[Card]
    notes: RelatedManager[NoteVersion]

    class Meta:
        verbose_name = _("board")
        verbose_name_plural = _("boards")
        ordering = ("round__position", "group")
        constraints = (models.UniqueConstraint(fields=["round", "group"], name="one_board_of_a_group_in_a_round"),)

    def __str__(self) -> str:
        return f"{self.round_id} {self.group}"


class Placed(models.Model):
    """Something that stands under a finding or action, under a question, or under neither."""

    topic = models.ForeignKey(Topic, on_delete=models.RESTRICT, null=True, blank=True, related_name="+")
    prompt = models.ForeignKey(Prompt, on_delete=models.RESTRICT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def section(self) -> str:
        """The place on the board, as pages name it: `topic-7`, `prompt-2` or `other`."""
        if self.topic_id:
            return f"topic-{self.topic_id}"
        return f"prompt-{self.prompt_id}" if self.prompt_id else "other"


class LateSeat(models.Model):
    """The group that somebody without a seat said they are in, in one round: once; whoever leads may change it.

    A seat in the plan in use goes before it.
    """

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="late_seats")
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="late_seats")
    group = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("seat of who came late")
        verbose_name_plural = _("seats of who came late")
        constraints = (models.UniqueConstraint(fields=["participant", "round"], name="one_late_seat_in_a_round"),)

    def __str__(self) -> str:
        return f"{self.round_id} {self.group}"


class Card(Placed):
    """One thing that somebody said. It is never deleted in the room; hidden, it keeps its words for the team.

    `once` is a hash of the key that came with the form and of the words: the same sent again is the same card.
    `changed` is the version of the board with which it last changed. Who withdrew leaves cards without words.
    `named`: its writer shows who they are, to the group only. `shown_as` is the name or code that stands there then; it
    is looked up where a board is shown, so it goes when the contact or the permission does.
    """

    shown_as = ""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="cards")
    said_by = models.CharField(max_length=11, choices=Speaker)
    author = models.ForeignKey(Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="cards")
    facilitator = models.ForeignKey(Facilitator, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    by = person(null=True, blank=True)
    stance = models.CharField(max_length=9, choices=Stance, blank=True)
    named = models.BooleanField(default=False)
    words = models.TextField(max_length=LONGEST_CARD, blank=True)
    once = models.CharField(max_length=64, unique=True)
    made = models.DateTimeField(auto_now_add=True)
    changed = models.PositiveIntegerField()
    hidden = models.CharField(max_length=9, choices=Reason, blank=True)
    hidden_at = models.DateTimeField(null=True, blank=True)
    moved = models.BooleanField(default=False)
    withdrawn = models.DateTimeField(null=True, blank=True)

    reports: RelatedManager[CardReport]
    versions: RelatedManager[CardVersion]

    class Meta:
        verbose_name = _("card")
        verbose_name_plural = _("cards")
        ordering = ("pk",)
        indexes = (
            models.Index(fields=["board", "changed"], name="cards_by_change"),
            models.Index(fields=["author", "made"], name="cards_of_somebody"),
        )
        constraints = (
            models.CheckConstraint(condition=Q(said_by__in=Speaker.values), name="a_card_says_who_spoke"),
            models.CheckConstraint(condition=Q(stance__in=["", *Stance.values]), name="a_card_has_a_known_stance"),
            models.CheckConstraint(condition=Q(hidden__in=["", *Reason.values]), name="a_card_is_hidden_for_a_reason"),
            models.CheckConstraint(condition=Q(topic=None) | Q(prompt=None), name="a_card_stands_in_one_place"),
            models.CheckConstraint(
                condition=Q(withdrawn=None) & ~Q(words="") | Q(withdrawn__isnull=False, words="", author=None),
                name="a_card_has_words_until_it_is_withdrawn",
            ),
        )

    def __str__(self) -> str:
        return f"{self.board_id} {self.pk}"


class CardVersion(models.Model):
    """What a card said before its writer mended it, for the team's record. It goes when the writer withdraws."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="versions")
    words = models.TextField(max_length=LONGEST_CARD)
    stance = models.CharField(max_length=9, choices=Stance, blank=True)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("earlier words of a card")
        verbose_name_plural = _("earlier words of cards")
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.card_id} {self.pk}"


class CardReport(models.Model):
    """Somebody in the group asks the facilitator to look at a card. Once each. `seen` when it was hidden or left so."""

    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="reports")
    participant = models.ForeignKey(Participant, on_delete=models.SET_NULL, null=True, related_name="+")
    facilitator = models.ForeignKey(Facilitator, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=9, choices=Reason)
    made = models.DateTimeField(auto_now_add=True)
    seen = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("report of a card")
        verbose_name_plural = _("reports of cards")
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["card", "participant"], name="a_card_is_reported_once_each"),
            models.UniqueConstraint(fields=["card", "facilitator"], name="a_card_is_reported_once_with_a_link"),
        )

    def __str__(self) -> str:
        return f"{self.card_id} {self.reason}"


class NoteVersion(Placed):
    """A facilitator's notes under one finding or question, as saved once. Every version stays; the newest is shown."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="notes")
    place = models.CharField(max_length=24)  # the section once more: without nulls, so that a number is there once
    number = models.PositiveIntegerField()
    words = models.TextField(max_length=LONGEST_NOTE, blank=True)
    facilitator = models.ForeignKey(Facilitator, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    author = models.ForeignKey(Participant, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    by = person(null=True, blank=True)
    made = models.DateTimeField(auto_now_add=True)
    changed = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("facilitator's note")
        verbose_name_plural = _("facilitators' notes")
        ordering = ("place", "number")
        indexes = (models.Index(fields=["board", "changed"], name="notes_by_change"),)
        constraints = (
            models.UniqueConstraint(fields=["board", "place", "number"], name="one_version_of_a_note_of_a_number"),
        )

    def __str__(self) -> str:
        return f"{self.board_id} {self.place} {self.number}"
