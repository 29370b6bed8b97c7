"""Polls of partners: what is asked, and what was answered without a name."""

from __future__ import annotations

import secrets
import uuid

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from plethu.evidence.polls import Option, Question
from plethu.evidence.text import Text
from plethu_web.reviews.models.review import Review, person


def new_key() -> str:
    """The part of a poll's link that cannot be guessed."""
    return secrets.token_urlsafe(12)


class PollState(models.TextChoices):
    """Whether a poll can be answered. It is made, opened and closed, and may be opened again."""

    PREPARED = "prepared", _("Being prepared")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")


class Poll(models.Model):
    """A poll that partners answer by a link."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="polls")
    key = models.CharField(max_length=20, unique=True, default=new_key, editable=False)
    title = models.CharField(_("title"), max_length=200, blank=True)
    title_cy = models.CharField(_("title in Welsh"), max_length=200, blank=True)
    intro = models.TextField(_("what it is for"), max_length=2000, blank=True)
    intro_cy = models.TextField(_("what it is for, in Welsh"), max_length=2000, blank=True)
    asks_sector = models.BooleanField(_("ask for the sector"), default=True)
    state = models.CharField(_("state"), max_length=10, choices=PollState, default=PollState.PREPARED)
    last_day = models.DateField(_("last day"), null=True, blank=True)
    results_public = models.BooleanField(_("everybody may see the results"), default=False)
    opened = models.DateTimeField(null=True, blank=True)
    closed = models.DateTimeField(null=True, blank=True)
    made = models.DateTimeField(auto_now_add=True)
    by = person(verbose_name=_("by"))

    class Meta:
        verbose_name = _("poll")
        verbose_name_plural = _("polls")
        ordering = ("-made",)
        constraints = (
            models.CheckConstraint(condition=Q(state__in=PollState.values), name="a_poll_has_a_known_state"),
            models.CheckConstraint(condition=~Q(title="", title_cy=""), name="a_poll_has_a_title"),
            models.CheckConstraint(
                condition=Q(state=PollState.PREPARED) | Q(opened__isnull=False), name="a_poll_in_use_was_opened"
            ),
            models.CheckConstraint(
                condition=~Q(state=PollState.CLOSED) | Q(closed__gte=F("opened")), name="a_poll_closes_after_it_opens"
            ),
        )

    def __str__(self) -> str:
        return self.title or self.title_cy

    @property
    def name(self) -> Text:
        """The title in both languages."""
        return Text(self.title, self.title_cy, "reviewed")

    @property
    def about(self) -> Text:
        """What it is for, in both languages."""
        return Text(self.intro, self.intro_cy, "reviewed")

    @property
    def is_open(self) -> bool:
        """Whether it can be answered today."""
        return self.state == PollState.OPEN and not self.is_over

    @property
    def is_over(self) -> bool:
        """Whether its last day has passed."""
        return self.last_day is not None and timezone.localdate() > self.last_day

    @property
    def is_done(self) -> bool:
        """Whether it was open and is so no longer."""
        return self.state == PollState.CLOSED or (self.state == PollState.OPEN and self.is_over)


class PollQuestion(models.Model):
    """A question of a poll. `options` are objects with `id`, `en` and `cy`."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveIntegerField()
    kind = models.CharField(_("kind"), max_length=10)
    topic = models.CharField(_("topic"), max_length=20, blank=True)
    words = models.TextField(_("question"), max_length=1000, blank=True)
    words_cy = models.TextField(_("question in Welsh"), max_length=1000, blank=True)
    hint = models.TextField(_("hint"), max_length=500, blank=True)
    hint_cy = models.TextField(_("hint in Welsh"), max_length=500, blank=True)
    options = models.JSONField(_("options"), default=list)

    class Meta:
        verbose_name = _("question of a poll")
        verbose_name_plural = _("questions of polls")
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=["poll", "position"], name="one_question_at_a_place"),
            models.CheckConstraint(
                condition=Q(kind__in=["one", "several", "rank", "rate", "words"]), name="a_question_has_a_known_kind"
            ),
            models.CheckConstraint(condition=~Q(words="", words_cy=""), name="a_question_asks_something"),
        )

    def __str__(self) -> str:
        return (self.words or self.words_cy)[:60]

    @property
    def question(self) -> Question:
        """The question as the library knows it."""
        options = tuple(Option(o["id"], Text(o["en"], o["cy"], "reviewed")) for o in self.options)
        texts = (Text(self.words, self.words_cy, "reviewed"), Text(self.hint, self.hint_cy, "reviewed"))
        return Question(str(self.pk), self.kind, *texts, options)  # type: ignore[arg-type]  # the database checks it


class PollAnswer(models.Model):
    """What one browser answered, and a hash of the key that changes it. No name, no address, no time, no language.

    Its id is drawn by lot, since the order of numbers would tell the order of answers.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="answers")
    token_hash = models.CharField(max_length=64, unique=True)
    sector = models.CharField(_("sector"), max_length=20, blank=True)
    given = models.JSONField(_("answers"))

    class Meta:
        verbose_name = _("answer to a poll")
        verbose_name_plural = _("answers to polls")
        constraints = (
            models.CheckConstraint(
                condition=Q(sector__in=["", "community", "third", "public", "academic", "private", "other"]),
                name="an_answer_is_from_a_known_sector",
            ),
        )

    def __str__(self) -> str:
        return f"{self.poll_id}"
